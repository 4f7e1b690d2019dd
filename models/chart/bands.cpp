// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/chart/bands.h"

#include <algorithm>
#include <cmath>
#include <numeric>

using namespace Qt::StringLiterals;

namespace Assay {

namespace {

constexpr double NaN = std::numeric_limits<double>::quiet_NaN();
constexpr double LowQuantile = 0.1;
constexpr double NormalQuantile = 1.959963984540054; // of 97.5 %

double xOf(const BandMember &member, uint32_t i) { return member.pyramid->x(i) - member.xOffset; }

template <typename T>
std::vector<T> thinned(const std::vector<T> &all, size_t most)
{
    const size_t stride = (all.size() + most - 1) / std::max<size_t>(most, 1);
    if (stride <= 1)
        return all;
    std::vector<T> some;
    for (size_t i = 0; i < all.size(); i += stride)
        some.push_back(all[i]);
    if (some.back() != all.back())
        some.push_back(all.back());
    return some;
}

std::vector<double> commonX(std::span<const BandMember> members, size_t mostWork, Job &job)
{
    constexpr size_t mostToSort = 10 * MostBandPoints;
    size_t total = 0;
    for (const BandMember &member : members)
        total += member.pyramid->size();
    const size_t stride = std::max<size_t>(1, (total + mostToSort - 1) / mostToSort);
    std::vector<double> all;
    for (const BandMember &member : members) {
        const uint32_t size = member.pyramid->size();
        for (size_t i = 0; i < size && !job.isCanceled(); i += stride)
            all.push_back(xOf(member, uint32_t(i)));
        if (size > 0)
            all.push_back(xOf(member, size - 1));
    }
    std::ranges::sort(all);
    all.erase(std::ranges::unique(all).begin(), all.end());
    return thinned(all, std::min(MostBandPoints, std::max<size_t>(1000, mostWork / std::max<size_t>(1, members.size()))));
}

// Walks along one run's line.
class Walker
{
public:
    explicit Walker(const BandMember &member) : m_member(member) {}

    // NaN where the run does not count; x never falls from call to call.
    double valueAt(double x)
    {
        const SeriesPyramid &line = *m_member.pyramid;
        while (m_after < line.size() && xOf(m_member, m_after) <= x)
            ++m_after;
        if (m_after == 0)
            return NaN;
        const double x0 = xOf(m_member, m_after - 1);
        const double y0 = line.y(m_after - 1);
        if (x0 == x)
            return std::isfinite(y0) ? y0 : NaN;
        if (m_after == line.size())
            return NaN;
        const double y1 = line.y(m_after);
        const double part = (x - x0) / (xOf(m_member, m_after) - x0);
        return std::isfinite(y0) && std::isfinite(y1) ? y0 * (1 - part) + y1 * part : NaN;
    }

private:
    const BandMember &m_member;
    uint32_t m_after = 0; // the first point beyond the x that was asked for last
};

double quantileOf(const std::vector<double> &sorted, double part)
{
    const double at = part * double(sorted.size() - 1);
    const auto below = size_t(at);
    const size_t above = std::min(below + 1, sorted.size() - 1);
    const double rest = at - double(below);
    return sorted[below] * (1 - rest) + sorted[above] * rest;
}

double meanOf(const std::vector<double> &values)
{
    const double share = 1.0 / double(values.size());
    double mean = 0; // so that large values do not overflow
    for (const double value : values)
        mean += value * share;
    return mean;
}

double deviationOf(const std::vector<double> &values, double mean)
{
    double greatest = 0;
    for (const double value : values)
        greatest = std::max(greatest, std::abs(value - mean));
    if (!(greatest > 0) || !std::isfinite(greatest))
        return greatest;
    double sum = 0; // of squares, as parts of the greatest, for the same reason
    for (const double value : values)
        sum += (value - mean) / greatest * ((value - mean) / greatest);
    return greatest * std::sqrt(sum / double(values.size() - 1));
}

struct Reach {
    double low, high;
};

// `values` is sorted.
Reach reachOf(const std::vector<double> &values, double centre, BandSpread spread)
{
    if (values.size() < 2)
        return {centre, centre};
    const auto around = [&](double factor) {
        const double by = deviationOf(values, meanOf(values)) * factor;
        return Reach{centre - by, centre + by};
    };
    const double error = 1 / std::sqrt(double(values.size()));
    switch (spread) {
    case BandSpread::None: break;
    case BandSpread::Deviation: return around(1);
    case BandSpread::StandardError: return around(error);
    case BandSpread::Confidence: return around(NormalQuantile * error);
    case BandSpread::Quantiles: return {quantileOf(values, LowQuantile), quantileOf(values, 1 - LowQuantile)};
    case BandSpread::MinMax: return {values.front(), values.back()};
    }
    return {centre, centre};
}

SeriesPyramidPtr pyramidOf(const PackedSeriesPtr &xs, std::vector<double> ys, AxisScale yScale)
{
    auto series = std::make_shared<PackedSeries>();
    series->steps = xs->steps;
    series->timestamps = xs->timestamps;
    series->values = std::move(ys);
    return std::make_shared<const SeriesPyramid>(series, LineRecipe{.x = XAxis::Metric, .xMetric = u"x"_s, .yScale = yScale}, xs);
}

} // namespace

GroupBand groupBand(std::span<const BandMember> members, GroupLine line, BandSpread spread, Job &job, size_t mostWork)
{
    GroupBand band;
    band.x = commonX(members, mostWork, job);
    std::vector<Walker> walkers(members.begin(), members.end());
    std::vector<double> values;
    for (const double x : band.x) {
        if (band.line.size() % 256 == 0 && job.isCanceled()) {
            band.x.resize(band.line.size());
            break;
        }
        values.clear();
        for (Walker &walker : walkers) {
            const double value = walker.valueAt(x);
            if (!std::isnan(value))
                values.push_back(value);
        }
        std::ranges::sort(values);
        const double centre = values.empty() ? NaN : line == GroupLine::Median ? quantileOf(values, 0.5) : meanOf(values);
        band.line.push_back(centre);
        band.counts.push_back(uint32_t(values.size()));
        if (spread == BandSpread::None)
            continue;
        const Reach reach = reachOf(values, centre, spread);
        band.low.push_back(reach.low);
        band.high.push_back(reach.high);
    }
    return band;
}

// Points of a pyramid have whole steps; that of these is their number, and x is looked up by it.
BandPyramids bandPyramids(GroupBand band, AxisScale yScale)
{
    MetricSeries places;
    for (size_t i = 0; i < band.x.size(); ++i)
        places.add(qint64(i), 0, band.x[i]);
    const PackedSeriesPtr xs = packed(std::move(places));
    BandPyramids pyramids;
    pyramids.line = pyramidOf(xs, std::move(band.line), yScale);
    if (!band.low.empty()) {
        // What is not positive has a place on a log scale here: the band goes on beyond the lower edge.
        pyramids.low = pyramidOf(xs, std::move(band.low), AxisScale::Linear);
        pyramids.high = pyramidOf(xs, std::move(band.high), AxisScale::Linear);
    }
    return pyramids;
}

} // namespace Assay
