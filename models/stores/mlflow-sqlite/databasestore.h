// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/mlflowsql/sqlstore.h"
#include "models/stores/mlflow-sqlite/databaseaccess.h"

namespace Assay::MlflowSqlite {

// An open MLflow database in a SQLite file.
class DatabaseStore final : public MlflowSql::SqlStore
{
public:
    // NotAStore when the database is not one of MLflow's.
    static Result<std::unique_ptr<StoreBackend>> open(const QString &path, const OpenOptions &options, Job &job);

protected:
    Status withDatabase(Job &job, const std::function<Status(MlflowSql::Database &)> &read) override;
    Result<std::unique_ptr<MlflowSql::WriteTransaction>> begin(Job &job) override;
    QString whyNotWritable(MlflowSql::Database &database) override;
    QList<Problem> notes() const override;
    QStringList besideFolders() const override;

private:
    DatabaseStore(const QString &path, const OpenOptions &options);

    DatabaseAccess m_access;
};

} // namespace Assay::MlflowSqlite
