// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/chart/axis.h"
#include "models/chart/smoothing.h"

#include <QString>
#include <QVariantMap>

namespace Assay {

// What becomes of steps that were logged more than once, as runs do that were resumed from a checkpoint.
enum class Repeats {
    All,      // every point is drawn
    LastWins, // of the points of one step only the one that was logged last
};

// How the points of a series become a line. A plain value.
//
// With XAxis::Metric a point's x is the value that `xMetric` of the same run has at the point's step: the last one that
// was logged there. Points at whose step it has none, or NaN or an infinity, have no x and are left out (and counted).
// Whatever x is, points of the same x stay in logged order. Repeats go by the step on every axis. Smoothing sees the
// points in the order of x, after repeats.
struct LineRecipe {
    XAxis x = XAxis::Step;
    QString xMetric = {}; // with XAxis::Metric
    Repeats repeats = Repeats::All;
    Smoothing smoothing = {};
    AxisScale xScale = AxisScale::Linear;
    AxisScale yScale = AxisScale::Linear;

    // The same without smoothing: the line behind a smoothed one.
    LineRecipe raw() const;
    // The same for all recipes whose pyramids are the same: those that differ in how axes are drawn only.
    LineRecipe ofPyramid() const;

    void writeTo(QVariantMap &map) const; // "x", "xMetric", "xScale", "y", "repeats", "smoothing", "amount"
    static LineRecipe readFrom(const QVariantMap &map); // what cannot be read is as if it was not there

    friend bool operator==(const LineRecipe &, const LineRecipe &) = default;
};

size_t qHash(const LineRecipe &recipe, size_t seed = 0);

} // namespace Assay
