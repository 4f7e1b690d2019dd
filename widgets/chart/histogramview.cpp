// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chart/histogramview.h"

#include "models/items/cardcolumns.h"
#include "models/items/displaytext.h"
#include "widgets/chart/axisbrushes.h"
#include "widgets/theme/theme.h"

#include <QMouseEvent>
#include <QPainter>

#include <cmath>

namespace Assay {

void HistogramView::setColumn(ChartColumn column, QList<ValueBin> bins)
{
    const bool isSame = m_column.title == column.title && m_column.texts == column.texts && m_bins == bins;
    m_column = std::move(column);
    m_bins = std::move(bins);
    m_counts = countBins(m_bins, m_column);
    FrameAxis y;
    y.title = tr("runs");
    y.isWhole = true;
    const qsizetype most = m_counts.empty() ? 0 : *std::max_element(m_counts.begin(), m_counts.end());
    y.range = {0, std::max(1.0, double(most) * 1.05)};
    if (!m_bins.isEmpty()) {
        FrameAxis x = FrameAxis::ofBins(m_column, m_bins);
        x.hasGrid = false;
        m_frame.setAxes(x, y);
    }
    changePlot();
    if (!isSame)
        m_dragFrom.reset();
    if (m_brush && !isSame)
        clearBrushes();
    else if (m_brush)
        announceBrush();
}

void HistogramView::layOut()
{
    m_frame.layOut(plotRect(), font());
}

QRectF HistogramView::barOf(qsizetype bin) const
{
    const double gap = m_frame.area().width() / double(m_bins.size()) > 6 ? 1 : 0;
    const double left = m_frame.xOf(double(bin) - 0.5) + gap, right = m_frame.xOf(double(bin) + 0.5) - gap;
    const double top = m_frame.yOf(double(m_counts[size_t(bin)]));
    return {left, top, right - left, m_frame.area().bottom() - top};
}

void HistogramView::paintPlot(QPainter &painter) const
{
    m_frame.paint(painter, palette());
    const QColor color = Theme::of(palette()).color(ColorRole::Accent);
    for (qsizetype bin = 0; bin < m_bins.size(); ++bin)
        if (m_counts[size_t(bin)] > 0)
            painter.fillRect(barOf(bin), color);
    painter.setPen(QPen(Theme::of(palette()).color(ColorRole::Border), 1));
    painter.drawLine(m_frame.area().bottomLeft(), m_frame.area().bottomRight());
}

void HistogramView::paintOver(QPainter &painter) const
{
    const Theme &theme = Theme::of(palette());
    if (m_brush) { // what is outside stands back
        QColor veil = theme.color(ColorRole::Surface);
        veil.setAlphaF(0.7F);
        const QRectF &area = m_frame.area();
        const double left = m_frame.xOf(double(m_brush->first) - 0.5), right = m_frame.xOf(double(m_brush->second) + 0.5);
        painter.fillRect(QRectF(area.left(), area.top(), left - area.left(), area.height()), veil);
        painter.fillRect(QRectF(right, area.top(), area.right() - right, area.height()), veil);
        painter.setPen(QPen(theme.color(ColorRole::Accent), 1));
        painter.drawLine(QPointF(left, area.top()), QPointF(left, area.bottom()));
        painter.drawLine(QPointF(right, area.top()), QPointF(right, area.bottom()));
    }
    const auto run = size_t(highlighted());
    if (highlighted() < 0 || qsizetype(run) >= m_column.size() || !m_column.has(run))
        return;
    if (const qsizetype bin = binOf(m_bins, m_column.values[run]); bin >= 0) {
        painter.setPen(QPen(theme.color(ColorRole::Text), 1.5));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(barOf(bin));
    }
}

qsizetype HistogramView::binAt(double x) const
{
    return std::clamp<qsizetype>(std::lround(m_frame.xAt(x)), 0, m_bins.size() - 1);
}

std::optional<CardView::Hit> HistogramView::hitAt(const QPointF &position) const
{
    if (m_dragFrom || m_bins.isEmpty() || !m_frame.area().contains(position))
        return {};
    const qsizetype bin = binAt(position.x());
    PlotTip::Text tip{Theme::of(palette()).color(ColorRole::Accent), cardBinText(m_column, m_bins[bin]), tr("%n runs", nullptr, int(m_counts[size_t(bin)])), columnTitle(m_column.title)};
    return Hit{-1, tip};
}

void HistogramView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || !hasPlot() || m_bins.isEmpty() || !m_frame.area().contains(event->position()))
        return;
    hidePlotTip();
    m_dragFrom = binAt(event->position().x());
    const auto clicked = std::pair(*m_dragFrom, *m_dragFrom);
    m_brush = m_brush == clicked ? std::nullopt : std::optional(clicked); // a second click takes it back
    announceBrush();
}

void HistogramView::mouseMoveEvent(QMouseEvent *event)
{
    if (!m_dragFrom) {
        CardView::mouseMoveEvent(event);
        return;
    }
    const qsizetype to = binAt(event->position().x());
    if (to != *m_dragFrom || (m_brush && m_brush->first != m_brush->second)) {
        m_brush = std::minmax(*m_dragFrom, to);
        announceBrush();
    }
}

void HistogramView::mouseReleaseEvent(QMouseEvent *)
{
    m_dragFrom.reset();
}

QList<AxisBrush> HistogramView::brushes() const
{
    if (!m_brush)
        return {};
    return {brushOfBins(m_column, m_bins, m_brush->first, m_brush->second)};
}

qsizetype HistogramView::brushedCount() const
{
    qsizetype count = 0;
    for (qsizetype bin = m_brush ? m_brush->first : 1; bin <= (m_brush ? m_brush->second : 0); ++bin)
        count += m_counts[size_t(bin)];
    return count;
}

void HistogramView::clearBrushes()
{
    m_brush.reset();
    announceBrush();
}

} // namespace Assay
