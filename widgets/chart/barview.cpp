// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chart/barview.h"

#include "models/items/cardcolumns.h"
#include "models/items/displaytext.h"
#include "widgets/theme/theme.h"

#include <QPainter>

#include <cmath>

using namespace Qt::StringLiterals;

namespace Assay {

void BarView::setBars(QList<Bar> bars, ChartColumn like)
{
    m_bars = std::move(bars);
    m_like = std::move(like);
    changePlot();
}

// Bars begin at zero, as their length is what is compared.
FrameAxis BarView::valueAxis() const
{
    constexpr double Most = std::numeric_limits<double>::max();
    AxisRange range{0, 0};
    for (qsizetype i = 0; i < std::min(shownRows(), m_bars.size()); ++i) {
        range.lo = std::max(-Most, std::min(range.lo, m_bars[i].value - m_bars[i].spread));
        range.hi = std::min(Most, std::max(range.hi, m_bars[i].value + m_bars[i].spread));
    }
    if (range.lo == range.hi)
        range.hi = 1;
    const double air = 0.04 * (range.hi / 2 - range.lo / 2) * 2;
    range = {range.lo < 0 ? std::max(-Most, range.lo - air) : 0, range.hi > 0 ? std::min(Most, range.hi + 5 * air) : 0}; // numbers stand there
    return FrameAxis::between(m_like, range, false);
}

QRectF BarView::barRect(qsizetype row) const
{
    const QRectF place = rowRect(row);
    const double thickness = std::min(22.0, place.height() * 0.72);
    const double zero = frame().xOf(0), end = frame().xOf(m_bars[row].value);
    return QRectF(QPointF(std::min(zero, end), place.center().y() - thickness / 2), QSizeF(std::max(1.0, std::fabs(end - zero)), thickness));
}

QColor BarView::barColor(const Bar &bar) const
{
    const Theme &theme = Theme::of(palette());
    if (bar.color != -1)
        return theme.series(bar.color);
    return bar.run >= 0 && !isNeutral(size_t(bar.run)) ? runColor(size_t(bar.run)) : theme.color(ColorRole::Accent);
}

void BarView::paintPlot(QPainter &painter) const
{
    const Theme &theme = Theme::of(palette());
    frame().paint(painter, palette());
    painter.setFont(captionFont(font()));
    const QFontMetrics metrics = painter.fontMetrics();
    for (qsizetype row = 0; row < std::min(shownRows(), m_bars.size()); ++row) {
        const Bar &bar = m_bars[row];
        const QRectF rect = barRect(row);
        painter.fillRect(rect, barColor(bar));
        double right = rect.right();
        if (bar.spread > 0) {
            const double low = frame().xOf(bar.value - bar.spread), high = frame().xOf(bar.value + bar.spread), y = rect.center().y();
            right = std::max(right, high);
            painter.setPen(QPen(theme.color(ColorRole::Text), 1.5));
            painter.drawLine(QPointF(low, y), QPointF(high, y));
            for (double end : {low, high})
                painter.drawLine(QPointF(end, y - 3), QPointF(end, y + 3));
        }
        // The number beside its bar where it fits, else in the tip only.
        const QString text = m_like.kind == ChartColumn::Kind::Number ? QLocale().toString(bar.value, 'g', 4) : cardValueText(m_like, bar.value);
        const double width = metrics.horizontalAdvance(text) + 4;
        if (PlotFrame::showsTexts() && rect.height() >= 10 && bar.value >= 0 && right + width < frame().area().right()) {
            painter.setPen(theme.color(ColorRole::Muted));
            painter.drawText(QRectF(right + 4, rect.top(), width, rect.height()), Qt::AlignLeft | Qt::AlignVCenter, text);
        }
    }
    painter.setPen(QPen(theme.color(ColorRole::Muted), 1));
    const double zero = std::round(frame().xOf(0));
    painter.drawLine(QPointF(zero, frame().area().top()), QPointF(zero, frame().area().bottom()));
    paintMore(painter);
}

void BarView::paintOver(QPainter &painter) const
{
    for (qsizetype row = 0; row < std::min(shownRows(), m_bars.size()); ++row) {
        if (highlighted() < 0 || m_bars[row].run != highlighted())
            continue;
        painter.setPen(QPen(Theme::of(palette()).color(ColorRole::Text), 1.5));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(barRect(row));
    }
}

std::optional<CardView::Hit> BarView::hitAt(const QPointF &position) const
{
    const auto row = rowAt(position);
    if (!row)
        return {};
    const Bar &bar = m_bars[*row];
    return Hit{bar.run, {barColor(bar), bar.name, cardValueText(m_like, bar.value), bar.detail}};
}

} // namespace Assay
