// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace Assay {

// The corner that a card is made larger by. Tells how large the card would be; whoever listens makes steps of it.
class CardGrip final : public QWidget
{
    Q_OBJECT

public:
    static constexpr int Side = 16;

    explicit CardGrip(QWidget *card);

Q_SIGNALS:
    void resizeMoved(const QSize &wanted); // pixels
    void resizeEnded(const QSize &wanted);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    QSize wanted(const QMouseEvent &event) const;

    bool m_isHeld = false;
    QPoint m_pressedAt; // on the screen
    QSize m_before;
};

} // namespace Assay
