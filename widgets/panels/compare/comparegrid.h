// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTableView>

namespace Assay {

class CompareHeader;

// One part of the comparison: keys, the baseline's values, or those of the other runs. Only cells that are seen are asked
// for. Folds open and close by a click on them, Space, Left and Right; what goes past this part is asked for.
class CompareGrid final : public QTableView
{
    Q_OBJECT

public:
    static constexpr int RowHeight = 26;

    explicit CompareGrid(QWidget *parent = nullptr);

    CompareHeader *header() const { return m_header; }

    // Where sentences stand that go over several parts, in this one's viewport.
    struct NotePlace {
        int left = 0;
        int width = 0;
    };
    void setNotePlace(const NotePlace &place);
    const NotePlace &notePlace() const { return m_notePlace; }

Q_SIGNALS:
    void foldRequested(int row, bool folded);
    void parentRequested(int row); // from a line that is no open fold, by Left
    void cursorKeyPressed(int key, Qt::KeyboardModifiers modifiers);
    void extendRequested(const QModelIndex &index); // the selection, to there
    void draggedOutside(const QPoint &globalPosition);

protected:
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    CompareHeader *m_header;
    NotePlace m_notePlace;
    bool m_isSelecting = false; // since the mouse was pressed
    bool m_isExtending = false; // past this part, or with Shift
};

} // namespace Assay
