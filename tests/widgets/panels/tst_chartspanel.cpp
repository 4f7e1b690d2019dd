// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/charts/chartcard.h"
#include "widgets/panels/charts/chartgrid.h"
#include "widgets/panels/charts/chartspanel.h"
#include "models/table/runtablebuilder.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace Assay;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(QList<Assay::SeriesKey>)

namespace {

RunRef ref(int number)
{
    return {ExperimentId(u"1"_s), RunId(u"run%1"_s.arg(number))};
}

RunTablePtr tableOf(int runs, const QStringList &keys, double latest = 1.0, RunStatus status = RunStatus::Finished)
{
    RunTableBuilder builder;
    for (int i = 0; i < runs; ++i) {
        Run run;
        run.info.ref = ref(i);
        run.info.name = u"name %1"_s.arg(i);
        run.info.status = status;
        run.info.startTime = 1'700'000'000'000;
        for (const QString &key : keys)
            run.metrics.insert(key, latest);
        builder.add(run);
    }
    return builder.finish();
}

MetricSeries seriesOf(const QString &key, int count = 50)
{
    MetricSeries series;
    series.key = key;
    for (int i = 0; i < count; ++i)
        series.add(i, 1'700'000'000'000 + i * 1000, i * 0.1);
    return series;
}

} // namespace

class ChartsPanelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { qRegisterMetaType<QList<Assay::SeriesKey>>(); }
    void init();
    void cleanup() { delete m_panel; delete m_view; }
    void asksOnlyForWhatIsInView();
    void drawsWhatComes();
    void asksAgainWhenTheTableSaysMore();
    void failedSeriesSaysWhy();
    void eyesChooseTheLines();
    void sectionsFold();
    void searchFindsFoldedKeys();
    void emptyStatesTeach();
    void axisAndScale();
    void clickSelectsTheRun();
    void enlargedCardFillsTheView();
    void cardsComeBackWithTheirZoom();
    void hiddenPanelAsksForNothing();
    void cacheForgetsWhatIsNotShown();

private:
    QList<SeriesKey> requested() const { return m_requests->isEmpty() ? QList<SeriesKey>() : m_requests->last().first().value<QList<SeriesKey>>(); }
    void answerAll();
    ChartGrid &grid() const { return *m_panel->findChild<ChartGrid *>(); }

    RunView *m_view = nullptr;
    ChartsPanel *m_panel = nullptr;
    std::unique_ptr<QSignalSpy> m_requests;
};

void ChartsPanelTest::init()
{
    m_view = new RunView;
    m_panel = new ChartsPanel;
    m_panel->setView(m_view);
    m_requests = std::make_unique<QSignalSpy>(m_panel, &ChartsPanel::seriesRequested);
    m_panel->resize(1100, 700);
    m_panel->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_panel));
}

void ChartsPanelTest::answerAll()
{
    QTRY_VERIFY(!requested().isEmpty());
    const QList<SeriesKey> keys = requested();
    for (const SeriesKey &key : keys)
        m_panel->setSeries(key, seriesOf(key.metric));
    QTRY_VERIFY(!m_panel->isBusy());
}

