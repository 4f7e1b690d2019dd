// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/artifacts/elidedlabel.h"

#include "models/items/displaytext.h"

#include <QPainter>

namespace Assay {

ElidedLabel::ElidedLabel(const QString &role, QWidget *parent) : QLabel(parent)
{
    setProperty("role", role);
    setTextFormat(Qt::PlainText);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void ElidedLabel::setFullText(const QString &text)
{
    if (text == m_text)
        return;
    m_text = text;
    m_shown = visibleText(text, 1000);
    setToolTip(toolTipText(text));
    setAccessibleName(m_shown);
    updateGeometry();
    update();
}

QSize ElidedLabel::minimumSizeHint() const
{
    return {fontMetrics().averageCharWidth() * 6, fontMetrics().height() + 2};
}

QSize ElidedLabel::sizeHint() const
{
    return {fontMetrics().horizontalAdvance(m_shown) + 2, fontMetrics().height() + 2};
}

void ElidedLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setPen(palette().color(foregroundRole()));
    painter.drawText(rect(), int(Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine),
                     fontMetrics().elidedText(m_shown, Qt::ElideMiddle, width()));
}

} // namespace Assay
