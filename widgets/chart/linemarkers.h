// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/chart/spanraster.h"

class QPainter;
class QPen;

namespace Assay {

// Where the markers of a line stand, in device pixels: on each of its points in view where these are far apart, else on
// the first point of every stretch of x of some width. The stretches begin at fixed places, so that markers stay on their
// points while the view moves, and zooming in only adds some. No place is between points. O(stretches · log points).
// `xOffset` is subtracted from the points' x first. Any thread.
std::vector<QPointF> markerPlaces(const SeriesPyramid &pyramid, double xOffset, const PlotScale &scale);

// Paints the style's marker at each place; nothing when it has none. `Halo::Cut` takes away a narrow ring of what was
// painted below, which only layers with a transparent ground can.
enum class Halo { None, Cut };
void paintMarkers(QPainter &painter, std::span<const QPointF> places, const LineStyle &style, double pixelRatio, Halo halo);
// The same with Halo::Cut in a fraction of the time, each place moved to the nearest whole pixel: for pictures that are gone
// after one frame. The painter's pixels are device pixels.
void stampMarkers(QPainter &painter, std::span<const QPointF> places, const LineStyle &style, double pixelRatio);

// A pen for lines of that style; `scale` is device pixels per logical one.
QPen linePen(const LineStyle &style, double scale = 1);
// A piece of the line with its marker, across the middle of a place: what legends show.
void paintSwatch(QPainter &painter, const QRectF &place, const LineStyle &style);

} // namespace Assay
