// SPDX-License-Identifier: GPL-3.0-or-later
// What of a pyramid falls in each column.
#include "models/chart/extremes_p.h"
#include "models/chart/seriespyramid.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace Assay {

namespace {

bool hasAny(const std::vector<uint32_t> &sorted, uint32_t begin, uint32_t end)
{
    if (sorted.empty())
        return false;
    const auto it = std::lower_bound(sorted.begin(), sorted.end(), begin);
    return it != sorted.end() && *it < end;
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
        return firstIndexWhere(after - begin > reach ? after - reach + 1 : begin + 1, after, is);
    }
    uint32_t before = probe; // it does not hold there
    while (end - before > reach && !is(before + reach)) {
        before += reach;
        reach *= 2;
    }
    return firstIndexWhere(before + 1, end - before > reach ? before + reach : end, is);
}

bool doMeet(const ColumnSpan &a, const ColumnSpan &b)
{
    return a.min <= b.max && b.min <= a.max;
}

inline void prefetch([[maybe_unused]] const void *address)
{
#ifdef __GNUC__
    __builtin_prefetch(address);
#endif
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

// Reads the columns of one series. A column of a long series needs a few numbers from places that lie far apart in memory,
// so all columns are taken one step further together, and what the next step will read is fetched meanwhile.
class ColumnReader
{
public:
    ColumnReader(const SeriesPyramid &pyramid, std::vector<ColumnSpan> &spans)
        : m_pyramid(pyramid), m_spans(spans), m_parts(partsOfThread())
    {
    }

    template <typename XAt>
    void divide(const XAt &xAt, const ColumnGrid &grid, int from, int to);
    template <typename XAt>
    void roundBorders(const XAt &xAt);
    void describe();
    void join(ColumnEdges edges);

private:
    using Extremes = SeriesPyramid::Extremes;
    static constexpr int RawPoints = -1; // in place of a level

    struct Part { // of a column, still to be looked at
        uint32_t span;
        uint32_t begin, end; // points
    };

    static uint32_t widthOf(int depth) { return depth == 0 ? SeriesPyramid::Factor : SeriesPyramid::Factor * SeriesPyramid::Step; }
    using Parts = std::array<std::vector<Part>, 3>; // by depth, raw points first

    static Parts &partsOfThread() // for one series after the other
    {
        thread_local Parts parts;
        return parts;
    }
    std::vector<Part> &parts(int depth) { return m_parts[size_t(depth - RawPoints)]; }
    Extremes extremesOf(const ColumnSpan &span) const { return {span.min, -span.max}; }

    void put(int depth, const Part &part);
    void cover(int depth, const Part &part);
    void add(ColumnSpan &span, const Extremes &extremes);
    bool isJoinInside(size_t depth, uint32_t i) const;
    void readJoin(uint32_t i);

    const SeriesPyramid &m_pyramid;
    std::vector<ColumnSpan> &m_spans;
    Parts &m_parts;
};

template <typename XAt>
void ColumnReader::divide(const XAt &xAt, const ColumnGrid &grid, int from, int to)
{
    const uint32_t count = m_pyramid.size();
    // columnOf(x) <= column, without the rounding or searching that it costs.
    const double scale = grid.scale();
    const double *borders = grid.borders ? grid.borders->data() : nullptr;
    const auto isUpTo = [&](uint32_t i, int column) {
        const double x = xAt(i);
        if (column + 1 >= grid.count && x <= grid.hi)
            return true;
        if (borders)
            return x < borders[std::clamp(column + 1, 0, grid.count)];
        return (x - grid.lo) * scale < column + 1.0;
    };
    const auto put = [&](int column, uint32_t begin, uint32_t end) {
        ColumnSpan &span = m_spans.emplace_back();
        span.column = column;
        span.begin = begin;
        span.end = end;
        span.firstX = xAt(begin);
        span.lastX = xAt(end - 1);
    };
    const bool hasLeast = grid.least > -std::numeric_limits<double>::infinity();
    const uint32_t first = hasLeast ? firstIndexWhere(0, count, [&](uint32_t i) { return xAt(i) > grid.least; }) : 0;
    uint32_t begin = firstIndexWhere(first, count, [&](uint32_t i) { return !isUpTo(i, from - 1); });
    m_spans.reserve(size_t(std::min<uint32_t>(uint32_t(std::max(0, to - from)), count - begin)) + 2);
    if (begin > first)
        put(grid.columnOf(xAt(begin - 1)), begin - 1, begin);
    uint32_t guess = 1; // columns of one series tend to hold the same number of points
    int next = from; // mostly the column after, which is quicker asked for than found
    while (begin < count) {
        const int column = isUpTo(begin, next) ? next : grid.columnOf(xAt(begin));
        if (column >= to) {
            put(column, begin, begin + 1);
            break;
        }
        const uint32_t end = firstNear(begin, guess, count, [&](uint32_t i) { return !isUpTo(i, column); });
        guess = end - begin;
        put(column, begin, end);
        next = column + 1;
        begin = end;
    }
}

template <typename XAt>
void ColumnReader::roundBorders(const XAt &xAt)
{
    uint32_t countBefore = 0; // as it was
    for (size_t i = 0; i < m_spans.size(); ++i) {
        ColumnSpan &span = m_spans[i];
        const uint32_t count = span.count();
        if (const int depth = SeriesPyramid::roundedDepth(std::min(countBefore, count)); depth >= 0) {
            const uint32_t bucket = widthOf(depth);
            span.begin = (span.begin + bucket / 2) / bucket * bucket;
            span.firstX = xAt(span.begin);
            span.isRounded = true;
            m_spans[i - 1].end = span.begin;
            m_spans[i - 1].lastX = xAt(span.begin - 1);
            prefetch(&m_pyramid.m_levels[size_t(depth)][span.begin / (bucket * SeriesPyramid::Step)]);
        }
        countBefore = count;
    }
}

inline void ColumnReader::put(int depth, const Part &part)
{
    parts(depth).push_back(part);
    if (depth == RawPoints) {
        prefetch(&m_pyramid.m_y[part.begin]);
        prefetch(&m_pyramid.m_y[part.end - 1]);
    } else {
        const uint32_t width = widthOf(depth) * SeriesPyramid::Step;
        prefetch(&m_pyramid.m_levels[size_t(depth)][part.begin / width]);
        prefetch(&m_pyramid.m_levels[size_t(depth)][(part.end - 1) / width]);
    }
}

inline void ColumnReader::add(ColumnSpan &span, const Extremes &extremes)
{
    span.min = std::min(span.min, extremes.min);
    span.max = std::max(span.max, -extremes.minusMax);
}

// The whole buckets of the level now; what is left at the two ends later, and only where its whole bucket has something that
// the column has not yet.
inline void ColumnReader::cover(int depth, const Part &part)
{
    const uint32_t width = widthOf(depth);
    const uint32_t from = (part.begin + width - 1) / width;
    const uint32_t to = part.end / width;
    if (from >= to) {
        put(depth - 1, part);
        return;
    }
    ColumnSpan &span = m_spans[part.span];
    add(span, m_pyramid.wholeBuckets(size_t(depth), from, to));
    if (part.begin < from * width && !m_pyramid.bucketExtremes(size_t(depth), from - 1).isWithin(extremesOf(span)))
        put(depth - 1, {part.span, part.begin, from * width});
    if (to * width < part.end && !m_pyramid.bucketExtremes(size_t(depth), to).isWithin(extremesOf(span)))
        put(depth - 1, {part.span, to * width, part.end});
}

void ColumnReader::describe()
{
    const int deepest = int(m_pyramid.m_levels.size()) - 1;
    for (uint32_t i = 0; i < m_spans.size(); ++i) {
        ColumnSpan &span = m_spans[i];
        span.min = std::numeric_limits<double>::infinity();
        span.max = -span.min;
        if (span.isRounded && span.end % SeriesPyramid::Factor == 0) {
            add(span, m_pyramid.wholeBuckets(0, span.begin / SeriesPyramid::Factor, span.end / SeriesPyramid::Factor));
            continue;
        }
        const int depth = span.count() >= 2 * widthOf(1) ? 1 : span.count() >= 2 * widthOf(0) ? 0 : RawPoints;
        put(std::min(depth, deepest), {i, span.begin, span.end});
    }
    for (int depth = 1; depth >= 0; --depth) {
        for (const Part &part : parts(depth))
            cover(depth, part);
        parts(depth).clear();
    }
    for (const Part &part : parts(RawPoints))
        add(m_spans[part.span], m_pyramid.rawExtremes(part.begin, part.end));
    parts(RawPoints).clear();
    const bool isPlain = m_pyramid.m_undrawable == 0;
    for (ColumnSpan &span : m_spans) {
        span.hasValues = span.min <= span.max;
        span.above = !isPlain && hasAny(m_pyramid.m_above, span.begin, span.end);
        span.below = !isPlain && hasAny(m_pyramid.m_below, span.begin, span.end);
    }
}

// Whether the buckets that have the points on both sides of the border before column i reach no farther than either column.
inline bool ColumnReader::isJoinInside(size_t depth, uint32_t i) const
{
    const ColumnSpan &before = m_spans[i - 1];
    const ColumnSpan &span = m_spans[i];
    const Extremes shared{std::max(before.min, span.min), std::max(-before.max, -span.max)};
    const uint32_t width = widthOf(int(depth));
    return m_pyramid.bucketExtremes(depth, (span.begin - 1) / width).isWithin(shared)
        && m_pyramid.bucketExtremes(depth, span.begin / width).isWithin(shared);
}

inline void ColumnReader::readJoin(uint32_t i)
{
    ColumnSpan &span = m_spans[i];
    span.firstY = m_pyramid.m_y[span.begin];
    span.joined = span.begin > 0 && m_pyramid.isDrawable(span.firstY) && m_pyramid.isDrawable(m_pyramid.m_y[span.begin - 1]);
    if (i > 0)
        m_spans[i - 1].lastY = m_pyramid.m_y[span.begin - 1];
}

void ColumnReader::join(ColumnEdges edges)
{
    if (m_spans.empty())
        return;
    readJoin(0);
    m_spans.back().lastY = m_pyramid.m_y[m_spans.back().end - 1];
    const bool looksAtBuckets = edges == ColumnEdges::WhereNeeded && m_pyramid.m_undrawable == 0;
    for (uint32_t i = 1; i < m_spans.size(); ++i) {
        ColumnSpan &span = m_spans[i];
        const Part border{i, span.begin - 1, span.begin + 1};
        const bool isWide = std::min(span.count(), m_spans[i - 1].count()) >= widthOf(1);
        span.joined = true;
        span.isJoinInside = looksAtBuckets && isWide
            && ((span.isRounded && doMeet(m_spans[i - 1], span)) || (m_pyramid.m_levels.size() > 1 && isJoinInside(1, i)));
        if (!span.isJoinInside)
            put(looksAtBuckets && isWide ? 0 : RawPoints, border);
    }
    for (const Part &border : parts(0)) {
        ColumnSpan &span = m_spans[border.span];
        span.isJoinInside = isJoinInside(0, border.span);
        if (!span.isJoinInside)
            put(RawPoints, border);
    }
    parts(0).clear();
    for (const Part &border : parts(RawPoints))
        readJoin(border.span);
    parts(RawPoints).clear();
}

void SeriesPyramid::columns(const ColumnGrid &grid, int from, int to, ColumnEdges edges, ColumnBorders borders,
                            std::vector<ColumnSpan> &spans) const
{
    spans.clear();
    ColumnReader reader(*this, spans);
    const auto divide = [&](const auto &xAt) {
        reader.divide(xAt, grid, from, to);
        if (borders == ColumnBorders::Rounded)
            reader.roundBorders(xAt);
    };
    if (m_ownX.empty())
        m_x->visit(divide);
    else
        divide([xs = m_ownX.data()](uint32_t i) { return xs[i]; });
    reader.describe();
    reader.join(edges);
}

std::vector<ColumnSpan> SeriesPyramid::columns(const ColumnGrid &grid, int from, int to) const
{
    std::vector<ColumnSpan> spans;
    columns(grid, from, to, ColumnEdges::All, ColumnBorders::Exact, spans);
    return spans;
}

} // namespace Assay
