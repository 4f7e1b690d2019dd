// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/chart/axisticks.h"
#include "models/chart/valuebins.h"

#include <QFont>
#include <QPalette>
#include <QRectF>

class QPainter;

namespace Assay {

// One axis of a plot of values: numbers, spans, times or texts. Parts of it go from 0 (its low end) to 1.
struct FrameAxis {
    enum class Scale { Linear, Log, Texts, Edges };

    QString title;
    Scale scale = Scale::Linear;
    ChartColumn::Kind kind = ChartColumn::Kind::Number;
    AxisRange range; // Texts, Edges: of places from 0, half a place beyond the first and the last one
    QStringList texts; // Texts: one a place; Edges: one between any two places, and one at each end
    bool isWhole = false;
    bool hasGrid = true;

    friend bool operator==(const FrameAxis &, const FrameAxis &) = default;

    // With air around the values. `log` counts only where all values are above 0.
    static FrameAxis of(const ChartColumn &column, bool log);
    // Of all that is between two values, without air.
    static FrameAxis between(const ChartColumn &like, AxisRange range, bool log);

    // Each bin is one place, however wide it is.
    static FrameAxis ofBins(const ChartColumn &column, const QList<ValueBin> &bins);
    static FrameAxis ofTexts(const QString &title, const QStringList &texts);
    bool hasPlaces() const { return scale == Scale::Texts || scale == Scale::Edges; }

    double part(double value) const;   // may lie outside of 0 to 1
    double valueAt(double part) const; // the other way round
    AxisTicks ticks(int most) const;
};

// The axes around a plot: ticks, faint grid, titles. Knows where values are in the widget. Values grow to the right and up.
class PlotFrame
{
public:
    void setAxes(FrameAxis x, FrameAxis y);
    const FrameAxis &x() const { return m_x; }
    const FrameAxis &y() const { return m_y; }

    // The row above the plot is left free, and the title of y takes no more than this part of it.
    void setTitleShare(double share) { m_titleShare = share; }
    // How much of the width the labels of y may take.
    void setLabelShare(double share) { m_labelShare = share; }
    // Finds the place that the labels leave. `font` is the widget's.
    void layOut(const QRectF &whole, const QFont &font);
    const QRectF &area() const { return m_area; }

    double xOf(double value) const { return m_area.left() + m_x.part(value) * m_area.width(); }
    double yOf(double value) const { return m_area.bottom() - m_y.part(value) * m_area.height(); }
    double xAt(double pixel) const { return m_x.valueAt((pixel - m_area.left()) / m_area.width()); }
    double yAt(double pixel) const { return m_y.valueAt((m_area.bottom() - pixel) / m_area.height()); }
    QPointF pointOf(double xValue, double yValue) const { return {xOf(xValue), yOf(yValue)}; }

    void paint(QPainter &painter, const QPalette &palette) const;
    static bool showsTexts();
    static void setTexts(bool shown); // off for pictures that must be the same with any font

private:
    void paintX(QPainter &painter, const QColor &grid, const QColor &text) const;
    void paintY(QPainter &painter, const QColor &grid, const QColor &text) const;

    FrameAxis m_x, m_y;
    QRectF m_whole, m_area;
    QFont m_font;
    double m_titleShare = 1;
    double m_labelShare = 0.3;
    AxisTicks m_xTicks, m_yTicks;
};

QFont captionFont(QFont base); // 11 pixels, with tabular figures

} // namespace Assay
