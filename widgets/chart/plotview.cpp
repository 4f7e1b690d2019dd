// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chart/plotview.h"

#include "models/items/displaytext.h"
#include "widgets/chart/plotcursors.h"
#include "widgets/chart/plotlabels.h"
#include "widgets/chart/plotsurface.h"
#include "widgets/chart/plottip.h"
#include "widgets/theme/theme.h"

#include <QPainter>
#include <QTimer>

#include <algorithm>
#include <cmath>

namespace Assay {

using namespace Qt::StringLiterals;

namespace {

constexpr int CaptionHeight = 20;
constexpr int SidePadding = 12;
constexpr double LineWidth = 1.5;
constexpr double SelectedWidth = 2.25;
constexpr double XAir = 0.015; // so that first and last points are seen whole
constexpr double HoverReach = 10;
constexpr AxisRange NoLogValues{0.1, 10}; // seen where there is nothing on a log scale
constexpr qint64 CountAtOnce = 200'000; // points
constexpr int RestMs = 150;
constexpr int MotionMs = 100;
constexpr qsizetype MostLabels = 5;
constexpr int LeastWidthForLabels = 560;

double leastRange(XAxis axis)
{
    switch (axis) {
    case XAxis::Step: return 2;
    case XAxis::WallTime:
    case XAxis::RelativeTime: return 1000; // ms
    case XAxis::Metric: return 0;
    }
    return 0;
}

QFont captionFont(const QFont &base)
{
    QFont font = tabularFont(base);
    font.setPixelSize(11);
    return font;
}

} // namespace

PlotView::PlotView(QWidget *parent)
    : QWidget(parent),
      m_surface(new PlotSurface([this](QPainter &painter, const QRect &area) { paintLines(painter, area); }, this)),
      m_labels(new PlotLabels(this)), m_cursors(new PlotCursors(this)), m_tip(new PlotTip(this)),
      m_outlierTimer(new QTimer(this)), m_motionTimer(new QTimer(this))
{
    m_outlierTimer->setSingleShot(true);
    m_outlierTimer->setInterval(RestMs);
    connect(m_outlierTimer, &QTimer::timeout, this, &PlotView::countOutliers);
    m_motionTimer->setSingleShot(true);
    m_motionTimer->setInterval(MotionMs);
    connect(m_motionTimer, &QTimer::timeout, this, &PlotView::comeToRest);
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Chart"));
    connect(m_surface, &PlotSurface::areaChanged, this, [this] {
        update();
        updateCursors();
    });
    updateWindow();
}

PlotView::~PlotView() = default;

void PlotView::setLines(const QList<PlotLine> &lines)
{
    if (m_hovered && !isStillAt(*m_hovered, lines))
        setHovered(std::nullopt);
    m_highlighted = -1;
    m_picture.setLines(lines);
    updateWindow();
    m_surface->updateLines();
    update();
}

void PlotView::setAxes(XAxis x, AxisScale y, AxisScale xScale)
{
    if (x == m_xAxis && y == m_yScale.scale && xScale == m_xScale.scale)
        return;
    setHovered(std::nullopt);
    if (x != m_xAxis || xScale != m_xScale.scale)
        m_zoom = {};
    if (x != m_xAxis)
        m_cursor = m_reference = std::nullopt;
    m_zoom.y.reset();
    m_xAxis = x;
    m_xScale = xScale;
    m_yScale = y;
    m_picture.setLines({}); // theirs are of the other axes
    m_surface->setXAxis(x);
    updateWindow();
}

void PlotView::setValues(const PlotValues &values)
{
    if (m_values == values)
        return;
    m_values = values;
    setHovered(std::nullopt);
    updateWindow();
    update();
}

void PlotView::setNotice(const QString &text)
{
    m_notice = text;
    m_surface->updateLines();
}

void PlotView::setStatus(const QString &text)
{
    m_status = text;
    update();
}

AxisRange PlotView::xRange() const { return m_x; }
AxisRange PlotView::yRange() const { return m_y; }

QRect PlotView::area() const
{
    return m_surface->area().translated(m_surface->pos());
}

// From the lines and the zoom to what is seen.
void PlotView::updateWindow()
{
    const bool hasLabels = !lines().isEmpty() && lines().size() <= MostLabels && width() >= LeastWidthForLabels;
    m_labels->setVisible(hasLabels);
    m_surface->setRoomAtRight(hasLabels ? m_labels->width() : 0);
    const auto all = m_picture.xRange(m_xScale.scale);
    m_surface->setAxesVisible(all.has_value());
    m_obstacle = obstacle(all);
    if (all && m_xScale.scale == AxisScale::SymLog)
        m_xScale.unit = symlogUnit(*all);
    const auto chosenX = m_zoom.x ? m_zoom.x : m_fixed.x;
    const bool hasPlace = chosenX && (m_xScale.scale != AxisScale::Log || chosenX->lo > 0);
    if (hasPlace)
        m_x = *chosenX;
    else if (all && m_xScale.scale == AxisScale::Linear)
        m_x = paddedRange(shownRange(*all, leastRange(m_xAxis)), m_xScale, XAir);
    else if (all)
        m_x = paddedRange(*all, m_xScale, XAir);
    else if (m_xScale.scale == AxisScale::Log)
        m_x = NoLogValues;
    if (m_yScale.scale == AxisScale::SymLog) {
        if (const auto values = m_picture.yRange(all.value_or(m_x)))
            m_yScale.unit = symlogUnit(*values);
    }
    m_outlierCount = 0;
    m_outlierTimer->stop();
    const auto chosenY = m_zoom.y ? m_zoom.y : m_fixed.y;
    const bool hasValuePlace = chosenY && (m_yScale.scale != AxisScale::Log || chosenY->lo > 0);
    m_y = hasValuePlace ? *chosenY : yWindow();
    m_surface->setWindow(m_x, m_y, m_xScale, m_yScale);
    updateCursors();
}

QString PlotView::obstacle(const std::optional<AxisRange> &x) const
{
    if (lines().isEmpty() || (!x && m_xScale.scale != AxisScale::Log))
        return {};
    if (!x)
        return tr("No point is above 0 along x: a logarithmic axis has no place for them.");
    const bool hasValues = m_picture.yRange(*m_picture.xRange()).has_value();
    if (hasValues)
        return {};
    return m_yScale.scale == AxisScale::Log ? tr("No value is above 0: a logarithmic axis has no place for them.")
                                            : tr("All values are NaN or infinite.");
}

AxisRange PlotView::yWindow()
{
    if (m_values.fixed && (m_yScale.scale != AxisScale::Log || m_values.fixed->lo > 0))
        return *m_values.fixed;
    const AxisRange from = m_values.from == YFrom::All ? m_picture.xRange(m_xScale.scale).value_or(m_x) : m_x;
    auto values = m_picture.yRange(from);
    if (!values)
        return m_yScale.scale == AxisScale::Log ? NoLogValues : AxisRange{0, 1};
    const auto most = m_values.outlierPercent > 0 ? m_picture.yQuantiles(from, m_values.outlierPercent / 100) : std::nullopt;
    if (most && most->lo < most->hi && *most != *values) {
        if (m_picture.pointCount(m_x) <= CountAtOnce)
            m_outlierCount = m_picture.countOutside(m_x, paddedRange(*most, m_yScale));
        else
            m_outlierTimer->start();
        return paddedRange(*most, m_yScale);
    }
    return paddedRange(*values, m_yScale);
}

void PlotView::countOutliers()
{
    m_outlierCount = m_picture.countOutside(m_x, m_y);
    update();
}

PlotScale PlotView::scaleFor(const QSize &area, double pixelRatio) const
{
    const QSize pixels(int(std::lround(area.width() * pixelRatio)), int(std::lround(area.height() * pixelRatio)));
    return {m_x, m_y, m_yScale, pixels, pixelRatio, m_xScale};
}

QList<LineStyle> PlotView::styles() const
{
    const Theme &theme = Theme::of(palette());
    QList<LineStyle> all;
    all.reserve(lines().size());
    for (const PlotLine &line : lines())
        all.append(lineStyle(line, theme, line.isSelected ? SelectedWidth : LineWidth));
    return all;
}

void PlotView::paintLines(QPainter &painter, const QRect &area)
{
    if (area.width() < 2 || area.height() < 2)
        return;
    if (lines().isEmpty() || !m_obstacle.isEmpty()) {
        painter.setPen(Theme::of(palette()).color(ColorRole::Muted));
        painter.setFont(font());
        painter.drawText(area.adjusted(8, 8, -8, -8), Qt::AlignCenter | Qt::TextWordWrap, lines().isEmpty() ? m_notice : m_obstacle);
        return;
    }
    if (m_output)
        return drawLines(painter, area, *m_output);
    const QString before = caption();
    m_picture.render(scaleFor(area.size(), devicePixelRatioF()), styles(), m_isMoving ? PlotPicture::Motion::Moving : PlotPicture::Motion::Still);
    // A line of the grid lies half a pixel above its place: where there are half pixels, the lines go with it.
    const double up = std::floor(devicePixelRatioF() / 2) / devicePixelRatioF();
    m_picture.paint(painter, QPointF(area.topLeft()) - QPointF(0, up), highlighted(),
                    PlotPicture::Ground::Empty); // the lines have a layer of their own
    if (m_hovered)
        paintMarker(painter, area);
    updateLabels();
    if (before != caption())
        update(); // the caption's own place, which is not being painted now
}

// The names stand where the lines end, so they are placed when it is known where that is.
void PlotView::updateLabels()
{
    QList<PlotLabels::Label> labels;
    const QRect drawn = area();
    for (int i = 0; m_labels->isVisibleTo(this) && i < lines().size(); ++i) {
        if (const auto end = m_picture.endOf(i)) {
            labels.append({lines().at(i).name, Theme::of(palette()).series(lines().at(i).colorIndex),
                           int(end->y() / m_picture.scale().pixelRatio) + drawn.top(), lines().at(i).isSelected});
        }
    }
    m_labels->setLabels(labels);
}

void PlotView::paintMarker(QPainter &painter, const QRect &area) const
{
    const Theme &theme = Theme::of(palette());
    const QPointF at = m_picture.pixelOf(*m_hovered) / m_picture.scale().pixelRatio + area.topLeft();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme.color(ColorRole::Surface), 2));
    painter.setBrush(theme.series(lines().at(m_hovered->line).colorIndex));
    painter.drawEllipse(at, 5, 5);
}

