// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/mlflowsql/server/serverformat.h"
#include "models/stores/mlflow-postgresql/postgresqldialect.h"
#include "models/stores/mlflow-postgresql/words.h"

namespace Assay {

std::unique_ptr<StoreFormat> makeMlflowPostgresql()
{
    return std::make_unique<MlflowSql::ServerFormat>(std::make_unique<MlflowPostgreSql::PostgreSqlDialect>(),
                                                     MlflowPostgreSql::Words::tr("MLflow database (PostgreSQL)"));
}

} // namespace Assay
