// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chart/rowsview.h"

#include "models/items/displaytext.h"
#include "widgets/theme/theme.h"

#include <QPainter>

#include <cmath>

namespace Assay {

void RowsView::layOut()
{
    const QRectF place = plotRect();
    const auto fitting = qsizetype((place.height() - 42) / leastRowHeight());
    m_shown = std::clamp<qsizetype>(fitting, 1, std::max<qsizetype>(1, rowCount()));
    QStringList labels; // the axis grows upwards, rows go down
    for (qsizetype row = m_shown - 1; row >= 0; --row)
        labels.append(row < rowCount() ? rowLabel(row) : QString());
    FrameAxis y = FrameAxis::ofTexts({}, labels);
    y.hasGrid = false;
    m_frame.setAxes(valueAxis(), y);
    m_frame.setLabelShare(0.42);
    m_frame.layOut(QRectF(place.left(), place.top(), place.width() * axisShare(), place.height()), font());
}

QRectF RowsView::rowRect(qsizetype row) const
{
    const double middle = m_frame.yOf(double(m_shown - 1 - row)), height = m_frame.area().height() / double(std::max<qsizetype>(1, m_shown));
    return {m_frame.area().left(), middle - height / 2, m_frame.area().width(), height};
}

std::optional<qsizetype> RowsView::rowAt(const QPointF &position) const
{
    const QRectF &area = m_frame.area();
    if (position.y() < area.top() || position.y() >= area.bottom())
        return {};
    const auto row = qsizetype((position.y() - area.top()) / area.height() * double(m_shown));
    return row < std::min(m_shown, rowCount()) ? std::optional(row) : std::nullopt;
}

void RowsView::paintMore(QPainter &painter) const
{
    if (m_shown >= rowCount() || !PlotFrame::showsTexts())
        return;
    painter.setFont(captionFont(font()));
    painter.setPen(Theme::of(palette()).color(ColorRole::Muted));
    const QRectF row(plotRect().left(), m_frame.area().bottom() + 18, plotRect().width(), 16);
    painter.drawText(row, Qt::AlignLeft | Qt::AlignVCenter, tr("first %1 of %2").arg(countText(m_shown), countText(rowCount())));
}

} // namespace Assay
