// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/problem.h"
#include "models/domain/experiment.h"
#include "models/stores/mlflow-sqlite/schema.h"
#include "models/stores/mlflow-sqlite/sqliteconnection.h"

namespace Assay::MlflowSqlite {

// All experiments, active and deleted. `file` is the database's name, for problems.
Result<Loaded<QList<Experiment>>>
readExperiments(SqliteConnection &connection, const Schema &schema, const QString &file, Job &job);

} // namespace Assay::MlflowSqlite
