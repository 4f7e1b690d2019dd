// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/stores/mlflow-sqlite/writetransaction.h"

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

Error unknownOutcome(const Error &why)
{
    return {ErrorCode::OutcomeUnknown,
            Words::tr("Nobody can say whether the change was made. Reload the store to see what "
                      "stands there."),
            why.message + u' ' + why.detail};
}

} // namespace

Result<std::unique_ptr<WriteTransaction>> WriteTransaction::begin(const QString &path, Job &job)
{
    auto connection = SqliteConnection::open(path, SqliteConnection::Mode::Write, job);
    if (!connection)
        return connection.error();
    if (const Status durable = makeDurable(**connection); !durable)
        return durable.error();
    // By statement: Qt's transaction() begins as a reader, and fails at once when somebody else writes in between.
    if (const Status begun = (*connection)->execute("BEGIN IMMEDIATE"); !begun)
        return begun.error();
    std::unique_ptr<WriteTransaction> transaction(new WriteTransaction(std::move(*connection)));
    auto schema = Schema::read(*transaction->m_connection);
    if (!schema)
        return schema.error();
    transaction->m_schema = std::move(*schema);
    if (!transaction->m_schema.isKnownRevision())
        return Error{ErrorCode::UnknownSchema,
                     Words::tr("The database has a revision of MLflow's schema that is not known "
                               "here; it is not written."),
                     transaction->m_schema.revision()};
    return transaction;
}

WriteTransaction::~WriteTransaction()
{
    if (m_connection && !sqlite3_get_autocommit(m_connection->handle()))
        (void)m_connection->execute("ROLLBACK");
}

Status WriteTransaction::commit(const Check &isApplied, Job &job)
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
    m_connection.reset();
    auto fresh = SqliteConnection::open(path, SqliteConnection::Mode::Read, job);
    if (!fresh)
        return unknownOutcome(why);
    const Result<bool> applied = isApplied(**fresh);
    if (applied && !*applied)
        return why;
    return unknownOutcome(why);
}

} // namespace Assay::MlflowSqlite
