// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/metricseries.h"
#include "models/stores/mlflow-file/storetree.h"

#include <QStringList>

namespace Assay {

// Every point of the named metrics of the run that lies at `runPath`, in file order. Without keys: of all metrics that
// have a point, by key in byte order. NotFound for a key without a file. Stops early when cancelled.
Result<QList<MetricSeries>> readHistory(const StoreTree &tree, const std::string &runPath, const QStringList &keys,
                                        ProblemList &problems, const Job &job);

} // namespace Assay
