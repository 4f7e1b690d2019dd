// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/chart/reading.h"
#include "models/items/runview.h"
#include "widgets/panels/charts/chartgrid.h"

#include <QElapsedTimer>
#include <QPointer>

namespace Assay {

class ChartCard;

// What all charts of a page show together: the place under the pointer and the reference, the run that stands out, and
// the way back from zooms. GUI thread.
class PageCursor final : public QObject
{
    Q_OBJECT

public:
    PageCursor(ChartGrid &grid, QObject *parent);

    void setView(RunView *view);
    void connectCard(ChartCard *card);
    void refresh(ChartCard &card); // its lines are others now

    std::optional<double> cursor() const { return m_cursor; }
    std::optional<double> reference() const { return m_reference; }
    void setReference(std::optional<double> x);
    ReadingRule rule() const { return m_rule; }
    void setRule(ReadingRule rule);
    ChartCard *card() const { return m_card; } // that the pointer was in last; may be gone

    bool canZoomBack() const { return !m_zoomsBefore.isEmpty(); }
    void zoomBack();
    void forget(); // other axes: what was marked means nothing there

Q_SIGNALS:
    void changed(); // cursor, reference, rule or card
    void zoomsChanged(); // canZoomBack() may be another

private:
    void tellZooms();
    void rememberZoom(const QString &key, const PageZoom &before);
    void updateHighlight();

    ChartGrid &m_grid;
    RunView *m_view = nullptr;
    std::optional<double> m_cursor;
    std::optional<double> m_reference;
    ReadingRule m_rule = ReadingRule::Nearest;
    QPointer<ChartCard> m_card;
    QList<PageZoom> m_zoomsBefore;
    QString m_zoomedKey; // of the last zoom
    QElapsedTimer m_sinceZoom;
};

} // namespace Assay
