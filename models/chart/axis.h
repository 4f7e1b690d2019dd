// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

namespace Assay {

// What a chart draws its points over: the logged step, the time of logging, or the time since the run started.
enum class XAxis { Step, WallTime, RelativeTime };
enum class YScale { Linear, Log };

// A stretch of an axis, lo < hi when it is shown.
struct AxisRange {
    double lo = 0.0;
    double hi = 1.0;

    double size() const { return hi - lo; }
    bool contains(double value) const { return value >= lo && value <= hi; }
    friend bool operator==(const AxisRange &, const AxisRange &) = default;
};

// The smallest range that holds both; either may be missing.
std::optional<AxisRange> united(const std::optional<AxisRange> &a, const std::optional<AxisRange> &b);

// What to show so that `data` is seen whole with some air around it; a range of no size gets one. On a log scale the
// air is a factor, and `data` is positive.
AxisRange paddedRange(const AxisRange &data, YScale scale);
// The same along x, where lines run to the edge: only a range of no size is widened, by `least` in all.
AxisRange shownRange(const AxisRange &data, double least);

// `range` scaled by `factor` with `anchor` kept in its place; on a log scale in decades. A result too narrow for
// doubles to tell its pixels apart, or too wide, is `range` itself.
AxisRange zoomed(const AxisRange &range, double anchor, double factor, YScale scale = YScale::Linear);
// `range` moved by `part` of its own size.
AxisRange panned(const AxisRange &range, double part, YScale scale = YScale::Linear);

} // namespace Assay
