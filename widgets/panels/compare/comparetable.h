// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPersistentModelIndex>
#include <QSplitter>

class QFrame;
class QHBoxLayout;

namespace Assay {

class CompareGrid;
class CompareModel;

// The table of a comparison. Keys and baseline stand still at the left while the other runs scroll: three grids on one
// model with one selection, which keys and mouse take for one table.
class CompareTable final : public QSplitter
{
    Q_OBJECT

public:
    explicit CompareTable(CompareModel &model, QWidget *parent = nullptr); // the model outlives it

    QList<CompareGrid *> grids() const { return {m_keys, m_baseline, m_values}; }
    QItemSelectionModel *selection() const;
    QModelIndex currentIndex() const;
    QList<int> selectedRows() const;
    void scrollToCurrent();

    // What the model shows has changed; with `keepPlace` it is scrolled to where it was.
    struct Place {
        int top = 0;
        int left = 0;
    };
    Place place() const;
    void scrollTo(const Place &place);
    void layOutColumns();

Q_SIGNALS:
    void runMoved(int fromSection, int toSection);
    void foldRequested(int row, bool folded);
    void headerMenuRequested(int section, const QPoint &globalPosition);
    void cellMenuRequested(const QModelIndex &index, const QPoint &globalPosition);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    CompareGrid *makeGrid(const QString &name, const QString &accessibleName);
    QWidget *withFoot(CompareGrid *grid, QWidget *foot);
    QWidget *makeRuns();
    void connectHeader(CompareGrid *grid);
    CompareGrid *gridOf(int column) const;
    CompareGrid *gridAt(const QPoint &globalPosition) const; // null beside them
    QModelIndex moved(const QModelIndex &from, int key, bool isFar) const;
    void takeCursorKey(int key, Qt::KeyboardModifiers modifiers);
    void extendTo(const QModelIndex &index);
    void extendTo(const QPoint &globalPosition);
    void showDrop(const QPoint &globalPosition, bool isDragging);
    void drop(int section, const QPoint &globalPosition);
    void updateNotes();

    CompareModel &m_model;
    CompareGrid *m_keys;
    CompareGrid *m_baseline;
    CompareGrid *m_values;
    QWidget *m_keysFoot; // beside the scroll bar of the values
    QWidget *m_baselineFoot;
    QHBoxLayout *m_runs = nullptr;
    QPersistentModelIndex m_anchor; // where the selection that grows began
};

} // namespace Assay
