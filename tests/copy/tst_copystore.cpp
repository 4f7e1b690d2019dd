// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/copy/storecopier.h"
#include "models/store/storeregistry.h"
#include "tests/copy/copyfixture.h"
#include "tests/support/testing.h"

#include <bit>
#include <cmath>

using namespace Assay;
using namespace Assay::Testing;
using namespace Qt::StringLiterals;

namespace {

// NaN is not equal to itself, and 0 is equal to -0.
Run bitwise(Run run)
{
    for (double &value : run.metrics)
        value = value != value ? 123456.75 : value == 0 && std::signbit(value) ? -654321.5 : value;
    return run;
}

bool isSame(const MetricSeries &a, const MetricSeries &b)
{
    const auto bits = [](double value) { return std::bit_cast<uint64_t>(canonicalNaN(value)); };
    return a.key == b.key && a.steps == b.steps && a.timestamps == b.timestamps && std::ranges::equal(a.values, b.values, {}, bits, bits);
}

} // namespace

// Copies of the fixture stores, made and read as the caller does.
class TestCopyStore : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<StoreRegistry> m_registry;
    SilentJob m_job;

    std::unique_ptr<StoreBackend> openFixture(const QString &name)
    {
        const auto candidate = m_registry->locate(fixture(name), m_job); // it is only read
        auto backend = candidate ? m_registry->open(*candidate, {}, m_job) : candidate.error();
        return backend ? *std::move(backend) : nullptr;
    }
    void compareRuns(const RunTable &want, const RunTable &got);
    void compareArtifacts(StoreBackend &source, StoreBackend &copy, const RunRef &run);

private Q_SLOTS:
    void initTestCase() { m_registry = std::make_unique<StoreRegistry>(allStoreFormats()); }

    void isEqualToItsSource_data()
    {
        QTest::addColumn<QString>("store");
        for (const QString &name : {u"file-1.30"_s, u"file-2.22"_s, u"file-3.17"_s, u"sqlite-2.22"_s, u"sqlite-3.17"_s, u"sqlite-old"_s, u"damaged"_s})
            QTest::newRow(qPrintable(name)) << name;
    }
    void isEqualToItsSource();
    void knowsWhatItWasNotTold();
    void goesOnWhereItWasStopped();
    void ofSomeRuns();
};

void TestCopyStore::compareRuns(const RunTable &want, const RunTable &got)
{
    QCOMPARE(got.rowCount(), want.rowCount());
    QCOMPARE(got.dialect(), want.dialect());
    QCOMPARE(got.rowsNamedByTag(), want.rowsNamedByTag());
    QCOMPARE(got.columns().size(), want.columns().size());
    for (uint32_t row = 0; row < uint32_t(want.rowCount()); ++row)
        QCOMPARE(bitwise(got.run(row)), bitwise(want.run(row)));
}

void TestCopyStore::compareArtifacts(StoreBackend &source, StoreBackend &copy, const RunRef &run)
{
    const auto want = source.artifacts(run, {}, true, m_job), got = copy.artifacts(run, {}, true, m_job);
    QCOMPARE(got.hasValue(), want.hasValue());
    if (!want)
        return;
    QCOMPARE(got->entries, want->entries);
    QCOMPARE(got->artifactUri, want->artifactUri);
    QCOMPARE(got->reachable, want->reachable);
    QCOMPARE(got->note, want->note);
    for (const ArtifactEntry &entry : want->entries) {
        if (entry.isFolder && !entry.isLink) {
            QCOMPARE(copy.artifacts(run, entry.path, false, m_job)->entries, source.artifacts(run, entry.path, false, m_job)->entries);
            QCOMPARE(copy.artifacts(run, entry.path, true, m_job)->entries, source.artifacts(run, entry.path, true, m_job)->entries);
        } else if (!entry.isLink) {
            QCOMPARE(bytesOf(copy, run, entry.path), bytesOf(source, run, entry.path));
        }
    }
    const auto models = source.loggedModels(run, m_job);
    VERIFY_RESULT(models);
    QCOMPARE(*copy.loggedModels(run, m_job), *models);
    for (const LoggedModel &model : *models)
        QCOMPARE(copy.modelArtifacts(run, model, m_job)->entries, source.modelArtifacts(run, model, m_job)->entries);
}

