// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cmath>
#include <optional>

namespace Assay {

// How the dashes of a line are, in the order in which they are told apart best.
enum class LineDash { Solid, Dash, DashDot, LongDash, DashDotDot, Dot };

// What stands on points of a line.
enum class LineMarker { None, Circle, Square, Triangle, Diamond, Cross, Plus };

// The colour of a run or a line as one number that every theme has a colour for: from 0 on a place in the theme's series
// palette, below 0 one of two greys, from FirstOfRamp on a place along the theme's colours for numbers.
namespace LineColor {
inline constexpr int None = -2;  // there is nothing that a colour could stand for; −1 is left to views where runs may have none
inline constexpr int Other = -3; // one of more values than there are colours
inline constexpr int FirstOfRamp = 1 << 20;
inline constexpr int RampSteps = 1023;

inline int onRamp(double share) // 0 to 1
{
    return FirstOfRamp + int(std::lround(std::clamp(share, 0.0, 1.0) * RampSteps));
}
inline std::optional<double> rampShare(int color)
{
    return color < FirstOfRamp ? std::nullopt : std::optional(double(color - FirstOfRamp) / RampSteps);
}
} // namespace LineColor

// What columns of the runs decide of a line's look. Nothing: it has its own.
struct LineLook {
    std::optional<int> color;
    std::optional<LineDash> dash;
    LineMarker marker = LineMarker::None;

    // Of one of several metrics that lie in one chart: the dash tells these apart, whatever a column says.
    std::optional<LineDash> dashOf(int metric, int metrics) const
    {
        constexpr LineDash dashes[] = {LineDash::Solid, LineDash::Dash, LineDash::Dot, LineDash::DashDot};
        if (metrics == 1)
            return dash;
        return color ? std::optional(dashes[metric % 4]) : std::nullopt; // without a colour of a column its own number says it
    }

    friend bool operator==(const LineLook &, const LineLook &) = default;
};

} // namespace Assay
