// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/problem.h"
#include "models/domain/experiment.h"
#include "models/mlflowsql/database.h"

namespace Assay::MlflowSql {

// All experiments, active and deleted.
Result<Loaded<QList<Experiment>>> readExperiments(Database &database, Job &job);

} // namespace Assay::MlflowSql
