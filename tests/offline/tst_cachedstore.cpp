// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/offline/cachedstore.h"
#include "models/offline/cachetrim.h"
#include "tests/offline/farstore.h"
#include "tests/support/testing.h"

#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <tuple>

using namespace Assay;
using Testing::Away;
using Testing::FarStore;
using Testing::Line;
using namespace Qt::StringLiterals;

namespace {

// NaN is not equal to itself.
Run comparable(Run run)
{
    for (double &value : run.metrics)
        value = value != value ? 123456.75 : value;
    return run;
}

} // namespace

// What is kept of a remote store, and when it is shown in its place.
class TestCachedStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void keepsNothingOfWhatWasNotRead();
    void answersFromTheCopyWhileTheStoreIsAway();
    void severalHistoriesFromBoth();
    void neverTakesOldListsForNew();
    void keepsArtifactsThatWereReadWhole();
    void readsFilesThatCannotBeKept();
    void saysWhatWasNotKept();
    void looksImpatientlyWhetherItIsBack();
    void writesNothingWhileAway();
    void beginsAnewWithADamagedCopy();
    void setsAsideWhatWasAskedFor();
    void remembersWhichRunsAreUsed();
    void isForNobodyElse();
    void doesWithoutAFolder();

private:
    std::unique_ptr<StoreBackend> open(const QString &folder = {});
    Loaded<RunTablePtr> readAll(StoreBackend &store);
    RunRef runWithHistory(StoreBackend &store);

    SilentJob m_job;
    Line m_line;
    std::unique_ptr<QTemporaryDir> m_folder;
    StoreRegistry m_registry{allStoreFormats()};
    QString m_location;
};

void TestCachedStore::init()
{
    m_line = {};
    m_folder = std::make_unique<QTemporaryDir>();
    m_location = Testing::fixture(u"sqlite-3.17"_s);
}

std::unique_ptr<StoreBackend> TestCachedStore::open(const QString &folder)
{
    const auto opener = [this](bool isImpatient, Job &job) -> Result<std::unique_ptr<StoreBackend>> {
        ++m_line.openings;
        m_line.impatient += isImpatient ? 1 : 0;
        if (!m_line.isUp)
            return Away;
        const auto candidate = m_registry.locate(m_location, job);
        if (!candidate)
            return candidate.error();
        auto opened = m_registry.open(*candidate, {}, job);
        if (!opened)
            return opened.error();
        return std::unique_ptr<StoreBackend>(std::make_unique<FarStore>(std::move(*opened), m_line));
    };
    auto store = CachedStore::open(folder.isEmpty() ? m_folder->filePath(u"a/b"_s) : folder, {}, opener, {}, m_job);
    return store ? std::move(*store) : nullptr;
}

Loaded<RunTablePtr> TestCachedStore::readAll(StoreBackend &store)
{
    std::ignore = store.experiments(m_job);
    auto runs = store.runs({}, {}, m_job);
    std::ignore = store.models(m_job);
    return runs ? *runs : Loaded<RunTablePtr>();
}

RunRef TestCachedStore::runWithHistory(StoreBackend &store)
{
    const RunTablePtr runs = readAll(store).value;
    for (uint32_t row = 0; row < uint32_t(runs->rowCount()); ++row)
        if (const auto read = store.history({runs->ref(row), {}}, m_job); read && !read->value.isEmpty())
            return runs->ref(row);
    return {};
}

void TestCachedStore::keepsNothingOfWhatWasNotRead()
{
    const auto store = open();
    QVERIFY(store);
    QCOMPARE(store->kept(), nullptr);
    QCOMPARE(m_line.openings, 0); // a copy is looked at without asking anybody
}

void TestCachedStore::answersFromTheCopyWhileTheStoreIsAway()
{
    Loaded<RunTablePtr> runs;
    Result<Loaded<QList<MetricSeries>>> history = Away;
    RunRef run;
    StoreInfo info;
    {
        const auto store = open();
        run = runWithHistory(*store);
        QVERIFY(!run.run.value.isEmpty());
        runs = *store->runs({}, {}, m_job);
        history = store->history({run, {}}, m_job);
        info = store->info();
    }
    m_line.isUp = false;
    const auto store = open();
    QVERIFY(store->kept());
    const auto kept = store->kept()->runs({}, {}, m_job);
    VERIFY_RESULT(kept);
    QCOMPARE(kept->value->rowCount(), runs.value->rowCount());
    for (uint32_t row = 0; row < uint32_t(runs.value->rowCount()); ++row) {
        const auto other = kept->value->rowOf(runs.value->ref(row));
        QVERIFY(other);
        QCOMPARE(comparable(kept->value->run(*other)), comparable(runs.value->run(row)));
    }
    const auto keptModels = store->kept()->models(m_job);
    VERIFY_RESULT(keptModels);
    QVERIFY(!keptModels->value.isEmpty());
    QVERIFY(store->kept()->info().keptAt);
    QCOMPARE(store->info().version, info.version);
    QCOMPARE(store->info().writable, info.writable);

    const auto again = store->history({run, {}}, m_job);
    VERIFY_RESULT(again);
    QCOMPARE(again->value.size(), history->value.size());
    for (qsizetype i = 0; i < again->value.size(); ++i) {
        QCOMPARE(again->value[i].key, history->value[i].key);
        QCOMPARE(again->value[i].steps, history->value[i].steps);
        QCOMPARE(again->value[i].timestamps, history->value[i].timestamps);
    }
}

