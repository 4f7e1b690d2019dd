// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/chart/smoothing.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace Assay {

namespace {

constexpr double MostWeight = 0.999;
constexpr double MostPoints = 250; // on both sides
constexpr double MostSigma = 100;
constexpr double MostDouble = std::numeric_limits<double>::max();
constexpr double TimeScale = 1000; // the range of x counts as so many steps

bool isFinite(double value) { return std::abs(value) <= MostDouble; }

bool isConstant(std::span<const double> ys)
{
    const auto first = std::ranges::find_if(ys, isFinite);
    return std::all_of(first, ys.end(), [&](double y) { return y == *first || !isFinite(y); });
}

void ema(double weight, std::span<const double> ys, std::vector<double> &shown)
{
    double last = 0;
    double power = 1; // weight to the number of values
    const double rest = 1 - weight;
    size_t i = 0;
    for (; i < ys.size() && power > 1e-17; ++i) {
        if (!isFinite(ys[i]))
            continue;
        last = last * weight + rest * ys[i];
        power *= weight;
        shown[i] = std::clamp(last / (1 - power), -MostDouble, MostDouble);
    }
    for (; i < ys.size(); ++i) { // nothing of the bias is left
        if (!isFinite(ys[i]))
            continue;
        last = last * weight + rest * ys[i];
        shown[i] = last;
    }
}

void timeEma(double weight, std::span<const double> xs, std::span<const double> ys, std::vector<double> &shown)
{
    const double range = xs.back() - xs.front();
    const double base = std::log(std::min(std::sqrt(weight), MostWeight)) * TimeScale;
    double last = 0; // the mean so far, so that large values do not overflow: last / weight of the rule
    double sum = 0;
    double lastX = xs.front();
    for (size_t i = 0; i < ys.size(); ++i) {
        if (!isFinite(ys[i]))
            continue;
        const double kept = range > 0 ? std::exp(base * ((xs[i] - lastX) / range)) : 1.0;
        sum = sum * kept + 1;
        last = last * (1 - 1 / sum) + ys[i] * (1 / sum);
        lastX = xs[i];
        shown[i] = last;
    }
}

// The mean weighted by `weights`, the middle one of which belongs to the point itself. Block by block, every weight for all
// points of a block at once, which the compiler vectorizes.
void weightedMean(const std::vector<double> &weights, std::span<const double> ys, std::vector<double> &shown)
{
    constexpr size_t block = 512;
    const size_t half = weights.size() / 2;
    double greatest = 0;
    for (const double y : ys)
        greatest = isFinite(y) ? std::max(greatest, std::abs(y)) : greatest;
    const double scale = greatest > 1e290 ? 1e-20 : 1.0; // so that sums stay finite
    std::vector<double> values(block + 2 * half);
    std::vector<double> counts(block + 2 * half);
    std::vector<double> sums(block);
    std::vector<double> alls(block);
    for (size_t begin = 0; begin < ys.size(); begin += block) {
        for (size_t k = 0; k < values.size(); ++k) {
            const size_t at = begin + k - half; // wraps around before the first point
            const bool counted = at < ys.size() && isFinite(ys[at]);
            values[k] = counted ? ys[at] * scale : 0.0;
            counts[k] = counted ? 1.0 : 0.0;
        }
        std::ranges::fill(sums, 0.0);
        std::ranges::fill(alls, 0.0);
        for (size_t k = 0; k < weights.size(); ++k) {
            const double weight = weights[k];
            for (size_t i = 0; i < block; ++i) {
                sums[i] += weight * values[i + k];
                alls[i] += weight * counts[i + k];
            }
        }
        for (size_t i = begin; i < std::min(begin + block, ys.size()); ++i) {
            if (isFinite(ys[i]))
                shown[i] = std::clamp(sums[i - begin] / alls[i - begin] / scale, -MostDouble, MostDouble);
        }
    }
}

std::vector<double> gaussianWeights(double sigma)
{
    const double half = std::ceil(3 * sigma);
    std::vector<double> weights;
    for (double away = -half; away <= half; ++away)
        weights.push_back(std::exp(-away * away / (2 * sigma * sigma)));
    return weights;
}

void median(size_t half, std::span<const double> ys, std::vector<double> &shown)
{
    std::vector<double> window; // sorted
    const auto add = [&](double y) {
        if (isFinite(y))
            window.insert(std::ranges::upper_bound(window, y), y);
    };
    for (size_t k = 0; k < std::min(half, ys.size()); ++k)
        add(ys[k]);
    for (size_t i = 0; i < ys.size(); ++i) {
        if (i + half < ys.size())
            add(ys[i + half]);
        if (i > half && isFinite(ys[i - half - 1]))
            window.erase(std::ranges::lower_bound(window, ys[i - half - 1]));
        if (!isFinite(ys[i]))
            continue;
        const size_t middle = window.size() / 2;
        shown[i] = window.size() % 2 ? window[middle] : window[middle - 1] / 2 + window[middle] / 2;
    }
}

} // namespace

double mostOf(SmoothingKind kind)
{
    switch (kind) {
    case SmoothingKind::None: return 0;
    case SmoothingKind::Ema:
    case SmoothingKind::TimeEma: return MostWeight;
    case SmoothingKind::Mean:
    case SmoothingKind::Median: return MostPoints;
    case SmoothingKind::Gaussian: return MostSigma;
    }
    return 0;
}

std::vector<double> smoothed(const Smoothing &smoothing, std::span<const double> xs, std::span<const double> ys)
{
    std::vector<double> shown(ys.begin(), ys.end());
    if (smoothing.isNone() || ys.empty() || isConstant(ys))
        return shown;
    const double amount = std::min(smoothing.amount, mostOf(smoothing.kind));
    switch (smoothing.kind) {
    case SmoothingKind::None: break;
    case SmoothingKind::Ema: ema(amount, ys, shown); break;
    case SmoothingKind::TimeEma: timeEma(amount, xs, ys, shown); break;
    case SmoothingKind::Mean: weightedMean(std::vector<double>(2 * size_t(amount) + 1, 1.0), ys, shown); break;
    case SmoothingKind::Gaussian: weightedMean(gaussianWeights(amount), ys, shown); break;
    case SmoothingKind::Median: median(size_t(amount), ys, shown); break;
    }
    return shown;
}

} // namespace Assay
