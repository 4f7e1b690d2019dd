// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/mlflowsql/server/serverdatabase.h"
#include "models/mlflowsql/sqlstore.h"

namespace Assay::MlflowSql {

// An open MLflow database on a database server. Reads through one session, which cannot write and is opened again when it
// was lost in idle time; every change has a session of its own.
class ServerStore final : public SqlStore
{
public:
    // NotAStore when the database is not one of MLflow's.
    static Result<std::unique_ptr<StoreBackend>> open(const ServerLogin &login, const OpenOptions &options, Job &job);

protected:
    Status withDatabase(Job &job, const std::function<Status(Database &)> &read) override;
    Result<std::unique_ptr<WriteTransaction>> begin(Job &job) override;
    QString whyNotWritable(Database &database) override;
    QList<Problem> notes() const override { return m_notes; }
    bool asksForChanges() const override { return true; }

private:
    ServerStore(const ServerLogin &login, const OpenOptions &options);

    Status connect(Job &job);
    void noteEncryption();

    ServerLogin m_login;
    std::unique_ptr<ServerConnection> m_connection;
    ServerTables m_tables;
    QList<Problem> m_notes;
};

} // namespace Assay::MlflowSql
