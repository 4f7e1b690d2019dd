// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/problem.h"
#include "models/domain/metricseries.h"
#include "models/stores/mlflow-sqlite/schema.h"
#include "models/stores/mlflow-sqlite/sqliteconnection.h"

namespace Assay::MlflowSqlite {

// Metric histories of one run, ordered by (timestamp, step, value), NaN counting as 0. `keys` empty: all, by key.
// NotFound for a key that the run does not have.
Result<Loaded<QList<MetricSeries>>> readHistory(SqliteConnection &connection, const Schema &schema,
                                                const QString &file, const QString &run,
                                                const QStringList &keys, Job &job);

} // namespace Assay::MlflowSqlite
