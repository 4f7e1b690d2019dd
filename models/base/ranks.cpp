// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/ranks.h"

#include <algorithm>
#include <numeric>

namespace Assay {

std::vector<double> meanRanks(std::span<const double> values)
{
    std::vector<size_t> order(values.size());
    std::iota(order.begin(), order.end(), size_t(0));
    std::sort(order.begin(), order.end(), [&](size_t a, size_t b) { return values[a] < values[b]; });
    std::vector<double> ranks(values.size());
    for (size_t i = 0; i < order.size();) {
        size_t end = i + 1;
        while (end < order.size() && values[order[end]] == values[order[i]])
            ++end;
        for (size_t k = i; k < end; ++k)
            ranks[order[k]] = double(i + 1 + end) / 2;
        i = end;
    }
    return ranks;
}

} // namespace Assay