QString PlotView::caption() const
{
    if (lines().isEmpty())
        return {};
    const qint64 points = m_picture.pointCount();
    const qint64 drawn = m_picture.drawnCount();
    QString text = drawn < points ? tr("%1 of %2 points drawn").arg(countText(drawn), countText(points))
        : points == 1             ? tr("1 point")
                                  : tr("%1 points").arg(countText(points));
    if (const qint64 odd = m_picture.undrawableCount(); odd > 0)
        text += u" · "_s + (m_yScale.scale == AxisScale::Log ? tr("%1 NaN, infinite or not above 0") : tr("%1 NaN or infinite")).arg(countText(odd));
    if (m_outlierCount > 0) {
        const QLocale locale;
        text += u" · "_s + (m_outlierCount == 1 ? tr("1 point is outside the %2–%3 % range") : tr("%1 points are outside the %2–%3 % range"))
                               .replace(u"%1"_s, countText(m_outlierCount))
                               .replace(u"%2"_s, locale.toString(m_values.outlierPercent))
                               .replace(u"%3"_s, locale.toString(100 - m_values.outlierPercent));
    }
    return text;
}

void PlotView::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::of(palette());
    QPainter painter(this);
    painter.fillRect(rect(), theme.color(ColorRole::Surface));
    paintCaption(painter);
    if (m_showFocus) {
        painter.setPen(QPen(theme.color(ColorRole::Accent), 1));
        painter.drawRect(rect().adjusted(0, 0, -1, -1));
    }
}

