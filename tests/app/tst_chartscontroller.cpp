// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/controllers/chartscontroller.h"
#include "models/table/runtablebuilder.h"
#include "tests/support/emptystore.h"
#include "widgets/panels/charts/chartcard.h"
#include "widgets/panels/charts/chartgrid.h"
#include "widgets/panels/charts/chartspanel.h"

#include <QMutex>
#include <QSemaphore>
#include <QComboBox>
#include <QLineEdit>
#include <QToolButton>
#include <QSignalSpy>
#include <QTest>

using namespace Assay;
using namespace Qt::StringLiterals;

namespace {

// What the fake store was asked for, and what lets it answer.
struct Log {
    QMutex mutex;
    QList<HistoryRequest> requests;
    QSemaphore mayAnswer;
    std::atomic<int> canceled = 0;
    QSet<QString> gone; // keys that the store has no history of
    std::atomic<bool> isLocked = false;
    std::atomic<int> points = 1; // of each history
    bool isRemote = false;
    std::atomic<int> calls = 0; // for several histories

    QList<HistoryRequest> asked()
    {
        const QMutexLocker lock(&mutex);
        return requests;
    }
};

RunRef ref(int number)
{
    return {ExperimentId(u"1"_s), RunId(u"run%1"_s.arg(number))};
}

RunTablePtr tableOf(int runs, const QStringList &keys, RunStatus status = RunStatus::Finished)
{
    RunTableBuilder builder;
    for (int i = 0; i < runs; ++i) {
        Run run;
        run.info.ref = ref(i);
        run.info.status = status;
        for (const QString &key : keys)
            run.metrics.insert(key, 1.0);
        builder.add(run);
    }
    return builder.finish();
}

class FakeStore final : public Testing::EmptyStore
{
public:
    explicit FakeStore(Log &log) : m_log(log) {}

    Result<Loaded<QList<MetricSeries>>> history(const HistoryRequest &request, Job &job) override
    {
        {
            const QMutexLocker lock(&m_log.mutex);
            m_log.requests.append(request);
        }
        while (!m_log.mayAnswer.tryAcquire(1, 5)) {
            if (job.isCanceled()) {
                ++m_log.canceled;
                return Store::canceled();
            }
        }
        if (m_log.isLocked)
            return Error{ErrorCode::Unreadable, u"locked"_s, {}};
        QList<MetricSeries> all;
        for (const QString &key : request.keys) {
            if (m_log.gone.contains(key))
                return Error{ErrorCode::NotFound, u"gone"_s, key};
            MetricSeries series;
            series.key = key;
            for (int i = 0; i < m_log.points; ++i)
                series.add(i, i, 1.0 + i);
            all.append(series);
        }
        return Loaded<QList<MetricSeries>>{all, {}};
    }

    Status histories(const QList<HistoryRequest> &requests, const HistorySink &sink, Job &job) override
    {
        ++m_log.calls;
        return StoreBackend::histories(requests, sink, job);
    }

    Result<Loaded<RunTablePtr>> runs(const RunRequest &, const PartialRuns &, Job &) override { return Loaded<RunTablePtr>{tableOf(0, {}), {}}; }

private:
    Log &m_log;
};

class FakeFormat final : public StoreFormat
{
public:
    explicit FakeFormat(Log &log) : m_log(log) {}

    QString id() const override { return u"fake"_s; }
    QString displayName() const override { return u"Fake"_s; }
    bool isRemote() const override { return m_log.isRemote; }
    StoreProbe probe(const QString &, Job &) const override { return {}; }
    Result<std::unique_ptr<StoreBackend>> open(const QString &, const OpenOptions &, Job &) const override
    {
        return std::unique_ptr<StoreBackend>(std::make_unique<FakeStore>(m_log));
    }

private:
    Log &m_log;
};

} // namespace

class ChartsControllerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void readsAllKeysOfOneRunInOneCall();
    void readsSeveralRunsOfRemoteStoresInOneCall();
    void stopsReadingWhatIsNoLongerWanted();
    void oneKeyThatIsGoneDoesNotTakeTheOthersAlong();
    void comesBackAsItWasLeft();
    void runsThatGoOnGrow();
    void cardsAreUndone();

private:
    PlotView &plot(const QString &key) const { return m_panel->findChild<ChartGrid *>()->card(key)->plot(); }

    std::unique_ptr<Log> m_log;
    std::unique_ptr<StoreRegistry> m_registry;
    std::unique_ptr<OpenStore> m_store;
    std::unique_ptr<RunView> m_view;
    QVariantMap m_remembered;
    std::unique_ptr<ChartsController> m_controller;
    std::unique_ptr<ChartsPanel> m_panel;
};

