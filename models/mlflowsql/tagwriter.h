// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/mlflowsql/writetransaction.h"

namespace Assay::MlflowSql {

// Sets (or, without a value, deletes) one tag of the registry, in one transaction each, with MLflow's own rules.
namespace TagWriter {

Status setModelTag(const BeginTransaction &begin, const QString &model, const QString &key,
                   const std::optional<QString> &value, Job &job);
Status setVersionTag(const BeginTransaction &begin, const QString &model, const QString &version,
                     const QString &key, const std::optional<QString> &value, Job &job);

} // namespace TagWriter

} // namespace Assay::MlflowSql
