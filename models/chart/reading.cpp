// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/chart/reading.h"

#include <cmath>

namespace Assay {

std::optional<uint32_t> pointAt(const SeriesPyramid &pyramid, double x, ReadingRule rule)
{
    if (pyramid.size() == 0 || std::isnan(x))
        return {};
    const uint32_t after = pyramid.firstFrom(std::nextafter(x, std::numeric_limits<double>::infinity())); // the first beyond x
    if (rule == ReadingRule::LastAt)
        return after > 0 ? std::optional(after - 1) : std::nullopt;
    if (after == 0)
        return pyramid.firstFrom(std::nextafter(pyramid.x(0), std::numeric_limits<double>::infinity())) - 1;
    if (after == pyramid.size() || x - pyramid.x(after - 1) < pyramid.x(after) - x)
        return after - 1;
    return pyramid.firstFrom(std::nextafter(pyramid.x(after), std::numeric_limits<double>::infinity())) - 1;
}

} // namespace Assay
