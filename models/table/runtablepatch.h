// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/table/runtable.h"

namespace Assay {

// `table` with the runs of `fresh` as they stand there, for a store of which only some runs were read again. What nothing
// changes is shared. Runs that `table` does not have stay out; the runs keep their rows.
RunTablePtr patchRuns(const RunTablePtr &table, const RunTable &fresh);
// The same, and the runs that `table` does not have come behind its own. `table` itself where nothing has changed.
RunTablePtr mergeRuns(const RunTablePtr &table, const RunTable &fresh);

} // namespace Assay
