// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/mlflowsql/writetransaction.h"
#include "models/stores/mlflow-sqlite/sqlitedatabase.h"

namespace Assay::MlflowSqlite {

class SqliteTransaction final : public MlflowSql::WriteTransaction
{
public:
    static Result<std::unique_ptr<MlflowSql::WriteTransaction>> begin(const QString &path, Job &job);
    ~SqliteTransaction() override;

    MlflowSql::Database &database() override { return *m_database; }
    Result<qint64> change(const QByteArray &sql, const QList<MlflowSql::Value> &values) override;
    Status commit(const Look &look, Job &job) override;

private:
    explicit SqliteTransaction(std::unique_ptr<SqliteConnection> connection)
        : m_connection(std::move(connection))
    {
    }

    std::unique_ptr<SqliteConnection> m_connection;
    MlflowSql::Schema m_schema;
    std::optional<SqliteDatabase> m_database;
};

} // namespace Assay::MlflowSqlite
