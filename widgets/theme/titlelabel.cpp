// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/theme/titlelabel.h"

#include <QPainter>

namespace Assay {

TitleLabel::TitleLabel(const QString &role, const QString &name)
{
    setObjectName(name);
    setTextFormat(Qt::PlainText);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    if (!role.isEmpty())
        setProperty("role", role);
}

void TitleLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setPen(palette().color(foregroundRole()));
    const QRect place = contentsRect().adjusted(std::max(0, indent()), 0, 0, 0);
    painter.drawText(place, int(Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine), fontMetrics().elidedText(text(), Qt::ElideRight, place.width()));
}

} // namespace Assay
