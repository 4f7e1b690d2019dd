// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/stores/mlflow-file/storetree.h"

#include <QList>

namespace Assay {

// All experiments of a store with their tags. An experiment whose meta.yaml cannot be read is there under its folder's
// name, so that its runs have a place. Stops early when cancelled.
QList<Experiment> readExperiments(const StoreTree &tree, const std::vector<ExperimentFolder> &folders, ProblemList &problems,
                                  const Job &job);

} // namespace Assay
