// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/chart/seriespyramid.h"

#include <QPointF>
#include <QSize>

#include <vector>

namespace Assay {

// How values become device pixels of the drawn area: x to the right and y down from its upper left corner.
struct PlotScale {
    AxisRange x;
    AxisRange y;
    ScaleMap yScale;
    QSize pixels;
    double pixelRatio = 1.0; // device pixels per logical one
    ScaleMap xScale = {};

    double toPixelX(double x) const; // what is not positive on a log scale: left of the left edge
    double toPixelY(double y) const; // -inf and what is not positive on a log scale: below the lower edge
    double fromPixelX(double pixel) const;
    double fromPixelY(double pixel) const;

    friend bool operator==(const PlotScale &, const PlotScale &) = default;
};

// The stretch of y that a line covers in every column of pixels; with few points in view, of quarters of such columns, so
// that slopes come out smooth.
struct LineEnvelope {
    struct EdgeMark {
        float x = 0;
        bool above = false; // at the upper edge, else at the lower
    };

    int perPixel = 1;
    std::vector<float> top, bottom; // width x perPixel; device pixels; top > bottom: nothing there
    std::vector<QPointF> dots;      // points that have to be seen by themselves
    std::vector<EdgeMark> marks;    // infinities, and what a log scale has no place for
    qint64 points = 0;              // in view
    qint64 drawn = 0;               // of them, how many decide what the picture looks like
    bool isExact = true;            // no column has points that belong to its neighbour (see ColumnBorders)

    bool isEmptyAt(size_t column) const { return top[column] > bottom[column]; }
};

// How closely slopes are looked at where a column has several points. Spans are exact either way.
enum class EnvelopeDetail { Fine, Quick };

// `xOffset` is subtracted from the points' x first. With rounded borders spans are those of the columns so moved. `old`
// may be an envelope that is not needed any more, for its memory. Any thread.
LineEnvelope lineEnvelope(const SeriesPyramid &pyramid, double xOffset, const PlotScale &scale,
                          EnvelopeDetail detail = EnvelopeDetail::Fine, ColumnBorders borders = ColumnBorders::Exact, LineEnvelope old = {});

// The area between two lines that have the same x; empty where one of them is. `drawn` and `points` are the lower line's.
LineEnvelope bandEnvelope(const SeriesPyramid &low, const SeriesPyramid &high, double xOffset, const PlotScale &scale,
                          EnvelopeDetail detail, ColumnBorders borders = ColumnBorders::Exact);

} // namespace Assay
