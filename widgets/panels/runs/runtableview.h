// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/runtablemodel.h"
#include "widgets/panels/runs/rundelegate.h"
#include "widgets/panels/runs/runtablekeys.h"

#include <QTimer>
#include <QWidget>

class QFrame;

namespace Assay {

class RunGrid;
class RunTableHeader;

// The run table as it is seen: pinned columns at the left, the others beside them, one selection and one scroll bar.
class RunTableView final : public QWidget
{
    Q_OBJECT

public:
    // `model` outlives the view.
    explicit RunTableView(RunTableModel &model, QWidget *parent = nullptr);

    void setPinned(const QList<ColumnKey> &columns); // the name is pinned always
    const QList<ColumnKey> &pinned() const { return m_pinned; }
    void setWidths(const QHash<ColumnKey, int> &widths); // those that the person chose
    const QHash<ColumnKey, int> &widths() const { return m_widths; }
    void fitColumn(const ColumnKey &key);
    void measureAgain(); // the widths that nobody chose, by the rows that are there now
    void setNested(bool nested);

    QList<int> selectedRows() const; // sorted
    void selectRuns(const QList<RunRef> &runs, const std::optional<RunRef> &current);
    QModelIndex currentIndex() const;
    void editName(const RunRef &run); // in its place
    void setHoveredRow(int row); // painted as if the pointer was on it; -1: none
    int hoveredRow() const { return m_delegate.hoveredRow(); }
    int firstVisibleRow() const;
    int fullyVisibleRows() const;
    RunGrid *mainGrid() const { return m_main; }
    RunGrid *pinnedGrid() const { return m_left; }

Q_SIGNALS:
    void selectionChanged();
    void sortClicked(const Assay::ColumnKey &key, Qt::KeyboardModifiers modifiers);
    void columnsReordered(const QList<Assay::ColumnKey> &columns);
    void widthsChanged();
    void headerMenuRequested(const Assay::ColumnKey &key, const QPoint &globalPosition);
    void cellMenuRequested(const QModelIndex &index, const QPoint &globalPosition);
    void eyeClicked(int row, Qt::KeyboardModifiers modifiers);
    void eyeToggled(); // of the selected rows, by key
    void copyRequested();
    void filterFocusRequested();
    void columnsRequested();
    void facetRequested(const Assay::ColumnKey &key); // of the current column
    void groupsRequested(); // by key
    void activated(const Assay::RunRef &run);
    void rowHovered(int row); // by the pointer; -1: none

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void connectGrid(RunGrid *grid);
    void connectScrolling();
    void layoutColumns();
    void updateWidths();
    int naturalWidth(int column) const;
    bool isPinned(int column) const;
    void takeOrder();
    void toggleFold(int row);
    void leavePinnedColumn();
    bool takeKey(int key, Qt::KeyboardModifiers modifiers);
    bool takeAct(RunTableAct act, Qt::KeyboardModifiers modifiers);
    void step(int key, Qt::KeyboardModifiers modifiers);
    void mark();
    bool endMarking();

    RunTableModel &m_model;
    RunDelegate m_delegate;
    RunGrid *m_left;
    RunGrid *m_main;
    QWidget *m_leftFoot; // as high as the main grid's scroll bar, so that both show the same rows
    QFrame *m_line;
    QList<ColumnKey> m_pinned;
    QHash<ColumnKey, int> m_widths;
    QHash<ColumnKey, int> m_naturalWidths; // measured once, so that nothing jumps while rows arrive
    QTimer m_orderTimer;
    bool m_isLayingOut = false;
    ColumnKey m_currentColumn; // kept while rows come and go
    std::optional<RunRef> m_currentRun; // as it was asked for the last time
    bool m_isMarking = false; // the current row moves, and the selected ones stay
};

} // namespace Assay
