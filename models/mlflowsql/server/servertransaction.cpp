// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/mlflowsql/server/servertransaction.h"

#include <QDeadlineTimer>
#include <QThread>

using namespace Qt::StringLiterals;

namespace Assay::MlflowSql {

ServerTransaction::ServerTransaction(ServerLogin login, std::unique_ptr<ServerConnection> connection)
    : m_login(std::move(login))
    , m_connection(std::move(connection))
{
}

Result<std::unique_ptr<WriteTransaction>> ServerTransaction::begin(const ServerLogin &login, Job &job)
{
    auto connection = ServerConnection::open(login, true, job);
    if (!connection)
        return connection.error();
    std::unique_ptr<ServerTransaction> transaction(new ServerTransaction(login, std::move(*connection)));
    ServerConnection &session = *transaction->m_connection;
    if (const Status begun = session.begin(); !begun)
        return begun.error();
    const auto id = session.select(login.dialect->idQuery(), [&](const Row &row) { transaction->m_id = row.integer(1); });
    if (!id)
        return id.error();
    auto tables = ServerTables::read(session);
    if (!tables)
        return tables.error();
    transaction->m_tables = std::move(*tables);
    if (!transaction->m_tables.schema.isKnownRevision())
        return unknownRevision(transaction->m_tables.schema);
    transaction->m_database.emplace(session, transaction->m_tables, true);
    return std::unique_ptr<WriteTransaction>(std::move(transaction));
}

Result<qint64> ServerTransaction::change(const QByteArray &sql, const QList<Value> &values)
{
    const auto whole = ServerConnection::written(sql, values);
    if (!whole)
        return whole.error();
    return m_connection->change(*whole);
}

Status ServerTransaction::commit(const Look &look, Job &job)
{
    // PostgreSQL answers a COMMIT behind a statement that failed with success, and undoes everything.
    if (m_connection->firstFailure())
        return *m_connection->firstFailure();
    const Status committed = m_connection->end(true);
    if (committed)
        return {};
    const Error why = committed.error();
    m_database.reset();
    m_connection.reset();
    // What the server itself refused is undone.
    return why.code == ErrorCode::Unreachable ? settle(why, look, job) : Status(why);
}

// What the server itself knows of the transaction counts. Where it knows nothing, nothing more comes of it when its session has ended.
Status ServerTransaction::settle(const Error &why, const Look &look, Job &job)
{
    const auto fresh = ServerConnection::open(m_login, false, job);
    if (!fresh)
        return unknownOutcome(why);
    QDeadlineTimer deadline(ServerConnection::LockSeconds * 1000);
    QString outcome;
    while (true) {
        const auto asked = (*fresh)->select(m_login.dialect->outcomeQuery(m_id), [&](const Row &row) { outcome = row.text(1); });
        const bool isRunning = outcome == "running"_L1;
        if (!asked || (isRunning && deadline.hasExpired()))
            return unknownOutcome(why);
        if (!isRunning)
            break;
        QThread::msleep(20);
    }
    if (outcome == "made"_L1 || outcome == "undone"_L1)
        return outcome == "made"_L1 ? Status() : Status(why);
    ServerDatabase database(**fresh, m_tables);
    const Result<Stands> now = look(database);
    return now && *now == Stands::AsWanted ? Status() : outcomeOf(why, now);
}

} // namespace Assay::MlflowSql