void ChartsControllerTest::init()
{
    m_log = std::make_unique<Log>();
    m_remembered.clear();
    std::vector<std::unique_ptr<StoreFormat>> formats;
    formats.push_back(std::make_unique<FakeFormat>(*m_log));
    m_registry = std::make_unique<StoreRegistry>(std::move(formats));
    m_store = std::make_unique<OpenStore>(*m_registry, StoreCandidate{u"fake"_s, u"/fake"_s}, OpenOptions{});
    m_view = std::make_unique<RunView>();
    m_controller = std::make_unique<ChartsController>(
        *m_view, ChartsController::Memory{[this](const QString &) { return m_remembered; }, [this](const QString &, const QVariantMap &state) { m_remembered = state; }}, nullptr);
    m_controller->setStore(m_store.get());
    m_panel.reset(qobject_cast<ChartsPanel *>(m_controller->widget()));
    m_panel->resize(1100, 700);
    m_panel->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_panel.get()));
}

void ChartsControllerTest::comesBackAsItWasLeft()
{
    auto *scale = m_panel->findChild<QComboBox *>(u"yScale"_s);
    scale->setCurrentIndex(1);
    Q_EMIT scale->activated(1);
    QTest::keyClicks(m_panel->findChild<QLineEdit *>(u"chartsSearch"_s), u"loss"_s);
    LineRecipe recipe = m_panel->recipe();
    recipe.x = XAxis::RelativeTime;
    m_panel->setRecipe(recipe);
    QCOMPARE(ChartsState::fromMap(m_remembered), m_controller->state());
    QCOMPARE(m_remembered.value(u"x"_s).toString(), u"relative"_s);
    QCOMPARE(m_remembered.value(u"y"_s).toString(), u"log"_s);
    const QVariantMap left = m_remembered;
    m_remembered.clear();
    m_controller->setStore(nullptr);
    m_controller->setStore(m_store.get()); // one that was never open
    QCOMPARE(m_controller->state(), ChartsState());
    QVERIFY(m_remembered.isEmpty()); // nobody chose that
    m_remembered = left;
    m_controller->setStore(nullptr);
    m_controller->setStore(m_store.get());
    QCOMPARE(m_controller->state().toMap(), left);
    QCOMPARE(scale->currentIndex(), 1);
    QCOMPARE(m_panel->findChild<QToolButton *>(u"lineOptionsButton"_s)->text(), u"Relative · log"_s);
}

void ChartsControllerTest::cleanup()
{
    m_panel->hide();
    m_controller.reset();
    m_panel.reset();
    m_view.reset();
    m_store.reset();
}

void ChartsControllerTest::readsAllKeysOfOneRunInOneCall()
{
    m_log->mayAnswer.release(100);
    m_view->setTable(tableOf(3, {u"a"_s, u"b"_s, u"c"_s}), true);
    QTRY_COMPARE(m_log->asked().size(), 3);
    QTRY_VERIFY(!m_controller->isBusy());
    QSet<QString> runs;
    for (const HistoryRequest &request : m_log->asked()) {
        QCOMPARE(QSet<QString>(request.keys.begin(), request.keys.end()), (QSet<QString>{u"a"_s, u"b"_s, u"c"_s}));
        runs.insert(request.run.run.value);
    }
    QCOMPARE(runs.size(), 3);
    for (const QString &key : {u"a"_s, u"b"_s, u"c"_s})
        QCOMPARE(plot(key).lines().size(), 3);
}

void ChartsControllerTest::readsSeveralRunsOfRemoteStoresInOneCall()
{
    cleanup();
    m_log->isRemote = true;
    m_store = std::make_unique<OpenStore>(*m_registry, StoreCandidate{u"fake"_s, u"/fake"_s}, OpenOptions{});
    m_view = std::make_unique<RunView>();
    m_controller = std::make_unique<ChartsController>(*m_view, ChartsController::Memory{[](const QString &) { return QVariantMap(); }, [](const QString &, const QVariantMap &) {}}, nullptr);
    m_controller->setStore(m_store.get());
    m_panel.reset(qobject_cast<ChartsPanel *>(m_controller->widget()));
    m_panel->resize(1100, 700);
    m_panel->show();
    m_log->gone = {u"b"_s};
    m_log->mayAnswer.release(1000);
    m_view->setTable(tableOf(6, {u"a"_s, u"b"_s, u"c"_s}), true);
    QTRY_VERIFY(m_panel->findChild<ChartGrid *>()->card(u"a"_s));
    QTRY_COMPARE(plot(u"a"_s).lines().size(), 6);
    QTRY_VERIFY(!m_controller->isBusy());
    QCOMPARE(plot(u"b"_s).lines().size(), 0);
    QCOMPARE(plot(u"c"_s).lines().size(), 6);
    QVERIFY(m_log->asked().size() >= 6 + 18);
    QVERIFY(m_log->asked().first().keys.size() > 1);
    QVERIFY2(m_log->calls <= 1 + 18 + 2, qPrintable(QString::number(m_log->calls))); // one for all; each by itself where one was gone
}