// Several at once are kept as single ones are, and what a store that goes away meanwhile cannot give comes from there.
void TestCachedStore::severalHistoriesFromBoth()
{
    const auto store = open();
    const RunTablePtr runs = readAll(*store).value;
    QList<HistoryRequest> requests;
    for (uint32_t row = 0; row < uint32_t(runs->rowCount()); ++row)
        requests.append({runs->ref(row), {}});
    const auto sizes = [&](qsizetype upTo) {
        QMap<qsizetype, qsizetype> points;
        std::ignore = store->histories(requests, [&](qsizetype place, const auto &history) {
            qsizetype count = history ? 0 : -1;
            if (history)
                for (const MetricSeries &series : history->value)
                    count += series.size();
            points.insert(place, count);
            m_line.isUp = points.size() < upTo;
            return true;
        }, m_job);
        return points;
    };
    const auto first = sizes(requests.size() + 1);
    QCOMPARE(first.size(), requests.size());
    QVERIFY(std::ranges::none_of(first, [](qsizetype points) { return points < 0; }));
    const int asked = m_line.contents;
    QCOMPARE(asked, int(requests.size()));
    QCOMPARE(sizes(2), first); // the line breaks after the second
    QCOMPARE(m_line.contents, 2 * asked); // each was tried
    QCOMPARE(sizes(0), first);
    QCOMPARE(m_line.contents, 2 * asked);
}

void TestCachedStore::neverTakesOldListsForNew()
{
    readAll(*open());
    m_line.isUp = false;
    const auto store = open();
    QCOMPARE(store->runs({}, {}, m_job).error().code, ErrorCode::Unreachable);
    QCOMPARE(store->experiments(m_job).error().code, ErrorCode::Unreachable);
    QCOMPARE(store->models(m_job).error().code, ErrorCode::Unreachable);
}

void TestCachedStore::keepsArtifactsThatWereReadWhole()
{
    RunRef run;
    QStringList files;
    QHash<QString, QByteArray> bytes;
    {
        const auto store = open();
        const RunTablePtr runs = readAll(*store).value;
        for (uint32_t row = 0; row < uint32_t(runs->rowCount()) && files.size() < 2; ++row) {
            const auto listing = store->artifacts(runs->ref(row), {}, true, m_job);
            files.clear();
            run = runs->ref(row);
            for (const ArtifactEntry &entry : listing ? listing->entries : QList<ArtifactEntry>())
                if (!entry.isFolder && entry.size > 1)
                    files.append(entry.path);
        }
        QVERIFY(files.size() >= 2);
        QVERIFY(store->readArtifact(run, files[0], [&](QByteArrayView piece) { bytes[files[0]].append(piece); return true; }, m_job));
        QVERIFY(store->readArtifact(run, files[1], [&](QByteArrayView) { return false; }, m_job)); // its beginning was enough
    }
    m_line.isUp = false;
    const auto store = open();
    QByteArray kept;
    const Status read = store->readArtifact(run, files[0], [&](QByteArrayView piece) { kept.append(piece); return true; }, m_job);
    QVERIFY2(read, read ? "" : qPrintable(read.error().message));
    QCOMPARE(kept, bytes[files[0]]);
    const Status other = store->readArtifact(run, files[1], [&](QByteArrayView) { return true; }, m_job);
    QVERIFY(!other);
    QCOMPARE(other.error().code, ErrorCode::NotKept);
    VERIFY_RESULT(store->artifacts(run, {}, true, m_job));
}

void TestCachedStore::readsFilesThatCannotBeKept()
{
    const auto store = open();
    const RunTablePtr runs = readAll(*store).value;
    std::optional<ArtifactEntry> file;
    RunRef run;
    for (uint32_t row = 0; row < uint32_t(runs->rowCount()) && !file; ++row) {
        run = runs->ref(row);
        const auto listing = store->artifacts(run, {}, true, m_job);
        for (const ArtifactEntry &entry : listing ? listing->entries : QList<ArtifactEntry>())
            if (!entry.isFolder && entry.size > 0)
                file = entry;
    }
    QVERIFY(file);
    {
        const auto other = CopyDatabase::open(m_folder->filePath(u"a/b/store.sqlite"_s), CopyDatabase::Use::Keep);
        VERIFY_RESULT(other);
        QVERIFY((*other)->execute(u"DROP TABLE artifacts"_s));
    }
    qint64 bytes = 0;
    QVERIFY(store->readArtifact(run, file->path, [&](QByteArrayView piece) { bytes += piece.size(); return true; }, m_job));
    QCOMPARE(bytes, file->size);
}

