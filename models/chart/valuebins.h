// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/chart/chartcolumn.h"

#include <QList>

namespace Assay {

// Parts of a column: one for each text or, where a column has few different numbers, each number; else stretches of numbers.
// from <= value < to, the last one holds `to`, too; a single value has from == to.
struct ValueBin {
    double from = 0;
    double to = 0;

    bool isSingle() const { return from == to; }
    friend bool operator==(const ValueBin &, const ValueBin &) = default;
};

// `edges` cut numbers where there are more than `mostSingles` different ones; at least two edges, ascending, with every value
// between the first and the last.
QList<ValueBin> valueBins(const ChartColumn &column, qsizetype mostSingles, const std::vector<double> &edges);
// Whether valueBins() would cut: edges are needed.
bool needsEdges(const ChartColumn &column, qsizetype mostSingles);
// Which bin holds a value; −1 for none. O(log bins).
qsizetype binOf(const QList<ValueBin> &bins, double value);
// How many values each bin has.
std::vector<qsizetype> countBins(const QList<ValueBin> &bins, const ChartColumn &column);

// A metric over two columns.
enum class CellSummary { Mean, Least, Greatest, Count };
struct ValueGrid {
    QList<ValueBin> columns, rows;
    std::vector<double> cells;      // rows × columns, NaN where no run is; the summary of the finite values
    std::vector<qsizetype> counts;  // runs whose value took part
    qsizetype used = 0;             // runs that have all three (Count: both)

    double at(qsizetype row, qsizetype column) const { return cells[size_t(row * columns.size() + column)]; }
    qsizetype countAt(qsizetype row, qsizetype column) const { return counts[size_t(row * columns.size() + column)]; }
};
// All columns are of the same runs. `values` is not looked at for Count. O(runs), any thread.
ValueGrid valueGrid(const ChartColumn &x, const QList<ValueBin> &xBins, const ChartColumn &y, const QList<ValueBin> &yBins,
                    const ChartColumn &values, CellSummary summary);

} // namespace Assay
