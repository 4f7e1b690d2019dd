// SPDX-License-Identifier: GPL-3.0-or-later
// PlotView in motion: what is painted when, and how closely.
#include "widgets/chart/paintturns.h"
#include "widgets/chart/plotsurface.h"
#include "widgets/chart/plotview.h"

#include <QTimer>

namespace Assay {

void PlotView::setTurns(PaintTurns *turns)
{
    m_turns = turns;
    m_surface->setTurns(turns);
}

void PlotView::paintFirst()
{
    if (m_turns)
        m_turns->putFirst(m_surface);
}

void PlotView::forgetPicture()
{
    setLines({});
    if (m_turns)
        m_surface->blank();
}

void PlotView::setZoom(const PlotZoom &zoom)
{
    if (m_zoom == zoom)
        return;
    m_zoom = zoom;
    m_isMoving = m_motionTimer->isActive(); // what changes once is exact at once
    m_motionTimer->start();
    setHovered(std::nullopt);
    updateWindow();
    Q_EMIT zoomChanged();
}

void PlotView::setFixed(const PlotZoom &fixed)
{
    if (m_fixed == fixed)
        return;
    m_fixed = fixed;
    updateWindow();
}

void PlotView::comeToRest()
{
    m_isMoving = false;
    if (!m_picture.isFinal())
        m_surface->updateLines();
}

} // namespace Assay
