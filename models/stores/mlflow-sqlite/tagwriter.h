// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/job.h"
#include "models/base/result.h"

namespace Assay::MlflowSqlite {

// Sets (or, without a value, deletes) one tag of the registry, in one transaction each, with MLflow's own rules.
namespace TagWriter {

Status setModelTag(const QString &path, const QString &model, const QString &key,
                   const std::optional<QString> &value, Job &job);
Status setVersionTag(const QString &path, const QString &model, const QString &version,
                     const QString &key, const std::optional<QString> &value, Job &job);

} // namespace TagWriter

} // namespace Assay::MlflowSqlite
