// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/mlflowsql/database.h"
#include "models/table/runtable.h"

namespace Assay::MlflowSql {

// Reads only the runs that may have changed since a moment: those that started, ended or were deleted after it, and those
// that have not ended. What this cannot see: tags, names and params that were set on runs after their end, restored runs,
// and imports with old times that take the place of others; an exact reading, now and then, meets all that. Times are by
// the clocks of the machines that log, which may be behind this one's by up to Slack.
namespace RunsChanges {

inline constexpr qint64 Slack = 10 * 60'000; // milliseconds

// `known` with what has changed since: itself where nothing has. Null where so much may have that everything is to be read.
Result<Loaded<RunTablePtr>> read(Database &database, const RunTablePtr &known, qint64 since, Job &job);

} // namespace RunsChanges

} // namespace Assay::MlflowSql
