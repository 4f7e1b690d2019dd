// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/previewtablemodel.h"

#include "models/items/displaytext.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Assay {

namespace {

constexpr qsizetype SampleRows = 200;

bool isNumber(const QString &text)
{
    bool ok = false;
    (void)text.toDouble(&ok);
    return ok;
}

bool isNumericColumn(const TablePreview &table, qsizetype column)
{
    const qsizetype rows = std::min(table.rows.size(), SampleRows);
    const auto begin = table.rows.begin();
    const bool allNumbers = std::all_of(begin, begin + rows, [column](const QStringList &row) {
        return row[column].isEmpty() || isNumber(row[column]);
    });
    return allNumbers && std::any_of(begin, begin + rows, [column](const QStringList &row) { return !row[column].isEmpty(); });
}

} // namespace

void PreviewTableModel::setTable(const TablePreview &table)
{
    beginResetModel();
    m_table = table;
    m_numeric.clear();
    for (qsizetype column = 0; column < m_table.columns.size(); ++column)
        m_numeric.push_back(isNumericColumn(m_table, column));
    endResetModel();
}

void PreviewTableModel::setArchive(const ArchivePreview &archive)
{
    TablePreview table{{tr("Name"), tr("Size"), tr("What")}, {}};
    table.rows.reserve(archive.entries.size());
    for (const ArchivePreview::Entry &entry : archive.entries) {
        QString what;
        if (!entry.linkTarget.isEmpty())
            what = tr("Link to %1").arg(visibleText(entry.linkTarget, 500));
        else if (entry.isFolder)
            what = tr("Folder");
        const bool hasSize = !entry.isFolder && entry.linkTarget.isEmpty();
        table.rows.append({visibleText(entry.path, 1000) + (entry.isFolder ? u"/"_s : QString()), hasSize ? sizeText(entry.size) : QString(), what});
    }
    beginResetModel();
    m_table = std::move(table);
    m_numeric = {false, true, false};
    endResetModel();
}

QString PreviewTableModel::sampleText(int column) const
{
    QString longest;
    for (const QStringList &row : m_table.rows.first(std::min(m_table.rows.size(), SampleRows)))
        if (row[column].size() > longest.size())
            longest = row[column];
    return longest;
}

int PreviewTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_table.rows.size());
}

int PreviewTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_table.columns.size());
}

QVariant PreviewTableModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    Q_ASSERT(checkIndex(index));
    switch (role) {
    case Qt::DisplayRole: return m_table.rows[index.row()][index.column()];
    case Qt::ToolTipRole: return toolTipText(m_table.rows[index.row()][index.column()]);
    case Qt::TextAlignmentRole:
        return QVariant::fromValue((isNumeric(index.column()) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    default: return {};
    }
}

QVariant PreviewTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Vertical)
        return role == Qt::DisplayRole ? QVariant(section + 1) : QVariant();
    if (section < 0 || section >= m_table.columns.size())
        return {};
    switch (role) {
    case Qt::DisplayRole: return m_table.columns[section];
    case Qt::ToolTipRole: return toolTipText(m_table.columns[section]);
    case Qt::TextAlignmentRole:
        return QVariant::fromValue((isNumeric(section) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    default: return {};
    }
}

} // namespace Assay
