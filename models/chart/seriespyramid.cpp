// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/chart/seriespyramid.h"

#include "models/chart/extremes_p.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace Assay {

namespace {

constexpr double Infinity = std::numeric_limits<double>::infinity();

// Of values without NaN; two chains at once, since one would wait for each comparison.
void addAll(ExtremePair &all, const double *values, size_t count)
{
    ExtremePair other;
    size_t i = 0;
    for (; i + 2 <= count; i += 2) {
        all.add(values[i]);
        other.add(values[i + 1]);
    }
    if (i < count)
        all.add(values[i]);
    double both[2];
    other.store(both);
    all.addPair(both);
}

// Whether all are finite: what is not makes the sum NaN.
bool areFinite(const double *values, size_t count)
{
    double odd[4] = {};
    size_t i = 0;
    for (; i + 4 <= count; i += 4) {
        for (size_t way = 0; way < 4; ++way)
            odd[way] += values[i + way] - values[i + way];
    }
    for (; i < count; ++i)
        odd[0] += values[i] - values[i];
    return odd[0] + odd[1] + odd[2] + odd[3] == 0.0;
}

} // namespace

SeriesPyramid::SeriesPyramid(PackedSeriesPtr series, const LineRecipe &recipe, PackedSeriesPtr xSeries)
    : m_series(std::move(series)), m_xSeries(std::move(xSeries)), m_recipe(recipe.ofPyramid())
{
    Q_ASSERT(m_series->values.size() < std::numeric_limits<uint32_t>::max());
    orderPoints();
    if (!m_recipe.smoothing.isNone()) {
        std::vector<double> xs;
        for (uint32_t i = 0; m_recipe.smoothing.kind == SmoothingKind::TimeEma && i < size(); ++i)
            xs.push_back(x(i));
        m_ownY = smoothed(m_recipe.smoothing, xs, m_y);
        m_y = m_ownY;
    }
    buildLevels();
}

void SeriesPyramid::orderPoints()
{
    const bool byMetric = m_recipe.x == XAxis::Metric;
    const PackedIntegers &steps = m_series->steps;
    const PackedIntegers &xs = m_recipe.x == XAxis::WallTime ? m_series->timestamps : steps;
    const bool overwrites = m_recipe.repeats == Repeats::LastWins && !steps.isStrictlyRising();
    m_x = &xs;
    m_y = m_series->values;
    if (!byMetric && !overwrites && xs.isRising())
        return;
    std::vector<uint32_t> points(m_series->values.size());
    std::iota(points.begin(), points.end(), 0u);
    if (overwrites)
        keepLastOfSteps(points);
    if (byMetric) {
        const std::vector<double> metricX = metricXs(points);
        std::ranges::stable_sort(points, {}, [&](uint32_t i) { return metricX[i]; });
        m_ownX.reserve(points.size());
        for (const uint32_t i : points)
            m_ownX.push_back(metricX[i]);
    } else {
        std::ranges::stable_sort(points, {}, [&xs](uint32_t i) { return xs[i]; });
        m_ownX.reserve(points.size());
        for (const uint32_t i : points)
            m_ownX.push_back(double(xs[i]));
    }
    m_ownY.reserve(points.size());
    for (const uint32_t i : points)
        m_ownY.push_back(m_series->values[i]);
    m_y = m_ownY;
    m_source = std::move(points);
}

void SeriesPyramid::keepLastOfSteps(std::vector<uint32_t> &points)
{
    const PackedIntegers &steps = m_series->steps;
    std::ranges::stable_sort(points, {}, [&steps](uint32_t i) { return steps[i]; });
    size_t kept = 0;
    for (size_t i = 0; i < points.size(); ++i) {
        if (i + 1 == points.size() || steps[points[i]] != steps[points[i + 1]])
            points[kept++] = points[i];
    }
    m_overwritten = uint32_t(points.size() - kept);
    points.resize(kept);
    std::ranges::sort(points); // as logged again
}

// By index in the series; drops the points that have none.
std::vector<double> SeriesPyramid::metricXs(std::vector<uint32_t> &points)
{
    std::vector<std::pair<qint64, double>> known; // step, value
    for (qsizetype i = 0; m_xSeries && i < m_xSeries->size(); ++i)
        known.emplace_back(m_xSeries->steps[size_t(i)], m_xSeries->values[size_t(i)]);
    std::ranges::stable_sort(known, {}, &std::pair<qint64, double>::first);
    std::vector<double> xs(m_series->values.size());
    const size_t before = points.size();
    std::erase_if(points, [&](uint32_t i) {
        const qint64 step = m_series->steps[i];
        const auto after = std::ranges::upper_bound(known, step, {}, &std::pair<qint64, double>::first);
        if (after == known.begin() || std::prev(after)->first != step || !std::isfinite(std::prev(after)->second))
            return true;
        xs[i] = std::prev(after)->second;
        return false;
    });
    m_withoutX = uint32_t(before - points.size());
    return xs;
}

bool SeriesPyramid::isDrawable(double y) const
{
    return std::abs(y) <= std::numeric_limits<double>::max() && (m_recipe.yScale != AxisScale::Log || y > 0);
}

