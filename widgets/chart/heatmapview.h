// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/chart/cardview.h"
#include "widgets/chart/plotframe.h"

namespace Assay {

// Values over two axes of places as fields of colour, with the numbers in them where there is room. Of two columns of runs
// (setGrid) a drag brushes fields.
class HeatMapView final : public CardView
{
    Q_OBJECT

public:
    struct Cells {
        FrameAxis x, y;
        std::vector<double> values; // rows × columns, from the lowest row; NaN: nothing there
        std::vector<QString> tips;  // the same: what is said of a field
        QString title;              // what the values are
        bool isSigned = false;      // −1 to 1: orange and blue, instead of least to greatest

        qsizetype columns() const { return qsizetype(x.range.hi + 0.5); }
        qsizetype rows() const { return qsizetype(y.range.hi + 0.5); }
    };

    explicit HeatMapView(QWidget *parent = nullptr) : CardView(parent) {}

    void setCells(Cells cells); // no brush
    // The runs' columns with the bins that are their places: fields can be brushed.
    void setColumns(ChartColumn x, QList<ValueBin> xBins, ChartColumn y, QList<ValueBin> yBins);
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
    QPoint placeAt(const QPointF &position) const; // column and row, the nearest
    QRectF fieldOf(const QRect &places) const;
    QColor colorOf(double value) const;
    void paintScale(QPainter &painter) const;

    Cells m_cells;
    double m_least = 0, m_most = 0;
    PlotFrame m_frame;
    ChartColumn m_x, m_y;
    QList<ValueBin> m_xBins, m_yBins;
    bool m_canBrush = false;
    std::optional<QPoint> m_dragFrom;
    std::optional<QRect> m_brush; // columns and rows, both ends included
};

} // namespace Assay
