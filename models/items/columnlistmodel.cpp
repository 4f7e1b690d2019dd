// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/columnlistmodel.h"

#include "models/items/displaytext.h"
#include "models/items/runtablemodel.h"

#include <array>

using namespace Qt::StringLiterals;

namespace Assay {

void ColumnListModel::setColumns(const std::vector<ColumnStats> &stats, qsizetype runs)
{
    m_all.clear();
    m_runs = runs;
    if (m_purpose == Purpose::Columns)
        for (QLatin1StringView derived : {Attribute::Age, Attribute::Duration})
            m_all.push_back({{ColumnGroup::Attribute, derived}, -1, false});
    for (const ColumnStats &one : stats) {
        const bool isName = one.key == ColumnKey{ColumnGroup::Attribute, Attribute::RunName}; // a column that is always there
        if (m_purpose == Purpose::Groups ? one.count > 0 : !isName)
            m_all.push_back({one.key, one.count, false, one.distinct});
    }
    rebuild();
}

void ColumnListModel::setShown(const QList<ColumnKey> &columns)
{
    m_shown = QSet<ColumnKey>(columns.begin(), columns.end());
    if (!m_rows.empty())
        emit dataChanged(index(0), index(rowCount() - 1), {Qt::CheckStateRole});
}

void ColumnListModel::setSearch(const QString &text)
{
    if (text == m_search)
        return;
    m_search = text;
    rebuild();
}

void ColumnListModel::rebuild()
{
    beginResetModel();
    m_rows.clear();
    using enum ColumnGroup;
    const bool forGroups = m_purpose == Purpose::Groups; // params are what runs are grouped by most
    for (ColumnGroup group : forGroups ? std::array{Param, Tag, Attribute, Metric} : std::array{Attribute, Metric, Param, Tag}) {
        const size_t heading = m_rows.size();
        m_rows.push_back({{group, {}}, 0, true});
        for (const Entry &entry : m_all) {
            const bool matches = m_search.isEmpty() || columnKeyText(entry.key).contains(m_search, Qt::CaseInsensitive)
                || RunTableModel::columnTitle(entry.key).contains(m_search, Qt::CaseInsensitive);
            if (entry.key.group == group && matches) {
                m_rows.push_back(entry);
                ++m_rows[heading].count;
            }
        }
        if (m_rows[heading].count == 0)
            m_rows.pop_back();
    }
    endResetModel();
}

int ColumnListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

Qt::ItemFlags ColumnListModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    if (m_rows[size_t(index.row())].isHeading)
        return Qt::ItemNeverHasChildren;
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable | Qt::ItemNeverHasChildren;
}

QVariant ColumnListModel::data(const QModelIndex &index, int role) const
{
    Q_ASSERT(checkIndex(index, CheckIndexOption::IndexIsValid));
    const Entry &entry = m_rows[size_t(index.row())];
    switch (role) {
    case Qt::DisplayRole: return entry.isHeading ? RunTableModel::groupTitle(entry.key.group) : RunTableModel::columnTitle(entry.key);
    case Qt::ToolTipRole: return entry.isHeading ? QString() : toolTipText(columnKeyText(entry.key));
    case Qt::CheckStateRole: return entry.isHeading ? QVariant() : QVariant(m_shown.contains(entry.key) ? Qt::Checked : Qt::Unchecked);
    case HeadingRole: return entry.isHeading;
    case KeyRole: return QVariant::fromValue(entry.key);
    case CountTextRole:
        if (entry.isHeading)
            return countText(entry.count);
        if (m_purpose == Purpose::Groups) {
            const QString more = entry.distinct >= ColumnStats::DistinctCap ? u"+"_s : QString();
            return tr("%1 value(s)", nullptr, int(entry.distinct)).arg(countText(entry.distinct) + more);
        }
        return entry.count < 0 || entry.count == m_runs ? QString() : tr("%1 of %2").arg(countText(entry.count), countText(m_runs));
    default: return {};
    }
}

bool ColumnListModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (!index.isValid() || role != Qt::CheckStateRole || m_rows[size_t(index.row())].isHeading)
        return false;
    const ColumnKey key = m_rows[size_t(index.row())].key;
    const bool shown = value.toInt() == Qt::Checked;
    if (shown)
        m_shown.insert(key);
    else
        m_shown.remove(key);
    emit dataChanged(index, index, {Qt::CheckStateRole});
    emit toggled(key, shown);
    return true;
}

} // namespace Assay
