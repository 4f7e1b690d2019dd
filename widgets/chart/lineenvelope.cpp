// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chart/lineenvelope.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace Assay {

namespace {

// In how many parts a column of pixels is looked at: the fewer points it has, the more the slope between them matters.
int partsPerPixel(double pointsPerPixel, EnvelopeDetail detail)
{
    if (detail == EnvelopeDetail::Fine)
        return pointsPerPixel <= 64 ? 4 : 1;
    return pointsPerPixel <= 1 ? 4 : pointsPerPixel <= 3 ? 2 : 1;
}

constexpr double DotEveryPixels = 12;    // every point gets a dot when they are so far apart
constexpr double MarkEveryPixels = 7;
constexpr double Far = 1e12;             // pixels: where a line comes from that is as good as upright
constexpr double Beyond = 64;            // pixels outside of the picture that need not be told apart

// One direction of a PlotScale with all that is the same for all values computed once.
class PixelMap
{
public:
    PixelMap(const ScaleMap &scale, const AxisRange &shown, double first, double last, double offset)
        : m_scale(scale), m_origin(scale.placeOf(shown.lo)), m_first(first), m_offset(offset),
          m_factor((last - first) / scale.placesOf(shown).size())
    {
    }

    double at(double value) const
    {
        const double place = m_scale.scale == AxisScale::Linear ? value - m_offset : m_scale.placeOf(value - m_offset);
        return m_first + (place - m_origin) * m_factor;
    }

private:
    ScaleMap m_scale;
    double m_origin;
    double m_first;
    double m_offset;
    double m_factor; // pixels for each unit of places
};

class EnvelopeBuilder
{
public:
    EnvelopeBuilder(LineEnvelope &line, double xOffset, const PlotScale &scale)
        : m_line(line), m_scale(scale), m_x(scale.xScale, scale.x, 0, scale.pixels.width(), xOffset),
          m_y(scale.yScale, scale.y, scale.pixels.height(), 0, 0), m_columns(scale.pixels.width() * line.perPixel),
          m_lowest(scale.pixels.height() + Beyond)
    {
        m_line.top.assign(size_t(m_columns), std::numeric_limits<float>::max());
        m_line.bottom.assign(size_t(m_columns), std::numeric_limits<float>::lowest());
    }

    void add(const std::vector<ColumnSpan> &spans)
    {
        for (size_t i = 0; i < spans.size(); ++i) {
            const ColumnSpan &span = spans[i];
            if (i > 0 && span.joined && !span.isJoinInside)
                join(spans[i - 1], span);
            if (span.column < 0 || span.column >= m_columns)
                continue;
            m_line.points += span.count();
            m_line.drawn += std::min(span.count(), 4u);
            m_line.isExact = m_line.isExact && !span.isRounded;
            if (span.above || span.below)
                mark(span);
            if (!span.hasValues)
                continue;
            const double top = pixelY(span.max);
            const double bottom = pixelY(span.min);
            include(span.column, top);
            include(span.column, bottom);
            const bool alone = !span.joined && (i + 1 == spans.size() || !spans[i + 1].joined);
            if (alone && bottom - top < 3)
                m_alone.emplace_back(pixelX(span.firstX), (top + bottom) / 2);
        }
    }

    void addDots(const std::vector<ColumnSpan> &spans, const SeriesPyramid &pyramid)
    {
        const auto isInView = [this](const ColumnSpan &span) { return span.column >= 0 && span.column < m_columns; };
        const auto first = std::ranges::find_if(spans, isInView);
        const auto last = std::find_if(spans.rbegin(), spans.rend(), isInView);
        if (first == spans.end())
            return;
        const double room = (pixelX(last->lastX) - pixelX(first->firstX)) / m_scale.pixelRatio;
        if (double(m_line.points - 1) * DotEveryPixels > room) {
            if (double(m_alone.size()) * 4 < m_scale.pixels.width() / m_scale.pixelRatio)
                m_line.dots = std::move(m_alone);
            return;
        }
        for (const ColumnSpan &span : spans) {
            for (uint32_t i = span.begin; i < span.end; ++i) {
                if (pyramid.isDrawable(pyramid.y(i)))
                    m_line.dots.emplace_back(pixelX(pyramid.x(i)), pixelY(pyramid.y(i)));
            }
        }
    }

private:
    double pixelX(double x) const { return m_x.at(x); }
    double pixelY(double y) const { return std::clamp(m_y.at(y), -Beyond, m_lowest); }

    void include(int column, double y)
    {
        float &top = m_line.top[size_t(column)];
        float &bottom = m_line.bottom[size_t(column)];
        top = std::min(top, float(y));
        bottom = std::max(bottom, float(y));
    }

