// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/mlflowsql/schema.h"
#include "models/stores/mlflow-sqlite/sqliteconnection.h"

#include <QTemporaryDir>

namespace Assay::MlflowSqlite {

// Why a database is read from a private copy instead of from where it lies.
enum class CopyReason {
    None,
    HotJournal, // its writer died in mid-transaction: rolling that back is for its owner to do
    Wal, // a write-ahead log without its lock table, which reading would have to create beside it
    Network, // locks do not work there
};

// Keeps one database open for reading: the file itself, or, where reading that would change something, a recovered copy
// in a private folder that lives as long as this object. One thread.
class DatabaseAccess
{
public:
    explicit DatabaseAccess(QString path)
        : m_path(std::move(path))
    {
    }

    // Calls `read(SqliteConnection &, const Schema &) -> Result<T>` with a connection that is fit to be read now. When the
    // database turns out to need recovery meanwhile, once more with a copy.
    template <typename F>
    auto read(Job &job, F &&read) -> std::invoke_result_t<F, SqliteConnection &, const MlflowSql::Schema &>
    {
        for (int attempt = 0;; ++attempt) {
            const Status ready = prepare(job);
            if (ready) {
                auto answer = [&] {
                    const SqliteJob scope(*m_connection, job);
                    return read(*m_connection, *m_schema);
                }();
                if (answer || !mustCopy(attempt)) {
                    rest();
                    return answer;
                }
            } else if (!mustCopy(attempt)) {
                return ready.error();
            }
        }
    }
    // A second connection to the same data for another thread, while read() runs.
    Result<std::unique_ptr<SqliteConnection>> openAnother(Job &job) const
    {
        return SqliteConnection::open(m_place, SqliteConnection::Mode::Read, job);
    }

    // A larger database is not copied: Unsupported instead.
    void setLargestCopy(qint64 bytes) { m_largestCopy = bytes; }

    const QString &path() const { return m_path; }
    CopyReason copyReason() const { return m_copyReason; } // as of the last read()
    void close() { m_connection.reset(); }

private:
    Status prepare(Job &job);
    bool isCurrent(const DatabaseStamp &stamp) const;
    Result<CopyReason> openLive(const DatabaseStamp &stamp, Job &job);
    Status openCopy(CopyReason reason, const DatabaseStamp &stamp, Job &job);
    Status readSchema(Job &job);
    bool mustCopy(int attempt);
    void rest();

    QString m_path;
    QString m_place; // m_path or the copy
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<SqliteConnection> m_connection;
    std::optional<MlflowSql::Schema> m_schema;
    qint64 m_schemaVersion = -1;
    DatabaseStamp m_stamp;
    CopyReason m_copyReason = CopyReason::None;
    CopyReason m_mustCopy = CopyReason::None;
    qint64 m_largestCopy = std::numeric_limits<qint64>::max();
};

} // namespace Assay::MlflowSqlite
