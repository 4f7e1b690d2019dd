// SPDX-License-Identifier: GPL-3.0-or-later
// The hands of ParallelView: what is under the pointer, brushes, titles that are dragged.
#include "widgets/chart/parallelview.h"

#include "models/items/cardcolumns.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QMenu>
#include <QMouseEvent>

#include <cmath>

using namespace Qt::StringLiterals;

namespace Assay {

namespace {

constexpr double AxisReach = 9;
constexpr double LineReach = 6;
constexpr double LowestPart = -0.11; // the lower edge of the place of runs without a value

} // namespace

std::optional<qsizetype> ParallelView::axisAt(double x, double reach) const
{
    for (qsizetype axis = 0; axis < m_axes.size(); ++axis)
        if (std::fabs(axisX(axis) - x) <= reach)
            return axis;
    return {};
}

std::optional<qsizetype> ParallelView::titleAt(const QPointF &position) const
{
    const double room = m_axes.size() < 2 ? m_area.width() : m_area.width() / double(m_axes.size() - 1);
    return position.y() < m_area.top() - 4 && position.y() > m_area.top() - 26 ? axisAt(position.x(), room / 2) : std::nullopt;
}

std::optional<CardView::Hit> ParallelView::hitAt(const QPointF &position) const
{
    if (m_drag != Drag::None || m_axes.isEmpty())
        return {};
    if (const auto axis = titleAt(position))
        return Hit{-1, {neutralColor(), m_axes[*axis].column.title, missingText({&m_axes[*axis].column}), tr("Drag to reorder, double-click to turn round")}};
    if (m_axes.size() < 2 || position.x() < axisX(0) || position.x() > axisX(m_axes.size() - 1))
        return {};
    const double gap = axisX(1) - axisX(0);
    const auto left = std::clamp<qsizetype>(qsizetype((position.x() - axisX(0)) / gap), 0, m_axes.size() - 2);
    const double share = (position.x() - axisX(left)) / gap;
    double nearest = LineReach;
    std::optional<size_t> found;
    for (size_t run = 0; run < m_inside.size(); ++run) {
        if (!m_inside[run])
            continue;
        const double a = axisY(partOf(left, run).value_or(0)), b = axisY(partOf(left + 1, run).value_or(0));
        // At a right angle to the line, as steep ones are thin, too.
        const double distance = std::fabs(a + (b - a) * share - position.y()) * gap / std::hypot(gap, b - a);
        if (distance < nearest) {
            nearest = distance;
            found = run;
        }
    }
    if (!found)
        return {};
    const auto told = [&](const ChartColumn &column) {
        return columnTitle(column.title) + u" "_s + (column.has(*found) ? cardValueText(column, column.values[*found]) : u"–"_s);
    };
    return Hit{int(*found), {runColor(*found), runs().names.value(qsizetype(*found)), told(m_axes[left].column), told(m_axes[left + 1].column)}};
}

void ParallelView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || !hasPlot())
        return;
    m_dragFrom = event->position();
    if (const auto title = titleAt(event->position())) {
        m_drag = Drag::Pending;
        m_dragAxis = *title;
        return;
    }
    const auto axis = axisAt(event->position().x(), AxisReach);
    if (!axis || event->position().y() < m_area.top() - 4)
        return;
    hidePlotTip();
    m_dragAxis = *axis;
    const double part = partAt(event->position().y());
    const auto &brush = m_brushes[*axis];
    m_drag = brush && part >= brush->first && part <= brush->second ? Drag::Move : Drag::Brush;
    m_dragBrush = brush.value_or(Parts(part, part));
}

void ParallelView::dragBrush(double part)
{
    if (m_drag == Drag::Move) {
        const double by = part - partAt(m_dragFrom.y()), size = m_dragBrush.second - m_dragBrush.first;
        const double low = std::clamp(m_dragBrush.first + by, std::min(LowestPart, m_dragBrush.first), std::max(1 - size, m_dragBrush.first));
        setBrush(m_dragAxis, Parts(low, low + size));
        return;
    }
    const double from = std::clamp(partAt(m_dragFrom.y()), LowestPart, 1.0), to = std::clamp(part, LowestPart, 1.0);
    setBrush(m_dragAxis, std::minmax(from, to));
}

