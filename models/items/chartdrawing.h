// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/chart/axis.h"
#include "models/chart/linelook.h"
#include "models/chart/linerecipe.h"
#include "models/domain/metricseries.h"
#include "models/domain/run.h"
#include "models/items/cardspec.h"

#include <QList>
#include <QSize>

#include <memory>
#include <optional>

namespace Assay {

// A chart that is to be drawn into a file: everything that the drawing needs, and no store. What assayctl hands to
// assay-draw. Lines, or a card of statistics.
struct ChartDrawing {
    enum class Format { Png, Svg, Pdf };

    struct Line {
        QString name;
        int colorIndex = 0; // see LineColor
        double start = 0; // ms, the run's: what relative time counts from
        std::shared_ptr<const MetricSeries> series;
        std::shared_ptr<const MetricSeries> xSeries; // of the recipe's xMetric; null: none
        std::optional<LineDash> dash = {};           // nothing: as the colour index says
        LineMarker marker = LineMarker::None;

        friend bool operator==(const Line &a, const Line &b);
    };

    static constexpr int LeastSide = 120, MostSide = 8000; // logical pixels
    static constexpr double LeastScale = 0.5, MostScale = 8;

    Format format = Format::Png;
    QString title;
    QSize size{960, 540};
    double scale = 2; // PNG: device pixels to a logical one
    bool isDark = false;
    LineRecipe recipe;
    std::optional<AxisRange> x, y; // that are shown; else all, and what fits
    QList<Line> lines;
    std::optional<CardSpec> card; // in place of the lines: what is drawn of `runs`
    QList<Run> runs;              // in their order, without data sets
    QByteArray histories;         // HistoryValues of a table of these runs, for keys that ask for any

    QByteArray toBytes() const; // for programs of one version on one machine
    // Damaged when it is no drawing, or one out of those bounds.
    static Result<ChartDrawing> fromBytes(const QByteArray &bytes);

    friend bool operator==(const ChartDrawing &, const ChartDrawing &) = default;
};

// What assay-draw answers.
struct DrawnChart {
    QByteArray picture; // empty: there is nothing to see, or it takes too much memory
    QString notice;     // why there is nothing to see
    QString note;       // what is not in it

    QByteArray toBytes() const;
    static Result<DrawnChart> fromBytes(const QByteArray &bytes);
};

// By the ending of a file's name; nothing for another one.
std::optional<ChartDrawing::Format> chartFormatOf(const QString &fileName);

} // namespace Assay
