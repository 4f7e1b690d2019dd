// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <span>
#include <vector>

// Lines through points. x and y are finite and of one length. Any thread.
namespace Assay {

// y = slope x + intercept by ordinary least squares; rSquared is 1 − SSres / SStot (1 when y is constant).
struct LinearFit {
    double slope = 0;
    double intercept = 0;
    double rSquared = 0;

    double at(double x) const { return slope * x + intercept; }
};
// Nothing for fewer than two points or where all x are equal.
std::optional<LinearFit> linearFit(std::span<const double> x, std::span<const double> y);

// Locally weighted straight lines: at each place the nearest `share` of the points, with tricube weights (1 − (d/D)³)³; then
// `robustRounds` times again with bisquare weights (1 − (r / 6 MAD)²)² of the residuals. W. S. Cleveland, "Robust Locally
// Weighted Regression and Smoothing Scatterplots", JASA 74 (1979), and as in statsmodels' lowess.
struct LoessRequest {
    double share = 2.0 / 3.0;
    int robustRounds = 3; // 0: not robust
    int places = 400;     // more different x than that: fitted at so many of them, straight lines between
};
struct TrendCurve {
    std::vector<double> x; // ascending, each once
    std::vector<double> y;
};
// Nothing for fewer than three points or where all x are equal. O(places × share × n × rounds).
std::optional<TrendCurve> loess(std::span<const double> x, std::span<const double> y, const LoessRequest &request = {});

} // namespace Assay
