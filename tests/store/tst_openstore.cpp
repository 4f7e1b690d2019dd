// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/runlibrary.h"
#include "models/table/runtablebuilder.h"
#include "tests/support/emptystore.h"

#include <QPointer>
#include <QSignalSpy>
#include <QTest>
#include <QThread>

#include <atomic>

using namespace Assay;
using namespace Qt::StringLiterals;

namespace {

const QString Address = u"far://away"_s;

RunTablePtr runsNamed(const QStringList &ids)
{
    RunTableBuilder builder;
    for (const QString &id : ids) {
        RunInfo info;
        info.ref = {ExperimentId(u"1"_s), RunId(id)};
        builder.addRun(info);
    }
    return builder.finish();
}

// What the network and the far end are like, as the test wants it.
struct World {
    std::atomic<bool> isUp = true;
    std::atomic<bool> isRefused = false; // the server is there and lets nobody in
    std::atomic<bool> hasKept = false;
    std::atomic<bool> hasManyKept = false; // their first rows come before the others
    std::atomic<int> readings = 0;
    std::atomic<int> readingsOfChanges = 0;
    std::atomic<bool> hasNews = false;
    std::atomic<bool> isSlow = false; // answers when this ends
};

class KeptStore : public Testing::EmptyStore
{
public:
    StoreInfo info() const override
    {
        StoreInfo info;
        info.keptAt = 1000;
        return info;
    }
    Result<Loaded<RunTablePtr>> runs(const RunRequest &, const PartialRuns &partial, Job &) override
    {
        if (partial && isLarge)
            partial(runsNamed({u"kept"_s}));
        return Loaded<RunTablePtr>{runsNamed(isLarge ? QStringList{u"kept"_s, u"later"_s} : QStringList{u"kept"_s}), {}};
    }
    bool isLarge = false;
};

class FarStore : public Testing::EmptyStore
{
public:
    explicit FarStore(std::shared_ptr<World> world) : m_world(std::move(world)) {}

    StoreBackend *kept() override
    {
        m_kept.isLarge = m_world->hasManyKept;
        return m_world->hasKept ? &m_kept : nullptr;
    }
    Result<Loaded<QList<Experiment>>> experiments(Job &) override
    {
        ++m_world->readings;
        if (m_world->isRefused)
            return Error{ErrorCode::AccessDenied, u"Who are you?"_s, {}};
        if (!m_world->isUp)
            return Error{ErrorCode::Unreachable, u"Gone."_s, {}};
        return Loaded<QList<Experiment>>{};
    }
    Result<Loaded<RunTablePtr>> runs(const RunRequest &request, const PartialRuns &, Job &) override
    {
        if (request.known && request.knownSince)
            ++m_world->readingsOfChanges;
        while (m_world->isSlow)
            QThread::msleep(1);
        if (m_world->hasNews)
            return Loaded<RunTablePtr>{runsNamed({u"a"_s, u"b"_s, u"c"_s}), {}};
        return Loaded<RunTablePtr>{request.known ? request.known : runsNamed({u"a"_s, u"b"_s}), {}};
    }

private:
    std::shared_ptr<World> m_world;
    KeptStore m_kept;
};

class FarFormat final : public StoreFormat
{
public:
    explicit FarFormat(std::shared_ptr<World> world) : m_world(std::move(world)) {}
    QString id() const override { return u"far"_s; }
    QString displayName() const override { return id(); }
    bool isRemote() const override { return true; }
    bool takesAddress(const QString &scheme) const override { return scheme == id(); }
    StoreProbe probe(const QString &location, Job &) const override { return {{{id(), location}}, {}}; }
    Result<std::unique_ptr<StoreBackend>> open(const QString &, const OpenOptions &, Job &) const override { return std::unique_ptr<StoreBackend>(std::make_unique<FarStore>(m_world)); }

private:
    std::shared_ptr<World> m_world;
};

} // namespace

// What a store that can go away shows of itself.
class TestOpenStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void showsWhatWasKeptBeforeTheStoreAnswers();
    void showsTheFirstRowsOfWhatWasKept();
    void isOfflineWithWhatWasKept();
    void keepsWhatWasReadWhenTheStoreGoesAway();
    void failsWithNothingToShow();
    void saysThatItIsRefusedAndKeepsWhatIsThere();
    void noticesThatTheStoreIsBack();
    void staysOfflineWhenItIsStopped();
    void keepsWhatIsShownForTheSameAccount();
    void showsNothingOfAnotherAccount();
    void refreshesWithoutAWord();
    void refreshesOnTopOfEdits();

