// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/chart/rowsview.h"

namespace Assay {

// Values as bars from zero, with the spread of groups.
class BarView : public RowsView
{
    Q_OBJECT

public:
    struct Bar {
        QString name;
        double value = 0;
        double spread = 0;  // to each side; 0: none
        int run = -1;       // of the runs; −1: a group
        int color = -1;     // of the series
        QString detail;     // for the tip
        friend bool operator==(const Bar &, const Bar &) = default;
    };

    using RowsView::RowsView;

    // `like` says how values are written; its title is the axis'.
    void setBars(QList<Bar> bars, ChartColumn like);
    const QList<Bar> &bars() const { return m_bars; }

protected:
    qsizetype rowCount() const override { return m_bars.size(); }
    QString rowLabel(qsizetype row) const override { return m_bars[row].name; }
    FrameAxis valueAxis() const override;
    int leastRowHeight() const override { return 14; }
    void paintPlot(QPainter &painter) const override;
    void paintOver(QPainter &painter) const override;
    std::optional<Hit> hitAt(const QPointF &position) const override;

private:
    QRectF barRect(qsizetype row) const;
    QColor barColor(const Bar &bar) const; // its own, else the run's

    QList<Bar> m_bars;
    ChartColumn m_like;
};

} // namespace Assay
