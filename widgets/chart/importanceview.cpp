// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chart/importanceview.h"

#include "models/items/displaytext.h"
#include "widgets/theme/theme.h"

#include <QPainter>

#include <cmath>

using namespace Qt::StringLiterals;

namespace Assay {

void ImportanceView::setRows(QList<Row> rows)
{
    m_rows = std::move(rows);
    changePlot();
}

FrameAxis ImportanceView::valueAxis() const
{
    FrameAxis axis;
    axis.title = tr("loss of R²");
    axis.range = {0, 0.1};
    for (const Row &row : m_rows) {
        axis.range.lo = std::min(axis.range.lo, row.importance - row.deviation);
        axis.range.hi = std::max(axis.range.hi, (row.importance + row.deviation) * 1.05);
    }
    return axis;
}

void ImportanceView::layOut()
{
    RowsView::layOut();
    const QRectF place = plotRect();
    const double left = frame().area().right() + 24;
    m_second = QRectF(left, frame().area().top(), std::max(20.0, place.right() - 12 - left), frame().area().height());
}

void ImportanceView::paintImportance(QPainter &painter, qsizetype row) const
{
    const Theme &theme = Theme::of(palette());
    const Row &shown = m_rows[row];
    const QRectF place = rowRect(row);
    const double zero = frame().xOf(0), end = frame().xOf(shown.importance), thickness = std::min(16.0, place.height() * 0.6);
    // What does not rise above its own uncertainty stands back.
    painter.fillRect(QRectF(QPointF(std::min(zero, end), place.center().y() - thickness / 2), QSizeF(std::max(1.0, std::fabs(end - zero)), thickness)),
                     shown.importance > shown.deviation ? theme.color(ColorRole::Accent) : theme.sequential(0.35));
    const double low = frame().xOf(shown.importance - shown.deviation), high = frame().xOf(shown.importance + shown.deviation), y = place.center().y();
    painter.setPen(QPen(theme.color(ColorRole::Text), 1.25));
    painter.drawLine(QPointF(low, y), QPointF(high, y));
    for (double at : {low, high})
        painter.drawLine(QPointF(at, y - 3), QPointF(at, y + 3));
}

void ImportanceView::paintCorrelation(QPainter &painter, qsizetype row) const
{
    const Theme &theme = Theme::of(palette());
    const Row &shown = m_rows[row];
    const QRectF place = rowRect(row);
    const double middle = m_second.center().x(), thickness = std::min(16.0, place.height() * 0.6);
    if (!shown.correlation) {
        if (PlotFrame::showsTexts()) {
            painter.setPen(theme.color(ColorRole::Muted));
            painter.drawText(QRectF(m_second.left(), place.top(), m_second.width(), place.height()), Qt::AlignCenter, tr("text"));
        }
        return;
    }
    const double end = middle + *shown.correlation * m_second.width() / 2;
    painter.fillRect(QRectF(QPointF(std::min(middle, end), place.center().y() - thickness / 2), QSizeF(std::max(1.0, std::fabs(end - middle)), thickness)),
                     theme.diverging(*shown.correlation < 0 ? -1 : 1));
}

void ImportanceView::paintPlot(QPainter &painter) const
{
    const Theme &theme = Theme::of(palette());
    frame().paint(painter, palette());
    painter.setFont(captionFont(font()));
    for (qsizetype row = 0; row < std::min(shownRows(), m_rows.size()); ++row) {
        paintImportance(painter, row);
        paintCorrelation(painter, row);
    }
    painter.setPen(QPen(theme.color(ColorRole::Muted), 1));
    for (double x : {std::round(frame().xOf(0)), std::round(m_second.center().x())})
        painter.drawLine(QPointF(x, m_second.top()), QPointF(x, m_second.bottom()));
    paintMore(painter);
    if (!PlotFrame::showsTexts())
        return;
    const double below = m_second.bottom() + 2;
    painter.drawText(QRectF(m_second.left() - 20, below, 40, 16), Qt::AlignHCenter, u"−1"_s);
    painter.drawText(QRectF(m_second.center().x() - 20, below, 40, 16), Qt::AlignHCenter, u"0"_s);
    painter.drawText(QRectF(m_second.right() - 20, below, 40, 16), Qt::AlignHCenter, u"1"_s);
    painter.drawText(QRectF(m_second.left() - 24, below + 16, m_second.width() + 24, 16), Qt::AlignRight | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(tr("rank correlation"), Qt::ElideRight, int(m_second.width() + 24)));
}

std::optional<CardView::Hit> ImportanceView::hitAt(const QPointF &position) const
{
    const auto row = rowAt(position);
    if (!row)
        return {};
    const Row &shown = m_rows[*row];
    const auto number = [](double value) { return QLocale().toString(value, 'f', 3); };
    const QString correlation = shown.correlation ? tr("rank correlation %1 over %2 runs").arg(number(*shown.correlation), countText(shown.correlated)) : QString();
    return Hit{-1, {Theme::of(palette()).color(ColorRole::Accent), shown.name, tr("%1 ± %2 of R²").arg(number(shown.importance), number(shown.deviation)), correlation}};
}

} // namespace Assay