private:
    std::unique_ptr<OpenStore> open();
    static OpenOptions as(const QString &user)
    {
        OpenOptions options;
        options.credentials.user = user;
        return options;
    }
    static OpenStore *open(RunLibrary &library, const QString &user)
    {
        library.setRemoteAccess([user](const QString &, const std::function<void(const OpenOptions &)> &answer) { answer(as(user)); });
        library.open(Address);
        return QTest::qWaitFor([&] { return library.find(Address) != nullptr; }) ? library.find(Address) : nullptr;
    }

    std::shared_ptr<World> m_world;
    std::unique_ptr<StoreRegistry> m_registry;
};

void TestOpenStore::init()
{
    m_world = std::make_shared<World>();
    std::vector<std::unique_ptr<StoreFormat>> formats;
    formats.push_back(std::make_unique<FarFormat>(m_world));
    m_registry = std::make_unique<StoreRegistry>(std::move(formats));
}

std::unique_ptr<OpenStore> TestOpenStore::open()
{
    return std::make_unique<OpenStore>(*m_registry, StoreCandidate{u"far"_s, Address}, OpenOptions{});
}

void TestOpenStore::showsWhatWasKeptBeforeTheStoreAnswers()
{
    m_world->hasKept = true;
    const auto store = open();
    QList<qsizetype> seen;
    QList<OptionalTime> ages;
    connect(store.get(), &OpenStore::runsChanged, this, [&] { seen.append(store->runs()->rowCount()); ages.append(store->readAt()); });
    QTRY_COMPARE(store->state(), OpenStore::State::Ready);
    QCOMPARE(seen, (QList<qsizetype>{1, 2}));
    QCOMPARE(ages.first(), OptionalTime(1000));
    QVERIFY(*ages.last() > 1000);
}

void TestOpenStore::showsTheFirstRowsOfWhatWasKept()
{
    m_world->hasKept = m_world->hasManyKept = true;
    m_world->isUp = false;
    const auto store = open();
    QList<qsizetype> seen;
    connect(store.get(), &OpenStore::runsChanged, this, [&] {
        seen.append(store->runs()->rowCount());
        QCOMPARE(store->readAt(), OptionalTime(1000)); // and how old they are
        QVERIFY(!store->showsNewest());
    });
    QTRY_COMPARE(store->state(), OpenStore::State::Offline);
    QCOMPARE(seen, (QList<qsizetype>{1, 2}));
}

void TestOpenStore::isOfflineWithWhatWasKept()
{
    m_world->hasKept = true;
    m_world->isUp = false;
    const auto store = open();
    QTRY_COMPARE(store->state(), OpenStore::State::Offline);
    QCOMPARE(store->runs()->rowCount(), 1);
    QVERIFY(store->runsComplete());
    QCOMPARE(store->readAt(), OptionalTime(1000));
    QVERIFY(store->offlineSince());
    QCOMPARE(store->error().message, u"Gone."_s);
}

void TestOpenStore::keepsWhatWasReadWhenTheStoreGoesAway()
{
    const auto store = open();
    QTRY_COMPARE(store->state(), OpenStore::State::Ready);
    m_world->isUp = false;
    store->reload();
    QTRY_COMPARE(store->state(), OpenStore::State::Offline);
    QCOMPARE(store->runs()->rowCount(), 2);
}

void TestOpenStore::failsWithNothingToShow()
{
    m_world->isUp = false;
    const auto store = open();
    QTRY_COMPARE(store->state(), OpenStore::State::Failed);
    QVERIFY(!store->runs());
}

void TestOpenStore::saysThatItIsRefusedAndKeepsWhatIsThere()
{
    m_world->hasKept = true;
    m_world->isRefused = true;
    const auto store = open();
    QTRY_COMPARE(store->state(), OpenStore::State::Failed);
    QCOMPARE(store->error().code, ErrorCode::AccessDenied);
    QCOMPARE(store->runs()->rowCount(), 1);
}

