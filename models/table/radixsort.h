// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/table/column.h"

#include <algorithm>
#include <bit>
#include <cstdint>
#include <span>
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

// A row with the part of its key that decides most.
struct KeyedRow {
    uint32_t key;
    uint32_t row;
};
// Sorts by key; equal keys stay as they are. O(n).
void radixSort(std::vector<KeyedRow> &rows);

// Sorts rows by keyOf(row) -> uint64_t; equal keys stay as they are. Of the bits in which keys differ at all the upper
// 32 are sorted by first: half the memory and half the passes of whole keys, and few rows are left to be told apart.
template <typename F>
void sortByKey(std::span<uint32_t> rows, const F &keyOf)
{
    constexpr size_t FewRows = 16, ManyRows = 512; // fewer than many: filling the counters would cost more
    if (rows.size() <= FewRows) {
        for (size_t i = 1; i < rows.size(); ++i)
            for (size_t j = i; j > 0 && keyOf(rows[j]) < keyOf(rows[j - 1]); --j)
                std::swap(rows[j], rows[j - 1]);
        return;
    }
    if (rows.size() < ManyRows) {
        std::stable_sort(rows.begin(), rows.end(), [&](uint32_t a, uint32_t b) { return keyOf(a) < keyOf(b); });
        return;
    }
    std::vector<uint64_t> keys(rows.size());
    std::transform(rows.begin(), rows.end(), keys.begin(), keyOf);
    uint64_t differing = 0;
    for (uint64_t key : keys)
        differing |= key ^ keys.front();
    const int dropped = std::max(0, int(std::bit_width(differing)) - 32);
    std::vector<KeyedRow> keyed(rows.size());
    for (size_t i = 0; i < rows.size(); ++i)
        keyed[i] = {uint32_t(keys[i] >> dropped), rows[i]};
    keys = {};
    radixSort(keyed);
    std::transform(keyed.begin(), keyed.end(), rows.begin(), [](const KeyedRow &row) { return row.row; });
    if ((differing & ((uint64_t(1) << dropped) - 1)) == 0)
        return;
    for (size_t begin = 0, end = 1; begin < rows.size(); begin = end++) {
        while (end < rows.size() && keyed[end].key == keyed[begin].key)
            ++end;
        if (end - begin > 1)
            sortByKey(rows.subspan(begin, end - begin), keyOf);
    }
}

} // namespace Assay
