// SPDX-License-Identifier: GPL-3.0-or-later
// What the run table knows of a column's numbers as a whole: their range, their best and worst.
#include "models/items/runtablemodel.h"
#include "models/table/columnnumbers.h"

#include <cmath>

namespace Assay {

void RunTableModel::setScales(const QHash<ColumnKey, ColumnScale> &scales, const QHash<ColumnKey, BetterValues> &better)
{
    if (scales == m_scales && better == m_better)
        return;
    m_scales = scales;
    m_better = better;
    updateColumns();
    if (!m_nodes.empty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1), {ScaleRole, FractionRole, ExtremeRole});
    emit scalesChanged();
}

QList<SeriesKey> RunTableModel::missingHistories(int firstRow, int lastRow) const
{
    QList<SeriesKey> missing;
    for (int row = std::max(0, firstRow); row <= std::min(lastRow, rowCount() - 1); ++row) {
        for (const ColumnState &column : m_columns) {
            const bool isWanted = column.scale == ColumnScale::History && column.key.group == ColumnGroup::Metric && !isGroup(row);
            if (!isWanted || NumberTraits::isAbsent(numberAt(tableRow(row), column)))
                continue;
            if (const SeriesKey key{runAt(row), column.key.name}; !m_histories.contains(key))
                missing.append(key);
        }
    }
    return missing;
}

void RunTableModel::setHistory(const SeriesKey &key, const QList<float> &shape)
{
    m_histories.insert(key, shape);
    const int row = rowOf(key.run);
    const auto column = int(m_keys.indexOf(ColumnKey{ColumnGroup::Metric, key.metric}));
    if (row >= 0 && column >= 0)
        emit dataChanged(index(row, column), index(row, column), {HistoryRole});
}

// The same runs in another order have the same ranges.
void RunTableModel::forgetRanges()
{
    m_groupRanges.clear();
    uint64_t rows = m_view.rows().size();
    for (uint32_t row : m_view.rows()) {
        const uint64_t mixed = (row + 0x9e37'79b9'7f4a'7c15) * 0xbf58'476d'1ce4'e5b9;
        rows += (mixed ^ (mixed >> 29)) * 0x94d0'49bb'1331'11eb;
    }
    if (rows == m_rangedRows)
        return;
    m_rangedRows = rows;
    m_ranges.clear();
}

bool RunTableModel::hasNumbers(const ColumnKey &key) const
{
    return m_table && isNumberColumn(*m_table, key);
}

double RunTableModel::numberAt(uint32_t row, const ColumnState &column) const
{
    if (column.kind == CellKind::Duration) {
        const QVariant length = cellValue(*m_table, row, column, m_now);
        return length.isValid() ? double(length.toLongLong()) / 1000 : NumberTraits::absent;
    }
    if (!column.column)
        return NumberTraits::absent;
    if (const auto *numbers = std::get_if<NumberColumn>(column.column))
        return numbers->at(row);
    const auto *texts = std::get_if<TextColumn>(column.column);
    const uint32_t code = texts && texts->numbers().all ? texts->cells.at(row) : CodeTraits::absent;
    return CodeTraits::isAbsent(code) ? NumberTraits::absent : texts->numbers().byCode[code];
}

// Of the runs, or of the groups' sums; nothing when there are no two different numbers.
std::optional<RunTableModel::Range> RunTableModel::rangeOf(const ColumnState &column, bool ofGroups) const
{
    QHash<ColumnKey, std::optional<Range>> &known = ofGroups ? m_groupRanges : m_ranges;
    const auto found = known.constFind(column.key);
    if (found != known.cend())
        return *found;
    Range range{std::numeric_limits<double>::infinity(), -std::numeric_limits<double>::infinity()};
    const auto add = [&](double number) {
        if (std::isfinite(number))
            range = {std::min(range.least, number), std::max(range.most, number)};
    };
    if (ofGroups) {
        for (uint32_t group = 0; group < m_grouping.groups().count(); ++group)
            add(m_grouping.summaryOf(group, column.key));
    } else if (hasNumbers(column.key)) {
        const QueryNumbers numbers = columnNumbers(*m_table, column.key, {m_now, QTimeZone::utc()});
        for (uint32_t row : m_view.rows())
            add(numbers.view[row]);
    }
    const auto result = range.least < range.most ? std::optional(range) : std::nullopt;
    known.insert(column.key, result);
    return result;
}

QVariant RunTableModel::scaleData(const RunNode &node, const ColumnState &column, int role) const
{
    if (role == HistoryRole) {
        const bool isLine = column.scale == ColumnScale::History && !node.isGroup() && column.key.group == ColumnGroup::Metric;
        return isLine ? QVariant::fromValue(m_histories.value({m_table->ref(node.row), column.key.name})) : QVariant();
    }
    const bool isWanted = role == ExtremeRole ? column.better != BetterValues::Unknown : column.scale == ColumnScale::Heat || column.scale == ColumnScale::Bar;
    if (role == ScaleRole || !isWanted)
        return role == ScaleRole ? QVariant(int(column.scale)) : QVariant();
    const double number = node.isGroup() ? m_grouping.summaryOf(node.group, column.key) : numberAt(node.row, column);
    const bool isExtreme = role == ExtremeRole;
    auto range = rangeOf(column, isExtreme && node.isGroup());
    if (std::isnan(number) || !range)
        return {};
    if (isExtreme) {
        const int sign = column.better == BetterValues::Higher ? 1 : -1;
        return number == range->most ? sign : number == range->least ? -sign : 0;
    }
    if (column.scale == ColumnScale::Bar) // lengths are told from zero
        range = Range{std::min(range->least, 0.0), std::max(range->most, 0.0)};
    return std::clamp((number - range->least) / (range->most - range->least), 0.0, 1.0);
}

} // namespace Assay
