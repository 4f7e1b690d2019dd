// SPDX-License-Identifier: GPL-3.0-or-later
// What the keys of the run table do.
#include "widgets/panels/runs/rungrid.h"
#include "widgets/panels/runs/runtableview.h"

#include <QCoreApplication>
#include <QKeyEvent>

namespace Assay {

bool RunTableView::takeAct(RunTableAct act, Qt::KeyboardModifiers modifiers)
{
    const QModelIndex current = currentIndex();
    switch (act) {
    case RunTableAct::Down: step(Qt::Key_Down, modifiers); return true;
    case RunTableAct::Up: step(Qt::Key_Up, modifiers); return true;
    case RunTableAct::ToggleEye: emit eyeToggled(); return true;
    case RunTableAct::Mark: mark(); return true;
    case RunTableAct::EndMarking: return endMarking();
    case RunTableAct::Query: emit filterFocusRequested(); return true;
    case RunTableAct::Columns: emit columnsRequested(); return true;
    case RunTableAct::Groups: emit groupsRequested(); return true;
    case RunTableAct::Sort:
        if (current.isValid())
            emit sortClicked(m_model.columns()[current.column()], modifiers);
        return true;
    case RunTableAct::Facet:
        if (current.isValid())
            emit facetRequested(m_model.columns()[current.column()]);
        return true;
    }
    return false;
}

// With Ctrl a list moves its current row and leaves the selected ones alone.
void RunTableView::step(int key, Qt::KeyboardModifiers modifiers)
{
    QKeyEvent arrow(QEvent::KeyPress, key, m_isMarking && !(modifiers & Qt::ShiftModifier) ? modifiers | Qt::ControlModifier : modifiers);
    QCoreApplication::sendEvent(m_main, &arrow);
}

void RunTableView::mark()
{
    const QModelIndex current = currentIndex();
    if (!current.isValid())
        return;
    m_main->selectionModel()->select(current, QItemSelectionModel::Toggle | QItemSelectionModel::Rows);
    m_isMarking = true;
}

bool RunTableView::endMarking()
{
    if (!std::exchange(m_isMarking, false))
        return false;
    if (const QModelIndex current = currentIndex(); current.isValid())
        m_main->selectionModel()->select(current, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    return true;
}

} // namespace Assay
