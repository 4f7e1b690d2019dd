// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/chart/axis.h"
#include "models/domain/metricseries.h"

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace Assay {

// Splits [lo, hi] into `count` columns of the same width.
struct ColumnGrid {
    double lo = 0.0;
    double hi = 1.0;
    int count = 1;

    double scale() const { return count / (hi - lo); } // columns per unit of x
    // x in columns, from the left edge of column 0.
    double position(double x) const { return (x - lo) * scale(); }
    // The column that x falls in, below 0 and from `count` on outside; hi itself is in the last one. Never falls as x grows.
    int columnOf(double x) const;
};

// The points of a series that fall in one column, in x order.
struct ColumnSpan {
    int column = 0;
    bool hasValues = false; // there is a point that can be drawn: min and max hold
    bool joined = false;    // the line reaches the first point from the one before it: no gap between them
    bool above = false;     // has +inf
    bool below = false;     // has -inf; on a log scale also what is not positive
    uint32_t begin = 0;     // points [begin, end)
    uint32_t end = 0;
    double min = 0.0;
    double max = 0.0;
    double firstX = 0.0, firstY = 0.0; // of the points begin and end - 1 as they are, NaN and inf too
    double lastX = 0.0, lastY = 0.0;

    uint32_t count() const { return end - begin; }
};

// A series ready to be drawn at any zoom: its points ordered by x, with the least and greatest value of every 16 points,
// of every 256 and so on. Nothing is left out: what a column says is what its raw points say. Immutable, so any thread
// may read it. Build it in a worker (1 ns a point when the points are logged in x order).
class SeriesPyramid
{
public:
    enum class Order { Step, Time }; // x is the step, or the timestamp in milliseconds
    static constexpr uint32_t Factor = 16;

    // At most 2^32 - 1 points.
    SeriesPyramid(std::shared_ptr<const MetricSeries> series, Order order, YScale scale);

    const MetricSeries &series() const { return *m_series; }
    Order order() const { return m_order; }
    YScale scale() const { return m_scale; }

    // The points in x order; of the same x in logged order.
    uint32_t size() const { return uint32_t(m_y.size()); }
    double x(uint32_t i) const { return double(m_regularStep ? m_x[0] + qint64(i) * m_regularStep : m_x[i]); }
    double y(uint32_t i) const { return m_y[i]; }
    uint32_t sourceIndex(uint32_t i) const { return m_source.empty() ? i : m_source[i]; } // in series()
    uint32_t firstFrom(double x) const; // the first point at x or later, else size()
    bool isDrawable(double y) const;
    // Points that have no place on this scale: NaN, infinities and, on a log scale, what is not positive.
    uint32_t undrawableCount() const { return m_undrawable; }

    std::optional<AxisRange> xRange() const; // of all points
    // Of what can be drawn among the points [begin, end).
    std::optional<AxisRange> yRange(uint32_t begin, uint32_t end) const;
    std::optional<AxisRange> yRange() const { return yRange(0, size()); }

    // The columns of [from, to) that have points, by column, with the point before and the point after them as columns of
    // their own (lines come from and lead there). O(columns log points).
    std::vector<ColumnSpan> columns(const ColumnGrid &grid, int from, int to) const;
    std::vector<ColumnSpan> columns(const ColumnGrid &grid) const { return columns(grid, 0, grid.count); }

    qsizetype memoryBytes() const; // without the series itself

private:
    struct Extremes {
        double min;
        double max;

        void add(const Extremes &other);
    };

    void orderPoints();
    void buildLevels();
    Extremes bucket(uint32_t begin, uint32_t end);
    Extremes rawExtremes(uint32_t begin, uint32_t end) const;
    Extremes extremes(uint32_t begin, uint32_t end) const;
    void prefetch(uint32_t i) const;
    ColumnSpan span(int column, uint32_t begin, uint32_t end) const;

    std::shared_ptr<const MetricSeries> m_series;
    Order m_order;
    YScale m_scale;
    std::span<const qint64> m_x; // the series' own steps or times and values, or a copy when they had to be ordered
    std::span<const double> m_y;
    qint64 m_regularStep = 0; // when all points are so far apart: then x is computed, which spares the memory a visit
    std::vector<qint64> m_ownX;
    std::vector<double> m_ownY;
    std::vector<uint32_t> m_source; // empty when logged order is x order
    std::vector<std::vector<Extremes>> m_levels; // [0]: of Factor points each
    std::vector<uint32_t> m_above, m_below;      // points that are marked at an edge
    uint32_t m_undrawable = 0;
};

using SeriesPyramidPtr = std::shared_ptr<const SeriesPyramid>;

} // namespace Assay
