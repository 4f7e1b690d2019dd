// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/chart/seriespyramid.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace Assay {

namespace {

constexpr double Infinity = std::numeric_limits<double>::infinity();

bool hasAny(const std::vector<uint32_t> &sorted, uint32_t begin, uint32_t end)
{
    if (sorted.empty())
        return false;
    const auto it = std::lower_bound(sorted.begin(), sorted.end(), begin);
    return it != sorted.end() && *it < end;
}

// Of values without NaN; `odd` stays 0 as long as all are finite. Four chains at once: one would wait for each comparison.
struct FourWays {
    double min, max, odd;
};

FourWays fourWays(const double *values, size_t count)
{
    double min[4] = {Infinity, Infinity, Infinity, Infinity};
    double max[4] = {-Infinity, -Infinity, -Infinity, -Infinity};
    double odd[4] = {};
    size_t i = 0;
    for (; i + 4 <= count; i += 4) {
        for (size_t way = 0; way < 4; ++way) {
            const double value = values[i + way];
            min[way] = value < min[way] ? value : min[way];
            max[way] = value > max[way] ? value : max[way];
            odd[way] += value - value;
        }
    }
    for (; i < count; ++i) {
        min[0] = values[i] < min[0] ? values[i] : min[0];
        max[0] = values[i] > max[0] ? values[i] : max[0];
        odd[0] += values[i] - values[i];
    }
    return {std::min(std::min(min[0], min[1]), std::min(min[2], min[3])),
            std::max(std::max(max[0], max[1]), std::max(max[2], max[3])), odd[0] + odd[1] + odd[2] + odd[3]};
}

// The first of [begin, end) where `is` holds, else end; it holds for all after the first.
template <typename Predicate>
uint32_t firstWhere(uint32_t begin, uint32_t end, const Predicate &is)
{
    while (begin < end) {
        const uint32_t middle = begin + (end - begin) / 2;
        if (is(middle))
            end = middle;
        else
            begin = middle + 1;
    }
    return begin;
}

// The same for (begin, end], looked for around begin + guess first.
template <typename Predicate>
uint32_t firstNear(uint32_t begin, uint32_t guess, uint32_t end, const Predicate &is)
{
    const uint32_t probe = begin + std::min(guess, end - begin);
    uint32_t reach = 1;
    if (probe == end || is(probe)) {
        uint32_t after = probe; // it holds there, or the end is there
        while (after - begin > reach && is(after - reach)) {
            after -= reach;
            reach *= 2;
        }
        return firstWhere(after - begin > reach ? after - reach + 1 : begin + 1, after, is);
    }
    uint32_t before = probe; // it does not hold there
    while (end - before > reach && !is(before + reach)) {
        before += reach;
        reach *= 2;
    }
    return firstWhere(before + 1, end - before > reach ? before + reach : end, is);
}

} // namespace

int ColumnGrid::columnOf(double x) const
{
    if (borders) {
        const auto after = std::ranges::upper_bound(*borders, x);
        return x == hi ? count - 1 : int(after - borders->begin()) - 1;
    }
    const double at = std::floor(position(x));
    if (at >= count)
        return x <= hi ? count - 1 : int(std::min(at, 1e9));
    return int(std::max(at, -1e9));
}

ColumnGrid columnGrid(const AxisRange &shown, int count, const ScaleMap &scale, double offset)
{
    ColumnGrid grid{shown.lo + offset, shown.hi + offset, count, {}};
    if (scale.scale == AxisScale::Linear)
        return grid;
    const AxisRange places = scale.placesOf(shown);
    std::vector<double> borders;
    borders.reserve(size_t(count) + 1);
    for (int i = 0; i <= count; ++i)
        borders.push_back(std::clamp(scale.valueAt(places.lo + places.size() * i / count) + offset, grid.lo, grid.hi));
    borders.front() = grid.lo;
    borders.back() = grid.hi;
    grid.borders = std::make_shared<const std::vector<double>>(std::move(borders));
    if (scale.scale == AxisScale::Log)
        grid.least = offset;
    return grid;
}

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

void SeriesPyramid::Extremes::add(const Extremes &other)
{
    min = std::min(min, other.min);
    max = std::max(max, other.max);
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
    const FourWays quick = fourWays(&m_y[begin], end - begin);
    if (quick.odd == 0.0 && (m_recipe.yScale != AxisScale::Log || quick.min > 0))
        return {quick.min, quick.max};
    double min = Infinity;
    double max = -Infinity;
    for (uint32_t i = begin; i < end; ++i) {
        const double value = m_y[i];
        if (isDrawable(value)) {
            min = std::min(min, value);
            max = std::max(max, value);
            continue;
        }
        ++m_undrawable;
        if (value == Infinity)
            m_above.push_back(i);
        else if (!std::isnan(value))
            m_below.push_back(i);
    }
    return {min, max};
}

void SeriesPyramid::buildLevels()
{
    const uint32_t count = size();
    std::vector<Extremes> level;
    level.reserve(count / Factor + 1);
    for (uint32_t begin = 0; begin < count; begin += std::min(Factor, count - begin))
        level.push_back(bucket(begin, std::min(begin + Factor, count)));
    while (!level.empty()) {
        std::vector<Extremes> next;
        if (level.size() > Factor)
            next.reserve(level.size() / Factor + 1);
        for (size_t begin = 0; level.size() > Factor && begin < level.size(); begin += Factor) {
            Extremes all = level[begin];
            for (size_t i = begin + 1; i < std::min(begin + Factor, level.size()); ++i)
                all.add(level[i]);
            next.push_back(all);
        }
        m_levels.push_back(std::move(level));
        level = std::move(next);
    }
}

