// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/charts/keylabel.h"

#include "models/items/displaytext.h"
#include "widgets/theme/theme.h"

#include <QApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

namespace Assay {

using namespace Qt::StringLiterals;

namespace {

QFont strongFont(QFont font)
{
    font.setWeight(QFont::DemiBold);
    return font;
}

} // namespace

KeyLabel::KeyLabel(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    setCursor(Qt::OpenHandCursor);
}

void KeyLabel::setKey(const QString &key, const QString &unit)
{
    const qsizetype slash = key.lastIndexOf(u'/');
    m_prefix = visibleText(QStringView(key).left(slash + 1), 512);
    m_name = visibleText(QStringView(key).mid(slash + 1), 512);
    m_unit = unit;
    setToolTip(toolTipText(unit.isEmpty() ? key : key + u" (%1)"_s.arg(unit)));
    setAccessibleName(unit.isEmpty() ? m_prefix + m_name : u"%1%2 (%3)"_s.arg(m_prefix, m_name, unit));
    update();
}

void KeyLabel::setTitle(const QString &title)
{
    m_prefix.clear();
    m_unit.clear();
    m_name = visibleText(title, 512);
    setToolTip(toolTipText(title));
    setAccessibleName(m_name);
    update();
}

QSize KeyLabel::sizeHint() const
{
    return {120, QFontMetrics(strongFont(font())).height() + 6};
}

void KeyLabel::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::of(palette());
    QPainter painter(this);
    const QFontMetrics plain(font());
    const QFont strong = strongFont(font());
    const QFontMetrics bold(strong);
    // The name is what tells charts apart, so the prefix gives way first, then the unit.
    const QString name = bold.elidedText(m_name, Qt::ElideMiddle, width());
    const int left = std::max(0, width() - bold.horizontalAdvance(name));
    const int unitWidth = m_unit.isEmpty() ? 0 : plain.horizontalAdvance(m_unit) + 6;
    const bool hasUnit = unitWidth > 0 && unitWidth <= left;
    const int prefixRoom = left - (hasUnit ? unitWidth : 0);
    const QString prefix = prefixRoom > 24 ? plain.elidedText(m_prefix, Qt::ElideMiddle, prefixRoom) : QString();
    int x = 0;
    const auto draw = [&](const QFont &textFont, ColorRole role, const QString &text) {
        painter.setFont(textFont);
        painter.setPen(theme.color(role));
        painter.drawText(rect().adjusted(x, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, text);
        x += QFontMetrics(textFont).horizontalAdvance(text);
    };
    draw(font(), ColorRole::Muted, prefix);
    draw(strong, ColorRole::Text, name);
    x += 6;
    if (hasUnit)
        draw(font(), ColorRole::Muted, m_unit);
}

void KeyLabel::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton) {
        event->ignore();
        return;
    }
    m_hold = Hold::Pressed;
    m_pressedAt = event->position().toPoint();
}

void KeyLabel::mouseMoveEvent(QMouseEvent *event)
{
    if (m_hold == Hold::Pressed && (event->position().toPoint() - m_pressedAt).manhattanLength() >= QApplication::startDragDistance()) {
        m_hold = Hold::Dragging;
        setCursor(Qt::ClosedHandCursor);
        grabKeyboard(); // Esc, wherever the focus is
    }
    if (m_hold == Hold::Dragging)
        Q_EMIT dragMoved(event->globalPosition().toPoint());
}

void KeyLabel::mouseReleaseEvent(QMouseEvent *event)
{
    if (std::exchange(m_hold, Hold::None) != Hold::Dragging)
        return;
    releaseKeyboard();
    setCursor(Qt::OpenHandCursor);
    Q_EMIT dragEnded(event->globalPosition().toPoint());
}

void KeyLabel::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        Q_EMIT doubleClicked();
}

void KeyLabel::keyPressEvent(QKeyEvent *event)
{
    if (m_hold == Hold::Dragging && event->key() == Qt::Key_Escape)
        cancelDrag();
    else
        QWidget::keyPressEvent(event);
}

void KeyLabel::hideEvent(QHideEvent *event)
{
    cancelDrag();
    QWidget::hideEvent(event);
}

void KeyLabel::cancelDrag()
{
    if (std::exchange(m_hold, Hold::None) != Hold::Dragging)
        return;
    releaseKeyboard();
    setCursor(Qt::OpenHandCursor);
    Q_EMIT dragCanceled();
}

} // namespace Assay
