// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/job.h"
#include "models/base/result.h"
#include "models/table/query.h"
#include "models/table/runtable.h"

#include <limits>
#include <span>

namespace Assay {

// Runs put together that have the same values in some columns: a plain value, for tables and charts. Params, tags and
// other texts are the same when their texts are ("0.1" is not "0.10"); -0 is 0, NaN is one value, and so is absence.
struct RunGroups {
    static constexpr uint32_t AbsentPlace = std::numeric_limits<uint32_t>::max();

    QList<ColumnKey> keys;
    std::vector<uint32_t> rows;   // of the table, group after group; inside a group as they were given
    std::vector<uint32_t> begins; // where each group begins in `rows`, and at the end how many rows there are
    // By key, then by group: where the group's value stands among the values of that key; AbsentPlace when it has none.
    std::vector<std::vector<uint32_t>> places;
    std::vector<uint32_t> firstPositions; // by group: where its first run stood among the given rows

    size_t count() const { return begins.empty() ? 0 : begins.size() - 1; }
    std::span<const uint32_t> rowsOf(size_t group) const
    {
        return std::span(rows).subspan(begins[group], begins[group + 1] - begins[group]);
    }
    // A run of the group: what stands in its key columns are the group's values.
    uint32_t firstRow(size_t group) const { return rows[begins[group]]; }
};

// Groups stand in the order of their first key, then the second and so on: numbers and times by size, then NaN; texts by
// code points, but params and tags by size when every text of the column is a number (equal ones by their texts); absent
// ones last. Derived attributes (duration, age) are no keys: absent for all runs. No keys: one group.
// O(rows), and of the texts when they are asked for the first time. Any thread; Canceled when `job` is.
Result<RunGroups> groupRuns(const RunTable &table, std::span<const uint32_t> rows, const QList<ColumnKey> &keys, Job &job);

enum class Aggregate { Count, Mean, Deviation, Median, Minimum, Maximum };

// One column's numbers by group. NaN is left out of everything but the counts; where all values of a group are NaN, so
// are its aggregates. NumberTraits::absent where a group has no value.
struct GroupNumbers {
    std::vector<uint32_t> counts;   // runs with a value, NaN included
    std::vector<uint32_t> nans;     // of them
    std::vector<double> means;
    std::vector<double> deviations; // by n − 1; absent for a single number
    std::vector<double> minima;
    std::vector<double> maxima;
    std::vector<double> medians;    // the middle of the two middle ones when they are even; empty when not asked for

    double at(Aggregate aggregate, size_t group) const;
};

enum class Medians { Skip, Compute };

// The columns over the groups, read as columnNumbers() does. On two threads when there is much to do. Any thread;
// Canceled when `job` is.
Result<std::vector<GroupNumbers>> aggregateGroups(const RunTable &table, const RunGroups &groups, const QList<ColumnKey> &columns,
                                                  const QueryClock &clock, Medians medians, Job &job);

} // namespace Assay