SeriesPyramid::Extremes SeriesPyramid::rawExtremes(uint32_t begin, uint32_t end) const
{
    if (m_undrawable == 0) {
        const FourWays quick = fourWays(m_y.data() + begin, end - begin);
        return {quick.min, quick.max};
    }
    Extremes all{Infinity, -Infinity};
    for (uint32_t i = begin; i < end; ++i) {
        if (isDrawable(m_y[i]))
            all.add({m_y[i], m_y[i]});
    }
    return all;
}

// Raw points at the ragged ends, then the coarsest buckets that fit.
SeriesPyramid::Extremes SeriesPyramid::extremes(uint32_t begin, uint32_t end) const
{
    if (end - begin < 2 * Factor)
        return rawExtremes(begin, end);
    uint32_t from = (begin + Factor - 1) / Factor;
    uint32_t to = end / Factor;
    Extremes all = rawExtremes(begin, from * Factor);
    all.add(rawExtremes(to * Factor, end));
    for (size_t depth = 0; from < to; ++depth) {
        const std::vector<Extremes> &level = m_levels[depth];
        const bool climb = to - from >= 2 * Factor && depth + 1 < m_levels.size();
        const uint32_t innerFrom = climb ? (from + Factor - 1) / Factor : to;
        const uint32_t innerTo = climb ? to / Factor : to;
        for (uint32_t i = from; i < (climb ? innerFrom * Factor : to); ++i)
            all.add(level[i]);
        for (uint32_t i = climb ? innerTo * Factor : to; i < to; ++i)
            all.add(level[i]);
        from = innerFrom;
        to = innerTo;
    }
    return all;
}

uint32_t SeriesPyramid::firstFrom(double at) const
{
    return firstWhere(0, size(), [&](uint32_t i) { return !(x(i) < at); });
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
    const Extremes all = extremes(begin, end);
    if (all.min > all.max)
        return std::nullopt;
    return AxisRange{all.min, all.max};
}

ColumnSpan SeriesPyramid::span(int column, uint32_t begin, uint32_t end) const
{
    ColumnSpan span;
    span.column = column;
    span.begin = begin;
    span.end = end;
    span.firstX = x(begin);
    span.firstY = m_y[begin];
    span.lastX = x(end - 1);
    span.lastY = m_y[end - 1];
    const Extremes all = extremes(begin, end);
    span.hasValues = all.min <= all.max;
    span.min = all.min;
    span.max = all.max;
    span.joined = begin > 0 && isDrawable(m_y[begin]) && isDrawable(m_y[begin - 1]);
    span.above = hasAny(m_above, begin, end);
    span.below = hasAny(m_below, begin, end);
    return span;
}

// The border of the next column but one: by the time that it is looked at, it is there.
void SeriesPyramid::prefetch(uint32_t i) const
{
#ifdef __GNUC__
    __builtin_prefetch(&m_y[i]);
    __builtin_prefetch(&m_y[i] + 8);
    __builtin_prefetch(&m_y[i] - std::min(i, 8u));
    __builtin_prefetch(&m_levels.front()[i / Factor]);
    if (!m_ownX.empty())
        __builtin_prefetch(&m_ownX[i]);
#endif
}

std::vector<ColumnSpan> SeriesPyramid::columns(const ColumnGrid &grid, int from, int to) const
{
    std::vector<ColumnSpan> spans;
    const uint32_t count = size();
    // columnOf(x(i)) <= column, without the rounding or searching that it costs.
    const double scale = grid.scale();
    const double *borders = grid.borders ? grid.borders->data() : nullptr;
    const auto isUpTo = [&](uint32_t i, int column) {
        if (column + 1 >= grid.count && x(i) <= grid.hi)
            return true;
        if (borders)
            return x(i) < borders[std::clamp(column + 1, 0, grid.count)];
        return (x(i) - grid.lo) * scale < column + 1.0;
    };
    const uint32_t first = grid.least > -Infinity ? firstWhere(0, count, [&](uint32_t i) { return x(i) > grid.least; }) : 0;
    uint32_t begin = firstWhere(first, count, [&](uint32_t i) { return !isUpTo(i, from - 1); });
    if (begin > first)
        spans.push_back(span(grid.columnOf(x(begin - 1)), begin - 1, begin));
    spans.reserve(size_t(std::min<uint32_t>(uint32_t(std::max(0, to - from)), count - begin)) + 2);
    uint32_t guess = 1; // columns of one series tend to hold the same number of points
    while (begin < count) {
        const int column = grid.columnOf(x(begin));
        if (column >= to) {
            spans.push_back(span(column, begin, begin + 1));
            break;
        }
        const uint32_t end = firstNear(begin, guess, count, [&](uint32_t i) { return !isUpTo(i, column); });
        guess = end - begin;
        prefetch(std::min(end + guess, count - 1));
        spans.push_back(span(column, begin, end));
        begin = end;
    }
    return spans;
}

qsizetype SeriesPyramid::memoryBytes() const
{
    size_t bytes = m_ownX.capacity() * sizeof(qint64) + m_ownY.capacity() * sizeof(double)
        + (m_source.capacity() + m_above.capacity() + m_below.capacity()) * sizeof(uint32_t);
    for (const std::vector<Extremes> &level : m_levels)
        bytes += level.capacity() * sizeof(Extremes);
    return qsizetype(bytes);
}

} // namespace Assay