void TestCopyStore::isEqualToItsSource()
{
    QFETCH(QString, store);
    const auto source = openFixture(store == "damaged"_L1 ? u"damaged/mlruns"_s : store);
    QVERIFY(source);
    const QTemporaryDir folder;
    {
        const Copy copy = Copy::open(folder);
        QVERIFY(copy.database);
        CopyWriter writer = copy.writer();
        CopySelection selection;
        selection.artifacts = CopySelection::Artifacts::Bytes;
        const auto report = StoreCopier(*source, selection).copyTo(writer, m_job);
        VERIFY_RESULT(report);
        QVERIFY(report->size.runs > 0 && report->size.histories > 0);
        QVERIFY(store == "damaged"_L1 || report->problems.isEmpty());
    }
    const Copy again = Copy::open(folder); // as another program would
    CopyStore copy(again.database, again.files);
    const auto experiments = source->experiments(m_job), copiedExperiments = copy.experiments(m_job);
    VERIFY_RESULT(copiedExperiments);
    QCOMPARE(copiedExperiments->value, experiments->value);
    QCOMPARE(copiedExperiments->problems, experiments->problems);
    const RunTablePtr want = runsOf(*source);
    compareRuns(*want, *runsOf(copy));
    for (uint32_t row = 0; row < uint32_t(want->rowCount()); ++row) {
        const RunRef run = want->ref(row);
        const auto histories = source->history({run, {}}, m_job), copied = copy.history({run, {}}, m_job);
        VERIFY_RESULT(copied);
        QCOMPARE(copied->problems, histories->problems);
        QVERIFY2(std::ranges::equal(histories->value, copied->value, isSame), qPrintable(run.run.value));
        compareArtifacts(*source, copy, run);
    }
    const auto models = source->models(m_job), copiedModels = copy.models(m_job);
    QCOMPARE(copiedModels->value, models->value);
    QCOMPARE(copiedModels->problems, models->problems);
    const auto counts = copy.counts(m_job);
    VERIFY_RESULT(counts);
    QCOMPARE(counts->runs, want->rowCount());
    QVERIFY(!copy.info().writable && !copy.info().whyNotWritable.isEmpty());
    QVERIFY(copy.info().keptAt);
    QCOMPARE(copy.source().formatId, source->info().formatId);
}

// What was never read is not the same as what is not there.
void TestCopyStore::knowsWhatItWasNotTold()
{
    const auto source = openFixture(u"sqlite-3.17"_s);
    QVERIFY(source);
    const QTemporaryDir folder;
    const Copy copy = Copy::open(folder);
    CopyStore store(copy.database, copy.files);
    QCOMPARE(store.runs({}, {}, m_job).error().code, ErrorCode::NotKept);
    QCOMPARE(store.experiments(m_job).error().code, ErrorCode::NotKept);
    QCOMPARE(store.models(m_job).error().code, ErrorCode::NotKept);
    const RunTablePtr all = runsOf(*source);
    uint32_t row = 0;
    while (all->run(row).metrics.isEmpty() || source->artifacts(all->ref(row), {}, true, m_job)->entries.isEmpty())
        ++row;
    const RunRef run = all->ref(row);
    QCOMPARE(store.history({run, {}}, m_job).error().code, ErrorCode::NotKept);
    CopyWriter writer = copy.writer();
    VERIFY_RESULT(writer.putRuns({}, {all, {}}, 1));
    const QString key = all->run(row).metrics.firstKey();
    QCOMPARE(store.history({run, {}}, m_job).error().code, ErrorCode::NotKept);
    QCOMPARE(store.history({run, {key}}, m_job).error().code, ErrorCode::NotKept);
    QCOMPARE(store.history({run, {u"no such metric"_s}}, m_job).error().code, ErrorCode::NotFound);
    QCOMPARE(store.artifacts(run, {}, true, m_job).error().code, ErrorCode::NotKept);
    QCOMPARE(store.loggedModels(run, m_job).error().code, ErrorCode::NotKept);
    QCOMPARE(store.history({{run.experiment, RunId(u"none"_s)}, {}}, m_job).error().code, ErrorCode::NotFound);
    VERIFY_RESULT(writer.putHistories(run, *source->history({run, {key}}, m_job), false, 2));
    QCOMPARE(store.history({run, {key}}, m_job)->value.size(), 1);
    // One folder after the other, as a server is asked.
    const auto top = source->artifacts(run, {}, false, m_job);
    VERIFY_RESULT(writer.putListing({run}, {}, false, *top, 3));
    QCOMPARE(store.artifacts(run, {}, false, m_job)->entries, top->entries);
    for (const ArtifactEntry &entry : top->entries) {
        if (!entry.isFolder) {
            QCOMPARE(store.readArtifact(run, entry.path, {}, m_job).error().code, ErrorCode::NotKept);
            continue;
        }
        QCOMPARE(store.artifacts(run, entry.path, false, m_job).error().code, ErrorCode::NotKept);
        QCOMPARE(store.artifacts(run, {}, true, m_job).error().code, ErrorCode::NotKept);
        VERIFY_RESULT(writer.putListing({run}, entry.path, true, *source->artifacts(run, entry.path, true, m_job), 4));
        QCOMPARE(store.artifacts(run, entry.path, true, m_job)->entries, source->artifacts(run, entry.path, true, m_job)->entries);
    }
    QCOMPARE(store.artifacts(run, {}, true, m_job)->entries, source->artifacts(run, {}, true, m_job)->entries);
    QCOMPARE(store.artifacts(run, u"none"_s, false, m_job).error().code, ErrorCode::NotFound);
    QCOMPARE(store.readArtifact(run, u"none"_s, {}, m_job).error().code, ErrorCode::NotFound);
    QCOMPARE(store.editRun(RunEdit::rename(run, {}, u"x"_s), m_job).error().code, ErrorCode::ReadOnly);
}

