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

} // namespace

int ColumnGrid::columnOf(double x) const
{
    const double at = std::floor(position(x));
    if (at >= count)
        return x <= hi ? count - 1 : int(std::min(at, 1e9));
    return int(std::max(at, -1e9));
}

SeriesPyramid::SeriesPyramid(std::shared_ptr<const MetricSeries> series, Order order, YScale scale)
    : m_series(std::move(series)), m_order(order), m_scale(scale)
{
    Q_ASSERT(m_series->values.size() < std::numeric_limits<uint32_t>::max());
    orderPoints();
    buildLevels();
}

void SeriesPyramid::Extremes::add(const Extremes &other)
{
    min = std::min(min, other.min);
    max = std::max(max, other.max);
}

void SeriesPyramid::orderPoints()
{
    const std::vector<qint64> &logged = m_order == Order::Step ? m_series->steps : m_series->timestamps;
    const auto count = uint32_t(logged.size());
    m_x.resize(count);
    m_y = m_series->values;
    if (std::is_sorted(logged.begin(), logged.end())) {
        std::copy(logged.begin(), logged.end(), m_x.begin());
        return;
    }
    m_source.resize(count);
    std::iota(m_source.begin(), m_source.end(), 0u);
    std::stable_sort(m_source.begin(), m_source.end(), [&logged](uint32_t a, uint32_t b) { return logged[a] < logged[b]; });
    m_ownY.resize(count);
    for (uint32_t i = 0; i < count; ++i) {
        m_x[i] = double(logged[m_source[i]]);
        m_ownY[i] = m_series->values[m_source[i]];
    }
    m_y = m_ownY;
}

bool SeriesPyramid::isDrawable(double y) const
{
    return std::abs(y) <= std::numeric_limits<double>::max() && (m_scale == YScale::Linear || y > 0);
}

// One bucket of the lowest level. Notes what cannot be drawn on the way.
SeriesPyramid::Extremes SeriesPyramid::bucket(uint32_t begin, uint32_t end)
{
    double min = Infinity;
    double max = -Infinity;
    double odd = 0.0; // stays 0 as long as all values are finite
    for (uint32_t i = begin; i < end; ++i) {
        const double value = m_y[i];
        min = value < min ? value : min;
        max = value > max ? value : max;
        odd += value - value;
    }
    if (odd == 0.0 && (m_scale == YScale::Linear || min > 0))
        return {min, max};
    min = Infinity;
    max = -Infinity;
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
    Extremes all{Infinity, -Infinity};
    for (uint32_t i = begin; i < end; ++i) {
        const double value = m_y[i];
        if (m_undrawable == 0 || isDrawable(value))
            all.add({value, value});
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

uint32_t SeriesPyramid::firstFrom(double x) const
{
    return uint32_t(std::lower_bound(m_x.begin(), m_x.end(), x) - m_x.begin());
}

std::optional<AxisRange> SeriesPyramid::xRange() const
{
    if (m_x.empty())
        return std::nullopt;
    return AxisRange{m_x.front(), m_x.back()};
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
    span.firstX = m_x[begin];
    span.firstY = m_y[begin];
    span.lastX = m_x[end - 1];
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

std::vector<ColumnSpan> SeriesPyramid::columns(const ColumnGrid &grid, int from, int to) const
{
    std::vector<ColumnSpan> spans;
    const uint32_t count = size();
    const auto endOf = [&](int column, uint32_t first, uint32_t last) {
        return uint32_t(std::partition_point(m_x.begin() + first, m_x.begin() + last,
                                             [&](double x) { return grid.columnOf(x) <= column; })
                        - m_x.begin());
    };
    uint32_t begin = endOf(from - 1, 0, count);
    if (begin > 0)
        spans.push_back(span(grid.columnOf(m_x[begin - 1]), begin - 1, begin));
    spans.reserve(size_t(std::min<uint32_t>(uint32_t(std::max(0, to - from)), count - begin)) + 2);
    uint32_t guess = 1; // columns of one series tend to hold the same number of points
    while (begin < count) {
        const int column = grid.columnOf(m_x[begin]);
        if (column >= to) {
            spans.push_back(span(column, begin, begin + 1));
            break;
        }
        uint32_t inside = begin; // the last point known to be in the column
        uint32_t reach = guess;
        uint32_t outside = count;
        while (true) {
            const uint32_t probe = inside + std::min(reach, count - inside);
            if (probe == count || grid.columnOf(m_x[probe]) > column) {
                outside = probe;
                break;
            }
            inside = probe;
            reach = inside - begin <= guess ? 1 : reach * 2;
        }
        // The guess is mostly one too far at most.
        const uint32_t end = outside - inside > 1 && grid.columnOf(m_x[outside - 1]) <= column
            ? outside
            : endOf(column, inside + 1, outside);
        spans.push_back(span(column, begin, end));
        guess = end - begin;
        begin = end;
    }
    return spans;
}

qsizetype SeriesPyramid::memoryBytes() const
{
    size_t bytes = m_x.capacity() * sizeof(double) + m_ownY.capacity() * sizeof(double)
        + (m_source.capacity() + m_above.capacity() + m_below.capacity()) * sizeof(uint32_t);
    for (const std::vector<Extremes> &level : m_levels)
        bytes += level.capacity() * sizeof(Extremes);
    return qsizetype(bytes);
}

} // namespace Assay
