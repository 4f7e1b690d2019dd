// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/chart/chartcolumn.h"
#include "models/table/columnkey.h"

#include <QList>

namespace Assay {

// A part of one column that was brushed in a chart. Of numbers a range, whose ends are what the query says; of texts those
// that were covered.
struct AxisBrush {
    struct Range {
        double low = 0;
        double high = 0;
        bool includesHigh = true;

        friend bool operator==(const Range &, const Range &) = default;
    };

    QString key; // as in queries
    ChartColumn::Kind kind = ChartColumn::Kind::Number;
    std::optional<Range> range;  // Number, Duration (seconds), Time (milliseconds)
    QStringList texts;           // Text
    bool withAbsent = false;     // also runs that have no value, or NaN

    friend bool operator==(const AxisBrush &, const AxisBrush &) = default;
};

// Whether a run lies inside: of a range with its ends, if `includesHigh`. `column` is the brush's own.
bool isInside(const AxisBrush &brush, const ChartColumn &column, size_t run);
std::vector<bool> runsInside(const AxisBrush &brush, const ChartColumn &column); // the same of all runs

// The brushes in the query language, all of them at once: "params.lr BETWEEN 0.01 AND 0.1 AND params.model IN ('a', 'b')".
// Finds exactly the runs inside. Left out by NOT in front of it are runs that lack a brushed column, as for any comparison,
// unless another axis says that they lie outside. Nothing where it cannot be written: a text with both kinds of quotes, a key
// that is none; or there is no brush.
std::optional<QString> brushCondition(const QList<AxisBrush> &brushes);
// "NOT (…)" for what is to be left out.
QString excludedCondition(const QString &condition);

// A number with as few digits as it can have within `tolerance` of the value: the end of a brush, which stands in a query.
double roundedWithin(double value, double tolerance);

} // namespace Assay
