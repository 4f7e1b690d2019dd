// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chart/plotcursors.h"

#include "widgets/theme/theme.h"

#include <QPainter>

#include <cmath>

namespace Assay {

PlotCursors::PlotCursors(QWidget *plot) : QWidget(plot)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setAttribute(Qt::WA_NoSystemBackground);
}

void PlotCursors::setCursor(const std::optional<double> &x) { move(m_cursor, x); }
void PlotCursors::setReference(const std::optional<double> &x) { move(m_reference, x); }

void PlotCursors::move(std::optional<double> &from, const std::optional<double> &to)
{
    if (from == to)
        return;
    for (const auto &x : {from, to})
        if (x)
            update(int(std::floor(*x)) - 2, 0, 5, height());
    from = to;
}

void PlotCursors::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::of(palette());
    QPainter painter(this);
    const auto line = [&](double x, const QPen &pen) {
        const double at = std::floor(x) + 0.5; // one pixel, not two grey ones
        painter.setPen(pen);
        painter.drawLine(QPointF(at, 0), QPointF(at, height()));
    };
    if (m_reference)
        line(*m_reference, QPen(theme.color(ColorRole::Accent), 1, Qt::DashLine));
    if (m_cursor) {
        QColor guide = theme.color(ColorRole::Muted);
        guide.setAlphaF(0.6f);
        line(*m_cursor, QPen(guide, 1));
    }
}

} // namespace Assay
