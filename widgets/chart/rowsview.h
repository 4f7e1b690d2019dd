// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/chart/cardview.h"
#include "widgets/chart/plotframe.h"

namespace Assay {

// Named rows over one axis of values, from the top: what bars, boxes and importances have in common. Shows as many as
// have room and says how many there are.
class RowsView : public CardView
{
    Q_OBJECT

public:
    using CardView::CardView;

    qsizetype shownRows() const { return m_shown; }
    const PlotFrame &frame() const { return m_frame; }

protected:
    virtual qsizetype rowCount() const = 0;
    virtual QString rowLabel(qsizetype row) const = 0;
    virtual FrameAxis valueAxis() const = 0; // of the first `shownRows()`
    virtual int leastRowHeight() const { return 16; }
    virtual double axisShare() const { return 1; } // of the width, from the left; the rest is the view's own

    void layOut() override;
    QRectF rowRect(qsizetype row) const;             // as wide as the area
    std::optional<qsizetype> rowAt(const QPointF &position) const;
    void paintMore(QPainter &painter) const;         // "20 of 400"

private:
    PlotFrame m_frame;
    qsizetype m_shown = 0;
};

} // namespace Assay
