// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/model.h"
#include "models/mlflowsql/writetransaction.h"

namespace Assay::MlflowSql {

// Changes of the model registry, one transaction each, as MLflow's own store makes them but with compare-and-set.
namespace RegistryWriter {

Result<StageChangeDone> changeStage(const BeginTransaction &begin, const StageChange &change, Job &job);
Status setAlias(const BeginTransaction &begin, const QString &model, const QString &alias,
                const std::optional<QString> &version, Job &job);

} // namespace RegistryWriter

} // namespace Assay::MlflowSql
