// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/comparison.h"

namespace Assay::Testing {

// The comparison that a controller would give for these runs, the first of them as the baseline.
inline ComparisonPtr comparisonOf(const QList<Run> &runs, const CompareFilter &filter = {}, const DiffTolerance &tolerance = {})
{
    auto comparison = std::make_shared<Comparison>();
    for (const Run &run : runs) {
        comparison->runs.append(run.info);
        comparison->colorIndexes.append(int(comparison->colorIndexes.size()));
    }
    comparison->diff = std::make_shared<const RunDiff>(RunDiff::ofRuns(runs, 0, tolerance));
    comparison->filter = filter;
    comparison->tree = makeCompareTree(*comparison->diff, filter, {}, SilentJob());
    return comparison;
}

} // namespace Assay::Testing
