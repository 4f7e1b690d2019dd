// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/problem.h"
#include "models/domain/model.h"
#include "models/stores/mlflow-sqlite/schema.h"
#include "models/stores/mlflow-sqlite/sqliteconnection.h"

namespace Assay::MlflowSqlite {

// The registered models of the default workspace, prompts too, by name; versions by number, deleted ones left out.
Result<Loaded<QList<RegisteredModel>>>
readRegistry(SqliteConnection &connection, const Schema &schema, const QString &file, Job &job);

} // namespace Assay::MlflowSqlite
