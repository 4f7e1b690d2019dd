// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/mlflowsql/schema.h"

namespace Assay::MlflowSqlite {

class SqliteConnection;

// What a database has of MLflow's tables.
Result<MlflowSql::Schema> readSchema(SqliteConnection &connection);
// The revision alone, which changes without a change of tables.
Status readRevision(SqliteConnection &connection, MlflowSql::Schema &schema);

} // namespace Assay::MlflowSqlite