// One bucket of the lowest level. Notes what cannot be drawn on the way.
SeriesPyramid::Extremes SeriesPyramid::bucket(uint32_t begin, uint32_t end)
{
    Extremes extremes;
    ExtremePair all;
    if (areFinite(&m_y[begin], end - begin)) {
        addAll(all, &m_y[begin], end - begin);
        all.store(&extremes.min);
        if (m_recipe.yScale != AxisScale::Log || extremes.min > 0)
            return extremes;
    }
    all = {};
    for (uint32_t i = begin; i < end; ++i) {
        const double value = m_y[i];
        if (isDrawable(value)) {
            all.add(value);
            continue;
        }
        ++m_undrawable;
        if (value == Infinity)
            m_above.push_back(i);
        else if (!std::isnan(value))
            m_below.push_back(i);
    }
    all.store(&extremes.min);
    return extremes;
}

void SeriesPyramid::buildLevels()
{
    const uint32_t count = size();
    if (count == 0)
        return;
    uint32_t used = (count + Factor - 1) / Factor;
    Level level((used + Step - 1) / Step);
    for (uint32_t i = 0; i < used; ++i)
        level[i / Step].of[i % Step] = bucket(i * Factor, std::min(i * Factor + Factor, count));
    for (;;) {
        m_levels.push_back(std::move(level));
        if (used <= Step)
            return;
        const Level &below = m_levels.back();
        used = uint32_t(below.size());
        level = Level((used + Step - 1) / Step);
        for (uint32_t i = 0; i < used; ++i) {
            ExtremePair all;
            for (const Extremes &one : below[i].of)
                all.addPair(&one.min);
            all.store(&level[i / Step].of[i % Step].min);
        }
    }
}

SeriesPyramid::Extremes SeriesPyramid::rawExtremes(uint32_t begin, uint32_t end) const
{
    ExtremePair all;
    if (m_undrawable == 0)
        addAll(all, m_y.data() + begin, end - begin);
    for (uint32_t i = begin; m_undrawable > 0 && i < end; ++i) {
        if (isDrawable(m_y[i]))
            all.add(m_y[i]);
    }
    Extremes extremes;
    all.store(&extremes.min);
    return extremes;
}

// Of the buckets [from, to) of a level: the coarsest that fit, of each level above a part of two lines of memory.
SeriesPyramid::Extremes SeriesPyramid::wholeBuckets(size_t depth, uint32_t from, uint32_t to) const
{
    ExtremePair all;
    for (;; ++depth) {
        const Extremes *level = m_levels[depth].front().of;
        const bool climb = to - from >= 2 * Step && depth + 1 < m_levels.size();
        const uint32_t innerFrom = climb ? (from + Step - 1) / Step : to;
        const uint32_t innerTo = to / Step;
        for (uint32_t i = from; i < (climb ? innerFrom * Step : to); ++i)
            all.addPair(&level[i].min);
        if (!climb)
            break;
        for (uint32_t i = innerTo * Step; i < to; ++i)
            all.addPair(&level[i].min);
        from = innerFrom;
        to = innerTo;
    }
    Extremes found;
    all.store(&found.min);
    return found;
}

uint32_t SeriesPyramid::firstFrom(double at) const
{
    return firstIndexWhere(0, size(), [&](uint32_t i) { return !(x(i) < at); });
}

std::optional<AxisRange> SeriesPyramid::xRange() const
{
    if (size() == 0)
        return std::nullopt;
    return AxisRange{x(0), x(size() - 1)};
}

std::optional<AxisRange> SeriesPyramid::yRange(uint32_t begin, uint32_t end) const
{
    if (begin >= end)
        return std::nullopt;
    const uint32_t from = (begin + Factor - 1) / Factor;
    const uint32_t to = end / Factor;
    ExtremePair pair;
    const auto add = [&pair](const Extremes &some) { pair.addPair(&some.min); };
    add(rawExtremes(begin, std::min(end, from * Factor)));
    if (from < to)
        add(wholeBuckets(0, from, to));
    if (from <= to)
        add(rawExtremes(to * Factor, end));
    Extremes all;
    pair.store(&all.min);
    if (all.min > -all.minusMax)
        return std::nullopt;
    return AxisRange{all.min, -all.minusMax};
}

uint32_t SeriesPyramid::countOutside(uint32_t begin, uint32_t end, const AxisRange &y) const
{
    const auto isInside = [&y](const Extremes &some) { return some.min >= y.lo && -some.minusMax <= y.hi; };
    const auto isOutside = [&](const Extremes &some) { return m_undrawable == 0 && (-some.minusMax < y.lo || some.min > y.hi); };
    uint32_t count = 0;
    for (uint32_t i = begin; i < end;) {
        // Steps over the coarsest bucket that begins here and is inside or outside as a whole.
        uint32_t skipped = 0;
        bool areOutside = false;
        uint32_t width = Factor;
        for (size_t depth = 0; depth < m_levels.size() && i % width == 0 && end - i >= width; ++depth, width *= Step) {
            const Extremes whole = bucketExtremes(depth, i / width);
            areOutside = skipped > 0 ? areOutside : isOutside(whole);
            if (areOutside ? !isOutside(whole) : !isInside(whole))
                break;
            skipped = width;
        }
        if (skipped > 0) {
            count += areOutside ? skipped : 0;
            i += skipped;
            continue;
        }
        count += isDrawable(m_y[i]) && !y.contains(m_y[i]);
        ++i;
    }
    return count;
}

qsizetype SeriesPyramid::memoryBytes() const
{
    size_t bytes = m_ownX.capacity() * sizeof(qint64) + m_ownY.capacity() * sizeof(double)
        + (m_source.capacity() + m_above.capacity() + m_below.capacity()) * sizeof(uint32_t);
    for (const Level &level : m_levels)
        bytes += level.capacity() * sizeof(Line);
    return qsizetype(bytes);
}

} // namespace Assay
