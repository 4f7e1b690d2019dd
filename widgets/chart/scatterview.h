// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/chart/cardview.h"
#include "widgets/chart/plotframe.h"

namespace Assay {

// Runs as dots over two columns. A drag brushes a part of both axes.
class ScatterView final : public CardView
{
    Q_OBJECT

public:
    struct Trend {
        std::vector<QPointF> points; // in values of the columns
        QString label;               // "R² 0.81"
        friend bool operator==(const Trend &, const Trend &) = default;
    };

    explicit ScatterView(QWidget *parent = nullptr) : CardView(parent) {}

    void setColumns(ChartColumn x, ChartColumn y, bool logX, bool logY); // of the runs; forgets trend and front, on other axes the brush, too
    void setTrend(Trend trend);
    void setFront(std::vector<size_t> runs); // by x
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
    bool isDrawn(size_t run) const { return m_x.has(run) && m_y.has(run); }
    QPointF placeOf(size_t run) const;
    void paintTrend(QPainter &painter) const;
    void paintFront(QPainter &painter) const;

    ChartColumn m_x, m_y;
    PlotFrame m_frame;
    Trend m_trend;
    std::vector<size_t> m_front;
    std::optional<QPointF> m_dragFrom;
    bool m_isDragging = false;
    std::optional<QRectF> m_brush; // in parts of the axes, up is positive
};

} // namespace Assay
