// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/chart/axis.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace Assay {

namespace {

constexpr double LeastAir = 1e-300;

// Sums and differences of what is left stay finite.
double clampToDouble(double value)
{
    constexpr double most = std::numeric_limits<double>::max() / 8;
    return std::clamp(value, -most, most);
}

bool isUsable(const AxisRange &range)
{
    const double magnitude = std::max(std::abs(range.lo), std::abs(range.hi));
    return std::isfinite(range.size()) && range.size() > magnitude * 1e-12 && range.size() > 1e-300;
}

} // namespace

double ScaleMap::placeOf(double value) const
{
    switch (scale) {
    case AxisScale::Linear: return value;
    case AxisScale::Log: return value > 0 ? std::log10(value) : -std::numeric_limits<double>::infinity();
    case AxisScale::SymLog: {
        const double units = std::abs(value) / unit;
        const double place = std::isinf(units) && std::isfinite(value) ? std::log(std::abs(value)) - std::log(unit) : std::log1p(units);
        return std::copysign(place, value);
    }
    }
    return value;
}

double ScaleMap::valueAt(double place) const
{
    switch (scale) {
    case AxisScale::Linear: return place;
    case AxisScale::Log:
        return std::max(std::pow(10.0, std::clamp(place, -324.0, 308.25)), std::numeric_limits<double>::denorm_min());
    case AxisScale::SymLog: return clampToDouble(std::copysign(unit * std::expm1(std::min(std::abs(place), 700.0)), place));
    }
    return place;
}

double symlogUnit(const AxisRange &data)
{
    const double magnitude = std::max(std::abs(data.lo), std::abs(data.hi));
    if (!(magnitude > 0) || !std::isfinite(magnitude))
        return 1.0;
    return std::pow(10.0, std::max(std::floor(std::log10(magnitude) + 1e-9) - 3, -300.0));
}

std::optional<AxisRange> united(const std::optional<AxisRange> &a, const std::optional<AxisRange> &b)
{
    if (!a || !b)
        return a ? a : b;
    return AxisRange{std::min(a->lo, b->lo), std::max(a->hi, b->hi)};
}

AxisRange paddedRange(const AxisRange &data, const ScaleMap &scale, double air)
{
    if (scale.scale == AxisScale::Log) {
        const AxisRange decades = scale.placesOf(data);
        // Near the ends of what doubles can say, some air rounds to none.
        for (double by = std::max(decades.size() * air, 0.05);; by *= 2) {
            const AxisRange padded = scale.valuesAt({decades.lo - by, decades.hi + by});
            if (padded.lo < padded.hi)
                return padded;
        }
    }
    const double lo = clampToDouble(data.lo);
    const double hi = clampToDouble(data.hi);
    const double magnitude = std::max(std::abs(lo), std::abs(hi));
    if (hi - lo <= magnitude * 1e-12) {
        const double by = magnitude > 0 ? std::max(magnitude * 0.1, LeastAir) : 1.0;
        return {lo - by, hi + by};
    }
    if (scale.scale == AxisScale::Linear) {
        const double by = std::max((hi - lo) * air, LeastAir);
        return {lo - by, hi + by};
    }
    const AxisRange places = scale.placesOf({lo, hi});
    const AxisRange padded = scale.valuesAt({places.lo - places.size() * air, places.hi + places.size() * air});
    return {std::min(padded.lo, lo - LeastAir), std::max(padded.hi, hi + LeastAir)};
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

AxisRange zoomed(const AxisRange &range, double anchor, double factor, const ScaleMap &scale)
{
    const AxisRange places = scale.placesOf(range);
    const double at = scale.placeOf(anchor);
    const AxisRange wanted{at - (at - places.lo) * factor, at + (places.hi - at) * factor};
    if (!isUsable(wanted) || (scale.scale == AxisScale::Log && wanted.size() >= 600))
        return range;
    const AxisRange result = scale.valuesAt(wanted);
    const bool isInside = result == AxisRange{clampToDouble(result.lo), clampToDouble(result.hi)};
    return isInside && (scale.scale == AxisScale::Log ? result.lo < result.hi : isUsable(result)) ? result : range;
}

AxisRange panned(const AxisRange &range, double part, const ScaleMap &scale)
{
    const AxisRange places = scale.placesOf(range);
    const double by = places.size() * part;
    const AxisRange result = scale.valuesAt({places.lo + by, places.hi + by});
    return scale.scale == AxisScale::Log ? (result.lo < result.hi ? result : range) : isUsable(result) ? result : range;
}

} // namespace Assay
