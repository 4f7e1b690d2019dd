// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/job.h"
#include "models/base/result.h"
#include "models/domain/runedit.h"

namespace Assay::MlflowSqlite {

// Changes of runs, one transaction each, as MLflow's own store makes them but with compare-and-set. A deletion keeps what
// else names the run (MLflow drops assessments for good), so that a restored run is what it was.
namespace RunWriter {

Status edit(const QString &path, const RunEdit &edit, Job &job);

} // namespace RunWriter

} // namespace Assay::MlflowSqlite
