// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chart/scatterview.h"

#include "models/items/cardcolumns.h"
#include "widgets/chart/axisbrushes.h"
#include "widgets/theme/theme.h"

#include <QApplication>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>

#include <cmath>

using namespace Qt::StringLiterals;

namespace Assay {

namespace {

constexpr double Reach = 12; // pixels around a dot that count as it

// Dots of one text would lie on each other: a little aside, the same way each time.
double jitter(size_t run, uint32_t salt)
{
    const auto hash = uint32_t(run * 2'654'435'761u + salt) ^ uint32_t(run >> 7);
    return (double(hash % 1000) / 999 - 0.5) * 0.5;
}

// An axis is of what is drawn: a run without the other column has no point.
ChartColumn ofRunsWith(const ChartColumn &other, ChartColumn column)
{
    for (size_t run = 0; run < column.states.size(); ++run)
        if (column.has(run) && !other.has(run))
            column.states[run] = CellState::Absent;
    return column;
}

} // namespace

void ScatterView::setColumns(ChartColumn x, ChartColumn y, bool logX, bool logY)
{
    m_x = std::move(x);
    m_y = std::move(y);
    const FrameAxis xBefore = m_frame.x(), yBefore = m_frame.y();
    m_frame.setAxes(FrameAxis::of(ofRunsWith(m_y, m_x), logX), FrameAxis::of(ofRunsWith(m_x, m_y), logY));
    m_trend = {};
    m_front.clear();
    changePlot();
    if (m_brush && (m_frame.x() != xBefore || m_frame.y() != yBefore))
        clearBrushes();
    else if (m_brush)
        announceBrush(); // other runs may be inside
}

void ScatterView::setTrend(Trend trend)
{
    if (m_trend == trend)
        return;
    m_trend = std::move(trend);
    changePlot();
}

void ScatterView::setFront(std::vector<size_t> runs)
{
    if (m_front == runs)
        return;
    m_front = std::move(runs);
    changePlot();
}

void ScatterView::layOut()
{
    m_frame.setTitleShare(runs().isShaded() ? 0.38 : m_trend.label.isEmpty() ? 1 : 0.4);
    m_frame.layOut(plotRect(), font());
}

QPointF ScatterView::placeOf(size_t run) const
{
    return m_frame.pointOf(m_x.values[run] + (m_x.isText() ? jitter(run, 1) : 0), m_y.values[run] + (m_y.isText() ? jitter(run, 7) : 0));
}

void ScatterView::paintPlot(QPainter &painter) const
{
    m_frame.paint(painter, palette());
    paintLegend(painter, QRectF(plotRect().left() + plotRect().width() * 0.42, plotRect().top(), plotRect().width() * 0.58 - 12, 16));
    painter.save();
    painter.setClipRect(m_frame.area().adjusted(-6, -6, 6, 6));
    const auto count = size_t(m_x.size());
    const double radius = count > 3000 ? 2 : count > 400 ? 2.75 : 3.5;
    const QColor edge = Theme::of(palette()).color(ColorRole::Surface);
    // Those without a colour of their own lie below.
    for (const bool neutral : {true, false}) {
        for (size_t run = 0; run < count; ++run) {
            if (!isDrawn(run) || isNeutral(run) != neutral)
                continue;
            QColor color = runColor(run);
            color.setAlphaF(neutral ? 0.4F : count > 400 ? 0.75F : 0.9F);
            painter.setBrush(color);
            painter.setPen(count > 400 ? QPen(Qt::NoPen) : QPen(edge, 0.75));
            painter.drawEllipse(placeOf(run), radius, radius);
        }
    }
    paintFront(painter);
    painter.restore();
    paintTrend(painter);
}

void ScatterView::paintTrend(QPainter &painter) const
{
    if (m_trend.points.size() < 2)
        return;
    const Theme &theme = Theme::of(palette());
    painter.save();
    painter.setClipRect(m_frame.area().adjusted(-6, -6, 6, 6));
    QPainterPath path;
    for (size_t i = 0; i < m_trend.points.size(); ++i) {
        const QPointF at = m_frame.pointOf(m_trend.points[i].x(), m_trend.points[i].y());
        i == 0 ? path.moveTo(at) : path.lineTo(at);
    }
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(theme.color(ColorRole::Surface), 4));
    painter.drawPath(path);
    painter.setPen(QPen(theme.color(ColorRole::Accent), 2));
    painter.drawPath(path);
    painter.restore();
    if (!PlotFrame::showsTexts() || m_trend.label.isEmpty())
        return;
    painter.setFont(captionFont(font()));
    // Above the plot, unless the colours are explained there.
    const double width = painter.fontMetrics().horizontalAdvance(m_trend.label) + 10;
    const QRectF box = runs().isShaded() ? QRectF(m_frame.area().left() + 6, m_frame.area().top() + 2, width, 18)
                                         : QRectF(m_frame.area().right() - width, plotRect().top(), width, 16);
    QColor ground = theme.color(ColorRole::Surface);
    ground.setAlphaF(0.85F);
    painter.setPen(Qt::NoPen);
    painter.setBrush(ground);
    painter.drawRoundedRect(box, 4, 4);
    painter.setPen(theme.color(ColorRole::Accent));
    painter.drawText(box, Qt::AlignCenter, m_trend.label);
}

// Steps from one run of the front to the next: what lies beyond them nobody has reached.
void ScatterView::paintFront(QPainter &painter) const
{
    if (m_front.empty())
        return;
    const Theme &theme = Theme::of(palette());
    QPainterPath path(placeOf(m_front.front()));
    for (size_t i = 1; i < m_front.size(); ++i) {
        const QPointF at = placeOf(m_front[i]);
        path.lineTo(at.x(), path.currentPosition().y());
        path.lineTo(at);
    }
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(theme.color(ColorRole::Text), 1.25, Qt::DashLine));
    painter.drawPath(path);
    painter.setPen(QPen(theme.color(ColorRole::Text), 1.5));
    for (size_t run : m_front)
        painter.drawEllipse(placeOf(run), 5.5, 5.5);
}

