// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/job.h"
#include "models/base/result.h"
#include "models/mlflowsql/database.h"
#include "models/stores/mlflow-sqlite/databasefile.h"
#include "models/stores/mlflow-sqlite/sqlitestatement.h"

#include <QDeadlineTimer>

#include <memory>

namespace Assay::MlflowSqlite {

// The first bytes of a database, read through SQLite's own file without taking a lock.
struct SqliteHeader {
    qint64 fileSize = 0;
    bool isSqlite = false;
    bool isWal = false;
};

// One connection to one database file. Qt SQL opens, owns and closes it; statements are stepped through the driver's own
// handle. Used on the thread that opened it. A file that is not there is never created.
class SqliteConnection
{
public:
    enum class Mode {
        Read, // writes nothing at all, not even a lock table: -wal and -shm have to be there already for a WAL database
        Write, // for one short transaction
    };

    // How long a lock of another program is waited for before an answer is Unreadable.
    static constexpr int ReadWaitMs = 3000;
    static constexpr int WriteWaitMs = 5000; // in all, from opening to commit

    // `job` is polled while waiting and while statements run; see setJob() for connections that outlive it.
    static Result<std::unique_ptr<SqliteConnection>> open(const QString &file, Mode mode, Job &job);
    ~SqliteConnection();
    Q_DISABLE_COPY_MOVE(SqliteConnection)

    void setJob(Job *job) { m_job = job; }
    const QString &file() const { return m_file; }
    sqlite3 *handle() const { return m_handle; }
    SqliteHeader header() const;

    Result<SqliteStatement> prepare(const QByteArray &sql);
    // With these values for ?1, ?2 …
    Result<SqliteStatement> query(const QByteArray &sql, const QList<MlflowSql::Value> &values);
    // For statements without rows.
    Status execute(const QByteArray &sql);
    // What a code that step() gave means, in words.
    Error error(int code);
    // Of the errors so far: the database can only be read where it may be repaired, which is in a copy of ours.
    bool needsCopy() const { return m_needsCopy; }

private:
    SqliteConnection(QString file, Mode mode, Job &job);

    Status openDatabase();
    Status checkLibrary() const;
    Status configure();
    int waitForLock(int attempt);
    void noteRecovery(int code);
    bool isCanceled() const { return m_job && m_job->isCanceled(); }

    QString m_file;
    QString m_name; // of Qt's connection
    Mode m_mode;
    Job *m_job;
    DatabaseUse m_use;
    sqlite3 *m_handle = nullptr;
    QDeadlineTimer m_deadline;
    bool m_needsCopy = false;
};

// Sets the job that a long-lived connection polls, for the time of one call.
class SqliteJob
{
public:
    SqliteJob(SqliteConnection &connection, Job &job)
        : m_connection(connection)
    {
        connection.setJob(&job);
    }
    ~SqliteJob() { m_connection.setJob(nullptr); }
    Q_DISABLE_COPY_MOVE(SqliteJob)

private:
    SqliteConnection &m_connection;
};

} // namespace Assay::MlflowSqlite
