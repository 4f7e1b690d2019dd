// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/chart/linerecipe.h"
#include "models/chart/packedseries.h"

#include <cstdint>
#include <limits>
#include <memory>
#include <span>
#include <vector>

namespace Assay {

// Splits [lo, hi] into `count` columns, all of the same width unless `borders` says where each begins.
struct ColumnGrid {
    double lo = 0.0;
    double hi = 1.0;
    int count = 1;
    std::shared_ptr<const std::vector<double>> borders = {}; // count + 1, the first is lo and the last hi
    double least = -std::numeric_limits<double>::infinity(); // up to here points have no place: zero on a log scale

    double scale() const { return count / (hi - lo); } // columns per unit of x, where all are of the same width
    // x in columns, from the left edge of column 0; the same.
    double position(double x) const { return (x - lo) * scale(); }
    // The column that x falls in, below 0 and from `count` on outside; hi itself is in the last one. Never falls as x grows.
    int columnOf(double x) const;
};

// Columns of the same width on `scale` for points whose x is `offset` more than what the axis shows.
ColumnGrid columnGrid(const AxisRange &shown, int count, const ScaleMap &scale, double offset = 0);

// The points of a series that fall in one column, in x order.
struct ColumnSpan {
    int column = 0;
    bool hasValues = false; // there is a point that can be drawn: min and max hold
    bool joined = false;    // the line reaches the first point from the one before it: no gap between them
    bool isJoinInside = false; // and does so within the stretches of both columns (see ColumnEdges)
    bool isRounded = false;    // begins where a bucket does, near its border (see ColumnBorders)
    bool above = false;     // has +inf
    bool below = false;     // has -inf; on a log scale also what is not positive
    uint32_t begin = 0;     // points [begin, end)
    uint32_t end = 0;
    double min = 0.0;
    double max = 0.0;
    double firstX = 0.0, firstY = 0.0; // of the points begin and end - 1 as they are, NaN and inf too (see ColumnEdges)
    double lastX = 0.0, lastY = 0.0;

    uint32_t count() const { return end - begin; }
};

// Which columns are told of their first and last value. Of millions of points these lie far apart in memory.
enum class ColumnEdges {
    All,
    // Only where a line between two columns leaves the stretch of one of them: then isJoinInside is false, and firstY of the
    // one and lastY of the other are set. Elsewhere they are not.
    WhereNeeded,
};

// Which points belong to a column.
enum class ColumnBorders {
    Exact, // those whose x falls in it
    // For a picture that is gone after one frame: the border between two columns of at least RoundedFrom points each is moved
    // to the next end of a bucket that has at most a quarter of their points, so that no value has to be read. Each column keeps
    // all its points but at most 1/8 of them at either end (of evenly spaced points as much of its width), which its neighbour has instead. All else
    // holds for the points that a column has then, but that isJoinInside is also said where the stretches of two such columns meet:
    // the line between them may leave one of them by what lies between two neighbouring points. firstY and lastY
    // are not set there. With values that cannot be drawn joins are exact.
    Rounded,
};

// A series ready to be drawn at any zoom: its points as the recipe has them, ordered by x, with the least and greatest value
// of every 16 points, of every 64, of every 256 and so on. Nothing is left out: what a column says is what its points say. Immutable, so
// any thread may read it. Build it in a worker (1 ns a point when the points are logged in x order).
// A history that has grown gets a new one: of 1,000,000 points that takes 0.6 ms, 2.4 ms smoothed. To find the old points
// unchanged and to copy what they make would take 0.2 ms and 0.5 ms, and reading and packing them took 50 ms and more before.
class SeriesPyramid
{
public:
    static constexpr uint32_t Factor = 16;
    static constexpr uint32_t RoundedFrom = 4 * Factor; // points of a column
    // The level whose buckets' ends take the borders of columns with so many points; -1: none.
    static int roundedDepth(uint32_t points) { return points < RoundedFrom ? -1 : points < RoundedFrom * Step ? 0 : 1; }

    // At most 2^32 - 1 points. `xSeries` is the history of the recipe's xMetric; without it no point has an x.
    SeriesPyramid(PackedSeriesPtr series, const LineRecipe &recipe, PackedSeriesPtr xSeries = {});

