// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/job.h"
#include "models/table/runtable.h"

namespace Assay {

// What one column holds over some rows.
struct ColumnStats {
    static constexpr qsizetype DistinctCap = 1000; // counting stops there

    ColumnKey key;
    qsizetype count = 0;           // rows with a value
    qsizetype distinct = 0;        // different values, at most DistinctCap; NaN counts as one
    bool allNumbers = false;       // there is a value, and every one is a number
    std::optional<double> minimum; // of the numbers, NaN left out; times in milliseconds
    std::optional<double> maximum;

    bool varies() const { return distinct > 1; }
    friend bool operator==(const ColumnStats &, const ColumnStats &) = default;
};

// All stored columns of the table, in its order. O(cells). Any thread; polls `job` and stops early when it is cancelled.
std::vector<ColumnStats> computeColumnStats(const RunTable &table, const std::vector<uint32_t> &rows, Job &job);

// What a table of these runs shows first: name, age, duration, status, the experiment if there are several, then at most `limit` metrics and `limit`
// params that tell runs apart, those that most runs have first.
QList<ColumnKey> chooseColumns(const std::vector<ColumnStats> &stats, qsizetype limit = 8);

} // namespace Assay
