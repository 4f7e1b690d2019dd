// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/metricseries.h"
#include "models/mlflowsql/database.h"

namespace Assay::MlflowSql {

// Metric histories of one run, ordered by (timestamp, step, value), NaN counting as 0. `keys` empty: all, by key.
// NotFound for a key that the run does not have.
Result<Loaded<QList<MetricSeries>>> readHistory(Database &database, const QString &run, const QStringList &keys, Job &job);

} // namespace Assay::MlflowSql
