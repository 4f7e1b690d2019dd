// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHeaderView>

namespace Assay {

// Names of the compared runs with their colour, and which of them is the baseline. Sections are dragged to another
// place, also to one in another header; the model's order follows later, so the header tells what was meant and puts
// itself back.
class CompareHeader final : public QHeaderView
{
    Q_OBJECT

public:
    explicit CompareHeader(QWidget *parent = nullptr);

    void setDropSection(int section); // where what is dragged would come to stand; -1: not here

Q_SIGNALS:
    void runMoved(int fromSection, int toSection); // places among all sections before the move
    void dragged(const QPoint &globalPosition, bool isDragging); // false: it has ended
    void droppedOutside(int section, const QPoint &globalPosition);

protected:
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void paintSection(QPainter *painter, const QRect &rect, int logicalIndex) const override;
    QSize sizeHint() const override;

private:
    void takeBack(int logicalIndex, int oldVisual, int newVisual);
    bool isHandle(int x) const; // between two sections
    bool isOutside(int x) const { return x < 0 || x >= viewport()->width(); }

    bool m_isTakingBack = false;
    bool m_isDroppedOutside = false;
    int m_dragged = -1;
    int m_drop = -1;
};

} // namespace Assay
