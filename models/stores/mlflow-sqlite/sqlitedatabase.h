// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/mlflowsql/database.h"
#include "models/stores/mlflow-sqlite/databaseaccess.h"

namespace Assay::MlflowSqlite {

// A SQLite connection as the readers of MLflow's tables see it. Tables are read in rowid order, in short pieces.
class SqliteDatabase final : public MlflowSql::Database
{
public:
    // `access`: through which a second connection is opened; null where none is needed.
    SqliteDatabase(SqliteConnection &connection, const MlflowSql::Schema &schema, QString name, const DatabaseAccess *access = nullptr);
    SqliteDatabase(std::unique_ptr<SqliteConnection> connection, const MlflowSql::Schema &schema, QString name);

    QString name() const override { return m_name; }
    const MlflowSql::Schema &schema() const override { return m_schema; }
    qint64 estimate(const QByteArray &table) override;
    Status scan(const MlflowSql::TableQuery &query, MlflowSql::ProblemList &problems, Job &job, const MlflowSql::RowSink &sink) override;
    Status select(const QByteArray &sql, const QList<MlflowSql::Value> &values, const MlflowSql::RowSink &sink) override;
    Status scanHistory(const QString &run, const QList<QByteArray> &keys, MlflowSql::ProblemList &problems, Job &job,
                       const MlflowSql::HistorySink &sink) override;
    Result<std::unique_ptr<MlflowSql::Database>> another(Job &job) override;

private:
    Result<bool> scanKey(const QString &run, const QByteArray &key, const MlflowSql::HistorySink &sink);
    Status scanRun(const QString &run, const QList<QByteArray> &keys, MlflowSql::ProblemList &problems, Job &job,
                   const MlflowSql::HistorySink &sink);

    std::unique_ptr<SqliteConnection> m_owned;
    SqliteConnection &m_connection;
    const MlflowSql::Schema &m_schema;
    QString m_name;
    const DatabaseAccess *m_access;
};

} // namespace Assay::MlflowSqlite
