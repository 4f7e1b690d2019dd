// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/problem.h"
#include "models/domain/model.h"
#include "models/mlflowsql/database.h"

namespace Assay::MlflowSql {

// The registered models of the default workspace, prompts too, by name; versions by number, deleted ones left out.
Result<Loaded<QList<RegisteredModel>>> readRegistry(Database &database, Job &job);

} // namespace Assay::MlflowSql
