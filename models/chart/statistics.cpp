// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/chart/statistics.h"

#include "models/base/ranks.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace Assay {

double commonScale(std::span<const double> values)
{
    double most = 0;
    for (double value : values)
        most = std::max(most, std::fabs(value));
    int exponent = 0;
    std::frexp(most, &exponent);
    return most > 0 ? std::ldexp(1.0, std::min(exponent, 1023)) : 1.0;
}

double quantile(std::span<const double> sorted, double p)
{
    Q_ASSERT(!sorted.empty() && p >= 0 && p <= 1);
    const double place = double(sorted.size() - 1) * p;
    const auto below = size_t(place);
    if (below + 1 >= sorted.size())
        return sorted.back();
    const double share = place - double(below);
    if (sorted[below] == sorted[below + 1])
        return sorted[below];
    return sorted[below] * (1 - share) + sorted[below + 1] * share; // the difference of the two may overflow
}

double mean(std::span<const double> values)
{
    Q_ASSERT(!values.empty());
    const double scale = commonScale(values);
    double sum = 0;
    for (double value : values)
        sum += value / scale;
    return sum / double(values.size()) * scale;
}

double standardDeviation(std::span<const double> values)
{
    if (values.size() < 2)
        return 0;
    const double scale = commonScale(values), middle = mean(values) / scale;
    double sum = 0;
    for (double value : values)
        sum += (value / scale - middle) * (value / scale - middle);
    return std::sqrt(sum / double(values.size() - 1)) * scale;
}

std::optional<BoxSummary> boxSummary(std::span<const double> values)
{
    if (values.empty())
        return {};
    std::vector<double> sorted(values.begin(), values.end());
    std::sort(sorted.begin(), sorted.end());
    BoxSummary box;
    box.count = qsizetype(sorted.size());
    box.least = sorted.front();
    box.most = sorted.back();
    box.lowerQuartile = quantile(sorted, 0.25);
    box.median = quantile(sorted, 0.5);
    box.upperQuartile = quantile(sorted, 0.75);
    box.mean = mean(sorted);
    box.deviation = standardDeviation(sorted);
    const double reach = 1.5 * (box.upperQuartile - box.lowerQuartile); // infinite at worst: then nothing is beyond
    const auto low = std::lower_bound(sorted.begin(), sorted.end(), box.lowerQuartile - reach);
    const auto high = std::upper_bound(sorted.begin(), sorted.end(), box.upperQuartile + reach);
    // A quartile lies between values: the last value within reach may be inside the box, where no whisker is drawn.
    box.lowWhisker = std::min(*low, box.lowerQuartile);
    box.highWhisker = std::max(*(high - 1), box.upperQuartile);
    box.outliers.assign(sorted.begin(), low);
    box.outliers.insert(box.outliers.end(), high, sorted.end());
    return box;
}

std::optional<DensityCurve> kernelDensity(std::span<const double> values, int points)
{
    if (values.size() < 2 || points < 2)
        return {};
    const double scale = commonScale(values);
    std::vector<double> sorted;
    sorted.reserve(values.size());
    for (double value : values)
        sorted.push_back(value / scale);
    std::sort(sorted.begin(), sorted.end());
    const double deviation = standardDeviation(sorted);
    const double iqr = (quantile(sorted, 0.75) - quantile(sorted, 0.25)) / 1.34;
    const double width = 0.9 * (iqr > 0 ? std::min(deviation, iqr) : deviation) * std::pow(double(sorted.size()), -0.2);
    if (!(width > 0))
        return {};
    DensityCurve curve;
    curve.bandwidth = width * scale;
    const double from = sorted.front() - 3 * width, step = (sorted.back() - sorted.front() + 6 * width) / (points - 1);
    const double factor = 1 / (double(sorted.size()) * width * std::sqrt(2 * std::numbers::pi));
    for (int i = 0; i < points; ++i) {
        const double at = from + step * i;
        double sum = 0;
        for (double value : sorted) {
            const double distance = (at - value) / width;
            sum += std::exp(-0.5 * distance * distance);
        }
        curve.places.push_back(at * scale);
        curve.density.push_back(sum * factor / scale);
    }
    return curve;
}

CentredSums centredSums(std::span<const double> x, std::span<const double> y)
{
    CentredSums sums{commonScale(x), commonScale(y)};
    sums.xMean = mean(x) / sums.xScale;
    sums.yMean = mean(y) / sums.yScale;
    for (size_t i = 0; i < x.size(); ++i) {
        const double dx = x[i] / sums.xScale - sums.xMean, dy = y[i] / sums.yScale - sums.yMean;
        sums.xx += dx * dx;
        sums.yy += dy * dy;
        sums.xy += dx * dy;
    }
    return sums;
}

std::optional<double> pearson(std::span<const double> x, std::span<const double> y)
{
    Q_ASSERT(x.size() == y.size());
    if (x.size() < 3)
        return {};
    const auto isConstant = [](std::span<const double> side) { return std::ranges::all_of(side, [&](double v) { return v == side.front(); }); };
    if (isConstant(x) || isConstant(y))
        return {};
    const CentredSums sums = centredSums(x, y);
    if (!(sums.xx > 0 && sums.yy > 0))
        return {};
    return std::clamp(sums.xy / (std::sqrt(sums.xx) * std::sqrt(sums.yy)), -1.0, 1.0);
}

std::optional<double> spearman(std::span<const double> x, std::span<const double> y)
{
    return pearson(meanRanks(x), meanRanks(y));
}

} // namespace Assay
