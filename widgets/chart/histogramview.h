// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/chart/cardview.h"
#include "widgets/chart/plotframe.h"

namespace Assay {

// How many runs have which value. A drag over the bins brushes them, a click one.
class HistogramView final : public CardView
{
    Q_OBJECT

public:
    explicit HistogramView(QWidget *parent = nullptr) : CardView(parent) {}

    // `bins` are of the column; see cardBins(). Other bins forget the brush.
    void setColumn(ChartColumn column, QList<ValueBin> bins);
    const PlotFrame &frame() const { return m_frame; }

    QList<AxisBrush> brushes() const override;
    qsizetype brushedCount() const override;
    void clearBrushes() override;

protected:
    void layOut() override;
    void paintPlot(QPainter &painter) const override;
    void paintOver(QPainter &painter) const override;
    std::optional<Hit> hitAt(const QPointF &position) const override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;

private:
    qsizetype binAt(double x) const; // the nearest
    QRectF barOf(qsizetype bin) const;

    ChartColumn m_column;
    QList<ValueBin> m_bins;
    std::vector<qsizetype> m_counts;
    PlotFrame m_frame;
    std::optional<qsizetype> m_dragFrom;
    std::optional<std::pair<qsizetype, qsizetype>> m_brush; // first and last bin
};

} // namespace Assay
