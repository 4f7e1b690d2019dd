// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

namespace Assay {

// What a chart draws its points over: the logged step, the time of logging, the time since the run started, or what
// another metric of the run was at the step.
enum class XAxis { Step, WallTime, RelativeTime, Metric };
enum class AxisScale { Linear, Log, SymLog };

// A stretch of an axis, lo < hi when it is shown.
struct AxisRange {
    double lo = 0.0;
    double hi = 1.0;

    double size() const { return hi - lo; }
    bool contains(double value) const { return value >= lo && value <= hi; }
    friend bool operator==(const AxisRange &, const AxisRange &) = default;
};

// A scale with all that it takes to place a value: values to places that grow evenly along the axis, and back.
//   Log     place = log10(value); what is not positive has none (-inf)
//   SymLog  place = sign(value) · ln(1 + |value| / unit): linear up to `unit` around zero, logarithmic beyond
struct ScaleMap {
    AxisScale scale = AxisScale::Linear;
    double unit = 1.0;

    ScaleMap(AxisScale kind = AxisScale::Linear, double linearUpTo = 1.0) : scale(kind), unit(linearUpTo) {} // a scale is one by itself

    double placeOf(double value) const;
    double valueAt(double place) const; // finite, and on Log positive
    AxisRange placesOf(const AxisRange &values) const { return {placeOf(values.lo), placeOf(values.hi)}; }
    AxisRange valuesAt(const AxisRange &places) const { return {valueAt(places.lo), valueAt(places.hi)}; }

    friend bool operator==(const ScaleMap &, const ScaleMap &) = default;
};

// The unit of a SymLog scale for such data: the power of ten three decades below the largest magnitude.
double symlogUnit(const AxisRange &data);

// The smallest range that holds both; either may be missing.
std::optional<AxisRange> united(const std::optional<AxisRange> &a, const std::optional<AxisRange> &b);

// What to show so that `data` is seen whole with some air around it, a part of the places on each side; a range of no size
// gets one. On a log scale `data` is positive.
AxisRange paddedRange(const AxisRange &data, const ScaleMap &scale, double air = 0.06);
// The same along x, where lines run to the edge: only a range of no size is widened, by `least` in all.
AxisRange shownRange(const AxisRange &data, double least);

// `range` scaled by `factor` with `anchor` kept in its place. A result too narrow for doubles to tell its pixels apart, or
// too wide, is `range` itself.
AxisRange zoomed(const AxisRange &range, double anchor, double factor, const ScaleMap &scale = {});
// `range` moved by `part` of its own size.
AxisRange panned(const AxisRange &range, double part, const ScaleMap &scale = {});

} // namespace Assay
