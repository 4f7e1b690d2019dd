// SPDX-License-Identifier: GPL-3.0-or-later
// What PlotView does with mouse and keys.
#include "widgets/chart/plotsurface.h"
#include "widgets/chart/plotview.h"

#include <QMouseEvent>
#include <QRubberBand>

#include <algorithm>
#include <cmath>

namespace Assay {

namespace {

constexpr int LeastDrag = 6;        // pixels; less is a click
constexpr int FlatBand = 14;        // a band as low as this leaves the other axis as it is
constexpr double WheelStep = 1.25;  // per notch
constexpr double KeyPan = 0.1;      // of what is seen

} // namespace

void PlotView::startDrag(QMouseEvent *event)
{
    const bool pan = event->button() == Qt::MiddleButton
        || (event->button() == Qt::LeftButton && (m_spaceHeld || event->modifiers().testFlag(Qt::ShiftModifier)));
    m_drag = pan ? Drag::Pan : Drag::Pending;
    m_dragFrom = event->position().toPoint();
    m_dragLast = event->position();
    updateCursor();
}

void PlotView::mousePressEvent(QMouseEvent *event)
{
    const bool ours = event->button() == Qt::LeftButton || event->button() == Qt::MiddleButton;
    if (!ours || !area().contains(event->position().toPoint()) || lines().isEmpty()) {
        event->ignore();
        return;
    }
    startDrag(event);
}

void PlotView::mouseMoveEvent(QMouseEvent *event)
{
    switch (m_drag) {
    case Drag::None:
        hover(event->position());
        followPointer(event->position());
        return;
    case Drag::Pan: {
        const QPointF moved = event->position() - m_dragLast;
        m_dragLast = event->position();
        panBy({-moved.x() / std::max(1, area().width()), moved.y() / std::max(1, area().height())});
        return;
    }
    case Drag::Pending:
        if ((event->position().toPoint() - m_dragFrom).manhattanLength() < LeastDrag)
            return;
        m_drag = Drag::Band;
        setHovered(std::nullopt);
        if (!m_band)
            m_band = new QRubberBand(QRubberBand::Rectangle, this);
        m_band->show();
        [[fallthrough]];
    case Drag::Band:
        m_band->setGeometry(bandRect(event->position().toPoint()));
        return;
    }
}

void PlotView::mouseReleaseEvent(QMouseEvent *event)
{
    const Drag drag = std::exchange(m_drag, Drag::None);
    const bool isClick = drag == Drag::Pending
        || (drag == Drag::Pan && !m_spaceHeld && (event->position().toPoint() - m_dragFrom).manhattanLength() < LeastDrag);
    if (isClick && event->button() == Qt::LeftButton && event->modifiers().testFlag(Qt::AltModifier)) {
        toggleReference(event->position());
    } else if (isClick && event->button() == Qt::LeftButton) {
        hover(event->position());
        if (m_hovered)
            Q_EMIT lineActivated(m_hovered->line, event->modifiers());
    } else if (drag == Drag::Band) {
        m_band->hide();
        zoomToBand(bandRect(event->position().toPoint()));
    }
    updateCursor();
}

void PlotView::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        showAll();
}

// Between where the drag began and `to`, inside the area; a flat one spans the whole other axis.
QRect PlotView::bandRect(const QPoint &to) const
{
    const QRect drawn = area();
    const QPoint end(std::clamp(to.x(), drawn.left(), drawn.right()), std::clamp(to.y(), drawn.top(), drawn.bottom()));
    QRect band = QRect(m_dragFrom, end).normalized();
    const bool flat = band.height() < FlatBand && band.width() >= FlatBand;
    const bool narrow = band.width() < FlatBand && band.height() >= FlatBand;
    if (flat) {
        band.setTop(drawn.top());
        band.setBottom(drawn.bottom());
    } else if (narrow) {
        band.setLeft(drawn.left());
        band.setRight(drawn.right());
    }
    return band;
}

void PlotView::zoomToBand(const QRect &band)
{
    const QRect drawn = area();
    const PlotScale logical{m_x, m_y, m_yScale, drawn.size(), 1.0, m_xScale};
    if (band.width() < 3 || band.height() < 3)
        return;
    PlotZoom zoom = m_zoom;
    if (band.width() < drawn.width())
        zoom.x = AxisRange{logical.fromPixelX(band.left() - drawn.left()), logical.fromPixelX(band.right() - drawn.left())};
    if (band.height() < drawn.height())
        zoom.y = AxisRange{logical.fromPixelY(band.bottom() - drawn.top()), logical.fromPixelY(band.top() - drawn.top())};
    // Zooming in and out again has to come back to the same place, so what doubles cannot divide is refused.
    if (zoom.x && zoomed(*zoom.x, zoom.x->lo, 0.5, m_xScale) == *zoom.x)
        return;
    if (zoom.y && zoomed(*zoom.y, zoom.y->lo, 0.5, m_yScale) == *zoom.y)
        return;
    setZoom(zoom);
}

