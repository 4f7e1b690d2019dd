// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/brushquery.h"

#include "models/items/cardspec.h"
#include "models/table/quickfilter.h"

#include <QSet>

#include <cmath>

using namespace Qt::StringLiterals;

namespace Assay {

namespace {

std::optional<QString> textsCondition(const ColumnKey &key, const QStringList &texts)
{
    if (texts.size() == 1)
        return textCondition(key, texts.first(), CellFilter::Only);
    QStringList quoted;
    for (const QString &text : texts) {
        const auto one = quotedForQuery(text);
        if (!one)
            return {};
        quoted.append(*one);
    }
    return columnKeyText(key) + u" IN ("_s + quoted.join(u", "_s) + u')';
}

std::optional<QString> valuesCondition(const AxisBrush &brush, const ColumnKey &key)
{
    if (brush.kind == ChartColumn::Kind::Text)
        return textsCondition(key, brush.texts);
    const FilterRange range{brush.range->low, brush.range->high, brush.range->includesHigh};
    if (brush.kind == ChartColumn::Kind::Time)
        return timeRangeCondition(key, range, QTimeZone::systemTimeZone(), CellFilter::Only);
    return rangeCondition(key, range, CellFilter::Only);
}

// Nothing where it cannot be written.
std::optional<QString> axisCondition(const AxisBrush &brush)
{
    const auto key = columnOfKey(brush.key);
    if (!key)
        return {};
    QStringList parts;
    if (brush.range || !brush.texts.isEmpty()) {
        const auto values = valuesCondition(brush, *key);
        if (!values)
            return {};
        parts.append(*values);
    }
    if (brush.withAbsent) {
        parts.append(absentCondition(*key, CellFilter::Only));
        if (brush.kind == ChartColumn::Kind::Number)
            parts.append(nanCondition(*key, CellFilter::Only));
    }
    if (parts.isEmpty())
        return {};
    return parts.size() == 1 ? parts.first() : u'(' + parts.join(u" OR "_s) + u')';
}

} // namespace

bool isInside(const AxisBrush &brush, const ChartColumn &column, size_t run)
{
    switch (column.states[run]) {
    case CellState::Absent:
    case CellState::NaN: return brush.withAbsent;
    case CellState::MinusInfinite:
    case CellState::PlusInfinite:
    case CellState::NotNumber: return false;
    case CellState::Value: break;
    }
    const double value = column.values[run];
    if (column.isText())
        return brush.texts.contains(column.texts[qsizetype(value)]);
    if (!brush.range)
        return false;
    return value >= brush.range->low && (brush.range->includesHigh ? value <= brush.range->high : value < brush.range->high);
}

std::vector<bool> runsInside(const AxisBrush &brush, const ChartColumn &column)
{
    const QSet<QString> texts(brush.texts.begin(), brush.texts.end());
    std::vector<bool> isTextIn;
    for (const QString &text : column.texts)
        isTextIn.push_back(texts.contains(text));
    std::vector<bool> inside(size_t(column.size()));
    for (size_t run = 0; run < inside.size(); ++run)
        inside[run] = column.isText() && column.has(run) ? isTextIn[size_t(column.values[run])] : isInside(brush, column, run);
    return inside;
}

std::optional<QString> brushCondition(const QList<AxisBrush> &brushes)
{
    QStringList parts;
    for (const AxisBrush &brush : brushes) {
        const auto part = axisCondition(brush);
        if (!part)
            return {};
        parts.append(*part);
    }
    return parts.isEmpty() ? std::nullopt : std::optional(parts.join(u" AND "_s));
}

QString excludedCondition(const QString &condition)
{
    return u"NOT ("_s + condition + u')';
}

double roundedWithin(double value, double tolerance)
{
    if (!std::isfinite(value) || !(tolerance > 0))
        return value;
    if (std::fabs(value) <= tolerance)
        return 0;
    for (int digits = 1; digits <= 16; ++digits) {
        const double rounded = QString::number(value, 'e', digits - 1).toDouble();
        if (std::fabs(rounded - value) <= tolerance)
            return rounded + 0.0;
    }
    return value;
}

} // namespace Assay
