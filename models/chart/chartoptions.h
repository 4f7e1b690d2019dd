// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QVariantMap>

namespace Assay {

// What stands for the runs of a group where the table is grouped.
enum class GroupLine { Runs, Mean, Median }; // Runs: each by itself, as if there were no groups

// How far around a group's line its runs reach.
enum class BandSpread {
    None,
    Deviation,     // ± the standard deviation, by n − 1
    StandardError, // ± the standard deviation / √n
    Confidence,    // ± 1.96 standard errors: 95 % of a normal distribution's mean
    Quantiles,     // from the tenth to the ninetieth percentile, linear between runs
    MinMax,
};

enum class YFrom { Visible, All }; // the points between the ends of x as seen, or all points

// How line charts show what LineRecipe makes of the histories: of all on a page. A plain value.
struct ChartOptions {
    GroupLine groupLine = GroupLine::Mean;
    BandSpread spread = BandSpread::Deviation;
    YFrom yFrom = YFrom::Visible;
    // So many percent of the values at each end may lie out of view: 0 shows all, 1 the range of 1–99 %. Less than 50.
    double outlierPercent = 0;
    // The columns, as in queries, that decide the runs' colours and the dashes and markers of lines. Empty: none does.
    QString colorBy = {}, dashBy = {}, markerBy = {};

    void writeTo(QVariantMap &map) const; // "groupLine", "band", "yFrom", "outliers", "colorBy", "dashBy", "markerBy"
    static ChartOptions readFrom(const QVariantMap &map); // what cannot be read is as if it was not there

    friend bool operator==(const ChartOptions &, const ChartOptions &) = default;
};

} // namespace Assay