// Along x where the pointer is among the lines, since y follows what is seen; along both once y was chosen; along y alone
// over its numbers.
void PlotView::zoomAt(const QPointF &position, double factor)
{
    const QRect drawn = area();
    const PlotScale logical{m_x, m_y, m_yScale, drawn.size(), 1.0, m_xScale};
    const QPointF at = position - drawn.topLeft();
    const bool overNumbers = position.x() < drawn.left();
    PlotZoom zoom = m_zoom;
    if (!overNumbers)
        zoom.x = zoomed(m_x, logical.fromPixelX(at.x()), factor, m_xScale);
    if (overNumbers || zoom.y)
        zoom.y = zoomed(m_y, logical.fromPixelY(std::clamp(at.y(), 0.0, double(drawn.height()))), factor, m_yScale);
    setZoom(zoom);
}

void PlotView::panBy(const QPointF &part)
{
    PlotZoom zoom = m_zoom;
    if (part.x() != 0)
        zoom.x = panned(m_x, part.x(), m_xScale);
    if (part.y() != 0 && zoom.y)
        zoom.y = panned(m_y, part.y(), m_yScale);
    setZoom(zoom);
}

void PlotView::wheelEvent(QWheelEvent *event)
{
    const bool zooms = m_wheelZooms || event->modifiers().testFlag(Qt::ControlModifier);
    if (!zooms || lines().isEmpty()) {
        event->ignore(); // scrolls the page that the chart stands on
        return;
    }
    const double notches = event->angleDelta().y() / 120.0;
    if (event->angleDelta().x() != 0)
        panBy({-event->angleDelta().x() / 120.0 * KeyPan, 0});
    if (notches != 0)
        zoomAt(event->position(), std::pow(WheelStep, -notches));
    hover(event->position());
    event->accept();
}

void PlotView::leaveEvent(QEvent *)
{
    if (m_drag != Drag::None)
        return;
    setHovered(std::nullopt);
    followPointer(std::nullopt);
}

void PlotView::keyPressEvent(QKeyEvent *event)
{
    const QPointF middle = QRectF(area()).center();
    if (event->modifiers() & Qt::ControlModifier) // moves the card that the plot stands in
        return QWidget::keyPressEvent(event);
    switch (event->key()) {
    case Qt::Key_Left: panBy({-KeyPan, 0}); return;
    case Qt::Key_Right: panBy({KeyPan, 0}); return;
    case Qt::Key_Plus:
    case Qt::Key_Equal: zoomAt(middle, 1 / (WheelStep * WheelStep)); return;
    case Qt::Key_Minus: zoomAt(middle, WheelStep * WheelStep); return;
    case Qt::Key_0:
    case Qt::Key_Home: showAll(); return;
    case Qt::Key_Space:
        m_spaceHeld = true;
        updateCursor();
        return;
    case Qt::Key_Escape:
        if (m_drag == Drag::Band) {
            m_band->hide();
            m_drag = Drag::None;
            return;
        }
        if (!m_zoom.isAll()) {
            showAll();
            return;
        }
        break;
    default: break;
    }
    QWidget::keyPressEvent(event);
}

void PlotView::keyReleaseEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Space && !event->isAutoRepeat()) {
        m_spaceHeld = false;
        updateCursor();
        return;
    }
    QWidget::keyReleaseEvent(event);
}

void PlotView::focusInEvent(QFocusEvent *event)
{
    m_showFocus = event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason;
    update();
    QWidget::focusInEvent(event);
}

void PlotView::focusOutEvent(QFocusEvent *event)
{
    m_spaceHeld = false;
    m_showFocus = false;
    updateCursor();
    update();
    QWidget::focusOutEvent(event);
}

void PlotView::updateCursor()
{
    if (m_drag == Drag::Pan)
        setCursor(Qt::ClosedHandCursor);
    else if (m_spaceHeld)
        setCursor(Qt::OpenHandCursor);
    else if (m_hovered)
        setCursor(Qt::PointingHandCursor);
    else
        unsetCursor();
}

} // namespace Assay