void ParallelView::mouseMoveEvent(QMouseEvent *event)
{
    const bool isFar = (event->position() - m_dragFrom).manhattanLength() >= QApplication::startDragDistance();
    switch (m_drag) {
    case Drag::Pending:
        if (isFar) {
            hidePlotTip();
            m_drag = Drag::Title;
        }
        return;
    case Drag::Title:
        m_dragX = event->position().x();
        dropTitle(m_dragX);
        return;
    case Drag::Move:
    case Drag::Brush:
        if (isFar || m_brushes[m_dragAxis] != std::optional(m_dragBrush))
            dragBrush(partAt(event->position().y()));
        return;
    case Drag::None: break;
    }
    const bool isOnAxis = hasPlot() && axisAt(event->position().x(), AxisReach) && event->position().y() > m_area.top() - 4;
    setCursor(!hasPlot() ? Qt::ArrowCursor : titleAt(event->position()) ? Qt::OpenHandCursor : isOnAxis ? Qt::SplitVCursor : Qt::ArrowCursor);
    CardView::mouseMoveEvent(event);
}

// The axis goes where the pointer is, the others make room.
void ParallelView::dropTitle(double x)
{
    const double room = m_area.width() / double(std::max<qsizetype>(1, m_axes.size() - 1));
    const auto place = std::clamp<qsizetype>(std::lround((x - m_area.left()) / room), 0, m_axes.size() - 1);
    if (place == m_dragAxis)
        return;
    m_axes.move(m_dragAxis, place);
    m_scales.move(m_dragAxis, place);
    m_ends.move(m_dragAxis, place);
    m_haveGaps.move(m_dragAxis, place);
    m_brushes.move(m_dragAxis, place);
    m_dragAxis = place;
    changePlot();
}

void ParallelView::mouseReleaseEvent(QMouseEvent *event)
{
    const Drag drag = std::exchange(m_drag, Drag::None);
    const bool isFar = (event->position() - m_dragFrom).manhattanLength() >= QApplication::startDragDistance();
    if (drag == Drag::Title) {
        QStringList keys;
        for (const Axis &axis : std::as_const(m_axes))
            keys.append(axis.column.title);
        update();
        emit orderChanged(keys);
    } else if (drag == Drag::Brush && !isFar && m_brushes[m_dragAxis]) {
        setBrush(m_dragAxis, std::nullopt);
    } else if (drag == Drag::None) {
        CardView::mouseReleaseEvent(event);
    }
}

void ParallelView::mouseDoubleClickEvent(QMouseEvent *event)
{
    m_drag = Drag::None;
    if (const auto title = hasPlot() ? titleAt(event->position()) : std::nullopt)
        emit axisChanged(m_axes[*title].column.title, m_axes[*title].isLog, !m_axes[*title].isInverted);
}

void ParallelView::contextMenuEvent(QContextMenuEvent *event)
{
    const double room = m_axes.size() < 2 ? m_area.width() : m_area.width() / double(m_axes.size() - 1);
    const auto axis = hasPlot() ? axisAt(event->pos().x(), std::min(40.0, room / 2)) : std::nullopt;
    if (!axis) {
        event->ignore();
        return;
    }
    const Axis &shown = m_axes[*axis];
    const QString key = shown.column.title;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    QAction *turn = menu->addAction(tr("Turn round"), this, [this, key, log = shown.isLog, turned = shown.isInverted] { emit axisChanged(key, log, !turned); });
    turn->setCheckable(true);
    turn->setChecked(shown.isInverted);
    QAction *log = menu->addAction(tr("Logarithmic"), this, [this, key, isLog = shown.isLog, turned = shown.isInverted] { emit axisChanged(key, !isLog, turned); });
    log->setCheckable(true);
    log->setChecked(shown.isLog);
    const auto ends = shown.column.bounds();
    log->setEnabled(!shown.column.isText() && ends && ends->first > 0);
    menu->addSeparator();
    menu->addAction(tr("Remove axis"), this, [this, key] { emit axisRemoved(key); })->setEnabled(m_axes.size() > 2);
    menu->popup(event->globalPos());
}

void ParallelView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange) {
        m_base = {};
        m_frameIsOld = true;
    }
    CardView::changeEvent(event);
}

} // namespace Assay
