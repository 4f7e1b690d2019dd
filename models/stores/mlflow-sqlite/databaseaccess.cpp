// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/stores/mlflow-sqlite/databaseaccess.h"

#include "models/stores/mlflow-sqlite/sqliteschema.h"
#include "models/stores/mlflow-sqlite/words.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace Assay::MlflowSqlite {

bool DatabaseAccess::isCurrent(const DatabaseStamp &stamp) const
{
    if (m_mustCopy != CopyReason::None)
        return false;
    if (m_copyReason != CopyReason::None)
        return m_folder && stamp.isSameContent(m_stamp);
    // A database that has been turned into a WAL one since is looked at afresh: reading it could create files.
    return m_connection && m_stamp.main && stamp.main->isSameFile(*m_stamp.main)
           && m_connection->header().isWal == m_stamp.wal.has_value();
}

Status DatabaseAccess::prepare(Job &job)
{
    const DatabaseStamp stamp = DatabaseStamp::of(m_path);
    if (!stamp.main) {
        close();
        return Error{
            ErrorCode::NotFound, Words::tr("There is nothing at this place: %1").arg(m_path), {}};
    }
    if (isCurrent(stamp)) {
        if (m_connection)
            return readSchema(job);
        auto connection = openAnother(job);
        if (!connection)
            return connection.error();
        m_connection = std::move(*connection);
        return readSchema(job);
    }
    close();
    m_schemaVersion = -1;
    CopyReason reason = std::exchange(m_mustCopy, CopyReason::None);
    if (reason == CopyReason::None && isOnNetwork(m_path))
        reason = CopyReason::Network;
    if (reason == CopyReason::None) {
        const auto live = openLive(stamp, job);
        if (!live)
            return live.error();
        reason = *live;
    }
    m_copyReason = reason;
    m_stamp = stamp;
    if (reason != CopyReason::None) {
        if (const Status copied = openCopy(reason, stamp, job); !copied)
            return copied;
    }
    return readSchema(job);
}

Result<CopyReason> DatabaseAccess::openLive(const DatabaseStamp &stamp, Job &job)
{
    auto opened = SqliteConnection::open(m_path, SqliteConnection::Mode::Read, job);
    if (!opened)
        return opened.error();
    SqliteConnection &connection = **opened;
    const SqliteHeader header = connection.header();
    if (header.fileSize > 0 && !header.isSqlite)
        return Error{ErrorCode::NotAStore,
                     Words::tr("%1 is not a SQLite file.").arg(QFileInfo(m_path).fileName()),
                     {}};
    if (header.isWal && !(stamp.wal && stamp.shm))
        return CopyReason::Wal;
    // The first look takes a lock, and finds out whether a writer died here.
    if (const Status looked = connection.execute("SELECT 1 FROM sqlite_master LIMIT 1"); !looked) {
        if (connection.needsCopy())
            return header.isWal ? CopyReason::Wal : CopyReason::HotJournal;
        return looked.error();
    }
    m_place = m_path;
    m_folder.reset();
    m_connection = std::move(*opened);
    return CopyReason::None;
}

Status DatabaseAccess::openCopy(CopyReason reason, const DatabaseStamp &stamp, Job &job)
{
    if (stamp.main->size > m_largestCopy)
        return Error{
            ErrorCode::Unsupported,
            Words::tr(
                "This database can only be read from a copy, and is too large for that here: %1")
                .arg(m_path),
            {}};
    job.setProgress(0, 0, Words::tr("Copying the database…"));
    m_folder = std::make_unique<QTemporaryDir>(); // for its owner alone
    if (!m_folder->isValid())
        return Error{
            ErrorCode::Unreadable,
            Words::tr("No private folder can be made for a copy of the database: %1").arg(m_path),
            m_folder->errorString()};
    const auto copy = copyDatabase(m_path, m_folder->path(), job);
    if (!copy) {
        m_folder.reset();
        return copy.error();
    }
    m_stamp = stamp;
    m_place = *copy;
    // Recovers what the journal or the log holds, and leaves one plain file.
    {
        auto writer = SqliteConnection::open(m_place, SqliteConnection::Mode::Write, job);
        if (!writer)
            return writer.error();
        if (const Status recovered = (*writer)->execute("PRAGMA journal_mode=DELETE"); !recovered)
            return recovered;
        if (const Status looked = (*writer)->execute("SELECT 1 FROM sqlite_master LIMIT 1");
            !looked)
            return looked;
    }
    auto reader = SqliteConnection::open(m_place, SqliteConnection::Mode::Read, job);
    if (!reader)
        return reader.error();
    m_connection = std::move(*reader);
    m_copyReason = reason;
    return {};
}

Status DatabaseAccess::readSchema(Job &job)
{
    const SqliteJob scope(*m_connection, job);
    qint64 version = 0;
    {
        auto statement = m_connection->prepare("PRAGMA schema_version");
        if (!statement)
            return statement.error();
        if (const int code = statement->step(); code != SQLITE_ROW)
            return m_connection->error(code);
        version = statement->integer(0);
    }
    if (m_schema && version == m_schemaVersion)
        return readRevision(*m_connection, *m_schema);
    auto schema = MlflowSqlite::readSchema(*m_connection);
    if (!schema)
        return schema.error();
    m_schema = std::move(*schema);
    m_schemaVersion = version;
    return {};
}

// After an error of the first attempt.
bool DatabaseAccess::mustCopy(int attempt)
{
    if (attempt > 0 || !m_connection || !m_connection->needsCopy()
        || m_copyReason != CopyReason::None)
        return false;
    m_mustCopy = m_connection->header().isWal ? CopyReason::Wal : CopyReason::HotJournal;
    return true;
}

void DatabaseAccess::rest()
{
    // A connection to a WAL database keeps a lock as long as it is open, and its owner from tidying up.
    if (m_copyReason == CopyReason::None && m_stamp.wal)
        close();
}

} // namespace Assay::MlflowSqlite
