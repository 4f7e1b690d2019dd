// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/storebackend.h"
#include "models/stores/mlflow-server/restapi.h"

namespace Assay::MlflowServer {

// Asks a server only for the runs that may have changed since a moment: those that started or ended after it, and those
// that have not ended. Three questions at once, in place of a page for every thousand runs; and one for each run that was known
// to go on and that none of them tells of: it has ended long before by its own clock.
//
// What this cannot see: runs that were deleted or restored, tags, names and params that were set on runs after their end, runs that
// were logged with an old start and end (imports), and that runs were removed for good or may not be seen any more. Starts and ends
// are by the clocks of the machines that log; those of runs that are not known yet may be behind this one's by up to Slack. An exact
// reading, now and then, meets all that.
namespace RunsChanges {

inline constexpr qint64 Slack = 10 * 60'000; // milliseconds

// `known` with what has changed since: itself where nothing has. InvalidArgument of a server that cannot be asked so.
Result<RunTablePtr> read(RestApi &api, bool hasInfinities, const QStringList &experiments, const RunTablePtr &known, qint64 since, Job &job);

} // namespace RunsChanges

} // namespace Assay::MlflowServer