    const PackedSeries &series() const { return *m_series; }
    const PackedSeries *xSeries() const { return m_xSeries.get(); }
    const LineRecipe &recipe() const { return m_recipe; } // of the pyramid: LineRecipe::ofPyramid()

    // The points in x order; of the same x in logged order.
    uint32_t size() const { return uint32_t(m_y.size()); }
    double x(uint32_t i) const { return m_ownX.empty() ? double((*m_x)[i]) : m_ownX[i]; }
    double y(uint32_t i) const { return m_y[i]; } // smoothed
    uint32_t sourceIndex(uint32_t i) const { return m_source.empty() ? i : m_source[i]; } // in series()
    double loggedY(uint32_t i) const { return m_series->values[sourceIndex(i)]; }
    uint32_t overwrittenCount() const { return m_overwritten; } // points that a later one of the same step took the place of
    uint32_t withoutXCount() const { return m_withoutX; }
    uint32_t firstFrom(double x) const; // the first point at x or later, else size()
    bool isDrawable(double y) const;
    // Points that have no place on this scale: NaN, infinities and, on a log scale, what is not positive.
    uint32_t undrawableCount() const { return m_undrawable; }

    std::optional<AxisRange> xRange() const; // of all points
    // Of what can be drawn among the points [begin, end).
    std::optional<AxisRange> yRange(uint32_t begin, uint32_t end) const;
    std::optional<AxisRange> yRange() const { return yRange(0, size()); }

    // Points [begin, end) that can be drawn and are below y.lo or above y.hi.
    uint32_t countOutside(uint32_t begin, uint32_t end, const AxisRange &y) const;

    // The columns of [from, to) that have points, by column, with the point before and the point after them as columns of
    // their own (lines come from and lead there). O(columns log points).
    std::vector<ColumnSpan> columns(const ColumnGrid &grid, int from, int to) const;
    std::vector<ColumnSpan> columns(const ColumnGrid &grid) const { return columns(grid, 0, grid.count); }
    // The same in place of what is in `spans`, whose memory is used again.
    void columns(const ColumnGrid &grid, int from, int to, ColumnEdges edges, ColumnBorders borders, std::vector<ColumnSpan> &spans) const;

    qsizetype memoryBytes() const; // without the series itself

private:
    static constexpr uint32_t Step = 4; // of the levels above the first

    struct Extremes {
        double min = std::numeric_limits<double>::infinity();
        double minusMax = std::numeric_limits<double>::infinity(); // so that both are found by one operation

        bool isWithin(const Extremes &other) const { return min >= other.min && minusMax >= other.minusMax; }
    };
    struct alignas(64) Line { // of the processor's cache
        Extremes of[Step];
    };
    using Level = std::vector<Line>;

    void orderPoints();
    void keepLastOfSteps(std::vector<uint32_t> &points);
    std::vector<double> metricXs(std::vector<uint32_t> &points);
    void buildLevels();
    Extremes bucket(uint32_t begin, uint32_t end);
    Extremes rawExtremes(uint32_t begin, uint32_t end) const;
    Extremes wholeBuckets(size_t depth, uint32_t from, uint32_t to) const;
    Extremes bucketExtremes(size_t depth, uint32_t i) const { return m_levels[depth][i / Step].of[i % Step]; }

    friend class ColumnReader;

    PackedSeriesPtr m_series;
    PackedSeriesPtr m_xSeries;
    LineRecipe m_recipe;
    const PackedIntegers *m_x = nullptr; // the series' own steps or times, where they are in order
    std::span<const double> m_y;         // the series' own values, where they are in order and not smoothed
    std::vector<double> m_ownX;
    std::vector<double> m_ownY;
    std::vector<uint32_t> m_source; // empty when all points are there in logged order
    uint32_t m_overwritten = 0;
    uint32_t m_withoutX = 0;
    std::vector<Level> m_levels; // [0]: of Factor points each, [1]: of Step times as many …
    std::vector<uint32_t> m_above, m_below;      // points that are marked at an edge
    uint32_t m_undrawable = 0;
};

using SeriesPyramidPtr = std::shared_ptr<const SeriesPyramid>;

} // namespace Assay
