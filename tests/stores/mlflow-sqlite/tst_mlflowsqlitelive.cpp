// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/stores/mlflow-sqlite/database.h"

#include <QProcess>
#include <QTest>

#include <sys/stat.h>
#include <unistd.h>

#include <csignal>
#include <thread>

using namespace Assay;
using namespace Assay::Testing;
using namespace Qt::StringLiterals;

namespace {

// What is wrong with what somebody sees who may only read; 0: nothing.
int readAsNobody(const QString &path)
{
    // Nothing is write-protected for root.
    if (geteuid() == 0 && setresuid(65534, 65534, 65534) != 0)
        return 1;
    const auto store = openStore(path);
    if (!store)
        return 2;
    SilentJob job;
    const auto runs = store->runs({}, {}, job);
    if (!runs || runs->value->rowCount() != 40)
        return 3;
    return store->info().writable || store->info().notWritableCode != ErrorCode::ReadOnly ? 4 : 0;
}

// What another process does: 0 or 1 for what it found, or it ends as if killed, with nothing closed or tidied up.
int actIn(const QString &act, const QString &path)
{
    if (act == "read-as-nobody"_L1)
        return readAsNobody(path);
    Database database(path);
    if (act == "lock"_L1) {
        sqlite3_busy_timeout(database.handle(), 0);
        return database.run("BEGIN EXCLUSIVE") == SQLITE_OK ? 1 : 0;
    }
    if (act == "die-with-a-log"_L1) {
        database.run("PRAGMA wal_autocheckpoint=0; PRAGMA cache_size=5");
        addRuns(database, 40, 5, 1);
        database.run("BEGIN; UPDATE runs SET name = 'dirty'; DELETE FROM params; UPDATE tags SET value = 'dirty'");
    } else if (act == "die-changing"_L1) {
        // A small cache spills half of the change into the database.
        database.run("PRAGMA cache_size=2; BEGIN; UPDATE runs SET name = 'dirty'; UPDATE params "
                     "SET value = 'dirty'; UPDATE tags SET value = 'dirty'");
    } else if (act == "die-deleting"_L1) {
        database.run("PRAGMA cache_size=2; BEGIN; DELETE FROM tags; UPDATE params SET value = 'dirty'; DELETE FROM runs");
    }
    raise(SIGKILL);
    return 2;
}

} // namespace

// Databases that somebody else writes, or wrote until it died.
class MlflowSqliteLiveTest : public QObject
{
    Q_OBJECT

private:
    SilentJob m_job;

