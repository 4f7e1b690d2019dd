// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/chart/axis.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace Assay {

namespace {

constexpr double Air = 0.06; // of the range, on each side

// Sums and differences of what is left stay finite.
double clampToDouble(double value)
{
    constexpr double most = std::numeric_limits<double>::max() / 8;
    return std::clamp(value, -most, most);
}

AxisRange toLog(const AxisRange &range) { return {std::log10(range.lo), std::log10(range.hi)}; }

AxisRange fromLog(const AxisRange &range)
{
    const auto power = [](double exponent) { return std::pow(10.0, std::clamp(exponent, -320.0, 308.0)); };
    return {std::max(power(range.lo), std::numeric_limits<double>::denorm_min()), power(range.hi)};
}

bool isUsable(const AxisRange &range)
{
    const double magnitude = std::max(std::abs(range.lo), std::abs(range.hi));
    return std::isfinite(range.size()) && range.size() > magnitude * 1e-12 && range.size() > 1e-300;
}

} // namespace

std::optional<AxisRange> united(const std::optional<AxisRange> &a, const std::optional<AxisRange> &b)
{
    if (!a || !b)
        return a ? a : b;
    return AxisRange{std::min(a->lo, b->lo), std::max(a->hi, b->hi)};
}

AxisRange paddedRange(const AxisRange &data, YScale scale)
{
    if (scale == YScale::Log) {
        const AxisRange decades = toLog(data);
        const double air = std::max(decades.size() * Air, 0.05);
        return fromLog({decades.lo - air, decades.hi + air});
    }
    const double lo = clampToDouble(data.lo);
    const double hi = clampToDouble(data.hi);
    double air = (hi - lo) * Air;
    const double magnitude = std::max(std::abs(lo), std::abs(hi));
    if (hi - lo <= magnitude * 1e-12)
        air = magnitude > 0 ? magnitude * 0.1 : 1.0;
    return {lo - air, hi + air};
}

AxisRange shownRange(const AxisRange &data, double least)
{
    const double lo = clampToDouble(data.lo);
    const double hi = clampToDouble(data.hi);
    if (hi > lo && isUsable({lo, hi}))
        return {lo, hi};
    const double half = std::max(least / 2, std::max(std::abs(lo), std::abs(hi)) * 1e-9);
    return {lo - half, hi + half};
}

AxisRange zoomed(const AxisRange &range, double anchor, double factor, YScale scale)
{
    if (scale == YScale::Log) {
        const AxisRange decades = zoomed(toLog(range), std::log10(anchor), factor);
        const AxisRange result = fromLog(decades);
        return decades.size() < 600 && result.lo < result.hi ? result : range;
    }
    const AxisRange result{anchor - (anchor - range.lo) * factor, anchor + (range.hi - anchor) * factor};
    return isUsable(result) && result == AxisRange{clampToDouble(result.lo), clampToDouble(result.hi)} ? result : range;
}

AxisRange panned(const AxisRange &range, double part, YScale scale)
{
    if (scale == YScale::Log) {
        const AxisRange decades = toLog(range);
        const double by = decades.size() * part;
        const AxisRange result = fromLog({decades.lo + by, decades.hi + by});
        return result.lo < result.hi ? result : range;
    }
    const double by = range.size() * part;
    const AxisRange result{range.lo + by, range.hi + by};
    return isUsable(result) ? result : range;
}

} // namespace Assay
