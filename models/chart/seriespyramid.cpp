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

// By how much each is greater than the one before, when that is the same for all; else 0.
qint64 regularStep(const std::vector<qint64> &values)
{
    if (values.size() < 2)
        return 0;
    const auto difference = [](qint64 a, qint64 b) { return quint64(b) - quint64(a); }; // wraps around instead of overflowing
    const quint64 step = difference(values[0], values[1]);
    const bool isRegular = std::adjacent_find(values.begin(), values.end(), [&](qint64 a, qint64 b) { return difference(a, b) != step; })
        == values.end();
    return isRegular && values[1] > values[0] && step <= quint64(std::numeric_limits<qint64>::max()) ? qint64(step) : 0;
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
    m_x = logged;
    m_y = m_series->values;
    m_regularStep = regularStep(logged);
    if (m_regularStep > 0 || std::is_sorted(logged.begin(), logged.end()))
        return;
    const size_t count = logged.size();
    m_source.resize(count);
    std::iota(m_source.begin(), m_source.end(), 0u);
    std::stable_sort(m_source.begin(), m_source.end(), [&logged](uint32_t a, uint32_t b) { return logged[a] < logged[b]; });
    m_ownX.resize(count);
    m_ownY.resize(count);
    for (size_t i = 0; i < count; ++i) {
        m_ownX[i] = logged[m_source[i]];
        m_ownY[i] = m_series->values[m_source[i]];
    }
    m_x = m_ownX;
    m_y = m_ownY;
}

bool SeriesPyramid::isDrawable(double y) const
{
    return std::abs(y) <= std::numeric_limits<double>::max() && (m_scale == YScale::Linear || y > 0);
}

// One bucket of the lowest level. Notes what cannot be drawn on the way.
SeriesPyramid::Extremes SeriesPyramid::bucket(uint32_t begin, uint32_t end)
{
    const FourWays quick = fourWays(&m_y[begin], end - begin);
    if (quick.odd == 0.0 && (m_scale == YScale::Linear || quick.min > 0))
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

uint32_t SeriesPyramid::firstFrom(double x) const
{
    return uint32_t(std::partition_point(m_x.begin(), m_x.end(), [x](qint64 at) { return double(at) < x; }) - m_x.begin());
}

std::optional<AxisRange> SeriesPyramid::xRange() const
{
    if (m_x.empty())
        return std::nullopt;
    return AxisRange{double(m_x.front()), double(m_x.back())};
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
    if (!m_regularStep)
        __builtin_prefetch(&m_x[i]);
#endif
}

std::vector<ColumnSpan> SeriesPyramid::columns(const ColumnGrid &grid, int from, int to) const
{
    std::vector<ColumnSpan> spans;
    const uint32_t count = size();
    // columnOf(x(i)) <= column, without the rounding that it costs.
    const double scale = grid.scale();
    const auto isUpTo = [&](uint32_t i, int column) {
        const double at = (x(i) - grid.lo) * scale;
        return at < column + 1.0 || (column + 1 == grid.count && x(i) <= grid.hi);
    };
    uint32_t begin = firstWhere(0, count, [&](uint32_t i) { return !isUpTo(i, from - 1); });
    if (begin > 0)
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
