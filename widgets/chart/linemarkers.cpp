// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chart/linemarkers.h"

#include <QPainter>
#include <QPainterPath>

#include <cmath>

namespace Assay {

namespace {

constexpr double EveryPixels = 48; // logical ones between markers, up to twice as many
constexpr double RoomForAll = 14;  // between points that are all marked
constexpr double Radius = 3.75;
constexpr double StrokeWidth = 1.75; // of crosses
constexpr double HaloWidth = 1.25;
constexpr uint32_t MostSkipped = 64; // points of a stretch without a place on the scale, after which it has no marker

bool isStroked(LineMarker marker)
{
    return marker == LineMarker::Cross || marker == LineMarker::Plus;
}

// Around (0, 0). Areas look the same size, not widths.
QPainterPath shapeOf(LineMarker marker, double radius)
{
    QPainterPath path;
    const auto polygon = [&path](std::initializer_list<QPointF> corners) {
        path.addPolygon(QPolygonF(QList<QPointF>(corners)));
        path.closeSubpath();
    };
    switch (marker) {
    case LineMarker::None: break;
    case LineMarker::Circle: path.addEllipse(QPointF(0, 0), radius, radius); break;
    case LineMarker::Square: path.addRect(QRectF(-radius, -radius, 2 * radius, 2 * radius).adjusted(0.4, 0.4, -0.4, -0.4)); break;
    case LineMarker::Triangle: polygon({{0, -1.25 * radius}, {1.15 * radius, 0.8 * radius}, {-1.15 * radius, 0.8 * radius}}); break;
    case LineMarker::Diamond: polygon({{0, -1.35 * radius}, {1.35 * radius, 0}, {0, 1.35 * radius}, {-1.35 * radius, 0}}); break;
    case LineMarker::Cross:
        for (const int side : {-1, 1}) {
            path.moveTo(-radius, -side * radius);
            path.lineTo(radius, side * radius);
        }
        break;
    case LineMarker::Plus:
        path.moveTo(-1.3 * radius, 0);
        path.lineTo(1.3 * radius, 0);
        path.moveTo(0, -1.3 * radius);
        path.lineTo(0, 1.3 * radius);
        break;
    }
    return path;
}

void paintEach(QPainter &painter, std::span<const QPointF> places, const QPainterPath &path, const QPen &pen, const QBrush &brush)
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(pen);
    painter.setBrush(brush);
    for (const QPointF &place : places) {
        painter.translate(place);
        painter.drawPath(path);
        painter.translate(-place);
    }
}

double radiusOf(const LineStyle &style, double pixelRatio)
{
    return Radius * std::max(1.0, style.width / 1.5 * 0.9) * pixelRatio;
}

// What a halo takes away of what is below.
void paintGround(QPainter &painter, std::span<const QPointF> places, const LineStyle &style, double pixelRatio)
{
    const double radius = radiusOf(style, pixelRatio);
    const QPainterPath ground = isStroked(style.marker) ? shapeOf(LineMarker::Circle, radius * 1.2) : shapeOf(style.marker, radius);
    paintEach(painter, places, ground, QPen(Qt::black, 2 * HaloWidth * pixelRatio, Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin), Qt::black);
}

} // namespace

