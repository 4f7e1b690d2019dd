// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/mlflowsql/server/serverformat.h"
#include "models/stores/mlflow-mysql/mysqldialect.h"
#include "models/stores/mlflow-mysql/words.h"

namespace Assay {

std::unique_ptr<StoreFormat> makeMlflowMysql()
{
    return std::make_unique<MlflowSql::ServerFormat>(std::make_unique<MlflowMySql::MySqlDialect>(),
                                                     MlflowMySql::Words::tr("MLflow database (MySQL, MariaDB)"));
}

} // namespace Assay
