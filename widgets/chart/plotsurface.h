// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/chart/axis.h"

#include <QWidget>

#include <functional>
#include <memory>

namespace Assay {

class PaintTurns;

// Grid, axes and their numbers around an area that somebody else draws lines in. The one place that knows QCustomPlot.
// Takes no input itself: mouse and keys are its parent's.
class PlotSurface final : public QWidget
{
    Q_OBJECT

public:
    // Called while painting, clipped to the area.
    using LinePainter = std::function<void(QPainter &painter, const QRect &area)>;

    explicit PlotSurface(LinePainter painter, QWidget *parent = nullptr);
    ~PlotSurface() override;

    // Paints when these give it a turn, instead of at the next turn of the event loop. They outlive it.
    void setTurns(PaintTurns *turns);

    void setWindow(const AxisRange &x, const AxisRange &y, const ScaleMap &xScale, const ScaleMap &yScale);
    void setXAxis(XAxis axis);
    void setAxesVisible(bool visible); // numbers and grid; off when there is nothing to measure
    void setRoomAtRight(int pixels); // beside the area, for its parent to write in
    QRect area() const; // where lines are drawn, in this widget's coordinates
    QString xCaption() const { return m_xCaption; } // what the numbers along x have in common

    // Axes and lines as they are seen, `origin` at their upper left corner; the text and lines of the axes as vectors
    // where the device keeps them. `around` paints first, with the same painter: what has two of them draws two pages.
    void drawOn(QPaintDevice &device, const QPoint &origin, const std::function<void(QPainter &painter)> &around);

    void blank(); // shows nothing until it is painted next: what it shows is of something else
    void updateLines(); // paints the lines again soon, but not the axes

Q_SIGNALS:
    void areaChanged(); // or the caption

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void applyTheme();
    void layOut(); // ticks and margins for the size and the window; then paints anew
    void paintPending();

    struct Plot;
    std::unique_ptr<Plot> m_plot;
    PaintTurns *m_turns = nullptr;
    AxisRange m_x, m_y;
    ScaleMap m_xScale, m_yScale;
    XAxis m_xAxis = XAxis::Step;
    bool m_axesVisible = true;
    int m_roomAtRight = 0;
    QString m_xCaption;
};

} // namespace Assay
