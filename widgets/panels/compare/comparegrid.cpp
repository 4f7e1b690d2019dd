// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/compare/comparegrid.h"

#include "models/items/comparemodel.h"
#include "widgets/panels/compare/comparedelegate.h"
#include "widgets/panels/compare/compareheader.h"

#include <QKeyEvent>
#include <QMouseEvent>

namespace Assay {

namespace {

bool isCursorKey(int key)
{
    return key >= Qt::Key_Home && key <= Qt::Key_PageDown; // and the arrows between them
}

} // namespace

CompareGrid::CompareGrid(QWidget *parent) : QTableView(parent), m_header(new CompareHeader(this))
{
    setHorizontalHeader(m_header);
    setItemDelegate(new CompareDelegate(this));
    verticalHeader()->hide();
    verticalHeader()->setMinimumSectionSize(RowHeight);
    verticalHeader()->setDefaultSectionSize(RowHeight);
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    setShowGrid(false);
    setCornerButtonEnabled(false);
    setWordWrap(false);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setTabKeyNavigation(false);
    setFrameShape(QFrame::NoFrame);
}

void CompareGrid::mousePressEvent(QMouseEvent *event)
{
    const QModelIndex index = indexAt(event->pos());
    const QVariant folded = index.isValid() ? index.siblingAtColumn(0).data(CompareModel::FoldedRole) : QVariant();
    m_isSelecting = false;
    if (event->button() == Qt::LeftButton && folded.isValid()) {
        Q_EMIT foldRequested(index.row(), !folded.toBool());
        event->accept();
        return;
    }
    if (event->button() == Qt::LeftButton && event->modifiers() == Qt::ShiftModifier && index.isValid()) {
        m_isExtending = true;
        Q_EMIT extendRequested(index);
        return;
    }
    m_isSelecting = event->button() == Qt::LeftButton && index.isValid();
    QTableView::mousePressEvent(event);
}

void CompareGrid::mouseMoveEvent(QMouseEvent *event)
{
    const bool isOutside = event->pos().x() < 0 || event->pos().x() >= viewport()->width();
    m_isExtending = m_isExtending || (isOutside && m_isSelecting);
    if (!isOutside || event->buttons() != Qt::LeftButton || !m_isSelecting)
        return QTableView::mouseMoveEvent(event);
    stopAutoScroll();
    Q_EMIT draggedOutside(event->globalPosition().toPoint());
}

// The view would select anew what is below the mouse.
void CompareGrid::mouseReleaseEvent(QMouseEvent *event)
{
    m_isSelecting = false;
    if (!std::exchange(m_isExtending, false))
        return QTableView::mouseReleaseEvent(event);
    stopAutoScroll();
    setState(NoState);
}

void CompareGrid::setNotePlace(const NotePlace &place)
{
    m_notePlace = place;
    viewport()->update();
}

void CompareGrid::keyPressEvent(QKeyEvent *event)
{
    const QModelIndex index = currentIndex();
    const QVariant folded = index.isValid() ? index.siblingAtColumn(0).data(CompareModel::FoldedRole) : QVariant();
    const bool isKeys = index.column() == 0;
    if (folded.isValid() && (event->key() == Qt::Key_Space || event->key() == Qt::Key_Return)) {
        Q_EMIT foldRequested(index.row(), !folded.toBool());
    } else if (isKeys && event->key() == Qt::Key_Right && folded.isValid() && event->modifiers() == Qt::NoModifier) {
        Q_EMIT foldRequested(index.row(), false);
    } else if (isKeys && event->key() == Qt::Key_Left && index.isValid() && event->modifiers() == Qt::NoModifier) {
        if (folded.isValid() && !folded.toBool())
            Q_EMIT foldRequested(index.row(), true);
        else
            Q_EMIT parentRequested(index.row());
    } else if (isCursorKey(event->key()) && !(event->modifiers() & (Qt::AltModifier | Qt::MetaModifier))) {
        Q_EMIT cursorKeyPressed(event->key(), event->modifiers());
    } else {
        QTableView::keyPressEvent(event);
    }
}

} // namespace Assay
