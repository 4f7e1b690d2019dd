// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/runs/rungrid.h"

#include "widgets/panels/runs/runtableheader.h"
#include "widgets/theme/theme.h"

#include <QMouseEvent>
#include <QPainter>

namespace Assay {

namespace {
constexpr int RowHeight = 26;
} // namespace

RunGrid::RunGrid(RunDelegate &delegate, QWidget *parent) : QTableView(parent), m_delegate(delegate), m_header(new RunTableHeader(this))
{
    setHorizontalHeader(m_header);
    setItemDelegate(&delegate);
    verticalHeader()->setVisible(false);
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setMinimumSectionSize(RowHeight);
    verticalHeader()->setDefaultSectionSize(RowHeight);
    setShowGrid(false);
    setWordWrap(false);
    setCornerButtonEnabled(false);
    setTabKeyNavigation(false);
    setFrameShape(QFrame::NoFrame);
    setEditTriggers(NoEditTriggers);
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollMode(ScrollPerPixel);
    setContextMenuPolicy(Qt::CustomContextMenu);
    setMouseTracking(true);
}

// A click on the eye or the triangle does what they stand for and leaves the selection alone.
bool RunGrid::pressPart(QMouseEvent *event)
{
    const QModelIndex index = indexAt(event->pos());
    if (event->button() != Qt::LeftButton || !index.isValid())
        return false;
    switch (m_delegate.partAt(event->pos(), visualRect(index), index)) {
    case RunDelegate::Part::Eye: emit eyeClicked(index.row(), event->modifiers()); return true;
    case RunDelegate::Part::Fold: emit foldClicked(index.row()); return true;
    case RunDelegate::Part::None: break;
    }
    return false;
}

void RunGrid::mousePressEvent(QMouseEvent *event)
{
    if (!pressPart(event))
        QTableView::mousePressEvent(event);
}

void RunGrid::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (!pressPart(event))
        QTableView::mouseDoubleClickEvent(event);
}

void RunGrid::mouseMoveEvent(QMouseEvent *event)
{
    emit rowHovered(rowAt(event->pos().y()));
    QTableView::mouseMoveEvent(event);
}

void RunGrid::leaveEvent(QEvent *event)
{
    emit rowHovered(-1);
    QTableView::leaveEvent(event);
}

// Selected and hovered rows go on behind the last column.
void RunGrid::paintEvent(QPaintEvent *event)
{
    const int left = m_header->length() - m_header->offset();
    const int first = rowAt(event->rect().top());
    if (left < viewport()->width() && first >= 0) {
        const Theme &theme = Theme::of(palette());
        const int last = rowAt(event->rect().bottom());
        QPainter painter(viewport());
        for (int row = first; row <= (last < 0 ? model()->rowCount() - 1 : last); ++row) {
            const QRect rest(left, rowViewportPosition(row), viewport()->width() - left, rowHeight(row));
            if (selectionModel()->isRowSelected(row, rootIndex()))
                painter.fillRect(rest, theme.color(ColorRole::Selection));
            else if (row == m_delegate.hoveredRow())
                painter.fillRect(rest, theme.color(ColorRole::Hover));
        }
    }
    QTableView::paintEvent(event);
}

} // namespace Assay