void PlotView::paintCaption(QPainter &painter) const
{
    painter.setFont(captionFont(font()));
    painter.setPen(Theme::of(palette()).color(ColorRole::Muted));
    const QRect row(SidePadding, height() - CaptionHeight, width() - 2 * SidePadding, CaptionHeight);
    const QFontMetrics metrics = painter.fontMetrics();
    const QString right = m_status.isEmpty() && !lines().isEmpty() ? m_surface->xCaption() : m_status;
    const int rightWidth = right.isEmpty() ? 0 : metrics.horizontalAdvance(right) + 12;
    painter.drawText(row, Qt::AlignRight | Qt::AlignVCenter, metrics.elidedText(right, Qt::ElideRight, row.width()));
    painter.drawText(row, Qt::AlignLeft | Qt::AlignVCenter,
                     metrics.elidedText(caption(), Qt::ElideRight, std::max(0, row.width() - rightWidth)));
}

void PlotView::resizeEvent(QResizeEvent *)
{
    m_tip->hide();
    m_surface->setGeometry(0, 0, width(), std::max(0, height() - CaptionHeight));
    m_labels->setGeometry(width() - m_labels->width() - 4, 0, m_labels->width(), m_surface->height());
    updateWindow();
}

void PlotView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) {
        m_surface->updateLines();
        update();
    }
}