void TestCopyStore::goesOnWhereItWasStopped()
{
    const auto source = openFixture(u"file-3.17"_s);
    QVERIFY(source);
    const QTemporaryDir folder;
    CopySelection selection;
    selection.artifacts = CopySelection::Artifacts::Bytes;
    const auto size = StoreCopier(*source, selection).measure(m_job);
    VERIFY_RESULT(size);

    // Asks to stop in the midst of the files.
    class StoppingJob final : public Job
    {
    public:
        bool isCanceled() const override { return m_isFull; }
        void setProgress(qint64, qint64, const QString &) override {}
        void look(qint64 files) { m_isFull = files > 3; }

    private:
        bool m_isFull = false;
    } stopping;
    class CountingFolder final : public CopyFileSink
    {
    public:
        CountingFolder(std::shared_ptr<CopyFolder> files, StoppingJob &job) : m_files(std::move(files)), m_job(job) {}
        Result<std::unique_ptr<CopyFileWriter>> create(const QString &file) override
        {
            m_job.look(++m_created);
            return m_files->create(file);
        }
        Status remove(const QString &file) override { return m_files->remove(file); }

    private:
        std::shared_ptr<CopyFolder> m_files;
        StoppingJob &m_job;
        qint64 m_created = 0;
    };
    {
        const Copy copy = Copy::open(folder);
        CopyWriter writer(copy.database, std::make_shared<CountingFolder>(copy.files, stopping));
        const auto stopped = StoreCopier(*source, selection).copyTo(writer, stopping);
        QVERIFY(!stopped && stopped.error().code == ErrorCode::Canceled);
    }
    const Copy copy = Copy::open(folder);
    CopyWriter writer = copy.writer();
    const auto rest = StoreCopier(*source, selection).copyTo(writer, m_job);
    VERIFY_RESULT(rest);
    QCOMPARE(rest->size.runs, size->runs);
    QVERIFY(rest->size.files > 0 && rest->size.files < size->files);
    const auto nothing = StoreCopier(*source, selection).copyTo(writer, m_job);
    VERIFY_RESULT(nothing);
    QCOMPARE(nothing->size.files, 0);
    CopyStore store(copy.database, copy.files);
    const RunTablePtr runs = runsOf(*source);
    compareRuns(*runs, *runsOf(store));
    for (uint32_t row = 0; row < uint32_t(runs->rowCount()); ++row)
        compareArtifacts(*source, store, runs->ref(row));
}

void TestCopyStore::ofSomeRuns()
{
    const auto source = openFixture(u"sqlite-3.17"_s);
    QVERIFY(source);
    const RunTablePtr all = runsOf(*source);
    const QTemporaryDir folder;
    const Copy copy = Copy::open(folder);
    CopyWriter writer = copy.writer();
    CopyStore store(copy.database, copy.files);
    CopySelection selection;
    selection.runs = {all->ref(2), all->ref(5)};
    selection.histories = false;
    VERIFY_RESULT(StoreCopier(*source, selection).copyTo(writer, m_job));
    QCOMPARE(runsOf(store)->rowCount(), 2);
    for (const uint32_t row : {2u, 5u})
        QCOMPARE(bitwise(runsOf(store, {{}, {all->ref(row).run}})->run(0)), bitwise(all->run(row)));
    const QSet<ExperimentId> experiments{all->ref(2).experiment, all->ref(5).experiment};
    QCOMPARE(store.experiments(m_job)->value.size(), experiments.size());
    const auto history = store.history({all->ref(2), {}}, m_job);
    QVERIFY(all->run(2).metrics.isEmpty() || (!history && history.error().code == ErrorCode::NotKept));
    // Of many runs some, picked from all of them.
    CopySelection many;
    many.histories = false;
    for (uint32_t row = 0; row < uint32_t(all->rowCount()); row += 2)
        many.runs.append(all->ref(row));
    for (int i = 0; i < 600; ++i)
        many.runs.append({all->ref(0).experiment, RunId(u"gone %1"_s.arg(i))});
    const QTemporaryDir another;
    const Copy picked = Copy::open(another);
    CopyWriter pickedWriter = picked.writer();
    VERIFY_RESULT(StoreCopier(*source, many).copyTo(pickedWriter, m_job));
    CopyStore pickedStore(picked.database, picked.files);
    QCOMPARE(runsOf(pickedStore)->rowCount(), (all->rowCount() + 1) / 2);
    for (uint32_t row = 0; row < uint32_t(all->rowCount()); row += 2)
        QCOMPARE(bitwise(runsOf(pickedStore)->run(row / 2)), bitwise(all->run(row)));
    // As a part of a larger copy it takes nothing away.
    selection.isWhole = false;
    selection.runs = {all->ref(7)};
    selection.histories = true;
    VERIFY_RESULT(StoreCopier(*source, selection).copyTo(writer, m_job));
    QCOMPARE(runsOf(store)->rowCount(), 3);
    VERIFY_RESULT(store.history({all->ref(7), {}}, m_job));
    QCOMPARE(store.experiments(m_job)->value.size(), source->experiments(m_job)->value.size());
}

QTEST_GUILESS_MAIN(TestCopyStore)
#include "tst_copystore.moc"
