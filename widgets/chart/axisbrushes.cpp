// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chart/axisbrushes.h"

#include <cmath>

namespace Assay {

namespace {

// Whole seconds, minutes, hours, days, as far as a pixel does not tell them apart.
double roundedTime(double ms, double pixel)
{
    double unit = 1;
    for (double longer : {1000.0, 60'000.0, 3'600'000.0})
        unit = pixel >= longer ? longer : unit;
    return std::round(ms / unit) * unit;
}

} // namespace

AxisBrush brushOfAxis(const FrameAxis &axis, const ChartColumn &column, double from, double to, double pixel)
{
    if (from > to)
        std::swap(from, to);
    AxisBrush brush;
    brush.key = column.title;
    brush.kind = column.kind;
    if (column.isText()) {
        const auto first = qsizetype(std::ceil(axis.valueAt(from))), last = qsizetype(std::floor(axis.valueAt(to)));
        for (qsizetype i = std::max<qsizetype>(0, first); i <= std::min(last, column.texts.size() - 1); ++i)
            brush.texts.append(column.texts[i]);
        if (brush.texts.isEmpty() && !column.texts.isEmpty()) // a narrow one between two places: the nearer one
            brush.texts.append(column.texts[std::clamp<qsizetype>(std::lround(axis.valueAt((from + to) / 2)), 0, column.texts.size() - 1)]);
        return brush;
    }
    const auto end = [&](double part) {
        const double value = axis.valueAt(part), width = std::fabs(axis.valueAt(part + pixel) - value);
        return column.kind == ChartColumn::Kind::Time ? roundedTime(value, width) : roundedWithin(value, width / 2);
    };
    brush.range = AxisBrush::Range{end(from), end(to), true};
    return brush;
}

AxisBrush brushOfBins(const ChartColumn &column, const QList<ValueBin> &bins, qsizetype from, qsizetype to)
{
    AxisBrush brush;
    brush.key = column.title;
    brush.kind = column.kind;
    from = std::clamp<qsizetype>(from, 0, bins.size() - 1);
    to = std::clamp<qsizetype>(to, from, bins.size() - 1);
    if (column.isText()) {
        brush.texts = column.texts.mid(from, to - from + 1);
        return brush;
    }
    const bool includesHigh = bins[to].isSingle() || to == bins.size() - 1;
    brush.range = AxisBrush::Range{bins[from].from, bins[to].to, includesHigh};
    return brush;
}

} // namespace Assay
