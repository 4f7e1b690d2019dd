// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/chart/spanraster.h"

#include <QPolygonF>

class QPainter;

namespace Assay {

// A line for a picture made of paths, which may be magnified: in every column of `scale.pixels` the first point, the least,
// the greatest and the last, so that it covers there what all points cover. Where columns have one point it is the points.
struct LinePath {
    QList<QPolygonF> pieces;      // between gaps; two points at least
    std::vector<QPointF> dots;    // as in LineEnvelope
    std::vector<LineEnvelope::EdgeMark> marks;
};

// The same arguments as lineEnvelope(). Ends a little outside of the picture. Any thread.
LinePath linePath(const SeriesPyramid &pyramid, double xOffset, const PlotScale &scale);
// Draws it in the pixels of `scale`.
void paintLinePath(QPainter &painter, const LinePath &path, const LineStyle &style, const PlotScale &scale);

// The area of a band, in the pixels it was computed for.
void paintBand(QPainter &painter, const LineEnvelope &band, const LineStyle &style);

} // namespace Assay
