// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/chart/cardview.h"
#include "widgets/chart/parallelraster.h"
#include "widgets/chart/plotframe.h"

namespace Assay {

// Runs as broken lines over one upright axis for each column. A drag on an axis brushes it, inside a brush it moves it, a
// click beside it takes it away; names are dragged to another place, a double-click on one turns the axis round, its menu
// has both and the scale. Runs without a value are below the axis' foot, in a place that can be brushed, too.
class ParallelView final : public CardView
{
    Q_OBJECT

public:
    struct Axis {
        ChartColumn column;
        bool isLog = false;
        bool isInverted = false;
    };

    explicit ParallelView(QWidget *parent = nullptr);

    void setAxes(QList<Axis> axes); // of the runs; brushes stay on columns that stay
    qsizetype axisCount() const { return m_axes.size(); }

    QList<AxisBrush> brushes() const override;
    qsizetype brushedCount() const override;
    void clearBrushes() override;
    // Parts of the axis from its foot, 0 to 1; one below 0 brushes the place of runs without a value.
    void setBrush(qsizetype axis, std::optional<std::pair<double, double>> parts);

    // Where things are, in the widget.
    double axisX(qsizetype axis) const;
    double axisY(double part) const;

Q_SIGNALS:
    void orderChanged(const QStringList &keys); // by a drag
    void axisChanged(const QString &key, bool isLog, bool isInverted);
    void axisRemoved(const QString &key);

protected:
    void layOut() override;
    void paintPlot(QPainter &painter) const override;
    void paintOver(QPainter &painter) const override;
    std::optional<Hit> hitAt(const QPointF &position) const override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    using Parts = std::pair<double, double>;
    enum class Drag { None, Pending, Brush, Move, Title };

    std::optional<double> partOf(qsizetype axis, size_t run) const; // from the foot; nothing: no place
    double partAt(double y) const;
    std::optional<qsizetype> axisAt(double x, double reach) const;
    std::optional<qsizetype> titleAt(const QPointF &position) const;
    AxisBrush brushOf(qsizetype axis) const;
    void applyBrushes();
    void changeLines();
    std::vector<ParallelRaster::Line> lines() const;
    void paintLines(QPainter &painter) const;
    void paintFewLines(QPainter &painter) const;
    void paintAxis(QPainter &painter, qsizetype axis) const;
    void paintBrush(QPainter &painter, qsizetype axis) const;
    std::vector<QPointF> pointsOf(size_t run) const;
    void dragBrush(double part);
    void dropTitle(double x);
    ParallelRaster::Palette colors() const;

    QList<Axis> m_axes;
    QList<FrameAxis> m_scales;
    QList<std::optional<std::pair<double, double>>> m_ends; // of the columns
    QList<bool> m_haveGaps; // runs without a value
    QList<std::optional<Parts>> m_brushes;
    std::vector<bool> m_inside;      // by run
    QRectF m_area;
    double m_footY = 0;              // of runs without a value
    mutable ParallelRaster m_raster, m_faint;
    mutable QImage m_base, m_frame;  // the faint lines; with those inside brushes on them
    mutable bool m_frameIsOld = true;
    Drag m_drag = Drag::None;
    qsizetype m_dragAxis = -1;
    QPointF m_dragFrom;
    double m_dragX = 0;
    Parts m_dragBrush;
};

} // namespace Assay