void TestOpenStore::noticesThatTheStoreIsBack()
{
    m_world->hasKept = true;
    m_world->isUp = false;
    const auto store = open();
    QTRY_COMPARE(store->state(), OpenStore::State::Offline);
    QSignalSpy states(store.get(), &OpenStore::stateChanged);
    const int before = m_world->readings;
    m_world->isUp = true;
    QTRY_COMPARE_WITH_TIMEOUT(store->state(), OpenStore::State::Ready, 10'000);
    QCOMPARE(m_world->readings, before + 1);
    QCOMPARE(states.size(), 1); // calm until it answers
    QCOMPARE(store->runs()->rowCount(), 2);
    QVERIFY(!store->offlineSince());
}

void TestOpenStore::staysOfflineWhenItIsStopped()
{
    const auto store = open();
    QTRY_COMPARE(store->state(), OpenStore::State::Ready);
    m_world->isUp = false;
    store->reload();
    QTRY_COMPARE(store->state(), OpenStore::State::Offline);
    store->stop();
    QCOMPARE(store->state(), OpenStore::State::Offline);
    QVERIFY(!store->showsNewest());
    m_world->isUp = true;
    QTRY_COMPARE_WITH_TIMEOUT(store->state(), OpenStore::State::Ready, 10'000);
}

void TestOpenStore::keepsWhatIsShownForTheSameAccount()
{
    RunLibrary library(std::move(m_registry));
    OpenStore *const store = open(library, u"ann"_s);
    QTRY_COMPARE(store->state(), OpenStore::State::Ready);
    const RunTablePtr runs = store->runs();
    m_world->isUp = false;
    library.reopen(store, as(u"ann"_s));
    QCOMPARE(library.stores(), QList<OpenStore *>{store});
    QCOMPARE(store->runs(), runs);
    QTRY_COMPARE(store->state(), OpenStore::State::Offline);
    QCOMPARE(store->runs(), runs);
    m_world->isUp = true;
    library.reopen(store, as(u"ann"_s));
    QTRY_COMPARE(store->state(), OpenStore::State::Ready);
}

void TestOpenStore::showsNothingOfAnotherAccount()
{
    RunLibrary library(std::move(m_registry));
    const QPointer<OpenStore> anns = open(library, u"ann"_s);
    QTRY_COMPARE(anns->state(), OpenStore::State::Ready);
    QSignalSpy closed(&library, &RunLibrary::storeClosed), opened(&library, &RunLibrary::storeOpened);
    m_world->isUp = false;
    library.reopen(anns, as(u"bob"_s));
    QCOMPARE(closed.size(), 1);
    QCOMPARE(opened.size(), 1);
    OpenStore *const bobs = library.find(Address);
    QVERIFY(bobs && bobs != anns);
    QCOMPARE(bobs->runs(), nullptr); // at once
    QCOMPARE(bobs->store().account(), u"bob"_s);
    QTRY_COMPARE(bobs->state(), OpenStore::State::Failed);
    QCOMPARE(bobs->runs(), nullptr);
    QTRY_VERIFY(!anns);
}

void TestOpenStore::refreshesWithoutAWord()
{
    const auto store = open();
    store->refresh(); // is being read as it is
    QTRY_COMPARE(store->state(), OpenStore::State::Ready);
    QCOMPARE(m_world->readings, 1);
    QSignalSpy states(store.get(), &OpenStore::stateChanged), runs(store.get(), &OpenStore::runsChanged), read(store.get(), &OpenStore::wasRead);
    QSignalSpy experiments(store.get(), &OpenStore::experimentsChanged), models(store.get(), &OpenStore::modelsChanged);
    store->refresh();
    store->refresh();
    QTRY_COMPARE(read.size(), 1);
    QCOMPARE(m_world->readings, 2);
    QCOMPARE(m_world->readingsOfChanges, 1);
    QCOMPARE(runs.size() + states.size() + experiments.size() + models.size(), 0);
    m_world->hasNews = true;
    store->refresh();
    QTRY_COMPARE(runs.size(), 1);
    QCOMPARE(store->runs()->rowCount(), 3);
    QCOMPARE(states.size(), 0);
    store->reload();
    QTRY_COMPARE(read.size(), 3);
    QCOMPARE(m_world->readingsOfChanges, 2); // a reload is exact
}

// Rows that were read again while a refresh was on its way stay.
void TestOpenStore::refreshesOnTopOfEdits()
{
    const auto store = open();
    QTRY_COMPARE(store->state(), OpenStore::State::Ready);
    QSignalSpy read(store.get(), &OpenStore::wasRead);
    m_world->isSlow = true;
    store->refresh();
    QTRY_COMPARE(m_world->readingsOfChanges, 1);
    RunTableBuilder builder;
    RunInfo info;
    info.ref = store->runs()->ref(1);
    info.name = u"renamed"_s;
    builder.addRun(info);
    store->takeRuns(*builder.finish());
    m_world->isSlow = false;
    QTRY_COMPARE(read.size(), 1);
    QCOMPARE(store->runs()->info(1).name, u"renamed"_s);
    QCOMPARE(m_world->readingsOfChanges, 2);
}

QTEST_GUILESS_MAIN(TestOpenStore)
#include "tst_openstore.moc"
