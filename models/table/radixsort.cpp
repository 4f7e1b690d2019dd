// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/table/radixsort.h"

#include <array>
#include <utility>

namespace Assay {

namespace {
constexpr unsigned DigitBits = 11;
constexpr unsigned Digits = 3; // 33 bits
constexpr size_t Buckets = size_t(1) << DigitBits;

size_t digitOf(uint32_t key, unsigned digit)
{
    return size_t(key >> (digit * DigitBits)) & (Buckets - 1);
}
} // namespace

void radixSort(std::vector<KeyedRow> &rows)
{
    if (rows.empty())
        return;
    std::array<std::array<uint32_t, Buckets>, Digits> counts = {};
    for (const KeyedRow &row : rows)
        for (unsigned digit = 0; digit < Digits; ++digit)
            ++counts[digit][digitOf(row.key, digit)];
    std::vector<KeyedRow> other(rows.size());
    for (unsigned digit = 0; digit < Digits; ++digit) {
        auto &count = counts[digit];
        if (count[digitOf(rows.front().key, digit)] == rows.size())
            continue; // all the same here
        uint32_t begin = 0;
        for (uint32_t &bucket : count)
            begin += std::exchange(bucket, begin);
        for (const KeyedRow &row : rows)
            other[count[digitOf(row.key, digit)]++] = row;
        rows.swap(other);
    }
}

} // namespace Assay
