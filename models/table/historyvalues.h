// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/metricseries.h"
#include "models/table/runtable.h"

#include <array>

namespace Assay {

// What a query asks of all points of a metric rather than of the latest one.
enum class HistoryFunction { Min, Max, First, Mean, Median, StandardDeviation, Count, ArgMin, ArgMax, Slope, AtStep };

struct HistoryCall {
    QString metric;
    HistoryFunction function = HistoryFunction::Min;
    qint64 step = 0;  // AtStep
    int parents = 0;  // so many times "parent."

    friend bool operator==(const HistoryCall &, const HistoryCall &) = default;
};

// The value of every function but AtStep, by HistoryFunction; NumberTraits::absent where there is none. NaN points are
// skipped, except by First and Count; of nothing but NaN the rest is NaN.
//   Mean: sum / n.  Median: the middle one, the mean of two.  StandardDeviation: sqrt(sum((v - mean)^2) / (n - 1)),
//   absent for n = 1.  Slope: sum((s - mean s)(v - mean v)) / sum((s - mean s)^2) over steps s, absent where all steps
//   are one.  First: the least by (step, timestamp, logged order).  ArgMin, ArgMax: the step of the first in that order.
using HistorySummary = std::array<double, size_t(HistoryFunction::AtStep)>;
HistorySummary summarizeHistory(const MetricSeries &series);
// Places of the points by (step, timestamp, logged order).
std::vector<uint32_t> stepOrder(const MetricSeries &series);
// The latest value that was logged with exactly this step, by timestamp, then value; absent when there is none.
double valueAtStep(const MetricSeries &series, qint64 step);

// Rows of a table whose histories of one metric have to be read before an answer is whole.
struct HistoryNeed {
    QString metric;
    QList<qint64> steps;        // that are asked for with AtStep
    std::vector<uint32_t> rows; // ascending

    friend bool operator==(const HistoryNeed &, const HistoryNeed &) = default;
};
using HistoryNeeds = QList<HistoryNeed>;

// What has been read of the histories of a table's runs. A value; thread-safe while nobody changes it.
class HistoryValues
{
public:
    static const HistoryValues &none(); // nothing has been read
    HistoryValues() = default;
    explicit HistoryValues(RunTablePtr table) : m_table(std::move(table)) {}

    const RunTablePtr &table() const { return m_table; }
    // `steps`: every step that is asked for of this metric; values at others are not kept.
    void add(uint32_t row, const MetricSeries &series, const QList<qint64> &steps);
    // What still holds in a newer snapshot: of runs that have ended, where the latest value is the same.
    HistoryValues movedTo(const RunTablePtr &table) const;

    // For programs of one version on one machine: what belongs to no table of so many rows gives nothing.
    QByteArray toBytes() const;
    static std::optional<HistoryValues> fromBytes(RunTablePtr table, const QByteArray &bytes);

    // One a row, absent where there is none or it has not been read. `call.parents` is the caller's business.
    std::vector<double> values(const HistoryCall &call) const;
    // Rows that have the metric and were not read for it.
    std::vector<bool> unread(const RunTable &table, const HistoryCall &call) const;

private:
    struct Metric {
        std::vector<HistorySummary> summaries; // by row
        std::vector<bool> isRead;
        QHash<qint64, std::vector<double>> atSteps; // by step, then row; Unread where not read
    };
    Metric &metric(const QString &key);

    RunTablePtr m_table;
    QHash<QString, Metric> m_metrics;
};

using HistoryValuesPtr = std::shared_ptr<const HistoryValues>;

} // namespace Assay
