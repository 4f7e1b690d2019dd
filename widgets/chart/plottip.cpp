// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chart/plottip.h"

#include "widgets/theme/theme.h"

#include <QPainter>

namespace Assay {

namespace {

constexpr int Padding = 8;
constexpr int DotSize = 8;
constexpr int MostWidth = 300;
constexpr int Distance = 14; // from the point
constexpr int Radius = 6;

QFont strong(QFont font)
{
    font.setWeight(QFont::DemiBold);
    return tabularFont(font);
}

QFont small(QFont font)
{
    font.setPixelSize(11);
    return tabularFont(font);
}

} // namespace

PlotTip::PlotTip(QWidget *parent) : QWidget(parent)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    hide();
}

void PlotTip::showAt(const QPoint &point, const Text &text)
{
    m_text = text;
    const QFontMetrics nameMetrics(font());
    const QFontMetrics valueMetrics(strong(font()));
    const QFontMetrics placeMetrics(small(font()));
    const int content = std::max({nameMetrics.horizontalAdvance(text.name) + DotSize + 6,
                                  valueMetrics.horizontalAdvance(text.value), placeMetrics.horizontalAdvance(text.place),
                                  placeMetrics.horizontalAdvance(text.difference)}) + 2; // rounding
    const int width = std::min({content + 2 * Padding, MostWidth, parentWidget()->width() - 8});
    const int lastRow = text.difference.isEmpty() ? 0 : placeMetrics.height() + 2;
    resize(width, 2 * Padding + nameMetrics.height() + valueMetrics.height() + placeMetrics.height() + 4 + lastRow);
    int x = point.x() + Distance;
    if (x + width > parentWidget()->width() - 4)
        x = std::max(4, point.x() - Distance - width);
    const int y = std::clamp(point.y() - height() - Distance / 2, 4, std::max(4, parentWidget()->height() - height() - 4));
    move(x, y);
    show();
    raise();
    update();
}

void PlotTip::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::of(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme.color(ColorRole::Border), 1));
    painter.setBrush(theme.color(ColorRole::Raised));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), Radius, Radius);

    const int content = width() - 2 * Padding;
    int y = Padding;
    const auto line = [&](const QFont &lineFont, const QColor &color, const QString &text, int indent) {
        const QFontMetrics metrics(lineFont);
        painter.setFont(lineFont);
        painter.setPen(color);
        painter.drawText(QRect(Padding + indent, y, content - indent, metrics.height()), Qt::AlignLeft | Qt::AlignVCenter,
                         metrics.elidedText(text, Qt::ElideRight, content - indent));
        y += metrics.height() + 2;
    };
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_text.color);
    painter.drawEllipse(QRectF(Padding, y + (fontMetrics().height() - DotSize) / 2.0, DotSize, DotSize));
    line(font(), theme.color(ColorRole::Text), m_text.name, DotSize + 6);
    line(strong(font()), theme.color(ColorRole::Text), m_text.value, 0);
    line(small(font()), theme.color(ColorRole::Muted), m_text.place, 0);
    if (!m_text.difference.isEmpty())
        line(small(font()), theme.color(ColorRole::Accent), m_text.difference, 0);
}

} // namespace Assay
