// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/chart/trend.h"

#include "models/chart/statistics.h"

#include <QtGlobal>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace Assay {

namespace {

struct SortedPoints {
    std::vector<double> x, y, weights; // by x
};

// The line of the weighted neighbours at `place`; [first, last) are the nearest ones.
double localFit(const SortedPoints &points, size_t first, size_t last, double place)
{
    const double reach = std::max(place - points.x[first], points.x[last - 1] - place);
    double sum = 0, sumX = 0, sumY = 0;
    std::vector<double> weights(last - first);
    for (size_t i = first; i < last; ++i) {
        const double distance = reach > 0 ? std::fabs(points.x[i] - place) / reach : 0;
        // The bounds of Cleveland's own program, which statsmodels keeps: the farthest one has no weight.
        const double inner = 1 - distance * distance * distance;
        const double weight = (distance <= 0.001 ? 1 : distance > 0.999 ? 0 : inner * inner * inner) * points.weights[i];
        weights[i - first] = weight;
        sum += weight;
        sumX += weight * points.x[i];
        sumY += weight * points.y[i];
    }
    if (!(sum > 0))
        return std::accumulate(points.y.begin() + qsizetype(first), points.y.begin() + qsizetype(last), 0.0) / double(last - first);
    const double meanX = sumX / sum, meanY = sumY / sum;
    double sxx = 0, sxy = 0;
    for (size_t i = first; i < last; ++i) {
        const double dx = points.x[i] - meanX;
        sxx += weights[i - first] * dx * dx;
        sxy += weights[i - first] * dx * (points.y[i] - meanY);
    }
    const double range = points.x.back() - points.x.front();
    return sxx / sum > 1e-6 * range * range ? meanY + sxy / sxx * (place - meanX) : meanY;
}

// All places at once: the window of neighbours moves to the right with them.
std::vector<double> fitAll(const SortedPoints &points, const std::vector<double> &places, size_t neighbours)
{
    std::vector<double> fitted;
    fitted.reserve(places.size());
    size_t first = 0;
    for (double place : places) {
        while (first + neighbours < points.x.size() && place > (points.x[first] + points.x[first + neighbours]) / 2)
            ++first;
        fitted.push_back(localFit(points, first, first + neighbours, place));
    }
    return fitted;
}

// Bisquare weights from the distances to the curve.
void weighResiduals(SortedPoints &points, const std::vector<double> &places, const std::vector<double> &fitted)
{
    std::vector<double> residuals(points.x.size());
    size_t at = 0;
    for (size_t i = 0; i < points.x.size(); ++i) {
        while (at + 2 < places.size() && places[at + 1] < points.x[i])
            ++at;
        const double share = (points.x[i] - places[at]) / (places[at + 1] - places[at]);
        residuals[i] = std::fabs(points.y[i] - (fitted[at] + (fitted[at + 1] - fitted[at]) * share));
    }
    std::vector<double> sorted = residuals;
    std::sort(sorted.begin(), sorted.end());
    const double spread = 6 * quantile(sorted, 0.5);
    for (size_t i = 0; i < residuals.size(); ++i) {
        const double part = spread > 0 ? residuals[i] / spread : (residuals[i] > 0 ? 1 : 0);
        const double inner = 1 - part * part;
        points.weights[i] = part <= 0.001 ? 1 : part > 0.999 ? 0 : inner * inner;
    }
}

std::vector<double> choosePlaces(const std::vector<double> &sorted, size_t most)
{
    std::vector<double> places = sorted;
    places.erase(std::unique(places.begin(), places.end()), places.end());
    if (places.size() <= most)
        return places;
    std::vector<double> fewer;
    for (size_t i = 0; i < most; ++i)
        fewer.push_back(places[i * (places.size() - 1) / (most - 1)]);
    return fewer;
}

} // namespace

std::optional<LinearFit> linearFit(std::span<const double> x, std::span<const double> y)
{
    Q_ASSERT(x.size() == y.size());
    if (x.size() < 2)
        return {};
    const auto [xScale, yScale, xMean, yMean, xx, yy, xy] = centredSums(x, y);
    if (!(xx > 0) || std::ranges::all_of(x, [&](double value) { return value == x.front(); }))
        return {};
    LinearFit fit;
    fit.slope = xy / xx * (yScale / xScale);
    fit.intercept = (yMean - xy / xx * xMean) * yScale;
    fit.rSquared = yy > 0 ? std::min(1.0, xy * xy / xx / yy) : 1.0;
    return fit;
}

std::optional<TrendCurve> loess(std::span<const double> x, std::span<const double> y, const LoessRequest &request)
{
    Q_ASSERT(x.size() == y.size());
    if (x.size() < 3)
        return {};
    const double xScale = commonScale(x), yScale = commonScale(y);
    std::vector<size_t> order(x.size());
    std::iota(order.begin(), order.end(), size_t(0));
    std::stable_sort(order.begin(), order.end(), [&](size_t a, size_t b) { return x[a] < x[b]; });
    SortedPoints points;
    points.weights.assign(x.size(), 1.0);
    for (size_t i : order) {
        points.x.push_back(x[i] / xScale);
        points.y.push_back(y[i] / yScale);
    }
    if (points.x.front() == points.x.back())
        return {};
    const auto neighbours = std::clamp(size_t(request.share * double(x.size()) + 1e-10), size_t(2), x.size());
    TrendCurve curve;
    curve.x = choosePlaces(points.x, size_t(std::max(2, request.places)));
    curve.y = fitAll(points, curve.x, neighbours);
    for (int round = 0; round < request.robustRounds; ++round) {
        weighResiduals(points, curve.x, curve.y);
        curve.y = fitAll(points, curve.x, neighbours);
    }
    for (double &place : curve.x)
        place *= xScale;
    for (double &value : curve.y)
        value *= yScale;
    return curve;
}

} // namespace Assay
