// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/offline/cachedstore.h"
#include "models/offline/keepoffline.h"
#include "tests/offline/farstore.h"
#include "tests/support/testing.h"

#include <QTemporaryDir>
#include <QTest>

#include <tuple>

using namespace Assay;
using namespace Qt::StringLiterals;
using Testing::Away;
using Testing::FarStore;
using Testing::Line;

// A part of a store that is wanted while the store is away.
class TestKeepOffline : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void hasAllOfItWhileAway();
    void tellsTheSizeBeforehand();
    void readsNothingTwice();
    void cannotWhileAway();
    void isNotForStoresOfThisMachine();
    void isReleased();

private:
    std::unique_ptr<StoreBackend> open();
    CopySelection oneExperiment(StoreBackend &store);

    SilentJob m_job;
    Line m_line;
    std::unique_ptr<QTemporaryDir> m_folder;
    StoreRegistry m_registry{allStoreFormats()};
};

void TestKeepOffline::init()
{
    m_line = {};
    m_folder = std::make_unique<QTemporaryDir>();
}

std::unique_ptr<StoreBackend> TestKeepOffline::open()
{
    const auto opener = [this](bool, Job &job) -> Result<std::unique_ptr<StoreBackend>> {
        if (!m_line.isUp)
            return Away;
        auto opened = m_registry.open(*m_registry.locate(Testing::fixture(u"sqlite-3.17"_s), job), {}, job);
        if (!opened)
            return opened.error();
        return std::unique_ptr<StoreBackend>(std::make_unique<FarStore>(std::move(*opened), m_line));
    };
    auto store = CachedStore::open(m_folder->filePath(u"kept"_s), {}, opener, {}, m_job);
    return store ? std::move(*store) : nullptr;
}

// The experiment with the most runs.
CopySelection TestKeepOffline::oneExperiment(StoreBackend &store)
{
    std::ignore = store.experiments(m_job);
    const auto runs = store.runs({}, {}, m_job);
    QHash<ExperimentId, int> counts;
    for (uint32_t row = 0; runs && row < uint32_t(runs->value->rowCount()); ++row)
        ++counts[runs->value->ref(row).experiment];
    CopySelection selection;
    selection.experiments = {std::max_element(counts.cbegin(), counts.cend()).key()};
    selection.artifacts = CopySelection::Artifacts::Bytes;
    return selection;
}

void TestKeepOffline::hasAllOfItWhileAway()
{
    struct Seen {
        RunRef run;
        qsizetype histories = 0;
        QHash<QString, QByteArray> files;
    };
    QList<Seen> seen;
    CopySelection selection;
    const auto readFiles = [this](StoreBackend &store, const RunRef &run) {
        QHash<QString, QByteArray> files;
        const auto listing = store.artifacts(run, {}, true, m_job);
        for (const ArtifactEntry &entry : listing ? listing->entries : QList<ArtifactEntry>()) {
            QByteArray bytes;
            if (!entry.isFolder && store.readArtifact(run, entry.path, [&](QByteArrayView piece) { bytes.append(piece); return true; }, m_job))
                files.insert(entry.path, bytes);
        }
        return files;
    };
    {
        const auto store = open();
        selection = oneExperiment(*store);
        const auto report = keepOffline(*store, selection, m_job);
        VERIFY_RESULT(report);
        QVERIFY(report->size.runs > 0);
        const auto runs = store->runs({selection.experiments, {}, ViewType::All}, {}, m_job);
        VERIFY_RESULT(runs);
        QCOMPARE(report->size.runs, runs->value->rowCount());
        for (uint32_t row = 0; row < uint32_t(runs->value->rowCount()); ++row) {
            const RunRef run = runs->value->ref(row);
            const auto history = store->history({run, {}}, m_job);
            seen.append({run, history ? history->value.size() : 0, readFiles(*store, run)});
        }
    }
    m_line.isUp = false;
    const auto store = open();
    std::ignore = store->experiments(m_job);
    const int questions = m_line.questions;
    qsizetype files = 0;
    for (const Seen &one : std::as_const(seen)) {
        const auto history = store->history({one.run, {}}, m_job);
        VERIFY_RESULT(history);
        QCOMPARE(history->value.size(), one.histories);
        QCOMPARE(readFiles(*store, one.run), one.files);
        files += one.files.size();
    }
    QVERIFY(files > 0);
    QCOMPARE(m_line.questions, questions);
}

void TestKeepOffline::tellsTheSizeBeforehand()
{
    const auto store = open();
    const CopySelection selection = oneExperiment(*store);
    const auto size = measureOffline(*store, selection, m_job);
    VERIFY_RESULT(size);
    const auto report = keepOffline(*store, selection, m_job);
    VERIFY_RESULT(report);
    QCOMPARE(size->runs, report->size.runs);
    QCOMPARE(size->files, report->size.files);
    QCOMPARE(size->artifactBytes, report->size.artifactBytes);
}

void TestKeepOffline::readsNothingTwice()
{
    const auto store = open();
    const CopySelection selection = oneExperiment(*store);
    VERIFY_RESULT(keepOffline(*store, selection, m_job));
    const int first = m_line.contents;
    QVERIFY(first > 10);
    VERIFY_RESULT(keepOffline(*store, selection, m_job));
    const int then = m_line.contents - first; // of runs that are not over, which go on
    QVERIFY2(then < first / 4, qPrintable(u"%1, then %2"_s.arg(first).arg(then)));
}

void TestKeepOffline::cannotWhileAway()
{
    m_line.isUp = false;
    const auto store = open();
    QCOMPARE(keepOffline(*store, {}, m_job).error().code, ErrorCode::Unreachable);
}

void TestKeepOffline::isNotForStoresOfThisMachine()
{
    auto local = m_registry.open(*m_registry.locate(Testing::fixture(u"sqlite-3.17"_s), m_job), {}, m_job);
    VERIFY_RESULT(local);
    QCOMPARE(keepOffline(**local, {}, m_job).error().code, ErrorCode::Unsupported);
}

void TestKeepOffline::isReleased()
{
    const auto store = open();
    const CopySelection selection = oneExperiment(*store);
    VERIFY_RESULT(keepOffline(*store, selection, m_job));
    auto &writer = static_cast<CachedStore *>(store.get())->writer();
    auto uses = writer.uses();
    VERIFY_RESULT(uses);
    QList<RunRef> pinned;
    for (const CopyUse &use : std::as_const(*uses))
        if (use.isPinned)
            pinned.append(use.run);
    QVERIFY(!pinned.isEmpty());
    QVERIFY(releaseOffline(*store, pinned));
    uses = writer.uses();
    QVERIFY(std::none_of(uses->cbegin(), uses->cend(), [](const CopyUse &use) { return use.isPinned; }));
}

QTEST_GUILESS_MAIN(TestKeepOffline)
#include "tst_keepoffline.moc"
