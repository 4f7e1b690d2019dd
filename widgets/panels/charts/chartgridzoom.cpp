// SPDX-License-Identifier: GPL-3.0-or-later
// The zooms of all cards, in view or not.
#include "widgets/panels/charts/chartcard.h"
#include "widgets/panels/charts/chartgrid.h"

namespace Assay {

PlotZoom PageZoom::of(const QString &key) const
{
    PlotZoom zoom = own.value(key);
    if (x)
        zoom.x = x;
    return zoom;
}

void ChartGrid::applyZoom(ChartCard &card)
{
    const bool before = std::exchange(m_isApplyingZooms, true);
    card.plot().setZoom(m_zooms.of(card.key()));
    m_isApplyingZooms = before;
}

void ChartGrid::setZooms(const PageZoom &zooms)
{
    m_zooms = zooms;
    for (ChartCard *card : std::as_const(m_cards))
        applyZoom(*card);
}

void ChartGrid::takeZoom(ChartCard &card)
{
    const PlotZoom zoom = card.plot().zoom();
    if (m_isApplyingZooms || zoom == m_zooms.of(card.key()))
        return;
    PageZoom next = m_linksZoom ? PageZoom{zoom.x, {}} : m_zooms;
    if (!m_linksZoom && next.x) {
        // They went together until now: each card in view goes on from there by itself.
        for (const ChartCard *each : std::as_const(m_cards))
            next.own.insert(each->key(), next.of(each->key()));
        next.x.reset();
    }
    if (zoom.isAll())
        next.own.remove(card.key());
    else
        next.own.insert(card.key(), zoom);
    const PageZoom before = m_zooms;
    setZooms(next);
    card.plot().paintFirst();
    Q_EMIT zoomed(card.key(), before);
}

} // namespace Assay
