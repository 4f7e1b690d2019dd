// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/problem.h"
#include "models/mlflowsql/database.h"

namespace Assay::MlflowSql {

// What the readers of runs and models do not see: the metric histories. A database's own check is not run: it would keep
// writers waiting, and every row that is looked at here is looked at in pieces.
Result<QList<Problem>> diagnoseDatabase(Database &database, Job &job);

} // namespace Assay::MlflowSql
