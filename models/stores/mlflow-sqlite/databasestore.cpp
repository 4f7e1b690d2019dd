// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/stores/mlflow-sqlite/databasestore.h"

#include "models/stores/mlflow-sqlite/sqlitedatabase.h"
#include "models/stores/mlflow-sqlite/sqlitetransaction.h"
#include "models/stores/mlflow-sqlite/words.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace Assay::MlflowSqlite {

namespace {

QString whyCopied(CopyReason reason)
{
    switch (reason) {
    case CopyReason::None:
        break;
    case CopyReason::HotJournal:
        return Words::tr("The program that wrote this database ended in the middle of a change. "
                         "What is shown is a private copy in which that change was undone.");
    case CopyReason::Wal:
        return Words::tr("This database keeps its changes in a log that cannot be read in place "
                         "without writing. What is shown is a private copy.");
    case CopyReason::Network:
        return Words::tr("This database lies on a network drive, where locks cannot be trusted. "
                         "What is shown is a private copy.");
    }
    return {};
}

} // namespace

DatabaseStore::DatabaseStore(const QString &path, const OpenOptions &options)
    : SqlStore(u"mlflow-sqlite"_s, path, options.rootMappings)
    , m_access(path)
{
}

Result<std::unique_ptr<StoreBackend>> DatabaseStore::open(const QString &path, const OpenOptions &options, Job &job)
{
    std::unique_ptr<DatabaseStore> store(new DatabaseStore(path, options));
    if (const Status looked = store->look(job); !looked)
        return looked.error();
    return std::unique_ptr<StoreBackend>(std::move(store));
}

Status DatabaseStore::withDatabase(Job &job, const std::function<Status(MlflowSql::Database &)> &read)
{
    return m_access.read(job, [&](SqliteConnection &connection, const MlflowSql::Schema &schema) {
        SqliteDatabase database(connection, schema, QFileInfo(m_access.path()).fileName(), &m_access);
        return read(database);
    });
}

Result<std::unique_ptr<MlflowSql::WriteTransaction>> DatabaseStore::begin(Job &job)
{
    return SqliteTransaction::begin(m_access.path(), job);
}

QString DatabaseStore::whyNotWritable(MlflowSql::Database &)
{
    const QFileInfo file(m_access.path());
    if (m_access.copyReason() == CopyReason::HotJournal || m_access.copyReason() == CopyReason::Network)
        return whyCopied(m_access.copyReason());
    if (!file.isWritable() || !QFileInfo(file.canonicalPath()).isWritable())
        return Words::tr("The database or its folder is write-protected.");
    return {};
}

QList<Problem> DatabaseStore::notes() const
{
    if (m_access.copyReason() == CopyReason::None)
        return {};
    return {{Severity::Warning, u"read-from-copy"_s, QFileInfo(m_access.path()).fileName(), 0, {}, {}, {}, whyCopied(m_access.copyReason())}};
}

// Beside what a link to a database points to, and beside the link.
QStringList DatabaseStore::besideFolders() const
{
    QStringList folders{QFileInfo(m_access.path()).absolutePath(), QFileInfo(m_access.path()).canonicalPath()};
    folders.removeDuplicates();
    return folders;
}

} // namespace Assay::MlflowSqlite
