// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chart/heatmapview.h"

#include "models/items/displaytext.h"
#include "widgets/chart/axisbrushes.h"
#include "widgets/theme/theme.h"

#include <QLocale>
#include <QMouseEvent>
#include <QPainter>

#include <cmath>

using namespace Qt::StringLiterals;

namespace Assay {

namespace {

constexpr int ScaleWidth = 64;

// Relative luminance as in WCAG 2.
double luminance(const QColor &color)
{
    const auto linear = [](double part) { return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4); };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

QString shortNumber(double value)
{
    return QLocale().toString(value, 'g', 3);
}

} // namespace

void HeatMapView::setCells(Cells cells)
{
    m_cells = std::move(cells);
    m_cells.x.hasGrid = m_cells.y.hasGrid = false;
    const bool isSame = m_canBrush && m_frame.x() == m_cells.x && m_frame.y() == m_cells.y; // other runs only
    m_canBrush = false;
    m_least = std::numeric_limits<double>::infinity();
    m_most = -m_least;
    for (double value : m_cells.values) {
        m_least = value < m_least ? value : m_least;
        m_most = value > m_most ? value : m_most;
    }
    m_frame.setAxes(m_cells.x, m_cells.y);
    if (!isSame)
        m_dragFrom.reset();
    if (m_brush && !isSame)
        clearBrushes();
    changePlot();
}

void HeatMapView::setColumns(ChartColumn x, QList<ValueBin> xBins, ChartColumn y, QList<ValueBin> yBins)
{
    m_x = std::move(x);
    m_y = std::move(y);
    m_xBins = std::move(xBins);
    m_yBins = std::move(yBins);
    m_canBrush = true;
    if (m_brush)
        announceBrush();
}

void HeatMapView::layOut()
{
    m_frame.setTitleShare(0.38);
    m_frame.layOut(plotRect(), font());
}

QRectF HeatMapView::fieldOf(const QRect &places) const
{
    const QPointF topLeft = m_frame.pointOf(places.left() - 0.5, places.bottom() + 0.5);
    return {topLeft, m_frame.pointOf(places.right() + 0.5, places.top() - 0.5)};
}

QColor HeatMapView::colorOf(double value) const
{
    const Theme &theme = Theme::of(palette());
    if (m_cells.isSigned)
        return theme.diverging(value);
    const double half = m_most / 2 - m_least / 2;
    return theme.sequential(0.1 + 0.9 * (half > 0 ? (value / 2 - m_least / 2) / half : 1));
}

void HeatMapView::paintPlot(QPainter &painter) const
{
    m_frame.paint(painter, palette());
    const Theme &theme = Theme::of(palette());
    painter.setFont(captionFont(font()));
    const QFontMetrics metrics = painter.fontMetrics();
    const qsizetype columns = m_cells.columns();
    const double gap = m_frame.area().width() / double(std::max<qsizetype>(1, columns)) > 8 ? 1 : 0;
    const auto numberOf = [this](double value) { return m_cells.isSigned ? QLocale().toString(std::fabs(value) < 0.005 ? 0.0 : value, 'f', 2) : shortNumber(value); };
    const QRectF one = fieldOf(QRect(0, 0, 1, 1));
    // In all of them or in none.
    const bool hasNumbers = PlotFrame::showsTexts() && one.height() >= 14 && std::ranges::all_of(m_cells.values, [&](double value) {
        return std::isnan(value) || metrics.horizontalAdvance(numberOf(value)) <= one.width() - 4;
    });
    for (size_t i = 0; i < m_cells.values.size(); ++i) {
        const double value = m_cells.values[i];
        if (std::isnan(value))
            continue;
        const QRect place(int(qsizetype(i) % columns), int(qsizetype(i) / columns), 1, 1);
        const QRectF field = fieldOf(place).adjusted(gap, gap, -gap, -gap);
        const QColor color = colorOf(value);
        painter.fillRect(field, color);
        if (!hasNumbers)
            continue;
        const QColor surface = theme.color(ColorRole::Surface), ink = theme.color(ColorRole::Text);
        const double ground = luminance(color) + 0.05;
        const auto contrast = [ground](const QColor &c) { return std::max(ground, luminance(c) + 0.05) / std::min(ground, luminance(c) + 0.05); };
        painter.setPen(contrast(ink) >= contrast(surface) ? ink : surface);
        painter.drawText(field, Qt::AlignCenter, numberOf(value));
    }
    paintScale(painter);
}

// At the right end of the row of the title: least, colours, greatest.
void HeatMapView::paintScale(QPainter &painter) const
{
    if (!PlotFrame::showsTexts() || !(m_least <= m_most))
        return;
    const Theme &theme = Theme::of(palette());
    const double low = m_cells.isSigned ? -1 : m_least, high = m_cells.isSigned ? 1 : m_most;
    const QRectF row(plotRect().left(), plotRect().top(), plotRect().width() - 12, 16);
    const QFontMetrics metrics = painter.fontMetrics();
    double right = row.right();
    const auto text = [&](const QString &words) {
        right -= metrics.horizontalAdvance(words) + 1;
        painter.drawText(QRectF(right, row.top(), row.width(), row.height()), Qt::AlignLeft | Qt::AlignVCenter, words);
        right -= 6;
    };
    painter.setPen(theme.color(ColorRole::Muted));
    text(shortNumber(high));
    for (int i = 0; i < ScaleWidth; ++i)
        painter.fillRect(QRectF(right - ScaleWidth + i, row.center().y() - 4, 1, 8),
                         colorOf(low * (1 - i / (ScaleWidth - 1.0)) + high * (i / (ScaleWidth - 1.0))));
    right -= ScaleWidth + 6;
    text(shortNumber(low));
    if (const double room = right - row.left() - row.width() * 0.4; room > 40)
        text(metrics.elidedText(visibleText(m_cells.title, 300), Qt::ElideMiddle, int(room)));
}

void HeatMapView::paintOver(QPainter &painter) const
{
    const Theme &theme = Theme::of(palette());
    if (m_brush) {
        painter.setPen(QPen(theme.color(ColorRole::Text), 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(fieldOf(*m_brush));
    }
    const auto run = size_t(highlighted());
    if (!m_canBrush || highlighted() < 0 || qsizetype(run) >= m_x.size() || !m_x.has(run) || !m_y.has(run))
        return;
    const qsizetype column = binOf(m_xBins, m_x.values[run]), row = binOf(m_yBins, m_y.values[run]);
    if (column < 0 || row < 0)
        return;
    painter.setPen(QPen(theme.color(ColorRole::Text), 1.5));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(fieldOf(QRect(int(column), int(row), 1, 1)).adjusted(1, 1, -1, -1));
}

QPoint HeatMapView::placeAt(const QPointF &position) const
{
    return {int(std::clamp<qsizetype>(std::lround(m_frame.xAt(position.x())), 0, m_cells.columns() - 1)),
            int(std::clamp<qsizetype>(std::lround(m_frame.yAt(position.y())), 0, m_cells.rows() - 1))};
}

std::optional<CardView::Hit> HeatMapView::hitAt(const QPointF &position) const
{
    if (m_dragFrom || m_cells.values.empty() || !m_frame.area().contains(position))
        return {};
    const QPoint place = placeAt(position);
    const auto i = size_t(place.y() * m_cells.columns() + place.x());
    if (std::isnan(m_cells.values[i]))
        return {};
    const auto label = [](const FrameAxis &axis, int at) {
        const QString text = visibleText(axis.texts.value(at), 100);
        return axis.scale == FrameAxis::Scale::Edges ? text + u" – "_s + visibleText(axis.texts.value(at + 1), 100) : text;
    };
    const QString name = label(m_cells.x, place.x()) + u" × "_s + label(m_cells.y, place.y());
    return Hit{-1, {colorOf(m_cells.values[i]), name, m_cells.isSigned ? QLocale().toString(m_cells.values[i], 'f', 3) : metricText(m_cells.values[i]), m_cells.tips[i]}};
}

void HeatMapView::mousePressEvent(QMouseEvent *event)
{
    if (!m_canBrush || event->button() != Qt::LeftButton || !hasPlot() || !m_frame.area().contains(event->position()))
        return;
    hidePlotTip();
    m_dragFrom = placeAt(event->position());
    const QRect clicked(*m_dragFrom, QSize(1, 1));
    m_brush = m_brush == clicked ? std::nullopt : std::optional(clicked);
    announceBrush();
}

void HeatMapView::mouseMoveEvent(QMouseEvent *event)
{
    if (!m_dragFrom) {
        CardView::mouseMoveEvent(event);
        return;
    }
    const QPoint to = placeAt(event->position());
    if (to == *m_dragFrom && (!m_brush || m_brush->size() == QSize(1, 1)))
        return;
    m_brush = QRect(QPoint(std::min(to.x(), m_dragFrom->x()), std::min(to.y(), m_dragFrom->y())),
                    QPoint(std::max(to.x(), m_dragFrom->x()), std::max(to.y(), m_dragFrom->y())));
    announceBrush();
}

void HeatMapView::mouseReleaseEvent(QMouseEvent *)
{
    m_dragFrom.reset();
}

QList<AxisBrush> HeatMapView::brushes() const
{
    if (!m_brush)
        return {};
    return {brushOfBins(m_x, m_xBins, m_brush->left(), m_brush->right()), brushOfBins(m_y, m_yBins, m_brush->top(), m_brush->bottom())};
}

qsizetype HeatMapView::brushedCount() const
{
    const QList<AxisBrush> both = brushes();
    qsizetype count = 0;
    for (size_t run = 0; both.size() == 2 && run < size_t(m_x.size()); ++run)
        count += isInside(both.first(), m_x, run) && isInside(both.last(), m_y, run);
    return count;
}

void HeatMapView::clearBrushes()
{
    m_brush.reset();
    announceBrush();
}

} // namespace Assay
