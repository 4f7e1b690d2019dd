// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/copy/copyfixture.h"
#include "tests/support/testing.h"

#include <QDateTime>
#include <QDirIterator>

#include <array>
#include <barrier>
#include <cmath>
#include <optional>
#include <thread>

using namespace Assay;
using namespace Assay::Testing;
using namespace Qt::StringLiterals;

// What is put into a copy bit by bit, as answers come in; and files that somebody else made.
class TestCopyWriter : public QObject
{
    Q_OBJECT

private:
    SilentJob m_job;

    static Loaded<RunTablePtr> tableOf(const QList<std::pair<RunRef, double>> &runs)
    {
        RunTableBuilder builder;
        for (const auto &[ref, loss] : runs) {
            Run run;
            run.info.ref = ref;
            run.metrics.insert(u"loss"_s, loss);
            builder.add(run);
        }
        return {builder.finish(), {}};
    }
    static RunRef ref(const QString &run, const QString &experiment = u"1"_s) { return {ExperimentId(experiment), RunId(run)}; }

private Q_SLOTS:
    void followsTheStore();
    void asksAgainForHistoriesOfRunsThatWentOn();
    void keepsTheSameBytesOnce();
    void isNotDeceived();
    void namesThatAreSafe();
    void writesNothingWhereItCannotBegin();
    void isBegunByTwoAtOnce();
    void dropsFilesWhenThatIsCertain();
    void endsWhatItCannotRead();
    void stopsListing();
};

// Runs that changed, came, and went.
void TestCopyWriter::followsTheStore()
{
    const QTemporaryDir folder;
    const Copy copy = Copy::open(folder);
    CopyWriter writer = copy.writer();
    CopyStore store(copy.database, copy.files);
    const RunRef a = ref(u"a"_s), b = ref(u"b"_s), c = ref(u"c"_s);
    VERIFY_RESULT(writer.putRuns({}, tableOf({{a, 1}, {b, 2}, {c, 3}}), 1));
    for (const RunRef &run : {b, c}) {
        MetricSeries series{u"loss"_s, {}, {}, {}};
        series.add(0, 5, 2);
        VERIFY_RESULT(writer.putHistories(run, {{series}, {}}, true, 1));
    }
    // Some of them by their ids: one changed, one is gone; the others stay.
    VERIFY_RESULT(writer.putRuns({{}, {b.run, c.run}}, tableOf({{b, -0.0}}), 2));
    RunTablePtr runs = runsOf(store);
    QCOMPARE(runs->rowCount(), 2);
    QCOMPARE(runs->ref(1), b);
    QVERIFY(std::signbit(runs->run(1).metrics.value(u"loss"_s)));
    QCOMPARE(store.history({b, {}}, m_job)->value.size(), 1); // as it was read
    QCOMPARE(store.history({c, {}}, m_job).error().code, ErrorCode::NotFound);
    // Everything of another experiment.
    VERIFY_RESULT(writer.putRuns({{ExperimentId(u"2"_s)}, {}}, tableOf({{ref(u"a"_s, u"2"_s), 9}}), 3));
    QCOMPARE(runsOf(store)->rowCount(), 3);
    QCOMPARE(runsOf(store, {{}, {a.run}})->rowCount(), 2);
    VERIFY_RESULT(writer.putRuns({}, tableOf({{ref(u"d"_s), 4}, {ref(u"d"_s), 5}}), 4)); // twice, in a store merged by hand
    runs = runsOf(store);
    QCOMPARE(runs->rowCount(), 2);
    QCOMPARE(runs->ref(0), ref(u"d"_s));
    QCOMPARE(runs->run(1).metrics.value(u"loss"_s), 5.0);
    QCOMPARE(store.info().keptAt, OptionalTime(4));
    // A transaction that comes to no end leaves nothing.
    {
        const CopyTransaction transaction(*copy.database);
        VERIFY_RESULT(writer.putRuns({}, tableOf({}), 5));
        QCOMPARE(runsOf(store)->rowCount(), 0);
        // What lies on the disk then is what a program that is killed now leaves: all of the last one.
        const QTemporaryDir left;
        for (const QString &name : {u"store.sqlite"_s, u"store.sqlite-wal"_s})
            QVERIFY(QFile::copy(folder.filePath(name), left.filePath(name)));
        const Copy found = Copy::open(left);
        CopyStore after(found.database, found.files);
        QCOMPARE(runsOf(after)->rowCount(), 2);
        QCOMPARE(after.info().keptAt, OptionalTime(4));
    }
    QCOMPARE(runsOf(store)->rowCount(), 2);
}

