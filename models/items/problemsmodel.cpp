// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/problemsmodel.h"

#include "models/items/displaytext.h"

using namespace Qt::StringLiterals;

namespace Assay {

QString problemPlace(const Problem &problem)
{
    QString place = visibleText(problem.path, 500);
    if (!problem.table.isEmpty())
        place = problem.row.isEmpty() ? ProblemsModel::tr("table %1").arg(problem.table)
                                      : ProblemsModel::tr("table %1, row %2").arg(problem.table, visibleText(problem.row, 200));
    return problem.line > 0 ? ProblemsModel::tr("%1, line %2").arg(place).arg(problem.line) : place;
}

void ProblemsModel::setProblems(QList<Entry> entries)
{
    if (entries == m_entries)
        return;
    beginResetModel();
    m_entries = std::move(entries);
    endResetModel();
}

int ProblemsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_entries.size());
}

int ProblemsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ProblemsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    Q_ASSERT(checkIndex(index));
    const auto &[store, problem] = m_entries[index.row()];
    switch (role) {
    case SeverityRole: return int(problem.severity);
    case TextRole: return u"%1: %2: %3"_s.arg(store, problemPlace(problem), problem.message);
    case Qt::DisplayRole: break;
    case Qt::ToolTipRole: return toolTipText(index.column() == RunColumn ? problem.runId : data(index, Qt::DisplayRole).toString());
    default: return {};
    }
    switch (index.column()) {
    case MessageColumn: return visibleText(problem.message, 1000);
    case PlaceColumn: return problemPlace(problem);
    case RunColumn: return problem.runId.left(8);
    case StoreColumn: return store;
    }
    return {};
}

QVariant ProblemsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case MessageColumn: return tr("Problem");
    case PlaceColumn: return tr("Where");
    case RunColumn: return tr("Run");
    case StoreColumn: return tr("Store");
    }
    return {};
}

} // namespace Assay
