// SPDX-License-Identifier: GPL-3.0-or-later
// How keys and mouse go over the borders between the grids of a comparison.
#include "models/items/comparemodel.h"
#include "widgets/panels/compare/comparegrid.h"
#include "widgets/panels/compare/compareheader.h"
#include "widgets/panels/compare/comparetable.h"

namespace Assay {

QModelIndex CompareTable::moved(const QModelIndex &from, int key, bool isFar) const
{
    const int lastRow = m_model.rowCount() - 1, lastColumn = m_model.columnCount() - 1;
    const int page = std::max(1, m_values->viewport()->height() / CompareGrid::RowHeight - 1);
    int row = from.row(), column = from.column();
    switch (key) {
    case Qt::Key_Up: --row; break;
    case Qt::Key_Down: ++row; break;
    case Qt::Key_Left: --column; break;
    case Qt::Key_Right: ++column; break;
    case Qt::Key_PageUp: row -= page; break;
    case Qt::Key_PageDown: row += page; break;
    case Qt::Key_Home:
        column = 0;
        row = isFar ? 0 : row;
        break;
    case Qt::Key_End:
        column = lastColumn;
        row = isFar ? lastRow : row;
        break;
    default: break;
    }
    return m_model.index(std::clamp(row, 0, lastRow), std::clamp(column, 0, lastColumn));
}

// Of a key the whole row is selected, of a run its value. With Shift the selection grows, with Ctrl it stays.
void CompareTable::takeCursorKey(int key, Qt::KeyboardModifiers modifiers)
{
    if (m_model.rowCount() == 0)
        return;
    const QModelIndex current = currentIndex(), next = current.isValid() ? moved(current, key, modifiers & Qt::ControlModifier) : m_model.index(0, 0);
    if (modifiers & Qt::ShiftModifier) {
        extendTo(next);
    } else if (modifiers & Qt::ControlModifier) {
        selection()->setCurrentIndex(next, QItemSelectionModel::NoUpdate);
    } else {
        const auto part = next.column() == 0 ? QItemSelectionModel::Rows : QItemSelectionModel::NoUpdate;
        selection()->setCurrentIndex(next, QItemSelectionModel::ClearAndSelect | part);
        m_anchor = next;
    }
    gridOf(next.column())->setFocus();
}

void CompareTable::extendTo(const QModelIndex &index)
{
    if (!m_anchor.isValid())
        m_anchor = currentIndex().isValid() ? currentIndex() : index;
    const QModelIndex anchor = m_anchor;
    const bool areRows = anchor.column() == 0 || index.column() == 0;
    const int left = areRows ? 0 : std::min(anchor.column(), index.column());
    const int right = areRows ? m_model.columnCount() - 1 : std::max(anchor.column(), index.column());
    const QItemSelection grown(m_model.index(std::min(anchor.row(), index.row()), left), m_model.index(std::max(anchor.row(), index.row()), right));
    selection()->setCurrentIndex(index, QItemSelectionModel::NoUpdate);
    selection()->select(grown, QItemSelectionModel::ClearAndSelect);
}

void CompareTable::extendTo(const QPoint &globalPosition)
{
    if (const CompareGrid *grid = gridAt(globalPosition))
        if (const QModelIndex index = grid->indexAt(grid->viewport()->mapFromGlobal(globalPosition)); index.isValid())
            extendTo(index);
}

void CompareTable::showDrop(const QPoint &globalPosition, bool isDragging)
{
    const CompareGrid *target = isDragging ? gridAt(globalPosition) : nullptr;
    for (const CompareGrid *grid : {m_baseline, m_values})
        grid->header()->setDropSection(grid == target ? grid->header()->logicalIndexAt(grid->header()->mapFromGlobal(globalPosition)) : -1);
}

// Before the baseline's, or from there among the others.
void CompareTable::drop(int section, const QPoint &globalPosition)
{
    const CompareGrid *target = gridAt(globalPosition);
    if (target == m_keys)
        target = m_baseline;
    const int place = target ? target->header()->logicalIndexAt(target->header()->mapFromGlobal(globalPosition)) : -1;
    if (const int to = target == m_baseline ? 1 : place; to > 0 && to != section)
        Q_EMIT runMoved(section, to);
}

} // namespace Assay
