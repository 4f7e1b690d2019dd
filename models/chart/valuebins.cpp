// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/chart/valuebins.h"

#include <algorithm>
#include <set>

namespace Assay {

namespace {

// The different values, or nothing when there are more than `most`.
std::optional<std::set<double>> distinctValues(const ChartColumn &column, qsizetype most)
{
    std::set<double> distinct;
    for (size_t i = 0; i < column.values.size(); ++i) {
        if (!column.has(i))
            continue;
        distinct.insert(column.values[i]);
        if (qsizetype(distinct.size()) > most)
            return {};
    }
    return distinct;
}

} // namespace

bool needsEdges(const ChartColumn &column, qsizetype mostSingles)
{
    return !column.isText() && !distinctValues(column, mostSingles);
}

QList<ValueBin> valueBins(const ChartColumn &column, qsizetype mostSingles, const std::vector<double> &edges)
{
    QList<ValueBin> bins;
    if (column.isText()) {
        for (qsizetype i = 0; i < column.texts.size(); ++i)
            bins.append({double(i), double(i)});
        return bins;
    }
    if (const auto distinct = distinctValues(column, mostSingles)) {
        for (double value : *distinct)
            bins.append({value, value});
        return bins;
    }
    for (size_t i = 0; i + 1 < edges.size(); ++i)
        bins.append({edges[i], edges[i + 1]});
    return bins;
}

qsizetype binOf(const QList<ValueBin> &bins, double value)
{
    const auto after = std::upper_bound(bins.begin(), bins.end(), value, [](double v, const ValueBin &bin) { return v < bin.from; });
    if (after == bins.begin())
        return -1;
    const qsizetype bin = after - bins.begin() - 1;
    const bool isLast = bin == bins.size() - 1;
    const bool isIn = bins[bin].isSingle() || isLast ? value <= bins[bin].to : value < bins[bin].to;
    return isIn ? bin : -1;
}

std::vector<qsizetype> countBins(const QList<ValueBin> &bins, const ChartColumn &column)
{
    std::vector<qsizetype> counts(size_t(bins.size()), 0);
    for (size_t i = 0; i < column.values.size(); ++i) {
        const qsizetype bin = column.has(i) ? binOf(bins, column.values[i]) : -1;
        if (bin >= 0)
            ++counts[size_t(bin)];
    }
    return counts;
}

ValueGrid valueGrid(const ChartColumn &x, const QList<ValueBin> &xBins, const ChartColumn &y, const QList<ValueBin> &yBins,
                    const ChartColumn &values, CellSummary summary)
{
    ValueGrid grid{xBins, yBins, {}, {}, 0};
    const auto size = size_t(xBins.size() * yBins.size());
    grid.cells.assign(size, ChartColumn::None);
    grid.counts.assign(size, 0);
    for (size_t i = 0; i < x.values.size(); ++i) {
        if (!x.has(i) || !y.has(i) || (summary != CellSummary::Count && !values.has(i)))
            continue;
        const qsizetype column = binOf(xBins, x.values[i]), row = binOf(yBins, y.values[i]);
        if (column < 0 || row < 0)
            continue;
        const auto place = size_t(row * xBins.size() + column);
        double &cell = grid.cells[place];
        const auto count = double(++grid.counts[place]);
        ++grid.used;
        const bool isFirst = count == 1;
        switch (summary) {
        case CellSummary::Count: cell = count; break;
        case CellSummary::Least: cell = isFirst ? values.values[i] : std::min(cell, values.values[i]); break;
        case CellSummary::Greatest: cell = isFirst ? values.values[i] : std::max(cell, values.values[i]); break;
        // Weighted, as a sum may overflow.
        case CellSummary::Mean: cell = isFirst ? values.values[i] : cell * ((count - 1) / count) + values.values[i] / count; break;
        }
    }
    return grid;
}

} // namespace Assay