std::vector<QPointF> markerPlaces(const SeriesPyramid &pyramid, double xOffset, const PlotScale &scale)
{
    std::vector<QPointF> places;
    const uint32_t begin = pyramid.firstFrom(scale.x.lo + xOffset);
    const uint32_t end = pyramid.firstFrom(std::nextafter(scale.x.hi + xOffset, HUGE_VAL));
    const auto put = [&](uint32_t point) {
        places.emplace_back(scale.toPixelX(pyramid.x(point) - xOffset), scale.toPixelY(pyramid.y(point)));
    };
    if (begin >= end)
        return places;
    const double room = scale.toPixelX(pyramid.x(end - 1) - xOffset) - scale.toPixelX(pyramid.x(begin) - xOffset);
    if (double(end - begin - 1) * RoomForAll * scale.pixelRatio <= room) {
        for (uint32_t i = begin; i < end; ++i)
            if (pyramid.isDrawable(pyramid.y(i)))
                put(i);
        return places;
    }
    const AxisRange shown = scale.xScale.placesOf(scale.x);
    const double least = shown.size() / std::max(1, scale.pixels.width()) * EveryPixels * scale.pixelRatio;
    const double stretch = std::exp2(std::ceil(std::log2(least)));
    if (!std::isfinite(stretch) || !(stretch > 0))
        return places;
    for (double from = std::floor(shown.lo / stretch) * stretch; from < shown.hi && from + stretch > from; from += stretch) {
        const uint32_t last = std::min(end, pyramid.firstFrom(scale.xScale.valueAt(from + stretch) + xOffset));
        uint32_t point = pyramid.firstFrom(scale.xScale.valueAt(from) + xOffset);
        const uint32_t until = last - std::min(last, point) > MostSkipped ? point + MostSkipped : last;
        while (point < until && !pyramid.isDrawable(pyramid.y(point)))
            ++point;
        if (point < until && point >= begin)
            put(point);
    }
    return places;
}

void paintMarkers(QPainter &painter, std::span<const QPointF> places, const LineStyle &style, double pixelRatio, Halo halo)
{
    if (style.marker == LineMarker::None || places.empty())
        return;
    painter.save();
    if (halo == Halo::Cut) {
        painter.setCompositionMode(QPainter::CompositionMode_DestinationOut);
        paintGround(painter, places, style, pixelRatio);
        painter.setCompositionMode(QPainter::CompositionMode_SourceOver);
    }
    const bool stroked = isStroked(style.marker);
    paintEach(painter, places, shapeOf(style.marker, radiusOf(style, pixelRatio)),
              stroked ? QPen(style.color, StrokeWidth * pixelRatio, Qt::SolidLine, Qt::FlatCap) : QPen(Qt::NoPen),
              stroked ? QBrush(Qt::NoBrush) : QBrush(style.color));
    painter.restore();
}

void stampMarkers(QPainter &painter, std::span<const QPointF> places, const LineStyle &style, double pixelRatio)
{
    if (style.marker == LineMarker::None || places.empty())
        return;
    const int half = int(std::ceil(1.5 * radiusOf(style, pixelRatio) + 2 * HaloWidth * pixelRatio)) + 1;
    const QPointF middle(half, half);
    QImage ground(2 * half, 2 * half, QImage::Format_ARGB32_Premultiplied);
    ground.fill(Qt::transparent);
    QImage marker = ground;
    {
        QPainter groundPainter(&ground), markerPainter(&marker);
        paintGround(groundPainter, {&middle, 1}, style, pixelRatio);
        paintMarkers(markerPainter, {&middle, 1}, style, pixelRatio, Halo::None);
    }
    painter.save();
    for (const auto &[image, mode] : {std::pair(&ground, QPainter::CompositionMode_DestinationOut),
                                      std::pair(&marker, QPainter::CompositionMode_SourceOver)}) {
        painter.setCompositionMode(mode);
        for (const QPointF &place : places)
            painter.drawImage(QPointF(std::round(place.x()), std::round(place.y())) - middle, *image);
    }
    painter.restore();
}

QPen linePen(const LineStyle &style, double scale)
{
    QPen pen(style.color, style.width * scale, style.dash, Qt::FlatCap, Qt::BevelJoin);
    if (style.dash == Qt::CustomDashLine)
        pen.setDashPattern({14 / 1.5, 5 / 1.5}); // in widths of the pen
    return pen;
}

void paintSwatch(QPainter &painter, const QRectF &place, const LineStyle &style)
{
    const double y = std::floor(place.center().y()) + 0.5;
    painter.setPen(linePen(style));
    painter.drawLine(QPointF(place.left(), y), QPointF(place.right(), y));
    const QPointF middle(place.center().x(), y);
    paintMarkers(painter, {&middle, 1}, style, 1, Halo::None);
}

} // namespace Assay
