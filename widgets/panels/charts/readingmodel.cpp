// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/charts/readingmodel.h"

#include "models/items/displaytext.h"

#include <algorithm>
#include <cmath>

namespace Assay {

void ReadingModel::setTable(const Table &table)
{
    const bool sameShape = table.columns == m_table.columns && table.hasDifference == m_table.hasDifference
        && table.atTitle == m_table.atTitle && table.rows.size() == m_table.rows.size();
    if (!sameShape)
        beginResetModel();
    m_table = table;
    sortRows();
    if (!sameShape)
        endResetModel();
    else if (!m_table.rows.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

std::optional<RunRef> ReadingModel::runAt(int row) const
{
    return row >= 0 && row < m_table.rows.size() ? std::optional(m_table.rows.at(row).run) : std::nullopt;
}

int ReadingModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_table.rows.size());
}

int ReadingModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : 1 + int(m_table.columns.size()) + (m_table.hasDifference ? 1 : 0) + (m_table.atTitle.isEmpty() ? 0 : 1);
}

std::optional<double> ReadingModel::numberAt(const Row &row, int column) const
{
    if (column >= 1 && column <= row.values.size())
        return row.values.at(column - 1);
    if (isDifference(column))
        return row.difference;
    return row.atText.isEmpty() ? std::nullopt : std::optional(row.at);
}

QVariant ReadingModel::data(const QModelIndex &index, int role) const
{
    Q_ASSERT(checkIndex(index));
    const Row &row = m_table.rows.at(index.row());
    const int column = index.column();
    const bool isValue = column >= 1 && (column <= m_table.columns.size() || isDifference(column));
    switch (role) {
    case Qt::DisplayRole:
        if (column == 0)
            return visibleText(row.name, 200);
        if (!isValue)
            return row.atText;
        if (const auto number = numberAt(row, column)) {
            return isDifference(column) ? differenceText(*number) : metricText(*number);
        }
        return QString(u'–');
    case Qt::ToolTipRole:
        return toolTipText(column == 0 ? row.name : isValue ? metricText(numberAt(row, column).value_or(std::nan(""))) : row.atText);
    case NumberRole: return isValue && numberAt(row, column) ? QVariant(*numberAt(row, column)) : QVariant();
    case Qt::TextAlignmentRole: return QVariant::fromValue(Qt::Alignment((column == 0 ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter));
    case RunRole: return row.run.run.value;
    case ColorRole: return row.colorIndex;
    default: return {};
    }
}

QVariant ReadingModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::Alignment((section == 0 ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter));
    if (role != Qt::DisplayRole)
        return {};
    if (section == 0)
        return tr("Run");
    if (section <= m_table.columns.size())
        return visibleText(m_table.columns.at(section - 1), 100);
    return isDifference(section) ? tr("Difference") : m_table.atTitle;
}

void ReadingModel::sort(int column, Qt::SortOrder order)
{
    m_sortColumn = column;
    m_sortOrder = order;
    Q_EMIT layoutAboutToBeChanged();
    sortRows();
    Q_EMIT layoutChanged();
}

void ReadingModel::sortRows()
{
    if (m_sortColumn < 0)
        return;
    const bool rising = m_sortOrder == Qt::AscendingOrder;
    if (m_sortColumn == 0) {
        std::ranges::stable_sort(m_table.rows, [rising](const Row &a, const Row &b) {
            const int order = QString::localeAwareCompare(a.name, b.name);
            return rising ? order < 0 : order > 0;
        });
        return;
    }
    std::ranges::stable_sort(m_table.rows, [this, rising](const Row &a, const Row &b) {
        const double x = numberAt(a, m_sortColumn).value_or(std::nan(""));
        const double y = numberAt(b, m_sortColumn).value_or(std::nan(""));
        if (std::isnan(x) || std::isnan(y))
            return !std::isnan(x) && std::isnan(y);
        return rising ? x < y : x > y;
    });
}

} // namespace Assay
