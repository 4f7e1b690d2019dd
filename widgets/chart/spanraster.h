// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/chart/linelook.h"
#include "widgets/chart/lineenvelope.h"

#include <QColor>
#include <QImage>
#include <QPolygonF>

#include <functional>
#include <span>

namespace Assay {

// How one line is to be drawn. Sizes in logical pixels.
struct LineStyle {
    QColor color;
    double width = 1.5;
    Qt::PenStyle dash = Qt::SolidLine; // only where the line is calm: a steep stretch is drawn whole, so no spike hides in a gap
    LineMarker marker = LineMarker::None; // see paintMarkers()

    friend bool operator==(const LineStyle &, const LineStyle &) = default;
};

// The lines, in this order, in one picture of `scale.pixels` with a transparent ground: every column of pixels is filled
// over the stretch that the line covers there, blended at its ends by coverage. The cost goes with the pixels, never with
// the points. Uses the cores there are when there is much to do. `lines` and `styles` have the same length; `old` may be a
// picture that is not needed any more, for its memory. Any thread.
QImage rasterLines(std::span<const LineEnvelope> lines, std::span<const LineStyle> styles, const PlotScale &scale, QImage old = {});

// The dot of a point that is seen by itself, and the triangle of one beyond an edge; device pixels.
double dotRadius(const LineStyle &style, double pixelRatio);
QPolygonF markShape(const LineEnvelope::EdgeMark &mark, const PlotScale &scale);

// f(0) … f(parts - 1), some of them on other threads; returns when all are done.
void inParallel(int parts, const std::function<void(int)> &f);
int usefulParts(double work); // how many for so many column stretches

} // namespace Assay
