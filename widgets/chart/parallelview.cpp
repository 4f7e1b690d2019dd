// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chart/parallelview.h"

#include "models/items/cardcolumns.h"
#include "models/items/displaytext.h"
#include "widgets/chart/axisbrushes.h"
#include "widgets/theme/theme.h"

#include <QPainter>
#include <QPainterPath>

#include <cmath>

using namespace Qt::StringLiterals;

namespace Assay {

namespace {

constexpr double Foot = -0.08;    // where runs without a value are, as a part of an axis
constexpr double FootEdge = -0.04; // between that and the axis
constexpr int TitleHeight = 28;
constexpr size_t FewLines = 400;  // so many are drawn one by one, smooth

} // namespace

ParallelView::ParallelView(QWidget *parent) : CardView(parent) {}

void ParallelView::setAxes(QList<Axis> axes)
{
    QList<std::optional<Parts>> kept(axes.size());
    for (qsizetype i = 0; i < axes.size(); ++i)
        for (qsizetype old = 0; old < m_axes.size(); ++old)
            if (m_axes[old].column.title == axes[i].column.title && m_axes[old].isLog == axes[i].isLog)
                kept[i] = m_axes[old].isInverted == axes[i].isInverted || !m_brushes[old] || m_brushes[old]->first < 0
                    ? m_brushes[old] : std::optional(Parts(1 - m_brushes[old]->second, 1 - m_brushes[old]->first));
    const auto sameTitle = [](const Axis &a, const Axis &b) { return a.column.title == b.column.title; };
    if (!std::ranges::equal(m_axes, axes, sameTitle))
        m_drag = Drag::None; // what was held is not there any more
    m_axes = std::move(axes);
    m_brushes = std::move(kept);
    m_scales.clear();
    m_ends.clear();
    m_haveGaps.clear();
    for (const Axis &axis : std::as_const(m_axes)) {
        const auto ends = axis.column.bounds();
        m_ends.append(ends);
        m_haveGaps.append(axis.column.count(CellState::Value) < axis.column.size());
        // Without air: brushes go to the very ends.
        const bool isPlain = ends && ends->first < ends->second && !axis.column.isText();
        m_scales.append(isPlain ? FrameAxis::between(axis.column, {ends->first, ends->second}, axis.isLog) : FrameAxis::of(axis.column, axis.isLog));
    }
    changePlot();
    announceBrush();
}

void ParallelView::layOut()
{
    const QRectF place = plotRect();
    m_area = QRectF(place.left() + 28, place.top() + TitleHeight + 22, std::max(20.0, place.width() - 60), std::max(20.0, place.height() - TitleHeight - 22 - 24));
    m_footY = axisY(Foot);
    changeLines();
    applyBrushes();
}

double ParallelView::axisX(qsizetype axis) const
{
    return m_axes.size() < 2 ? m_area.center().x() : m_area.left() + m_area.width() * double(axis) / double(m_axes.size() - 1);
}

double ParallelView::axisY(double part) const
{
    const double height = m_area.height() / (1 - Foot);
    return m_area.top() + (1 - part) * height;
}

double ParallelView::partAt(double y) const
{
    return 1 - (y - m_area.top()) / (m_area.height() / (1 - Foot));
}

std::optional<double> ParallelView::partOf(qsizetype axis, size_t run) const
{
    const Axis &shown = m_axes[axis];
    switch (shown.column.states[run]) {
    case CellState::MinusInfinite: return shown.isInverted ? 1 : 0;
    case CellState::PlusInfinite: return shown.isInverted ? 0 : 1;
    case CellState::Absent:
    case CellState::NaN:
    case CellState::NotNumber: return Foot;
    case CellState::Value: break;
    }
    const double part = std::clamp(m_scales[axis].part(shown.column.values[run]), 0.0, 1.0);
    return shown.isInverted ? 1 - part : part;
}

std::vector<QPointF> ParallelView::pointsOf(size_t run) const
{
    std::vector<QPointF> points;
    for (qsizetype axis = 0; axis < m_axes.size(); ++axis)
        points.emplace_back(axisX(axis), axisY(partOf(axis, run).value_or(Foot)));
    return points;
}

std::vector<ParallelRaster::Line> ParallelView::lines() const
{
    const double ratio = devicePixelRatioF();
    const auto count = m_axes.isEmpty() ? 0 : size_t(m_axes.first().column.size());
    std::vector<ParallelRaster::Line> all(count);
    for (size_t run = 0; run < count; ++run) {
        all[run].places.reserve(size_t(m_axes.size()));
        for (qsizetype axis = 0; axis < m_axes.size(); ++axis)
            all[run].places.push_back(float(axisY(partOf(axis, run).value_or(Foot)) * ratio));
        all[run].shade = isNeutral(run) ? 255 : runs().isShaded() && runs().shade.isText() ? uint8_t(int(runs().shade.values[run]) % 8)
            : runs().isShaded() ? uint8_t(std::lround(*shadeOf(run) * 254)) : 0;
    }
    return all;
}

void ParallelView::changeLines()
{
    m_frameIsOld = true;
    m_base = {};
    const size_t count = m_axes.isEmpty() ? 0 : size_t(m_axes.first().column.size());
    if (count <= FewLines)
        return;
    const double ratio = devicePixelRatioF();
    std::vector<int> columns;
    for (qsizetype axis = 0; axis < m_axes.size(); ++axis)
        columns.push_back(int(std::lround(axisX(axis) * ratio)));
    const QSize pixels = size() * ratio;
    m_raster.reset(pixels, columns);
    m_raster.setLines(lines());
    m_faint.reset(pixels, columns);
    m_faint.setLines(lines());
    m_faint.setDrawn(std::vector<bool>(count, true));
}

AxisBrush ParallelView::brushOf(qsizetype axis) const
{
    const Axis &shown = m_axes[axis];
    auto [low, high] = *m_brushes[axis];
    AxisBrush brush;
    brush.key = shown.column.title;
    brush.kind = shown.column.kind;
    if (high >= 0) {
        const double from = std::max(0.0, low), to = std::min(1.0, high);
        const double pixel = 1 / std::max(1.0, axisY(0) - axisY(1));
        brush = brushOfAxis(m_scales[axis], shown.column, shown.isInverted ? 1 - to : from, shown.isInverted ? 1 - from : to, pixel);
        // Up to an end of the axis is up to the last value, however it is rounded.
        const auto &ends = m_ends[axis];
        if (brush.range && ends && (shown.isInverted ? to >= 1 : from <= 0))
            brush.range->low = std::min(brush.range->low, ends->first);
        if (brush.range && ends && (shown.isInverted ? from <= 0 : to >= 1))
            brush.range->high = std::max(brush.range->high, ends->second);
    }
    brush.withAbsent = low < FootEdge;
    return brush;
}

void ParallelView::applyBrushes()
{
    const size_t count = m_axes.isEmpty() ? 0 : size_t(m_axes.first().column.size());
    m_inside.assign(count, true);
    for (qsizetype axis = 0; axis < m_axes.size(); ++axis) {
        if (!m_brushes[axis])
            continue;
        const std::vector<bool> inside = runsInside(brushOf(axis), m_axes[axis].column);
        for (size_t run = 0; run < count; ++run)
            m_inside[run] = m_inside[run] && inside[run];
    }
    if (count > FewLines && m_raster.lineCount() == count) // else there are other runs, which are laid out before they are painted
        m_raster.setDrawn(m_inside);
    m_frameIsOld = true;
}

ParallelRaster::Palette ParallelView::colors() const
{
    const Theme &theme = Theme::of(palette());
    ParallelRaster::Palette all;
    for (size_t i = 0; i < 255; ++i)
        all[i] = !runs().isShaded() ? theme.color(ColorRole::Accent) : runs().shade.isText() ? theme.series(int(i)) : theme.ramp(double(i) / 254);
    all[255] = runs().isShaded() ? neutralColor() : theme.color(ColorRole::Accent);
    return all;
}

// The lines are kept by the view itself: they change with each move of a brush.
void ParallelView::paintPlot(QPainter &painter) const
{
    paintLegend(painter, QRectF(plotRect().left() + plotRect().width() * 0.3, plotRect().top(), plotRect().width() * 0.7 - 12, 16));
}

void ParallelView::paintLines(QPainter &painter) const
{
    const double ratio = devicePixelRatioF();
    const auto count = double(m_inside.size());
    const double density = std::clamp(60 / count, 0.02, 0.6);
    const bool isBrushed = std::ranges::any_of(m_brushes, [](const auto &brush) { return brush.has_value(); });
    if (m_base.isNull()) {
        m_base = QImage(size() * ratio, QImage::Format_ARGB32_Premultiplied);
        m_base.fill(Qt::transparent);
        ParallelRaster::Palette grey;
        grey.fill(Theme::of(palette()).color(ColorRole::Border));
        m_faint.paint(m_base, grey, density);
        m_frameIsOld = true;
    }
    if (m_frameIsOld) {
        if (!isBrushed || m_frame.size() != m_base.size())
            m_frame = QImage(m_base.size(), m_base.format());
        if (isBrushed)
            std::copy_n(m_base.constBits(), m_base.sizeInBytes(), m_frame.bits());
        else
            m_frame.fill(Qt::transparent);
        m_raster.paint(m_frame, colors(), density * 2);
        m_frame.setDevicePixelRatio(ratio);
        m_frameIsOld = false;
    }
    painter.drawImage(0, 0, m_frame);
}

void ParallelView::paintFewLines(QPainter &painter) const
{
    const bool isBrushed = std::ranges::any_of(m_brushes, [](const auto &brush) { return brush.has_value(); });
    const float manyAlpha = std::clamp(120 / float(m_inside.size()), 0.04F, 0.55F);
    painter.setBrush(Qt::NoBrush);
    for (const bool inside : {false, true}) {
        for (size_t run = 0; run < m_inside.size(); ++run) {
            if (m_inside[run] != inside)
                continue;
            QColor color = !isBrushed || inside ? (runs().isShaded() || !isNeutral(run) ? runColor(run) : Theme::of(palette()).color(ColorRole::Accent))
                                                : Theme::of(palette()).color(ColorRole::Border);
            color.setAlphaF(!inside ? 0.6F : m_inside.size() > FewLines ? manyAlpha : m_inside.size() > 100 ? 0.55F : 0.85F);
            painter.setPen(QPen(color, 1.25));
            const std::vector<QPointF> points = pointsOf(run);
            painter.drawPolyline(points.data(), int(points.size()));
        }
    }
}

void ParallelView::paintOver(QPainter &painter) const
{
    if (m_inside.size() > FewLines && !isForFile())
        paintLines(painter);
    else
        paintFewLines(painter);
    for (qsizetype axis = 0; axis < m_axes.size(); ++axis) {
        paintAxis(painter, axis);
        if (m_brushes[axis])
            paintBrush(painter, axis);
    }
    if (highlighted() >= 0 && size_t(highlighted()) < m_inside.size()) {
        const Theme &theme = Theme::of(palette());
        const std::vector<QPointF> points = pointsOf(size_t(highlighted()));
        painter.setPen(QPen(theme.color(ColorRole::Surface), 5));
        painter.drawPolyline(points.data(), int(points.size()));
        painter.setPen(QPen(theme.color(ColorRole::Text), 2.5));
        painter.drawPolyline(points.data(), int(points.size()));
    }
}

void ParallelView::paintAxis(QPainter &painter, qsizetype axis) const
{
    const Theme &theme = Theme::of(palette());
    const double x = std::round(axisX(axis)) + 0.5, room = m_axes.size() < 2 ? m_area.width() : m_area.width() / double(m_axes.size() - 1);
    const bool isDragged = m_drag == Drag::Title && axis == m_dragAxis;
    painter.setPen(QPen(theme.color(isDragged ? ColorRole::Accent : ColorRole::Muted), isDragged ? 2 : 1));
    painter.drawLine(QPointF(x, axisY(1)), QPointF(x, axisY(0)));
    painter.setPen(QPen(theme.color(ColorRole::Border), 1));
    if (m_haveGaps[axis])
        painter.drawLine(QPointF(x - 5, m_footY), QPointF(x + 5, m_footY));
    if (!PlotFrame::showsTexts())
        return;
    painter.setFont(captionFont(font()));
    const QFontMetrics metrics = painter.fontMetrics();
    const auto text = [&](const QString &words, double y, const QColor &color, bool isPlate) {
        const QString cut = metrics.elidedText(words, Qt::ElideMiddle, int(std::max(24.0, room - 12)));
        const double width = metrics.horizontalAdvance(cut), left = std::clamp(x - width / 2, 2.0, std::max(2.0, this->width() - width - 4));
        const bool isAtLeft = axis == m_axes.size() - 1 && axis > 0; // of the last axis, where the frame ends
        const QRectF box(isPlate ? (isAtLeft ? x - 6 - width : x + 5) : left, y - 7, width + 2, 14);
        if (isPlate) { // numbers stand on lines
            QColor ground = theme.color(ColorRole::Surface);
            ground.setAlphaF(0.75F);
            painter.fillRect(box, ground);
        }
        painter.setPen(color);
        painter.drawText(box, Qt::AlignLeft | Qt::AlignVCenter, cut);
    };
    const QString turned = m_axes[axis].isInverted ? u"↓ "_s : QString();
    text(turned + visibleText(columnTitle(m_axes[axis].column.title), 200), m_area.top() - 14, theme.color(ColorRole::Text), false);
    const AxisTicks ticks = m_scales[axis].ticks(int(std::max(2.0, (axisY(0) - axisY(1)) / (m_scales[axis].hasPlaces() ? 18 : 44))));
    for (const AxisTick &tick : ticks.ticks) {
        const double part = m_scales[axis].part(tick.position);
        if (part < -1e-9 || part > 1 + 1e-9)
            continue;
        const double y = axisY(m_axes[axis].isInverted ? 1 - part : part);
        if (!m_scales[axis].hasPlaces() && (y - axisY(1) < 14 || axisY(0) - y < 14))
            continue; // the ends themselves stand there
        painter.setPen(QPen(theme.color(ColorRole::Muted), 1));
        painter.drawLine(QPointF(x - 3, y), QPointF(x + 3, y));
        text(tick.label, y, theme.color(ColorRole::Muted), true);
    }
    if (const auto &ends = m_ends[axis]; ends && !m_scales[axis].hasPlaces()) {
        const bool isInverted = m_axes[axis].isInverted;
        text(shortValueText(m_axes[axis].column, isInverted ? ends->second : ends->first), axisY(0), theme.color(ColorRole::Muted), true);
        text(shortValueText(m_axes[axis].column, isInverted ? ends->first : ends->second), axisY(1), theme.color(ColorRole::Muted), true);
    }
    if (m_haveGaps[axis])
        text(tr("no value"), m_footY + 12, theme.color(ColorRole::Muted), false);
}

void ParallelView::paintBrush(QPainter &painter, qsizetype axis) const
{
    QColor color = Theme::of(palette()).color(ColorRole::Accent);
    const auto [low, high] = *m_brushes[axis];
    const double x = std::round(axisX(axis)) + 0.5;
    painter.setPen(QPen(color, 1.5));
    color.setAlphaF(0.25F);
    painter.setBrush(color);
    painter.drawRect(QRectF(QPointF(x - 6, axisY(std::min(1.0, high))), QPointF(x + 6, axisY(std::max(Foot - 0.03, low)))));
}

QList<AxisBrush> ParallelView::brushes() const
{
    QList<AxisBrush> all;
    for (qsizetype axis = 0; axis < m_axes.size(); ++axis)
        if (m_brushes[axis])
            all.append(brushOf(axis));
    return all;
}

qsizetype ParallelView::brushedCount() const
{
    return std::count(m_inside.begin(), m_inside.end(), true);
}

void ParallelView::clearBrushes()
{
    for (auto &brush : m_brushes)
        brush.reset();
    applyBrushes();
    announceBrush();
}

void ParallelView::setBrush(qsizetype axis, std::optional<Parts> parts)
{
    m_brushes[axis] = parts;
    applyBrushes();
    announceBrush();
}

} // namespace Assay
