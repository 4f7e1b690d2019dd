// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/problem.h"
#include "models/stores/mlflow-sqlite/schema.h"
#include "models/stores/mlflow-sqlite/sqliteconnection.h"

namespace Assay::MlflowSqlite {

// What the readers of runs and models do not see: the metric histories. SQLite's own check is not run: it would keep
// writers waiting, and every page that is looked at here is looked at in pieces.
Result<QList<Problem>> diagnoseDatabase(SqliteConnection &connection, const Schema &schema,
                                        const QString &file, Job &job);

} // namespace Assay::MlflowSqlite
