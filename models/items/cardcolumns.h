// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/job.h"
#include "models/chart/chartcolumn.h"
#include "models/chart/pareto.h"
#include "models/chart/valuebins.h"
#include "models/table/historyvalues.h"

#include <QTimeZone>

namespace Assay {

inline constexpr size_t MostCardRuns = 20'000; // of one card: more are not looked at

// A column of some rows, as cards draw it: one value for each of `rows`, in their order. Params and tags are numbers where
// all of these rows' texts are; of a column with both, the texts are kept (numbers first) while there are few different
// ones, and after that the numbers when they are at least half: the rest are CellState::NotNumber. Durations of what still
// runs go until `now` (milliseconds). A column that is not there has nothing but absent values. O(rows) and the sort of
// different texts; any thread.
ChartColumn cardColumn(const RunTable &table, const std::vector<uint32_t> &rows, const ColumnKey &key, qint64 now);
// By the key as it stands in queries, or by an expression of the query language that gives a number, such as
// "min(metrics.loss)"; any other text gives absent values, and so do histories that were not read.
ChartColumn cardColumn(const RunTable &table, const std::vector<uint32_t> &rows, const QString &key, qint64 now,
                       const HistoryValues &histories = HistoryValues::none());
// Whether cardColumn() keeps the column's texts.
bool isTextColumn(const RunTable &table, const std::vector<uint32_t> &rows, const ColumnKey &key);
// Which of two texts, by their codes, comes first on an axis: numbers by size, then texts by code points. `ranks` are the
// texts' own, or null where it is not worth to have them.
bool isTextBefore(const TextColumn &texts, uint32_t a, uint32_t b, const std::vector<uint32_t> *ranks = nullptr);

// How a column is called where it is clear what it is: "val/loss" for "metrics.`val/loss`", "min(loss)" for
// "min(metrics.loss)".
QString columnTitle(const QString &key);

// Whether lower or higher values of a metric are the good ones, where its name tells.
std::optional<Better> betterValues(const QString &key);

// Whether an axis of the column is better a logarithmic one: over decades, and half of the values in the first tenth.
bool prefersLog(const ChartColumn &column);

// At most 24 bins with edges that people would have chosen; a text each for texts, a number each where there are few.
QList<ValueBin> cardBins(const ChartColumn &column, qsizetype mostSingles, const QTimeZone &zone);

// A value as people read it: "0.25", "1 h 04 min", "2026-01-31 14:05:09", a text.
QString cardValueText(const ChartColumn &column, double value);
// The same where room is short: numbers with four digits.
QString shortValueText(const ChartColumn &column, double value);
QString cardBinText(const ChartColumn &column, const ValueBin &bin); // "0.2 – 0.4"

// "12 of 40 runs are not shown: 10 have no lr, 2 have NaN as loss." for runs that lack any of the columns,
// each counted for the first one it lacks. Empty when all have all.
QString missingText(const std::vector<const ChartColumn *> &columns);

// What the pickers of cards offer, and what a new card shows first.
struct CardKeys {
    QStringList all;     // as in queries: metrics, params, attributes, tags
    QStringList metrics; // that differ among the runs, the most telling first
    QStringList params;  // the same; numbers and texts that few runs have alone
    QStringList numbers; // of `params`, those that are all numbers
    QStringList groups;  // of `params`, those with few different values

    friend bool operator==(const CardKeys &, const CardKeys &) = default;
};
// O(cells); any thread, polls `job` and is incomplete after a cancel.
CardKeys cardKeys(const RunTable &table, const std::vector<uint32_t> &rows, Job &job);

} // namespace Assay
