// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/table/rungroups.h"

namespace Assay {

struct PivotRequest {
    RunTablePtr table;
    std::vector<uint32_t> rows; // of the table
    ColumnKey down;
    ColumnKey across;           // another one than `down`
    ColumnKey value;            // read as columnNumbers() does
    Aggregate aggregate = Aggregate::Mean;
    QueryClock clock;
};

// One column's values down, another's across, and in each cell an aggregate of the runs that have both.
struct Pivot {
    static constexpr size_t MaxCells = 1'000'000;
    static constexpr uint32_t NoRow = std::numeric_limits<uint32_t>::max();

    std::vector<uint32_t> down;    // by line: a row of the table that has its value; in the order of groupRuns()
    std::vector<uint32_t> across;  // by column: the same
    // Line by line: down.size() * across.size() cells.
    std::vector<double> values;    // NumberTraits::absent where there is none
    std::vector<uint32_t> counts;  // runs that have the cell's values down and across, with or without a number
    std::vector<uint32_t> runs;    // a row of the table for each cell with runs; else NoRow

    size_t cell(size_t line, size_t column) const { return line * across.size() + column; }
};

// Unsupported for more than MaxCells cells. Any thread; Canceled when `job` is.
Result<Pivot> computePivot(const PivotRequest &request, Job &job);

} // namespace Assay