void ChartsControllerTest::stopsReadingWhatIsNoLongerWanted()
{
    m_view->setTable(tableOf(8, {u"a"_s}), true);
    QTRY_COMPARE(m_log->asked().size(), 1); // the next one waits for the store's thread
    const RunRef running = m_log->asked().first().run;
    QList<RunRef> others;
    for (int i = 0; i < 8; ++i) {
        if (ref(i) != running)
            others.append(ref(i));
    }
    m_view->setShownOnly(others.mid(0, 2));
    QTRY_COMPARE(m_log->canceled.load(), 1);
    m_log->mayAnswer.release(100);
    QTRY_VERIFY(!m_controller->isBusy());
    QVERIFY(m_log->asked().size() <= 4); // and most of the eight were never asked for
    QCOMPARE(plot(u"a"_s).lines().size(), 2);
}

void ChartsControllerTest::oneKeyThatIsGoneDoesNotTakeTheOthersAlong()
{
    m_log->gone = {u"b"_s};
    m_log->mayAnswer.release(100);
    m_view->setTable(tableOf(1, {u"a"_s, u"b"_s, u"c"_s}), true);
    QTRY_VERIFY(m_log->asked().size() >= 4);
    QTRY_VERIFY(!m_controller->isBusy());
    QCOMPARE(plot(u"a"_s).lines().size(), 1);
    QCOMPARE(plot(u"b"_s).lines().size(), 0);
    QCOMPARE(plot(u"c"_s).lines().size(), 1);
}

// A store that other programs write into while its charts are looked at.
void ChartsControllerTest::runsThatGoOnGrow()
{
    m_log->mayAnswer.release(10'000);
    m_log->points = 20;
    m_view->setTable(tableOf(2, {u"a"_s, u"b"_s}, RunStatus::Running), true);
    QTRY_VERIFY(m_panel->findChild<ChartGrid *>()->card(u"a"_s));
    QTRY_COMPARE(plot(u"a"_s).lines().size(), 2);
    const PlotZoom zoom{AxisRange{5, 60}, {}};
    plot(u"a"_s).setZoom(zoom);
    int least = 2; // lines at any time
    connect(m_panel->findChild<ChartGrid *>(), &ChartGrid::visibleKeysChanged, this, [&] { least = 0; });
    m_controller->setLiveInterval(std::chrono::milliseconds(20));
    for (const int points : {30, 45, 50}) {
        m_log->points = points;
        const auto size = [this] { return plot(u"a"_s).lines().first().pyramid->size(); };
        while (int(size()) < points) {
            QTest::qWait(5);
            least = std::min({least, int(plot(u"a"_s).lines().size()), int(plot(u"b"_s).lines().size())});
            if (QTest::currentTestFailed())
                return;
        }
        QCOMPARE(plot(u"a"_s).zoom(), zoom);
    }
    QCOMPARE(least, 2); // never without its lines
    QCOMPARE(plot(u"b"_s).xRange(), plot(u"a"_s).xRange());
    // A failure in between takes nothing away.
    m_log->isLocked = true;
    const qsizetype before = m_log->asked().size();
    QTRY_VERIFY(m_log->asked().size() >= before + 3);
    QCOMPARE(plot(u"a"_s).lines().size(), 2);
    QCOMPARE(int(plot(u"a"_s).lines().first().pyramid->size()), 50);
    m_log->isLocked = false;
    // What has ended is not read again.
    m_view->setTable(tableOf(2, {u"a"_s, u"b"_s}, RunStatus::Finished), true);
    QTRY_VERIFY(!m_controller->isBusy());
    QTest::qWait(50);
    QTRY_VERIFY(!m_controller->isBusy());
    const qsizetype asked = m_log->asked().size();
    QTest::qWait(150);
    QCOMPARE(m_log->asked().size(), asked);
}

void ChartsControllerTest::cardsAreUndone()
{
    m_log->mayAnswer.release(100);
    m_view->setTable(tableOf(2, {u"a"_s, u"b"_s}), true);
    QTRY_VERIFY(m_panel->findChild<ChartGrid *>()->card(u"a"_s));
    QTRY_COMPARE(plot(u"a"_s).lines().size(), 2);
    QSignalSpy edited(m_controller.get(), &ChartsController::edited);
    auto *grid = m_panel->findChild<ChartGrid *>();
    Q_EMIT grid->spanChosen(u"a"_s, QSize(2, 1));
    QCOMPARE(edited.size(), 1);
    QVERIFY(ChartsController::isEdit(edited.first().at(1).toMap()));
    QVERIFY(!ChartsController::isEdit({{u"filter"_s, u"x"_s}}));
    QTRY_COMPARE(grid->card(u"a"_s)->spec().span, QSize(2, 1));
    QVERIFY(m_remembered.contains(u"cards"_s));
    m_controller->takeEdit({{u"charts.cards"_s, edited.first().at(1).toMap().value(u"charts.cards"_s)}});
    QTRY_COMPARE(grid->card(u"a"_s)->spec().span, QSize(1, 1));
    QCOMPARE(edited.size(), 1);
}

QTEST_MAIN(ChartsControllerTest)
#include "tst_chartscontroller.moc"
