// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/stores/mlflow-sqlite/sqlitetransaction.h"

#include "models/stores/mlflow-sqlite/sqliteschema.h"
#include "models/stores/mlflow-sqlite/words.h"

using namespace Qt::StringLiterals;

namespace Assay::MlflowSqlite {

namespace {

// What is acknowledged has to survive a power cut.
Status makeDurable(SqliteConnection &connection)
{
    for (const char *pragma : {"PRAGMA synchronous=FULL", "PRAGMA foreign_keys=ON"})
        if (const Status set = connection.execute(pragma); !set)
            return set;
    auto statement = connection.prepare("PRAGMA synchronous");
    if (!statement)
        return statement.error();
    if (statement->step() != SQLITE_ROW || statement->integer(0) < 2)
        return Error{ErrorCode::Refused, Words::tr("SQLite cannot be made to write durably."), {}};
    return {};
}

} // namespace

Result<std::unique_ptr<MlflowSql::WriteTransaction>> SqliteTransaction::begin(const QString &path, Job &job)
{
    auto connection = SqliteConnection::open(path, SqliteConnection::Mode::Write, job);
    if (!connection)
        return connection.error();
    if (const Status durable = makeDurable(**connection); !durable)
        return durable.error();
    // By statement: Qt's transaction() begins as a reader, and fails at once when somebody else writes in between.
    if (const Status begun = (*connection)->execute("BEGIN IMMEDIATE"); !begun)
        return begun.error();
    std::unique_ptr<SqliteTransaction> transaction(new SqliteTransaction(std::move(*connection)));
    auto schema = readSchema(*transaction->m_connection);
    if (!schema)
        return schema.error();
    transaction->m_schema = std::move(*schema);
    if (!transaction->m_schema.isKnownRevision())
        return MlflowSql::unknownRevision(transaction->m_schema);
    transaction->m_database.emplace(*transaction->m_connection, transaction->m_schema, QString());
    return std::unique_ptr<MlflowSql::WriteTransaction>(std::move(transaction));
}

SqliteTransaction::~SqliteTransaction()
{
    if (m_connection && !sqlite3_get_autocommit(m_connection->handle()))
        (void)m_connection->execute("ROLLBACK");
}

Result<qint64> SqliteTransaction::change(const QByteArray &sql, const QList<MlflowSql::Value> &values)
{
    auto statement = m_connection->query(sql, values);
    if (!statement)
        return statement.error();
    if (const int code = statement->step(); code != SQLITE_DONE)
        return m_connection->error(code);
    return qint64(sqlite3_changes64(m_connection->handle()));
}

Status SqliteTransaction::commit(const Look &look, Job &job)
{
    // From here on nobody is asked whether to go on.
    m_connection->setJob(nullptr);
    const Status committed = m_connection->execute("COMMIT");
    if (committed)
        return {};
    const Error why = committed.error();
    if (!sqlite3_get_autocommit(m_connection->handle()) && m_connection->execute("ROLLBACK"))
        return why;
    // SQLite gave up in the middle of it: what stands in the file is for a fresh look to say.
    const QString path = m_connection->file();
    m_database.reset();
    m_connection.reset();
    auto fresh = SqliteConnection::open(path, SqliteConnection::Mode::Read, job);
    if (!fresh)
        return MlflowSql::unknownOutcome(why);
    SqliteDatabase database(std::move(*fresh), m_schema, QString());
    return MlflowSql::outcomeOf(why, look(database));
}

} // namespace Assay::MlflowSqlite
