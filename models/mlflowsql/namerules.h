// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"

namespace Assay::MlflowSql {

// What MLflow lets through as a name: InvalidArgument for what it would refuse.
namespace NameRules {

Status checkTag(const QString &key, const std::optional<QString> &value, qsizetype longestValue);
Status checkAlias(const QString &alias);
Result<qint64> versionNumber(const QString &version);

} // namespace NameRules

} // namespace Assay::MlflowSql
