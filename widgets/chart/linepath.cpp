// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chart/linepath.h"

#include "widgets/chart/linemarkers.h"

#include <QLineF>
#include <QPainter>

#include <algorithm>

namespace Assay {

namespace {

// Readers of SVG and PDF keep few digits of a number: lines end so many pixels outside of the picture.
constexpr double Outside = 1000;
constexpr double Far = 1e11; // a line that leads farther is as steep as can be told; nearer, doubles know where it enters

// The part of a line that lies within a rectangle (Liang and Barsky, 1984).
std::optional<QLineF> clipped(const QLineF &line, const QRectF &box)
{
    double from = 0, to = 1;
    const auto cut = [&](double speed, double distance) { // distance to the edge, in the line's own length
        if (speed == 0)
            return distance >= 0;
        const double at = distance / speed;
        (speed < 0 ? from : to) = speed < 0 ? std::max(from, at) : std::min(to, at);
        return true;
    };
    const bool meets = cut(-line.dx(), line.x1() - box.left()) && cut(line.dx(), box.right() - line.x1())
        && cut(-line.dy(), line.y1() - box.top()) && cut(line.dy(), box.bottom() - line.y1());
    if (!meets || from > to)
        return std::nullopt;
    return QLineF(from > 0 ? line.pointAt(from) : line.p1(), to < 1 ? line.pointAt(to) : line.p2());
}

class PathBuilder
{
public:
    PathBuilder(LinePath &path, double xOffset, const PlotScale &scale) : m_path(path), m_scale(scale), m_offset(xOffset) {}

    void add(const ColumnSpan &span, bool isDrawable)
    {
        if (!span.joined)
            finish();
        if (!span.hasValues)
            return;
        if (span.count() == 1) {
            put(span.firstX, span.firstY);
            return;
        }
        // A column is as narrow as a pixel: where in it the extremes lie cannot be seen, that they are reached can.
        const double middle = (span.firstX + span.lastX) / 2;
        if (isDrawable)
            put(span.firstX, span.firstY);
        const bool minFirst = !isDrawable || span.firstY - span.min < span.max - span.firstY;
        put(middle, minFirst ? span.min : span.max);
        put(middle, minFirst ? span.max : span.min);
    }

    void putLast(const ColumnSpan &span) { put(span.lastX, span.lastY); }

    void finish()
    {
        const QRectF box = QRectF({0, 0}, QSizeF(m_scale.pixels)).adjusted(-Outside, -Outside, Outside, Outside);
        QPolygonF piece;
        for (qsizetype i = 1; i < m_points.size(); ++i) {
            const auto part = clipped({m_points.at(i - 1), m_points.at(i)}, box);
            if (part && !piece.isEmpty() && piece.last() == part->p1()) {
                piece.append(part->p2());
                continue;
            }
            takePiece(piece);
            if (part)
                piece = {part->p1(), part->p2()};
        }
        takePiece(piece);
        m_points.clear();
    }

private:
    void put(double x, double y)
    {
        const QPointF at(std::clamp(m_scale.toPixelX(x - m_offset), -Far, Far), std::clamp(m_scale.toPixelY(y), -Far, Far));
        if (m_points.isEmpty() || m_points.last() != at)
            m_points.append(at);
    }

    void takePiece(QPolygonF &piece)
    {
        if (piece.size() > 1)
            m_path.pieces.append(piece);
        piece.clear();
    }

    LinePath &m_path;
    const PlotScale &m_scale;
    double m_offset;
    QPolygonF m_points; // since the last gap, wherever they are
};

} // namespace

LinePath linePath(const SeriesPyramid &pyramid, double xOffset, const PlotScale &scale)
{
    LinePath path;
    const ColumnGrid grid = columnGrid(scale.x, std::max(1, scale.pixels.width()), scale.xScale, xOffset);
    PathBuilder builder(path, xOffset, scale);
    for (const ColumnSpan &span : pyramid.columns(grid)) {
        builder.add(span, pyramid.isDrawable(span.firstY));
        if (span.count() > 1 && pyramid.isDrawable(span.lastY))
            builder.putLast(span);
    }
    builder.finish();
    LineEnvelope envelope = lineEnvelope(pyramid, xOffset, scale);
    path.dots = std::move(envelope.dots);
    path.marks = std::move(envelope.marks);
    return path;
}

void paintLinePath(QPainter &painter, const LinePath &path, const LineStyle &style, const PlotScale &scale)
{
    painter.setBrush(Qt::NoBrush);
    painter.setPen(linePen(style, scale.pixelRatio));
    for (const QPolygonF &piece : path.pieces)
        painter.drawPolyline(piece);
    painter.setPen(Qt::NoPen);
    painter.setBrush(style.color);
    const double radius = dotRadius(style, scale.pixelRatio);
    for (const QPointF &dot : path.dots)
        painter.drawEllipse(dot, radius, radius);
    for (const LineEnvelope::EdgeMark &mark : path.marks)
        painter.drawPolygon(markShape(mark, scale));
}

void paintBand(QPainter &painter, const LineEnvelope &band, const LineStyle &style)
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(style.color);
    const auto x = [&band](size_t column) { return (double(column) + 0.5) / band.perPixel; };
    for (size_t begin = 0; begin < band.top.size();) {
        size_t end = begin;
        QPolygonF area;
        for (; end < band.top.size() && !band.isEmptyAt(end); ++end)
            area.append({x(end), band.top[end]});
        for (size_t i = end; i-- > begin;)
            area.append({x(i), band.bottom[i]});
        if (area.size() > 2)
            painter.drawPolygon(area);
        begin = end + 1;
    }
}

} // namespace Assay