void TestCopyWriter::keepsTheSameBytesOnce()
{
    const QTemporaryDir folder;
    const Copy copy = Copy::open(folder);
    CopyWriter writer = copy.writer();
    CopyStore store(copy.database, copy.files);
    const RunRef a = ref(u"a"_s), evil = ref(u"../b"_s, u".."_s);
    VERIFY_RESULT(writer.putRuns({}, tableOf({{a, 1}, {evil, 2}}), 1));
    const auto give = [](const QByteArray &bytes) { return [bytes](const ByteSink &sink) { sink(bytes); return Status(); }; };
    const auto fileCount = [&] {
        qsizetype count = 0;
        for (QDirIterator files(folder.path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories); files.hasNext();)
            count += files.next().startsWith(folder.filePath(u"artifacts/"_s)) ? 1 : 0;
        return count;
    };
    const QByteArray large(3 << 20, 'x');
    const ArtifactListing listing{u"uri"_s, {}, true, {}, {{u"../up"_s, false, 4, false}, {u"large"_s, false, large.size(), false}, {u"small"_s, false, 4, false}}};
    for (const RunRef &run : {a, evil}) {
        VERIFY_RESULT(writer.putListing({run}, {}, true, listing, 1));
        VERIFY_RESULT(writer.putArtifact({run}, u"small"_s, give("same")));
        VERIFY_RESULT(writer.putArtifact({run}, u"../up"_s, give("same")));
        VERIFY_RESULT(writer.putArtifact({run}, u"large"_s, give(large)));
    }
    QCOMPARE(fileCount(), 3); // two large ones, which are not held to be compared
    for (const RunRef &run : {a, evil}) {
        QCOMPARE(bytesOf(store, run, u"small"_s), "same");
        QCOMPARE(bytesOf(store, run, u"../up"_s), "same");
        QCOMPARE(bytesOf(store, run, u"large"_s), large);
    }
    // Other bytes in one place do not change what rests on the old ones.
    VERIFY_RESULT(writer.putArtifact({a}, u"small"_s, give("else")));
    QCOMPARE(bytesOf(store, a, u"small"_s), "else");
    QCOMPARE(bytesOf(store, evil, u"small"_s), "same");
    // A reading that fails leaves what was there.
    QVERIFY(!writer.putArtifact({a}, u"small"_s, [](const ByteSink &sink) { sink(QByteArray("half")); return Status(Error{ErrorCode::Unreadable, u"x"_s, {}}); }));
    QCOMPARE(bytesOf(store, a, u"small"_s), "else");
    VERIFY_RESULT(writer.dropArtifact({a}, u"large"_s));
    QCOMPARE(store.readArtifact(a, u"large"_s, {}, m_job).error().code, ErrorCode::NotKept);
    QCOMPARE(fileCount(), 3);
    // What may go to make room.
    VERIFY_RESULT(writer.setUsed(evil, 7));
    VERIFY_RESULT(writer.setPinned(a, true));
    const auto uses = writer.uses();
    VERIFY_RESULT(uses);
    QCOMPARE(uses->size(), 2);
    QCOMPARE(uses->at(0).run, a); // used longest ago
    QVERIFY(uses->at(0).isPinned && !uses->at(1).isPinned);
    QCOMPARE(uses->at(1).usedAt, 7);
    QVERIFY(uses->at(1).bytes >= large.size());
    VERIFY_RESULT(writer.dropContents(evil));
    QCOMPARE(store.readArtifact(evil, u"large"_s, {}, m_job).error().code, ErrorCode::NotKept);
    QCOMPARE(fileCount(), 2);
    VERIFY_RESULT(writer.putRuns({}, tableOf({}), 2));
    QCOMPARE(fileCount(), 0);
}

