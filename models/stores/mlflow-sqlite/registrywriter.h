// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/job.h"
#include "models/base/result.h"
#include "models/domain/model.h"

namespace Assay::MlflowSqlite {

// Changes of the model registry, one transaction each, as MLflow's own store makes them but with compare-and-set.
namespace RegistryWriter {

Result<StageChangeDone> changeStage(const QString &path, const StageChange &change, Job &job);
Status setAlias(const QString &path, const QString &model, const QString &alias,
                const std::optional<QString> &version, Job &job);

} // namespace RegistryWriter

} // namespace Assay::MlflowSqlite
