// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/mlflowsql/server/serverdatabase.h"
#include "models/mlflowsql/writetransaction.h"

namespace Assay::MlflowSql {

// A transaction on a database server: it locks the rows that it reads, and should its connection be lost in the commit, asks
// the server what came of it, or waits for it to end the session before it looks.
class ServerTransaction final : public WriteTransaction
{
public:
    static Result<std::unique_ptr<WriteTransaction>> begin(const ServerLogin &login, Job &job);

    Database &database() override { return *m_database; }
    Result<qint64> change(const QByteArray &sql, const QList<Value> &values) override;
    Status commit(const Look &look, Job &job) override;

private:
    ServerTransaction(ServerLogin login, std::unique_ptr<ServerConnection> connection);

    Status settle(const Error &why, const Look &look, Job &job);

    ServerLogin m_login;
    std::unique_ptr<ServerConnection> m_connection; // closing it rolls back
    ServerTables m_tables;
    std::optional<ServerDatabase> m_database;
    qint64 m_id = 0; // Dialect::idQuery()
};

} // namespace Assay::MlflowSql