// A file from elsewhere: other tables, other versions, no database at all.
void TestCopyWriter::isNotDeceived()
{
    const QTemporaryDir folder;
    const auto codeAfter = [&](const QString &sql) {
        const QString file = folder.filePath(u"%1.sqlite"_s.arg(qHash(sql)));
        {
            const auto database = CopyDatabase::open(file, CopyDatabase::Use::Keep);
            if (!database || !(*database)->execute(sql))
                return ErrorCode::Internal;
        }
        const auto again = CopyDatabase::open(file, CopyDatabase::Use::Read);
        return again ? ErrorCode::OutcomeUnknown : again.error().code;
    };
    QCOMPARE(codeAfter(u"SELECT 1"_s), ErrorCode::OutcomeUnknown); // it can be read
    QCOMPARE(codeAfter(u"UPDATE meta SET value = '2' WHERE key = 'schema'"_s), ErrorCode::Unsupported);
    QCOMPARE(codeAfter(u"CREATE TRIGGER t AFTER INSERT ON runs BEGIN SELECT 1; END"_s), ErrorCode::Damaged);
    QCOMPARE(codeAfter(u"CREATE VIEW another AS SELECT 1"_s), ErrorCode::Damaged);
    QCOMPARE(codeAfter(u"DROP TABLE problems"_s), ErrorCode::Damaged);
    QFile text(folder.filePath(u"text.sqlite"_s));
    QVERIFY(text.open(QIODevice::WriteOnly) && text.write(QByteArray(5000, 'x')) == 5000);
    text.close();
    QCOMPARE(CopyDatabase::open(text.fileName(), CopyDatabase::Use::Read).error().code, ErrorCode::Damaged);
    QCOMPARE(CopyDatabase::open(folder.filePath(u"none"_s), CopyDatabase::Use::Read).error().code, ErrorCode::NotFound);
    // Cells that are not what they should be.
    const Copy copy = Copy::open(folder);
    CopyStore store(copy.database, copy.files);
    VERIFY_RESULT(copy.database->setMeta(u"runs_read"_s, u"1"_s));
    for (const QString &metrics : {u"{\"a\":\"x\"}"_s, u"{\"a\":1"_s, u"[1]"_s, u""_s}) {
        VERIFY_RESULT(copy.database->execute(u"DELETE FROM runs"_s));
        VERIFY_RESULT(copy.database->execute(
            u"INSERT INTO runs VALUES (1, '1', 'r', 0, 'n', 0, 'u', 'FINISHED', 1, 2, 'uri', 'active', ?, '{}', '{}', '[]', 1, NULL, 0, 0)"_s, {metrics}));
        QCOMPARE(store.runs({}, {}, m_job).error().code, ErrorCode::Damaged);
    }
    VERIFY_RESULT(copy.database->execute(u"UPDATE runs SET metrics = '{\"a\":1}'"_s));
    VERIFY_RESULT(copy.database->execute(u"INSERT INTO histories VALUES (1, 'a', 1000000000000, '[1]', '[2]', '[3]', 1)"_s));
    QCOMPARE(store.history({ref(u"r"_s), {}}, m_job).error().code, ErrorCode::Damaged);
}

