// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/chart/chartcolumn.h"

#include <algorithm>

namespace Assay {

qsizetype ChartColumn::count(CellState state) const
{
    return std::count(states.begin(), states.end(), state);
}

std::optional<std::pair<double, double>> ChartColumn::bounds() const
{
    std::optional<std::pair<double, double>> found;
    for (size_t i = 0; i < values.size(); ++i) {
        if (!has(i))
            continue;
        if (!found)
            found.emplace(values[i], values[i]);
        found->first = std::min(found->first, values[i]);
        found->second = std::max(found->second, values[i]);
    }
    return found;
}

bool ChartColumn::varies() const
{
    const auto ends = bounds();
    return ends && ends->first < ends->second;
}

bool ChartColumn::suitsLog() const
{
    const auto ends = bounds();
    return ends && (kind == Kind::Number || kind == Kind::Duration) && ends->first > 0 && ends->second / 100 >= ends->first;
}

} // namespace Assay
