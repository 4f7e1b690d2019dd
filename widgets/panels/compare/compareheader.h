// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHeaderView>

namespace Assay {

// Names of the compared runs with their colour, and which of them is the baseline. Sections are dragged to another
// place; the model's order follows later, so the header tells what was meant and puts itself back.
class CompareHeader final : public QHeaderView
{
    Q_OBJECT

public:
    explicit CompareHeader(QWidget *parent = nullptr);

Q_SIGNALS:
    void runMoved(int fromSection, int toSection); // places among all sections before the move

protected:
    void paintSection(QPainter *painter, const QRect &rect, int logicalIndex) const override;
    QSize sizeHint() const override;

private:
    void takeBack(int logicalIndex, int oldVisual, int newVisual);

    bool m_isTakingBack = false;
};

} // namespace Assay
