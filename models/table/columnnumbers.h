// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/table/queryvalues.h"

namespace Assay {

// A column as the query language reads it where it wants numbers: metrics as they are, params and tags that are numbers,
// times in milliseconds, duration and age in seconds; nothing but absent cells for a column that is not there. A number
// for every row of the table. O(rows) at most; any thread.
QueryNumbers columnNumbers(const RunTable &table, const ColumnKey &key, const QueryClock &clock);

// Whether the column has numbers to count with: metrics, durations, and params and tags whose texts are all numbers.
bool isNumberColumn(const RunTable &table, const ColumnKey &key);

} // namespace Assay
