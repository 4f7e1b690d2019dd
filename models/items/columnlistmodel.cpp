// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/columnlistmodel.h"

#include "models/items/displaytext.h"
#include "models/items/runtablemodel.h"

#include <algorithm>
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

void ColumnListModel::setNarrowing(Narrowing narrowing)
{
    if (narrowing == m_narrowing)
        return;
    m_narrowing = narrowing;
    rebuild();
}

bool ColumnListModel::isListed(const Entry &entry) const
{
    const bool isDerived = entry.count < 0;
    if (!isDerived && ((m_narrowing == Narrowing::Differing && entry.distinct < 2) || (m_narrowing == Narrowing::WithValues && entry.count == 0)))
        return false;
    return m_search.isEmpty() || columnKeyText(entry.key).contains(m_search, Qt::CaseInsensitive)
        || RunTableModel::columnTitle(entry.key).contains(m_search, Qt::CaseInsensitive);
}

void ColumnListModel::addGroup(ColumnGroup group)
{
    std::vector<Entry> entries;
    for (const Entry &entry : m_all)
        if (entry.key.group == group && isListed(entry))
            entries.push_back(entry);
    if (entries.empty())
        return;
    m_rows.push_back({{group, {}}, qsizetype(entries.size()), true});
    QHash<QString, qsizetype> sizes;
    for (Entry &entry : entries) {
        if (group != ColumnGroup::Attribute)
            entry.prefix = entry.key.name.left(entry.key.name.indexOf(u'/') + 1);
        ++sizes[entry.prefix];
    }
    const auto hasHeading = [&](const Entry &entry) { return !entry.prefix.isEmpty() && sizes.value(entry.prefix) > 1; };
    // Those that stand alone first: behind a heading they would seem to belong to it.
    std::stable_partition(entries.begin(), entries.end(), [&](const Entry &entry) { return !hasHeading(entry); });
    QString last;
    for (Entry &entry : entries) {
        if (hasHeading(entry) && entry.prefix != last) {
            last = entry.prefix;
            m_rows.push_back({{group, {}}, sizes.value(last), true, 0, last});
        }
        entry.prefix.clear();
        m_rows.push_back(std::move(entry));
    }
}

void ColumnListModel::rebuild()
{
    beginResetModel();
    m_rows.clear();
    using enum ColumnGroup;
    const bool forGroups = m_purpose == Purpose::Groups; // params are what runs are grouped by most
    for (ColumnGroup group : forGroups ? std::array{Param, Tag, Attribute, Metric} : std::array{Attribute, Metric, Param, Tag})
        addGroup(group);
    endResetModel();
}

QList<ColumnKey> ColumnListModel::keysBelow(size_t heading) const
{
    QList<ColumnKey> keys;
    const bool isGroup = m_rows[heading].prefix.isEmpty();
    for (size_t row = heading + 1; row < m_rows.size(); ++row) {
        if (m_rows[row].isHeading && (!isGroup || m_rows[row].prefix.isEmpty()))
            break;
        if (!m_rows[row].isHeading)
            keys.append(m_rows[row].key);
    }
    return keys;
}

QVariant ColumnListModel::checkState(size_t row) const
{
    if (!m_rows[row].isHeading)
        return m_shown.contains(m_rows[row].key) ? Qt::Checked : Qt::Unchecked;
    if (m_purpose == Purpose::Groups)
        return {};
    const QList<ColumnKey> keys = keysBelow(row);
    const auto shown = std::count_if(keys.begin(), keys.end(), [this](const ColumnKey &key) { return m_shown.contains(key); });
    return shown == 0 ? Qt::Unchecked : shown == keys.size() ? Qt::Checked : Qt::PartiallyChecked;
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
        return m_purpose == Purpose::Groups ? Qt::ItemNeverHasChildren : Qt::ItemIsEnabled | Qt::ItemIsUserCheckable | Qt::ItemNeverHasChildren;
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable | Qt::ItemNeverHasChildren;
}

QVariant ColumnListModel::data(const QModelIndex &index, int role) const
{
    Q_ASSERT(checkIndex(index, CheckIndexOption::IndexIsValid));
    const Entry &entry = m_rows[size_t(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        if (entry.isHeading)
            return entry.prefix.isEmpty() ? RunTableModel::groupTitle(entry.key.group) : visibleText(entry.prefix, 200);
        return RunTableModel::columnTitle(entry.key);
    case Qt::ToolTipRole:
        if (entry.isHeading)
            return m_purpose == Purpose::Columns ? tr("Shows or hides all of these") : QString();
        return toolTipText(columnKeyText(entry.key));
    case Qt::CheckStateRole: return checkState(size_t(index.row()));
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
    if (!index.isValid() || role != Qt::CheckStateRole || !(flags(index) & Qt::ItemIsEnabled))
        return false;
    const Entry &entry = m_rows[size_t(index.row())];
    const QList<ColumnKey> keys = entry.isHeading ? keysBelow(size_t(index.row())) : QList{entry.key};
    const bool shown = value.toInt() == Qt::Checked;
    for (const ColumnKey &key : keys) {
        if (shown)
            m_shown.insert(key);
        else
            m_shown.remove(key);
    }
    emit dataChanged(this->index(0), this->index(rowCount() - 1), {Qt::CheckStateRole}); // the headings' too
    emit toggled(keys, shown);
    return true;
}

} // namespace Assay
