// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/charts/cardgrip.h"

#include "widgets/theme/theme.h"

#include <QMouseEvent>
#include <QPainter>

namespace Assay {

using namespace Qt::StringLiterals;

CardGrip::CardGrip(QWidget *card) : QWidget(card)
{
    setObjectName(u"cardGrip"_s);
    resize(Side, Side);
    setCursor(Qt::SizeFDiagCursor);
    setToolTip(tr("Drag to resize"));
    setMouseTracking(true);
}

QSize CardGrip::wanted(const QMouseEvent &event) const
{
    const QPoint moved = event.globalPosition().toPoint() - m_pressedAt;
    return {m_before.width() + moved.x(), m_before.height() + moved.y()};
}

void CardGrip::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    m_isHeld = true;
    m_pressedAt = event->globalPosition().toPoint();
    m_before = parentWidget()->size();
    update();
}

void CardGrip::mouseMoveEvent(QMouseEvent *event)
{
    if (m_isHeld)
        Q_EMIT resizeMoved(wanted(*event));
}

void CardGrip::mouseReleaseEvent(QMouseEvent *event)
{
    if (std::exchange(m_isHeld, false))
        Q_EMIT resizeEnded(wanted(*event));
    update();
}

void CardGrip::enterEvent(QEnterEvent *) { update(); }
void CardGrip::leaveEvent(QEvent *) { update(); }

// Seen only when it is of use: a mark in each of a hundred corners would be noise.
void CardGrip::paintEvent(QPaintEvent *)
{
    if (!underMouse() && !m_isHeld)
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(Theme::of(palette()).color(ColorRole::Muted), 1.5, Qt::SolidLine, Qt::RoundCap));
    for (const int length : {4, 9})
        painter.drawLine(QPointF(width() - 3.5, height() - 3.5 - length), QPointF(width() - 3.5 - length, height() - 3.5));
}

} // namespace Assay
