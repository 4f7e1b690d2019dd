// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/table/seriesexpression.h"

namespace Assay {

// What a card of lines draws for one of its keys: a metric, or a series that is computed from metrics.
struct CardSeries {
    QString name;                // for people: the metric's, or the expression as written
    QString metric;              // when it is one
    SeriesExpression expression; // when it is not; its root is null when the key is neither
    QString mistake;             // then: a sentence that says why

    bool isMetric() const { return !metric.isEmpty(); }
    // What it has to be read of a run for, and what the run must have for there to be a line.
    QStringList sources() const { return isMetric() ? QStringList{metric} : expression.metrics; }
    QStringList needed() const { return isMetric() ? QStringList{metric} : expression.drawn; }
};

CardSeries cardSeries(const QString &key);

} // namespace Assay
