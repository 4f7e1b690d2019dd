// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <vector>

namespace Assay {

// Every logged point of one metric of one run, in logged order where the store keeps it, else by (timestamp, step,
// value). The three vectors have the same length. Timestamps are milliseconds since 1970 UTC as logged.
struct MetricSeries {
    QString key;
    std::vector<qint64> steps;
    std::vector<qint64> timestamps;
    std::vector<double> values; // NaN and infinities are data

    qsizetype size() const { return qsizetype(values.size()); }
    void add(qint64 step, qint64 timestamp, double value)
    {
        steps.push_back(step);
        timestamps.push_back(timestamp);
        values.push_back(value);
    }
};

} // namespace Assay
