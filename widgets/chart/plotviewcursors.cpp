// SPDX-License-Identifier: GPL-3.0-or-later
// The places on the x axis that a PlotView marks.
#include "models/items/displaytext.h"
#include "widgets/chart/plotcursors.h"
#include "widgets/chart/plotsurface.h"
#include "widgets/chart/plotview.h"

#include <QKeyEvent>

#include <cmath>

namespace Assay {

using namespace Qt::StringLiterals;

namespace {

constexpr double ReferenceReach = 6; // pixels: as close as this to the reference is a click on it

} // namespace

void PlotView::setCursor(std::optional<double> x)
{
    if (m_cursor == x)
        return;
    m_cursor = x;
    updateCursors();
}

void PlotView::setReference(std::optional<double> x)
{
    if (m_reference == x)
        return;
    m_reference = x;
    updateCursors();
}

void PlotView::setHighlighted(int line)
{
    if (m_highlighted == line)
        return;
    const int before = highlighted();
    m_highlighted = line;
    if (highlighted() != before)
        m_surface->updateLines();
}

std::optional<double> PlotView::pixelOfX(double x) const
{
    const QRect drawn = area();
    const double at = drawn.left() + PlotScale{m_x, m_y, m_yScale, drawn.size(), 1.0, m_xScale}.toPixelX(x);
    return at >= drawn.left() && at <= drawn.right() + 1 ? std::optional(at) : std::nullopt;
}

// Lines that only grew have the point where it was.
bool PlotView::isStillAt(const PlotHit &hit, const QList<PlotLine> &lines) const
{
    const PlotLine &before = this->lines().at(hit.line);
    if (hit.line >= lines.size() || lines.at(hit.line).name != before.name)
        return false;
    const PlotLine &now = lines.at(hit.line);
    return hit.point < now.pyramid->size() && now.pyramid->x(hit.point) == before.pyramid->x(hit.point)
        && now.xOffset == before.xOffset;
}

void PlotView::updateCursors()
{
    const QRect drawn = area();
    const bool hasLines = !lines().isEmpty() && !drawn.isEmpty();
    m_cursors->setGeometry(0, drawn.top(), width(), std::max(0, drawn.height()));
    const auto place = [this, hasLines](const std::optional<double> &x) { return hasLines && x ? pixelOfX(*x) : std::nullopt; };
    m_cursors->setCursor(place(m_cursor));
    m_cursors->setReference(place(m_reference));
}

// Steps are whole, so the line stands on one.
void PlotView::followPointer(const std::optional<QPointF> &position)
{
    const QRect drawn = area();
    std::optional<double> x;
    if (position && !lines().isEmpty() && drawn.contains(position->toPoint())) {
        x = PlotScale{m_x, m_y, m_yScale, drawn.size(), 1.0, m_xScale}.fromPixelX(position->x() - drawn.left());
        if (m_hovered) // on the point that is told of
            x = lines().at(m_hovered->line).pyramid->x(m_hovered->point) - lines().at(m_hovered->line).xOffset;
        else if (m_xAxis == XAxis::Step)
            x = std::round(*x);
    }
    if (x == m_cursor)
        return;
    setCursor(x);
    Q_EMIT cursorMoved(x);
}

void PlotView::toggleReference(const QPointF &position)
{
    const auto at = m_reference ? pixelOfX(*m_reference) : std::nullopt;
    if (at && std::abs(*at - position.x()) <= ReferenceReach) {
        setReference(std::nullopt);
    } else {
        followPointer(position);
        if (!m_cursor)
            return;
        setReference(m_cursor);
    }
    Q_EMIT referenceChosen(m_reference);
}

QString PlotView::xText(double x, bool isDifference) const
{
    switch (m_xAxis) {
    case XAxis::Step:
    case XAxis::Metric: return isDifference ? Assay::differenceText(x) : metricText(x);
    case XAxis::WallTime: return isDifference ? durationText(qint64(x)) : timeText(qint64(x));
    case XAxis::RelativeTime: return durationText(qint64(x));
    }
    return {};
}

// From the reference to the point, along both axes.
QString PlotView::differenceText(const PlotHit &hit) const
{
    if (!m_reference)
        return {};
    const PlotLine &line = lines().at(hit.line);
    const QString along = u"Δx "_s + xText(line.pyramid->x(hit.point) - line.xOffset - *m_reference, true);
    const auto there = pointAt(*line.pyramid, *m_reference + line.xOffset, m_rule);
    if (!there)
        return along;
    return along + u" · Δy "_s + Assay::differenceText(line.pyramid->y(hit.point) - line.pyramid->y(*there));
}

bool PlotView::event(QEvent *event)
{
    if (m_isZoomUndoable && (event->type() == QEvent::ShortcutOverride || event->type() == QEvent::KeyPress)) {
        auto *key = static_cast<QKeyEvent *>(event);
        if (key->matches(QKeySequence::Undo)) {
            event->accept();
            if (event->type() == QEvent::KeyPress)
                Q_EMIT zoomUndoRequested();
            return true;
        }
    }
    return QWidget::event(event);
}

} // namespace Assay