void PlotView::setHovered(const std::optional<PlotHit> &hit)
{
    if (!hit)
        m_tip->hide();
    if (m_hovered == hit)
        return;
    const int before = m_hovered ? m_hovered->line : -1;
    m_hovered = hit;
    updateCursor();
    m_surface->updateLines();
    if (const int line = hit ? hit->line : -1; line != before)
        Q_EMIT lineHovered(line);
}

void PlotView::hover(const QPointF &position)
{
    const QRect drawn = area();
    const double ratio = m_picture.scale().pixelRatio;
    std::optional<PlotHit> hit;
    if (drawn.contains(position.toPoint()))
        hit = m_picture.hit((position - drawn.topLeft()) * ratio, HoverReach * ratio);
    setHovered(hit);
    if (!hit)
        return;
    const PlotLine &line = lines().at(hit->line);
    const QPointF at = m_picture.pixelOf(*hit) / ratio + drawn.topLeft();
    m_tip->showAt({std::clamp(int(at.x()), drawn.left(), drawn.right()), std::clamp(int(at.y()), drawn.top(), drawn.bottom())},
                  {Theme::of(palette()).series(line.colorIndex), visibleText(line.name, 200),
                   metricText(line.pyramid->y(hit->point)), line.values.isEmpty() ? placeText(*hit) : placeText(*hit) + u" · "_s + line.values, differenceText(*hit)});
}

QString PlotView::placeText(const PlotHit &hit) const
{
    const PlotLine &line = lines().at(hit.line);
    const double x = line.pyramid->x(hit.point) - line.xOffset;
    if (line.isGroup) {
        switch (m_xAxis) {
        case XAxis::Step: return tr("Step %1").arg(countText(std::llround(x)));
        case XAxis::WallTime: return timeText(std::llround(x));
        case XAxis::RelativeTime: return durationText(std::llround(x));
        case XAxis::Metric: return metricText(x);
        }
    }
    const PackedSeries &series = line.pyramid->series();
    const uint32_t source = line.pyramid->sourceIndex(hit.point);
    const QString step = tr("Step %1").arg(countText(series.steps[source]));
    switch (m_xAxis) {
    case XAxis::Step: return step;
    case XAxis::WallTime: return step + u" · "_s + timeText(series.timestamps[source]);
    case XAxis::RelativeTime: return step + u" · "_s + durationText(series.timestamps[source] - qint64(line.xOffset));
    case XAxis::Metric: return metricText(line.pyramid->x(hit.point)) + u" · "_s + step;
    }
    return step;
}

} // namespace Assay
