// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/compare/comparegrid.h"

#include "models/items/comparemodel.h"
#include "widgets/panels/compare/comparedelegate.h"
#include "widgets/panels/compare/compareheader.h"

#include <QKeyEvent>
#include <QMouseEvent>

namespace Assay {

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
    if (event->button() == Qt::LeftButton && folded.isValid()) {
        Q_EMIT foldRequested(index.row(), !folded.toBool());
        event->accept();
        return;
    }
    QTableView::mousePressEvent(event);
}

void CompareGrid::keyPressEvent(QKeyEvent *event)
{
    const QModelIndex index = currentIndex();
    const QVariant folded = index.isValid() ? index.siblingAtColumn(0).data(CompareModel::FoldedRole) : QVariant();
    const bool isKeys = index.column() == 0;
    if (folded.isValid() && (event->key() == Qt::Key_Space || event->key() == Qt::Key_Return)) {
        Q_EMIT foldRequested(index.row(), !folded.toBool());
    } else if (isKeys && event->key() == Qt::Key_Right && folded.isValid()) {
        Q_EMIT foldRequested(index.row(), false);
    } else if (isKeys && event->key() == Qt::Key_Left && index.isValid()) {
        if (folded.isValid() && !folded.toBool())
            Q_EMIT foldRequested(index.row(), true);
        else
            Q_EMIT parentRequested(index.row());
    } else {
        QTableView::keyPressEvent(event);
    }
}

} // namespace Assay