    // The straight line between two neighbouring points, at every border of columns that it crosses.
    void join(const ColumnSpan &from, const ColumnSpan &to)
    {
        const int first = std::max(from.column + 1, 0);
        const int last = std::min(to.column, m_columns);
        if (first > last)
            return;
        const double x0 = pixelX(from.lastX) * m_line.perPixel;
        const double x1 = pixelX(to.firstX) * m_line.perPixel;
        const double y0 = std::clamp(m_y.at(from.lastY), -Far, Far);
        const double y1 = std::clamp(m_y.at(to.firstY), -Far, Far);
        const double slope = x1 > x0 ? (y1 - y0) / (x1 - x0) : 0.0;
        for (int border = first; border <= last; ++border) {
            const double part = std::clamp(y0 + (border - x0) * slope, std::min(y0, y1), std::max(y0, y1));
            const double y = std::clamp(part, -Beyond, m_lowest);
            if (border > 0)
                include(border - 1, y);
            if (border < m_columns)
                include(border, y);
        }
    }

    void mark(const ColumnSpan &span)
    {
        const double x = pixelX(span.firstX);
        for (const bool above : {true, false}) {
            double &last = above ? m_lastAbove : m_lastBelow;
            if ((above ? span.above : span.below) && x - last >= MarkEveryPixels * m_scale.pixelRatio) {
                m_line.marks.push_back({float(x), above});
                last = x;
            }
        }
    }

    LineEnvelope &m_line;
    const PlotScale &m_scale;
    PixelMap m_x, m_y;
    int m_columns;
    double m_lowest;
    std::vector<QPointF> m_alone;
    double m_lastAbove = -1e9;
    double m_lastBelow = -1e9;
};

} // namespace

double PlotScale::toPixelX(double value) const
{
    if (xScale.scale == AxisScale::Linear)
        return (value - x.lo) / x.size() * pixels.width();
    const AxisRange places = xScale.placesOf(x);
    return std::max((xScale.placeOf(value) - places.lo) / places.size() * pixels.width(), -Far);
}

double PlotScale::toPixelY(double value) const
{
    if (yScale.scale == AxisScale::Linear)
        return (y.hi - value) / y.size() * pixels.height();
    const AxisRange places = yScale.placesOf(y);
    return std::min((places.hi - yScale.placeOf(value)) / places.size() * pixels.height(), Far);
}

double PlotScale::fromPixelX(double pixel) const
{
    const AxisRange places = xScale.placesOf(x);
    return xScale.valueAt(places.lo + pixel / pixels.width() * places.size());
}

double PlotScale::fromPixelY(double pixel) const
{
    const AxisRange places = yScale.placesOf(y);
    return yScale.valueAt(places.hi - pixel / pixels.height() * places.size());
}

LineEnvelope lineEnvelope(const SeriesPyramid &pyramid, double xOffset, const PlotScale &scale, EnvelopeDetail detail,
                          ColumnBorders borders, LineEnvelope old)
{
    LineEnvelope line;
    line.top = std::move(old.top);
    line.bottom = std::move(old.bottom);
    const int width = scale.pixels.width();
    const uint32_t inView = pyramid.firstFrom(scale.x.hi + xOffset) - pyramid.firstFrom(scale.x.lo + xOffset);
    line.perPixel = partsPerPixel(double(inView) / std::max(1, width), detail);
    const ColumnGrid grid = columnGrid(scale.x, width * line.perPixel, scale.xScale, xOffset);
    thread_local std::vector<ColumnSpan> spans; // for one line after the other
    pyramid.columns(grid, 0, grid.count, ColumnEdges::WhereNeeded, borders, spans);
    EnvelopeBuilder builder(line, xOffset, scale);
    builder.add(spans);
    builder.addDots(spans, pyramid);
    return line;
}

LineEnvelope bandEnvelope(const SeriesPyramid &low, const SeriesPyramid &high, double xOffset, const PlotScale &scale,
                          EnvelopeDetail detail, ColumnBorders borders)
{
    LineEnvelope band = lineEnvelope(low, xOffset, scale, detail, borders);
    const LineEnvelope upper = lineEnvelope(high, xOffset, scale, detail, borders);
    Q_ASSERT(band.perPixel == upper.perPixel);
    for (size_t i = 0; i < band.top.size(); ++i) {
        if (upper.isEmptyAt(i)) {
            band.top[i] = std::numeric_limits<float>::max();
            band.bottom[i] = std::numeric_limits<float>::lowest();
        } else if (!band.isEmptyAt(i)) {
            band.top[i] = upper.top[i];
        }
    }
    band.dots.clear();
    band.marks.clear();
    return band;
}

} // namespace Assay