    // Another process does it to the database: one of actIn()'s. A process of its own and no fork of this one, whose
    // threads may hold locks that nobody in the child would ever release.
    static int inChild(const QString &act, const QString &path)
    {
        return QProcess::execute(QCoreApplication::applicationFilePath(), {u"--act"_s, act, path});
    }
    static void make(const QString &path, const QByteArray &journalMode)
    {
        Database database(path);
        database.run("PRAGMA synchronous=OFF; PRAGMA journal_mode=" + journalMode);
        database.run(Tables);
        addRuns(database, 0, 40, 20);
    }
    qsizetype runCount(StoreBackend &store)
    {
        const auto loaded = store.runs({}, {}, m_job);
        if (!loaded)
            qWarning("%s | %s", qPrintable(loaded.error().message),
                     qPrintable(loaded.error().detail));
        return loaded ? loaded->value->rowCount() : -1;
    }
    static QStringList names(const QString &folder) { return contents(folder).keys(); }
    static bool isReadFromCopy(StoreBackend &store, SilentJob &job)
    {
        const auto experiments = store.experiments(job);
        return experiments && !experiments->problems.isEmpty()
               && experiments->problems.last().code == "read-from-copy"_L1;
    }

private Q_SLOTS:
    void showsEveryCommitOfALog()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"mlflow.db"_s);
        make(path, "WAL");
        Database writer(path);
        writer.run("PRAGMA synchronous=OFF; PRAGMA wal_autocheckpoint=0");
        addRuns(writer, 40, 10, 1);
        const QStringList before = names(folder.path());
        QCOMPARE(before.size(), 3);
        const auto store = openStore(path);
        QVERIFY(store);
        for (int commit = 0; commit < 100; ++commit) {
            QCOMPARE(runCount(*store), 50 + commit);
            addRuns(writer, 50 + commit, 1, 1);
        }
        QVERIFY(!isReadFromCopy(*store, m_job));
        QVERIFY(store->info().writable);
        QCOMPARE(names(folder.path()), before);
    }

    void readsAQuietLogWithoutLeavingFiles()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"mlflow.db"_s);
        make(path, "WAL");
        const auto before = contents(folder.path());
        QCOMPARE(before.size(), 1); // the last writer tidied up
        QCOMPARE(makeMlflowSqlite()->probe(folder.path(), m_job).candidates.size(), 1);
        const auto store = openStore(path);
        QVERIFY(store);
        QCOMPARE(runCount(*store), 40);
        QVERIFY(isReadFromCopy(*store, m_job));
        QCOMPARE(contents(folder.path()), before);
        {
            // A writer comes: from now on the database itself is read.
            Database writer(path);
            addRuns(writer, 40, 5, 1);
            QCOMPARE(runCount(*store), 45);
            QVERIFY(!isReadFromCopy(*store, m_job));
        }
        // And goes: reading it did not keep it from tidying up.
        QCOMPARE(names(folder.path()), QStringList{u"mlflow.db"_s});
        QCOMPARE(runCount(*store), 45);
        QCOMPARE(names(folder.path()), QStringList{u"mlflow.db"_s});
    }

    void readsTheLogOfADeadWriter_data()
    {
        QTest::addColumn<bool>("hasLockTable");
        QTest::newRow("with its lock table") << true;
        QTest::newRow("without") << false;
    }
    void readsTheLogOfADeadWriter()
    {
        QFETCH(bool, hasLockTable);
        QTemporaryDir folder;
        const QString path = folder.filePath(u"mlflow.db"_s);
        make(path, "WAL");
        inChild(u"die-with-a-log"_s, path);
        if (!hasLockTable)
            QFile::remove(path + "-shm"_L1);
        const auto before = contents(folder.path());
        QCOMPARE(before.size(), hasLockTable ? 3 : 2);
        const auto store = openStore(path);
        QVERIFY(store);
        const auto loaded = store->runs({}, {}, m_job);
        VERIFY_RESULT(loaded);
        QCOMPARE(loaded->value->rowCount(), 45);
        for (uint32_t row = 0; row < 45; ++row) {
            QVERIFY(loaded->value->info(row).name != "dirty"_L1);
            QCOMPARE(loaded->value->run(row).params.size(), row < 40 ? 20 : 1);
        }
        QCOMPARE(contents(folder.path()), before);
    }

    void undoesTheChangeOfADeadWriterInACopy()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"mlflow.db"_s);
        make(path, "DELETE");
        inChild(u"die-changing"_s, path);
        const auto before = contents(folder.path());
        QCOMPARE(before.keys(), (QStringList{u"mlflow.db"_s, u"mlflow.db-journal"_s}));
        QCOMPARE(makeMlflowSqlite()->probe(folder.path(), m_job).candidates.size(), 1);
        const auto store = openStore(path);
        QVERIFY(store);
        const auto loaded = store->runs({}, {}, m_job);
        VERIFY_RESULT(loaded);
        QCOMPARE(loaded->value->rowCount(), 40);
        for (uint32_t row = 0; row < 40; ++row) {
            QVERIFY(loaded->value->info(row).name != "dirty"_L1);
            QCOMPARE(loaded->value->run(row).params.count(), 20);
            QVERIFY(!loaded->value->run(row).params.values().contains(u"dirty"_s));
        }
        QVERIFY(isReadFromCopy(*store, m_job));
        QVERIFY(!store->info().writable);
        const Status written = store->setRunTag(loaded->value->ref(1), u"a"_s, u"b"_s, m_job);
        QCOMPARE(written.error().code, ErrorCode::ReadOnly);
        QCOMPARE(contents(folder.path()), before);
        {
            // Its owner comes back and recovers it: it is read in place again.
            Database owner(path);
            QCOMPARE(owner.value("SELECT count(*) FROM runs WHERE name = 'dirty'"), u"0"_s);
        }
        QCOMPARE(runCount(*store), 40);
        QVERIFY(!isReadFromCopy(*store, m_job));
        QVERIFY(store->info().writable);
    }

    void notesAWriterThatDiesWhileTheStoreIsOpen()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"mlflow.db"_s);
        make(path, "DELETE");
        const auto store = openStore(path);
        QVERIFY(store);
        QCOMPARE(runCount(*store), 40);
        inChild(u"die-deleting"_s, path);
        const auto before = contents(folder.path());
        QCOMPARE(before.size(), 2);
        QCOMPARE(runCount(*store), 40);
        QVERIFY(isReadFromCopy(*store, m_job));
        QCOMPARE(contents(folder.path()), before);
    }

    void saysThatTheDatabaseIsLocked()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"mlflow.db"_s);
        make(path, "DELETE");
        const auto store = openStore(path);
        QVERIFY(store);
        Database writer(path);
        writer.run("BEGIN EXCLUSIVE");
        // Whoever asked can stop waiting.
        SilentJob impatient;
        std::thread canceler([&] {
            QThread::msleep(50);
            impatient.cancel();
        });
        QCOMPARE(store->runs({}, {}, impatient).error().code, ErrorCode::Canceled);
        canceler.join();
        const auto locked = store->runs({}, {}, m_job);
        QCOMPARE(locked.error().code, ErrorCode::Unreadable);
        QVERIFY2(locked.error().message.contains("locked"_L1), qPrintable(locked.error().message));
        // A lock that goes away in time is waited for.
        std::thread releaser([&] {
            QThread::msleep(100);
            writer.run("ROLLBACK");
        });
        QCOMPARE(runCount(*store), 40);
        releaser.join();
    }

    void neverHoldsUpAWriter()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"mlflow.db"_s);
        make(path, "DELETE");
        {
            Database more(path);
            addRuns(more, 40, 2000, 20);
        }
        std::atomic<bool> isDone = false;
        std::atomic<int> reads = 0;
        std::thread reader([&] {
            SilentJob job;
            const auto store = openStore(path);
            while (!isDone) {
                if (store->runs({}, {}, job))
                    ++reads;
            }
        });
        Database trainer(path); // waits 250 ms
        trainer.run("PRAGMA synchronous=OFF");
        int busy = 0;
        for (int commit = 0; commit < 100 || reads < 3; ++commit) {
            QVERIFY(commit < 100'000);
            busy += trainer.run("INSERT OR REPLACE INTO tags VALUES ('step', '"
                                + QByteArray::number(commit) + "', 'run00001')")
                    == SQLITE_BUSY;
        }
        isDone = true;
        reader.join();
        QCOMPARE(busy, 0);
    }

    void holdsNoLockAndDropsNone()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"mlflow.db"_s);
        make(path, "DELETE");
        const auto store = openStore(path);
        QVERIFY(store);
        Database writer(path);
        QCOMPARE(writer.run("BEGIN IMMEDIATE"), SQLITE_OK);
        QCOMPARE(runCount(*store), 40);
        VERIFY_RESULT(store->experiments(m_job));
        VERIFY_RESULT(store->models(m_job));
        VERIFY_RESULT(store->counts(m_job));
        VERIFY_RESULT(store->diagnose(m_job));
        QCOMPARE(makeMlflowSqlite()->probe(folder.path(), m_job).candidates.size(), 1);
        QCOMPARE(makeMlflowSqlite()->probe(path, m_job).candidates.size(), 1);
        QVERIFY(openStore(path));
        // Closing a file drops all locks of a process on it: that nobody here did so, another process can tell.
        const auto isFree = [&] { return inChild(u"lock"_s, path); };
        QCOMPARE(isFree(), 0);
        QCOMPARE(writer.run("ROLLBACK"), SQLITE_OK);
        QCOMPARE(isFree(), 1); // an open store locks nothing
    }

    void usesOneSqlite()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"mlflow.db"_s);
        make(path, "DELETE");
        QVERIFY(openStore(path));
        QFile maps(u"/proc/self/maps"_s);
        if (!maps.open(QIODevice::ReadOnly))
            QSKIP("This system does not say which libraries are mapped.");
        QSet<QByteArray> libraries;
        for (const QByteArray &line : maps.readAll().split('\n'))
            if (line.contains("sqlite3.so"))
                libraries.insert(line.mid(line.indexOf('/')));
        QVERIFY2(libraries.size() <= 1, libraries.values().join(' ').constData());
    }

    void readsInAWriteProtectedFolder_data()
    {
        QTest::addColumn<QByteArray>("mode");
        QTest::newRow("journal") << QByteArray("DELETE");
        QTest::newRow("log") << QByteArray("WAL");
    }
    void readsInAWriteProtectedFolder()
    {
        QFETCH(QByteArray, mode);
        QTemporaryDir folder;
        const QString path = folder.filePath(u"mlflow.db"_s);
        make(path, mode);
        QVERIFY(
            QFile::setPermissions(path, QFile::ReadOwner | QFile::ReadGroup | QFile::ReadOther));
        QCOMPARE(::chmod(qPrintable(folder.path()), 0555), 0);
        const auto before = contents(folder.path());
        const int seen = inChild(u"read-as-nobody"_s, path);
        ::chmod(qPrintable(folder.path()), 0755);
        QCOMPARE(seen, 0);
        QCOMPARE(contents(folder.path()), before);
    }

    void followsADatabaseThatIsReplaced()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"mlflow.db"_s);
        make(path, "DELETE");
        const auto store = openStore(path);
        QVERIFY(store);
        QCOMPARE(runCount(*store), 40);
        {
            Database other(folder.filePath(u"new.db"_s));
            other.run(Tables);
            addRuns(other, 0, 7, 1);
        }
        QVERIFY(::rename(qPrintable(folder.filePath(u"new.db"_s)), qPrintable(path)) == 0);
        QCOMPARE(runCount(*store), 7);
        QFile::remove(path);
        QCOMPARE(store->runs({}, {}, m_job).error().code, ErrorCode::NotFound);
        QVERIFY(QDir(folder.path()).isEmpty());
    }

    void opensNoPipe()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"pipe.db"_s);
        QCOMPARE(mkfifo(qPrintable(path), 0600), 0);
        QVERIFY(makeMlflowSqlite()->probe(folder.path(), m_job).candidates.isEmpty());
        QVERIFY(makeMlflowSqlite()->probe(path, m_job).candidates.isEmpty());
        QVERIFY(!makeMlflowSqlite()->open(path, {}, m_job));
    }
};

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = application.arguments();
    if (arguments.value(1) == "--act"_L1)
        return actIn(arguments.value(2), arguments.value(3));
    MlflowSqliteLiveTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_mlflowsqlitelive.moc"
