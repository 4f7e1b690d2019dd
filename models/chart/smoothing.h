// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <vector>

namespace Assay {

enum class SmoothingKind { None, Ema, TimeEma, Mean, Gaussian, Median };

// How a line is made calmer. What `amount` is depends on the kind; the least amount of each leaves the values as they are.
//   Ema       w in [0, 0.999]. TensorBoard's rule: last = last·w + (1 − w)·y, shown = last / (1 − wⁿ) after n values, which
//             takes away the pull of the first `last`, 0 (debiasing, as in Kingma and Ba, “Adam”, 2015, section 3).
//             tensorboard/webapp/widgets/line_chart_v2, “classic smoothing”.
//   TimeEma   w in [0, 0.999]. The same with gaps along x taken into account, Weights & Biases' “time weighted EMA”:
//             a = √w limited to 0.999, to the power of (x − x before) / (range of x) · 1000;
//             last = last·a + y, weight = weight·a + 1, shown = last / weight.
//   Mean      points on both sides, as a whole number h: the mean of y[i − h] … y[i + h], as far as there are such.
//   Gaussian  sigma in points: the mean weighted by exp(−d²/2σ²) of those up to 3σ away.
//   Median    points on both sides, as Mean; of two in the middle their mean.
struct Smoothing {
    SmoothingKind kind = SmoothingKind::None;
    double amount = 0;

    bool isNone() const { return kind == SmoothingKind::None || !(amount > 0); }
    friend bool operator==(const Smoothing &, const Smoothing &) = default;
};

// The amount that people can choose at most.
double mostOf(SmoothingKind kind);

// The values as shown, in the order of x. NaN and infinities stay what and where they are and count for no other value;
// a series of one value over and over comes out as it went in. `xs` is looked at for TimeEma only, and never falls.
// Sums cannot overflow. Any thread.
std::vector<double> smoothed(const Smoothing &smoothing, std::span<const double> xs, std::span<const double> ys);

} // namespace Assay