void TestCopyWriter::namesThatAreSafe()
{
    for (const QString &name : {u"a"_s, u"artifacts/1/2/files/größe.txt"_s, u"a/.b"_s})
        QVERIFY2(isSafeCopyName(name), qPrintable(name));
    for (const QString &name : {u""_s, u"/a"_s, u"a/"_s, u"a//b"_s, u".."_s, u"a/../b"_s, u"a/./b"_s, u"a\\b"_s, u"C:a"_s, u"a\nb"_s, QString(300, u'a')})
        QVERIFY2(!isSafeCopyName(name), qPrintable(name));
}

// Somebody else writes for longer than one waits.
void TestCopyWriter::writesNothingWhereItCannotBegin()
{
    const QTemporaryDir folder;
    const Copy copy = Copy::open(folder), other = Copy::open(folder);
    QVERIFY(copy.database->execute(u"PRAGMA busy_timeout=1"_s));
    std::optional<CopyTransaction> theirs(*other.database);
    {
        CopyTransaction ours(*copy.database);
        QVERIFY(!ours.begun());
        theirs.reset();
        QVERIFY(!copy.writer().putExperiments({}, 1)); // half of what belongs together
        QVERIFY(!ours.commit());
    }
    QCOMPARE(*copy.database->meta(u"experiments_read"_s), std::nullopt);
    VERIFY_RESULT(copy.writer().putExperiments({}, 2));
}

void TestCopyWriter::isBegunByTwoAtOnce()
{
    const QTemporaryDir folder;
    for (int round = 0; round < 10; ++round) {
        const QString file = folder.filePath(QString::number(round));
        std::array<Status, 2> opened{Error{}, Error{}};
        std::barrier start(2);
        std::array<std::thread, 2> threads;
        for (size_t i = 0; i < 2; ++i)
            threads[i] = std::thread([&, i] {
                start.arrive_and_wait();
                const auto database = CopyDatabase::open(file, CopyDatabase::Use::Keep);
                opened[i] = database ? (*database)->setMeta(QString::number(i), u"here"_s) : Status(database.error());
            });
        for (std::thread &thread : threads)
            thread.join();
        for (const Status &status : opened)
            QVERIFY2(status, status ? "" : qPrintable(status.error().message + status.error().detail));
        const auto database = CopyDatabase::open(file, CopyDatabase::Use::Read);
        VERIFY_RESULT(database);
        QVERIFY(*(*database)->meta(u"0"_s) && *(*database)->meta(u"1"_s));
    }
}

