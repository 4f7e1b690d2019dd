// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/runedit.h"
#include "models/mlflowsql/writetransaction.h"

namespace Assay::MlflowSql {

// Changes of runs, as MLflow's own store makes them but with compare-and-set. A deletion keeps what
// else names the run (MLflow drops assessments for good), so that a restored run is what it was.
namespace RunWriter {

// All in one transaction, which nothing but a failing database undoes as a whole: one that cannot be made keeps no other
// from being made. An answer each, nothing where it was made.
QList<std::optional<Error>> edit(const BeginTransaction &begin, const QList<RunEdit> &edits, Job &job);

} // namespace RunWriter

} // namespace Assay::MlflowSql