void TestCachedStore::saysWhatWasNotKept()
{
    const RunTablePtr runs = readAll(*open()).value;
    m_line.isUp = false;
    const auto store = open();
    std::ignore = store->experiments(m_job); // finds out
    const auto listing = store->artifacts(runs->ref(0), {}, false, m_job);
    QVERIFY(!listing);
    QCOMPARE(listing.error().code, ErrorCode::NotKept);
    QCOMPARE(listing.error().detail, Away.message);
}

void TestCachedStore::looksImpatientlyWhetherItIsBack()
{
    const auto store = open();
    readAll(*store);
    m_line.isUp = false;
    std::ignore = store->experiments(m_job);
    const int questions = m_line.questions;
    const int openings = m_line.openings;
    const RunRef nobody{ExperimentId(u"1"_s), RunId(u"nobody"_s)};
    std::ignore = store->history({nobody, {}}, m_job);
    std::ignore = store->artifacts(nobody, {}, false, m_job);
    QCOMPARE(m_line.questions, questions); // who looks at a run is not kept waiting
    QCOMPARE(m_line.openings, openings);
    std::ignore = store->experiments(m_job);
    QCOMPARE(m_line.openings, openings + 1);
    QCOMPARE(m_line.impatient, 1);
    m_line.isUp = true;
    QVERIFY(store->experiments(m_job));
    QVERIFY(store->runs({}, {}, m_job));
}

void TestCachedStore::writesNothingWhileAway()
{
    const auto store = open();
    const RunTablePtr runs = readAll(*store).value;
    m_line.isUp = false;
    std::ignore = store->experiments(m_job);
    const int questions = m_line.questions;
    const RunEdit edit = RunEdit::tag(runs->ref(0), u"owner"_s, {}, u"me"_s);
    QCOMPARE(store->editRun(edit, m_job).error().code, ErrorCode::Unreachable);
    const auto answers = store->editRuns({edit, edit}, m_job);
    QCOMPARE(answers.size(), 2);
    QCOMPARE(answers[1]->code, ErrorCode::Unreachable);
    QCOMPARE(m_line.questions, questions);
}

void TestCachedStore::beginsAnewWithADamagedCopy()
{
    readAll(*open());
    QFile file(m_folder->filePath(u"a/b/store.sqlite"_s));
    QVERIFY(file.open(QIODevice::ReadWrite));
    file.write(QByteArray(4096, 'x'));
    file.close();
    const auto store = open();
    QVERIFY(store);
    QCOMPARE(store->kept(), nullptr);
    readAll(*store);
    static_cast<CachedStore *>(store.get())->flush();
    QVERIFY(store->kept());
}

// A damaged copy goes only where nothing in it was kept on purpose.
void TestCachedStore::setsAsideWhatWasAskedFor()
{
    const QString folder = m_folder->filePath(u"a/b"_s);
    const auto asides = [&] { return QDir(folder).entryList({u"damaged-*"_s}, QDir::Dirs); };
    const auto damage = [&](bool isPinned) {
        const auto store = open();
        readAll(*store);
        static_cast<CachedStore *>(store.get())->flush();
        auto &database = static_cast<CachedStore *>(store.get())->writer().database();
        return database.execute(u"UPDATE runs SET pinned = %1"_s.arg(isPinned)) && database.execute(u"CREATE VIEW another AS SELECT 1"_s);
    };
    QVERIFY(damage(false));
    QVERIFY(open());
    QVERIFY(asides().isEmpty());
    QVERIFY(damage(true));
    QVERIFY(open());
    QCOMPARE(asides().size(), 1);
    QVERIFY(QFile::exists(folder + u'/' + asides().first() + u"/store.sqlite"_s));
    QVERIFY(!CopyDatabase::mayHoldPinned(folder + u"/store.sqlite"_s));
    // Nor does it go to make room.
    removeCopy(folder, 1, m_job);
    QCOMPARE(asides().size(), 1);
}

void TestCachedStore::remembersWhichRunsAreUsed()
{
    const auto store = open();
    const RunRef run = runWithHistory(*store);
    const auto uses = static_cast<CachedStore *>(store.get())->writer().uses();
    VERIFY_RESULT(uses);
    const auto use = std::find_if(uses->begin(), uses->end(), [&](const CopyUse &one) { return one.run == run; });
    QVERIFY(use != uses->end());
    QVERIFY(use->usedAt > 0 && use->bytes > 0);
}

void TestCachedStore::isForNobodyElse()
{
    readAll(*open());
    const QFile::Permissions others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;
    QVERIFY(!(QFileInfo(m_folder->filePath(u"a/b"_s)).permissions() & others));
}

void TestCachedStore::doesWithoutAFolder()
{
    QFile file(m_folder->filePath(u"file"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    const auto store = open(file.fileName() + u"/below"_s);
    QVERIFY(store);
    QVERIFY(readAll(*store).value->rowCount() > 0);
    QCOMPARE(store->kept(), nullptr);
}

QTEST_GUILESS_MAIN(TestCachedStore)
#include "tst_cachedstore.moc"