// A file goes when its row has gone for good, and no sooner; what a program that was killed left is found later.
void TestCopyWriter::dropsFilesWhenThatIsCertain()
{
    const QTemporaryDir folder;
    const Copy copy = Copy::open(folder);
    CopyWriter writer = copy.writer();
    CopyStore store(copy.database, copy.files);
    const RunRef a = ref(u"a"_s);
    const auto give = [](const QByteArray &bytes) { return [bytes](const ByteSink &sink) { sink(bytes); return Status(); }; };
    VERIFY_RESULT(writer.putRuns({}, tableOf({{a, 1}}), 1));
    VERIFY_RESULT(writer.putListing({a}, {}, true, {u"uri"_s, {}, true, {}, {{u"one"_s, false, 3, false}, {u"two"_s, false, 3, false}}}, 1));
    VERIFY_RESULT(writer.putArtifact({a}, u"one"_s, give("abc")));
    VERIFY_RESULT(writer.putArtifact({a}, u"two"_s, give("xyz")));
    {
        const CopyTransaction takenBack(*copy.database);
        VERIFY_RESULT(writer.dropArtifact({a}, u"one"_s));
        VERIFY_RESULT(writer.putArtifact({a}, u"one"_s, give("new")));
        VERIFY_RESULT(writer.dropContents(a));
        QCOMPARE(store.readArtifact(a, u"one"_s, {}, m_job).error().code, ErrorCode::NotKept);
    }
    QCOMPARE(bytesOf(store, a, u"one"_s), "abc");
    QCOMPARE(bytesOf(store, a, u"two"_s), "xyz");
    // What is not there in full is not there.
    const QString one = folder.filePath(u"artifacts/1/a/files/one"_s);
    QVERIFY(*writer.hasArtifact({a}, u"one"_s));
    QVERIFY(QFile::resize(one, 2));
    QVERIFY(!*writer.hasArtifact({a}, u"one"_s));
    QVERIFY(QFile::remove(one));
    QVERIFY(!*writer.hasArtifact({a}, u"one"_s));
    VERIFY_RESULT(writer.putArtifact({a}, u"one"_s, give("abc")));
    QCOMPARE(bytesOf(store, a, u"one"_s), "abc");
    // Left behind, and old; not what was written just now.
    const auto leave = [&](const QString &name, qint64 age) {
        QFile file(folder.filePath(u"artifacts/1/a/files/"_s + name));
        return file.open(QIODevice::WriteOnly) && file.write("stray") == 5 && file.flush()
            && file.setFileTime(QDateTime::currentDateTimeUtc().addSecs(-age), QFileDevice::FileModificationTime);
    };
    QVERIFY(leave(u"old"_s, 100) && leave(u".part-old"_s, 100) && leave(u"fresh"_s, 0));
    QFile two(folder.filePath(u"artifacts/1/a/files/two"_s));
    QVERIFY(two.open(QIODevice::ReadWrite) && two.setFileTime(QDateTime::currentDateTimeUtc().addSecs(-100), QFileDevice::FileModificationTime));
    two.close();
    QVERIFY(*writer.removeStrays(QDateTime::currentMSecsSinceEpoch() - 50'000) >= 2);
    for (const QString &gone : {u"old"_s, u".part-old"_s})
        QVERIFY(!QFile::exists(folder.filePath(u"artifacts/1/a/files/"_s + gone)));
    QVERIFY(QFile::exists(folder.filePath(u"artifacts/1/a/files/fresh"_s)));
    QCOMPARE(bytesOf(store, a, u"two"_s), "xyz");
}

// A reading that stops at something damaged leaves nothing open: the file can be written and packed after it.
void TestCopyWriter::endsWhatItCannotRead()
{
    const QTemporaryDir folder;
    const Copy copy = Copy::open(folder);
    CopyStore store(copy.database, copy.files);
    for (const QString &what : {u"experiments"_s, u"runs"_s, u"models"_s})
        VERIFY_RESULT(copy.database->setMeta(what + u"_read"_s, u"1"_s));
    for (const QString &id : {u"1"_s, u"2"_s}) {
        VERIFY_RESULT(copy.database->execute(u"INSERT INTO experiments VALUES (?, ?, 'n', 'uri', 'active', 1, 2, 'x')"_s, {id, id}));
        VERIFY_RESULT(copy.database->execute(
            u"INSERT INTO runs VALUES (?, '1', ?, 0, 'n', 0, 'u', 'FINISHED', 1, 2, 'uri', 'active', 'x', '{}', '{}', '[]', 1, NULL, 0, 0)"_s, {id, id}));
        VERIFY_RESULT(copy.database->execute(u"INSERT INTO registered_models VALUES (?, ?, 'd', 1, 2, 'x', '{}')"_s, {id, id}));
        VERIFY_RESULT(copy.database->execute(u"INSERT INTO histories VALUES (1, ?, 1, 'x', '[2]', '[3]', 1)"_s, {id}));
    }
    QCOMPARE(store.experiments(m_job).error().code, ErrorCode::Damaged);
    VERIFY_RESULT(copy.database->execute(u"VACUUM"_s));
    QCOMPARE(store.runs({}, {}, m_job).error().code, ErrorCode::Damaged);
    VERIFY_RESULT(copy.database->execute(u"VACUUM"_s));
    QCOMPARE(store.models(m_job).error().code, ErrorCode::Damaged);
    VERIFY_RESULT(copy.database->execute(u"VACUUM"_s));
    VERIFY_RESULT(copy.database->execute(u"UPDATE runs SET metrics = '{\"1\":1}'"_s));
    QCOMPARE(store.history({ref(u"1"_s), {}}, m_job).error().code, ErrorCode::Damaged);
    VERIFY_RESULT(copy.database->execute(u"VACUUM"_s));
    // A question that is wrong says nothing of the file.
    QCOMPARE(copy.database->execute(u"SELECT nothing FROM nowhere"_s).error().code, ErrorCode::Unreadable);
}

// A run of many folders, of each of which it is known what lies in it.
void TestCopyWriter::stopsListing()
{
    const QTemporaryDir folder;
    const Copy copy = Copy::open(folder);
    CopyWriter writer = copy.writer();
    CopyStore store(copy.database, copy.files);
    const RunRef a = ref(u"a"_s);
    constexpr int Folders = 200;
    VERIFY_RESULT(writer.putRuns({}, tableOf({{a, 1}}), 1));
    ArtifactListing top{u"uri"_s, {}, true, {}, {}};
    for (int i = 0; i < Folders; ++i)
        top.entries.append({u"d%1"_s.arg(i), true, 0, false});
    VERIFY_RESULT(writer.putListing({a}, {}, false, top, 1));
    for (const ArtifactEntry &entry : std::as_const(top.entries))
        VERIFY_RESULT(writer.putListing({a}, entry.path, false, {u"uri"_s, {}, true, {}, {{entry.path + u"/f"_s, false, 1, false}}}, 1));
    class PatientJob final : public Job
    {
    public:
        bool isCanceled() const override { return ++m_looks > Folders * 2 + 10; } // more often than there are rows
        void setProgress(qint64, qint64, const QString &) override {}

    private:
        mutable int m_looks = 0;
    } patient;
    const auto all = store.artifacts(a, {}, true, m_job);
    VERIFY_RESULT(all);
    QCOMPARE(all->entries.size(), Folders * 2);
    QCOMPARE(store.artifacts(a, {}, true, patient).error().code, ErrorCode::Canceled);
    QCOMPARE(store.artifacts(a, u"d7"_s, true, m_job)->entries.size(), 1);
    QCOMPARE(store.artifacts(a, u"d7/none"_s, true, m_job).error().code, ErrorCode::NotFound);
}

// What was read while a run was going on is not what it has at its end.
void TestCopyWriter::asksAgainForHistoriesOfRunsThatWentOn()
{
    const QTemporaryDir folder;
    const Copy copy = Copy::open(folder);
    CopyWriter writer = copy.writer();
    const auto put = [&](RunStatus status, double loss) {
        RunTableBuilder builder;
        Run run;
        run.info.ref = ref(u"a"_s);
        run.info.status = status;
        run.metrics.insert(u"loss"_s, loss);
        builder.add(run);
        return writer.putRuns({}, {builder.finish(), {}}, 1);
    };
    MetricSeries series{u"loss"_s, {}, {}, {}};
    series.add(0, 5, 2);
    for (const auto &[status, loss] : {std::pair(RunStatus::Running, 2.0), std::pair(RunStatus::Running, 1.5), std::pair(RunStatus::Finished, 1.5)}) {
        VERIFY_RESULT(put(status, loss));
        QCOMPARE(*writer.hasHistories(ref(u"a"_s)), false);
        VERIFY_RESULT(writer.putHistories(ref(u"a"_s), {{series}, {}}, true, 1));
        VERIFY_RESULT(put(status, loss));
        QCOMPARE(*writer.hasHistories(ref(u"a"_s)), true);
    }
    CopyStore store(copy.database, copy.files);
    QCOMPARE(store.history({ref(u"a"_s), {}}, m_job)->value.size(), 1);
}

QTEST_GUILESS_MAIN(TestCopyWriter)
#include "tst_copywriter.moc"