void ChartsPanelTest::asksOnlyForWhatIsInView()
{
    QStringList keys;
    for (int i = 0; i < 12'000; ++i)
        keys.append(u"metric_%1"_s.arg(i, 5, 10, QLatin1Char('0')));
    m_view->setTable(tableOf(2, keys), true);
    QTRY_VERIFY(!requested().isEmpty());
    QVERIFY(requested().size() <= 2 * 15);
    QCOMPARE(requested().first().metric, keys.first());
    QVERIFY(m_panel->findChildren<ChartCard *>().size() <= 15);
    answerAll();
    // Far below there are other cards, from the same few widgets.
    grid().verticalScrollBar()->setValue(grid().verticalScrollBar()->maximum());
    QTRY_COMPARE(requested().last().metric, keys.last());
    QVERIFY(m_panel->findChildren<ChartCard *>().size() <= 30);
}

void ChartsPanelTest::drawsWhatComes()
{
    m_view->setTable(tableOf(3, {u"loss"_s}), true);
    answerAll();
    const QList<PlotLine> lines = grid().card(u"loss"_s)->plot().lines();
    QCOMPARE(lines.size(), 3);
    // The first row lies on top, in the table's colour.
    QCOMPARE(lines.last().name, u"name 0"_s);
    QCOMPARE(lines.last().colorIndex, m_view->colorIndex(ref(0)));
    const qsizetype asked = m_requests->size();
    m_view->setSelectedRuns({ref(2)});
    QTRY_VERIFY(grid().card(u"loss"_s)->plot().lines().last().isSelected);
    QCOMPARE(m_requests->size(), asked);
}

void ChartsPanelTest::asksAgainWhenTheTableSaysMore()
{
    m_view->setTable(tableOf(1, {u"loss"_s}, 1.0), true);
    answerAll();
    m_view->setTable(tableOf(1, {u"loss"_s}, 1.0), true);
    QTRY_VERIFY(!m_panel->isBusy());
    QVERIFY(m_requests->last().first().value<QList<SeriesKey>>().size() == 1); // nothing new was asked for
    const qsizetype asked = m_requests->size();
    m_view->setTable(tableOf(1, {u"loss"_s}, 2.0), true);
    QTRY_COMPARE(m_requests->size(), asked + 1);
    QCOMPARE(grid().card(u"loss"_s)->plot().lines().size(), 1); // the old line stays until then
    answerAll();
    // Of a running run there may be more although its latest value is the same.
    m_view->setTable(tableOf(1, {u"loss"_s}, 2.0, RunStatus::Running), true);
    QTRY_COMPARE(m_requests->size(), asked + 2);
}

void ChartsPanelTest::failedSeriesSaysWhy()
{
    m_view->setTable(tableOf(1, {u"loss"_s}), true);
    QTRY_COMPARE(requested().size(), 1);
    m_panel->setSeries(requested().first(), Error{ErrorCode::Damaged, u"Line 3 cannot be read."_s, {}});
    QTRY_VERIFY(!m_panel->isBusy());
    QVERIFY(grid().card(u"loss"_s)->plot().lines().isEmpty());
    QCOMPARE(m_requests->size(), 1); // not again and again
}

void ChartsPanelTest::eyesChooseTheLines()
{
    m_view->setTable(tableOf(4, {u"loss"_s}), true);
    answerAll();
    m_view->setShown({ref(1), ref(3)}, false);
    QTRY_COMPARE(grid().card(u"loss"_s)->plot().lines().size(), 2);
    QCOMPARE(m_panel->findChild<QLabel *>(u"chartsCount"_s)->text(), u"1 chart · 2 runs"_s);
}

void ChartsPanelTest::sectionsFold()
{
    m_view->setTable(tableOf(1, {u"loss"_s, u"system/cpu"_s, u"train/loss"_s, u"train/acc"_s}), true);
    QTRY_COMPARE(grid().visibleKeys(), (QStringList{u"loss"_s, u"train/acc"_s, u"train/loss"_s}));
    grid().setFolded(u"system"_s, false);
    QCOMPARE(grid().visibleKeys().last(), u"system/cpu"_s);
    grid().setFolded(u"train"_s, true);
    QCOMPARE(grid().visibleKeys(), (QStringList{u"loss"_s, u"system/cpu"_s}));
    QTRY_COMPARE(requested().size(), 2);
    QCOMPARE(requested().last().metric, u"system/cpu"_s);
}

void ChartsPanelTest::searchFindsFoldedKeys()
{
    m_view->setTable(tableOf(1, {u"loss"_s, u"system/cpu"_s}), true);
    QTRY_COMPARE(grid().visibleKeys(), QStringList{u"loss"_s});
    m_panel->findChild<QLineEdit *>(u"chartsSearch"_s)->setText(u"CPU"_s);
    QTRY_COMPARE(grid().visibleKeys(), QStringList{u"system/cpu"_s});
}

void ChartsPanelTest::emptyStatesTeach()
{
    const auto *message = m_panel->findChild<QLabel *>(u"chartsMessage"_s);
    auto *action = m_panel->findChild<QPushButton *>(u"chartsAction"_s);
    m_view->setTable(tableOf(20, {u"loss"_s}), true);
    QTRY_VERIFY(!message->isVisible());
    m_view->setShownOnly({});
    QTRY_VERIFY(message->isVisible() && message->text().contains(u"eye"));
    QTest::mouseClick(action, Qt::LeftButton);
    QTRY_VERIFY(!message->isVisible());
    QCOMPARE(m_view->shownRuns().size(), RunView::FirstShown);
    m_panel->findChild<QLineEdit *>(u"chartsSearch"_s)->setText(u"nothing"_s);
    QTRY_VERIFY(message->isVisible() && message->text().contains(u"nothing"));
    QTest::mouseClick(action, Qt::LeftButton);
    QTRY_VERIFY(!message->isVisible());
    m_view->setTable(tableOf(2, {}), true);
    QTRY_VERIFY(message->isVisible());
    QVERIFY(!action->isVisible());
}

void ChartsPanelTest::axisAndScale()
{
    m_view->setTable(tableOf(1, {u"loss"_s}), true);
    answerAll();
    PlotView &plot = grid().card(u"loss"_s)->plot();
    QTRY_VERIFY(plot.xRange().hi < 60);
    m_panel->findChild<QToolButton *>(u"xAxis%1"_s.arg(int(XAxis::RelativeTime)))->click();
    QTRY_VERIFY(plot.xRange().hi > 40'000 && plot.xRange().hi < 60'000); // ms since the start
    m_panel->findChild<QToolButton *>(u"xAxis%1"_s.arg(int(XAxis::WallTime)))->click();
    QTRY_VERIFY(plot.xRange().lo > 1.6e12);
    auto *scale = m_panel->findChild<QComboBox *>(u"yScale"_s);
    scale->setCurrentIndex(1);
    Q_EMIT scale->activated(1);
    QTRY_VERIFY(plot.yRange().lo > 0 && !plot.lines().isEmpty());
    QCOMPARE(m_requests->size(), 1);
}

void ChartsPanelTest::clickSelectsTheRun()
{
    m_view->setTable(tableOf(2, {u"loss"_s}), true);
    answerAll();
    ChartCard *card = grid().card(u"loss"_s);
    Q_EMIT card->plot().lineActivated(0, {});
    QCOMPARE(m_view->selectedRuns(), QList{ref(1)});
    QCOMPARE(m_view->currentRun(), ref(1));
    Q_EMIT card->plot().lineActivated(1, Qt::ShiftModifier);
    QCOMPARE(m_view->selectedRuns().size(), 2);
}

void ChartsPanelTest::enlargedCardFillsTheView()
{
    m_view->setTable(tableOf(1, {u"a"_s, u"b"_s, u"c"_s}), true);
    QTRY_COMPARE(grid().visibleKeys().size(), 3);
    grid().card(u"b"_s)->findChild<QToolButton *>(u"enlargeChart"_s)->click();
    QCOMPARE(grid().visibleKeys(), QStringList{u"b"_s});
    QVERIFY(grid().card(u"b"_s)->width() > 1000);
    grid().card(u"b"_s)->findChild<QToolButton *>(u"enlargeChart"_s)->click();
    QCOMPARE(grid().visibleKeys().size(), 3);
}

void ChartsPanelTest::cardsComeBackWithTheirZoom()
{
    QStringList keys;
    for (int i = 0; i < 100; ++i)
        keys.append(u"metric_%1"_s.arg(i, 3, 10, QLatin1Char('0')));
    m_view->setTable(tableOf(1, keys), true);
    answerAll();
    const PlotZoom zoom{AxisRange{10, 20}, {}};
    grid().setLinksZoom(false);
    grid().card(keys.first())->plot().setZoom(zoom);
    grid().verticalScrollBar()->setValue(grid().verticalScrollBar()->maximum());
    QTRY_VERIFY(!grid().card(keys.first()));
    for (const QString &key : grid().visibleKeys())
        QVERIFY(grid().card(key)->plot().zoom().isAll());
    grid().verticalScrollBar()->setValue(0);
    QTRY_VERIFY(grid().card(keys.first()));
    QCOMPARE(grid().card(keys.first())->plot().zoom(), zoom);
}

void ChartsPanelTest::hiddenPanelAsksForNothing()
{
    m_panel->hide();
    m_view->setTable(tableOf(1, {u"loss"_s}), true);
    QTest::qWait(60);
    QVERIFY(requested().isEmpty());
    m_panel->show();
    QTRY_COMPARE(requested().size(), 1);
    m_panel->hide();
    QVERIFY(requested().isEmpty()); // taken back
    m_panel->show();
    QTRY_COMPARE(requested().size(), 1);
}

void ChartsPanelTest::cacheForgetsWhatIsNotShown()
{
    SeriesCache cache;
    const SeriesKey kept{ref(0), u"kept"_s};
    const SeriesKey left{ref(0), u"left"_s};
    cache.insert(kept, seriesOf(u"kept"_s, 10'000), {});
    cache.insert(left, seriesOf(u"left"_s, 10'000), {});
    cache.trim(1);
    QCOMPARE(cache.count(), 2); // both were of use since the last look
    QVERIFY(cache.pyramid(kept, {}));
    cache.trim(1'000'000);
    QCOMPARE(cache.count(), 2); // there is room
    QVERIFY(cache.pyramid(kept, {}));
    cache.trim(100'000);
    QCOMPARE(cache.state(left), SeriesCache::State::Missing);
    QCOMPARE(cache.state(kept), SeriesCache::State::Ready);
    // A long one is built in a worker.
    QSignalSpy changed(&cache, &SeriesCache::changed);
    cache.insert(left, seriesOf(u"left"_s, 100'000), {});
    QTRY_VERIFY(cache.pyramid(left, {}));
    QCOMPARE(changed.size(), 2);
    QVERIFY(!cache.isBuilding());
}

QTEST_MAIN(ChartsPanelTest)
#include "tst_chartspanel.moc"
