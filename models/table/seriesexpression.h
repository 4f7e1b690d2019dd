// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/metricseries.h"
#include "models/domain/run.h"
#include "models/table/query.h"

#include <QHash>
#include <QStringList>

namespace Assay {

// A series that is computed from the metrics of a run, in the query language: "metrics.train_loss - metrics.val_loss",
// "diff(log10(metrics.loss))", "metrics.loss / min(metrics.loss)", "ewm(metrics.loss, 0.9) * params.scale".
//   A metric is all of its points; params, attributes, last() and the functions of a history are the same at every point.
//   diff(x): x minus its value at the point before; the first point has none.
//   cumsum(x): the sum of x up to the point. NaN stays NaN there and is not added.
//   ewm(x, w), 0 <= w < 1: the mean with weights that fall by w from point to point, a_n / (1 - w^n) with
//     a_n = w a_(n-1) + (1 - w) x_n and n the number of points so far. What is not finite stays and is not added.
// Points come by (step, timestamp, logged order). Two metrics meet at each step that both were logged at, each with the
// latest value there (greatest timestamp, then value), at the later one of the two times.
struct SeriesExpression {
    QString text;
    QStringList metrics; // whose histories it needs, each once
    QStringList drawn;   // of them, those whose points are its points; never empty once it is parsed
    std::shared_ptr<const QueryAst::Value> root;

    // A metric as it is, without anything to compute.
    bool isPlain() const;
};
Result<SeriesExpression> parseSeriesExpression(QStringView text);

// The series of one run; its key is the expression's text. `histories` holds every metric that the run has of
// `expression.metrics`. NotFound with a sentence when the run lacks something, or two metrics share no step. Any thread.
Result<MetricSeries> evaluateSeries(const SeriesExpression &expression, const Run &run,
                                    const QHash<QString, std::shared_ptr<const MetricSeries>> &histories, const QueryClock &clock, Job &job);

} // namespace Assay