void ScatterView::paintOver(QPainter &painter) const
{
    const Theme &theme = Theme::of(palette());
    if (m_brush) {
        const QRectF &area = m_frame.area();
        const QRectF brush(area.left() + m_brush->left() * area.width(), area.bottom() - m_brush->bottom() * area.height(),
                           m_brush->width() * area.width(), m_brush->height() * area.height());
        QColor fill = theme.color(ColorRole::Accent);
        painter.setPen(QPen(fill, 1));
        fill.setAlphaF(0.12F);
        painter.setBrush(fill);
        painter.drawRect(brush);
    }
    const auto run = size_t(highlighted());
    if (highlighted() < 0 || qsizetype(run) >= m_x.size() || !isDrawn(run))
        return;
    painter.setBrush(runColor(run));
    painter.setPen(QPen(theme.color(ColorRole::Text), 1.5));
    painter.drawEllipse(placeOf(run), 5.5, 5.5);
}

std::optional<CardView::Hit> ScatterView::hitAt(const QPointF &position) const
{
    if (m_isDragging)
        return {};
    double nearest = Reach * Reach;
    std::optional<size_t> found;
    for (size_t run = 0; run < size_t(m_x.size()); ++run) {
        if (!isDrawn(run))
            continue;
        const QPointF away = placeOf(run) - position;
        const double distance = QPointF::dotProduct(away, away);
        if (distance < nearest) {
            nearest = distance;
            found = run;
        }
    }
    if (!found)
        return {};
    const auto told = [&](const ChartColumn &column) { return columnTitle(column.title) + u" "_s + cardValueText(column, column.values[*found]); };
    QString shade;
    if (runs().isShaded() && !isNeutral(*found))
        shade = u" · "_s + told(runs().shade);
    return Hit{int(*found), {runColor(*found), runs().names.value(qsizetype(*found)), told(m_y), told(m_x) + shade}};
}

void ScatterView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton && hasPlot() && m_frame.area().contains(event->position()))
        m_dragFrom = event->position();
}

void ScatterView::mouseMoveEvent(QMouseEvent *event)
{
    if (m_dragFrom && !m_isDragging && (event->position() - *m_dragFrom).manhattanLength() >= QApplication::startDragDistance()) {
        m_isDragging = true;
        hidePlotTip();
    }
    if (!m_isDragging) {
        CardView::mouseMoveEvent(event);
        return;
    }
    const QRectF &area = m_frame.area();
    const auto part = [&](const QPointF &at) {
        return QPointF(std::clamp((at.x() - area.left()) / area.width(), 0.0, 1.0), std::clamp((area.bottom() - at.y()) / area.height(), 0.0, 1.0));
    };
    m_brush = QRectF(part(*m_dragFrom), part(event->position())).normalized();
    announceBrush();
}

void ScatterView::mouseReleaseEvent(QMouseEvent *event)
{
    const bool wasDragging = std::exchange(m_isDragging, false);
    m_dragFrom.reset();
    if (wasDragging)
        return;
    CardView::mouseReleaseEvent(event);
    if (event->button() == Qt::LeftButton && m_brush && !hitAt(event->position()))
        clearBrushes();
}

QList<AxisBrush> ScatterView::brushes() const
{
    if (!m_brush)
        return {};
    const QRectF &area = m_frame.area();
    QList<AxisBrush> all{brushOfAxis(m_frame.x(), m_x, m_brush->left(), m_brush->right(), 1 / area.width()),
                         brushOfAxis(m_frame.y(), m_y, m_brush->top(), m_brush->bottom(), 1 / area.height())};
    if (m_x.title == m_y.title)
        all.removeLast();
    return all;
}

qsizetype ScatterView::brushedCount() const
{
    const QList<AxisBrush> all = brushes();
    if (all.isEmpty())
        return 0;
    std::vector<bool> inside = runsInside(all.first(), m_x);
    if (all.size() > 1) {
        const std::vector<bool> insideY = runsInside(all.last(), m_y);
        for (size_t run = 0; run < inside.size(); ++run)
            inside[run] = inside[run] && insideY[run];
    }
    return std::ranges::count(inside, true);
}

void ScatterView::clearBrushes()
{
    m_brush.reset();
    announceBrush();
}

} // namespace Assay
