// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/table/column.h"

#include <array>
#include <bit>
#include <cstdint>
#include <vector>

namespace Assay {

// 64-bit keys in whose order values stand. Inverted keys stand the other way round; NaN and absence are last both ways.
inline constexpr uint64_t AbsentSortKey = ~uint64_t(0);
inline constexpr uint64_t NaNSortKey = AbsentSortKey - 1;

inline uint64_t numberSortKey(double value)
{
    const auto bits = std::bit_cast<uint64_t>(value + 0.0); // -0 and 0 are the same number
    return bits >> 63 ? ~bits : bits | (uint64_t(1) << 63);
}
inline uint64_t timeSortKey(int64_t value)
{
    return std::bit_cast<uint64_t>(value) ^ (uint64_t(1) << 63);
}

struct KeyedRow {
    uint64_t key;
    uint32_t row;
};
// Sorts by key; equal keys stay as they are. O(n).
void radixSort(std::vector<KeyedRow> &rows);

// Sorts rows by keyOf(row) -> uint64_t; equal keys stay as they are.
template <typename F>
void sortByKey(std::vector<uint32_t> &rows, F keyOf)
{
    std::vector<KeyedRow> keyed;
    keyed.reserve(rows.size());
    for (uint32_t row : rows)
        keyed.push_back({keyOf(row), row});
    radixSort(keyed);
    for (size_t i = 0; i < rows.size(); ++i)
        rows[i] = keyed[i].row;
}

} // namespace Assay
