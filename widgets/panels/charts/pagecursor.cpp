// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/charts/pagecursor.h"

#include "widgets/panels/charts/chartcard.h"

namespace Assay {

namespace {

constexpr qsizetype MostZooms = 200;
constexpr qint64 OneGesture = 600; // ms: turns of the wheel that follow each other are one zoom

} // namespace

PageCursor::PageCursor(ChartGrid &grid, QObject *parent) : QObject(parent), m_grid(grid)
{
    connect(&grid, &ChartGrid::zoomed, this, &PageCursor::rememberZoom);
}

void PageCursor::setView(RunView *view)
{
    if (m_view)
        m_view->disconnect(this);
    m_view = view;
    if (view)
        connect(view, &RunView::hoveredChanged, this, &PageCursor::updateHighlight);
}

void PageCursor::connectCard(ChartCard *card)
{
    connect(card, &ChartCard::runHovered, this, [this](const std::optional<RunRef> &run) {
        if (m_view)
            m_view->setHoveredRun(run);
    });
    connect(&card->plot(), &PlotView::cursorMoved, this, [this, card](std::optional<double> x) {
        m_cursor = x;
        m_card = card;
        for (ChartCard *each : m_grid.cards())
            each->plot().setCursor(x);
        Q_EMIT changed();
    });
    connect(&card->plot(), &PlotView::referenceChosen, this, &PageCursor::setReference);
    connect(&card->plot(), &PlotView::zoomUndoRequested, this, &PageCursor::zoomBack);
}

void PageCursor::refresh(ChartCard &card)
{
    PlotView &plot = card.plot();
    plot.setCursor(m_cursor);
    plot.setReference(m_reference);
    plot.setReadingRule(m_rule);
    plot.setZoomUndoable(canZoomBack());
    card.setHighlightedRun(m_view ? m_view->hoveredRun() : std::nullopt);
    if (m_card == &card)
        Q_EMIT changed();
}

void PageCursor::setReference(std::optional<double> x)
{
    m_reference = x;
    for (ChartCard *each : m_grid.cards())
        each->plot().setReference(x);
    Q_EMIT changed();
}

void PageCursor::setRule(ReadingRule rule)
{
    if (m_rule == rule)
        return;
    m_rule = rule;
    for (ChartCard *each : m_grid.cards())
        each->plot().setReadingRule(rule);
    Q_EMIT changed();
}

void PageCursor::updateHighlight()
{
    for (ChartCard *each : m_grid.cards())
        each->setHighlightedRun(m_view->hoveredRun());
}

void PageCursor::tellZooms()
{
    for (ChartCard *each : m_grid.cards())
        each->plot().setZoomUndoable(canZoomBack());
    Q_EMIT zoomsChanged();
}

void PageCursor::rememberZoom(const QString &key, const PageZoom &before)
{
    const bool isSameGesture = key == m_zoomedKey && m_sinceZoom.isValid() && !m_sinceZoom.hasExpired(OneGesture);
    m_sinceZoom.start();
    m_zoomedKey = key;
    if (isSameGesture)
        return;
    m_zoomsBefore.append(before);
    if (m_zoomsBefore.size() > MostZooms)
        m_zoomsBefore.removeFirst();
    tellZooms();
}

void PageCursor::zoomBack()
{
    if (!canZoomBack())
        return;
    m_sinceZoom.invalidate();
    m_grid.setZooms(m_zoomsBefore.takeLast());
    tellZooms();
}

void PageCursor::forget()
{
    m_cursor.reset();
    setReference(std::nullopt);
    m_zoomsBefore.clear();
    m_grid.forgetZooms();
    tellZooms();
}

} // namespace Assay
