// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/chart/chartoptions.h"
#include "widgets/chart/spanraster.h"

#include <QList>

#include <optional>

namespace Assay {

class Theme;

// One line of a plot.
struct PlotLine {
    QString name;        // of the run, as people know it
    int colorIndex = 0;  // in the theme's series
    bool isSelected = false;
    double xOffset = 0;  // subtracted from the points' x: the run's start on an axis of relative time
    SeriesPyramidPtr pyramid;
    SeriesPyramidPtr raw = {}; // when the line is a smoothed one: the points as logged, drawn faint behind; may be missing
    bool isGroup = false;      // of several runs: its points were computed, and have no steps and times but their x
    SeriesPyramidPtr low = {}, high = {}; // the band around it, with the same x; both or none
    std::optional<LineDash> dash = {};    // nothing: as the colour index says
    LineMarker marker = LineMarker::None;
    QString values = {}; // of the columns that decide how it looks: "lr = 0.1"
};

LineStyle lineStyle(const PlotLine &line, const Theme &theme, double width);

// A point of a line.
struct PlotHit {
    int line = -1;
    uint32_t point = 0; // in the line's pyramid

    friend bool operator==(const PlotHit &, const PlotHit &) = default;
};

// What the lines of a plot look like in one window of values, kept until the window or the lines change.
class PlotPicture
{
public:
    void setLines(QList<PlotLine> lines);
    const QList<PlotLine> &lines() const { return m_lines; }

    // Of all points that have a place on such a scale; nothing when there are none.
    std::optional<AxisRange> xRange(AxisScale scale = AxisScale::Linear) const;
    // Of what can be drawn between two places of x; where no point is between, of the points around.
    std::optional<AxisRange> yRange(const AxisRange &x) const;

    // Where the least and the greatest such part of the values between two places of x end. Of more than 200,000 points
    // every n-th is looked at.
    std::optional<AxisRange> yQuantiles(const AxisRange &x, double part) const;
    qint64 countOutside(const AxisRange &x, const AxisRange &y) const; // points that could be drawn, but lie above or below

    // Moving: gone after one frame, so borders of columns may be rounded, slopes are looked at less closely and markers stand
    // on whole pixels where that is quicker.
    enum class Motion { Still, Moving };
    // `styles` by line. Nothing is done when nothing changed, or a picture at rest is there for a moving one.
    void render(const PlotScale &scale, const QList<LineStyle> &styles, Motion motion = Motion::Still);
    bool isFinal() const; // it would be the same at rest
    // The other lines stand back. Where nothing was painted before, that is quicker said.
    enum class Ground { Painted, Empty };
    void paint(QPainter &painter, const QPointF &topLeft, int highlighted, Ground ground = Ground::Painted) const;
    const PlotScale &scale() const { return m_scale; }
    static LineStyle rawStyle(const LineStyle &line); // of the raw line behind a smoothed one
    static LineStyle bandStyle(const LineStyle &line); // of the area around a group's one

    // The point nearest to a place (device pixels) of the line nearest to it, when one is within `reach` of it.
    std::optional<PlotHit> hit(const QPointF &pixel, double reach) const;
    QPointF pixelOf(const PlotHit &hit) const; // device pixels
    // Where a line leaves the view at the right, or ends; nothing when it is not in view. Device pixels.
    std::optional<QPointF> endOf(int line) const;

    qint64 pointCount() const; // in view
    qint64 pointCount(const AxisRange &x) const;
    qint64 drawnCount() const; // of them, those that decide the picture
    qint64 undrawableCount() const; // of all: those without a place on the scale

private:
    const LineEnvelope &envelope(int line) const { return m_envelopes[m_behindCount + size_t(line)]; }
    void trace(Motion motion);
    void markLines(QImage &image, int only, double width, Motion motion) const; // -1: all
    int nearestLine(const QPointF &pixel, double reach) const;

    QList<PlotLine> m_lines;
    QList<LineStyle> m_styles;
    PlotScale m_scale;
    bool m_isCurrent = false;
    bool m_isFine = true; // slopes are looked at as closely as at rest
    bool m_isStamped = false; // markers do not stand exactly on their places
    std::vector<LineEnvelope> m_envelopes; // of the bands and the raw lines behind, then of the lines
    size_t m_behindCount = 0;
    std::vector<std::vector<QPointF>> m_markers; // by line; empty when none has any
    QImage m_image;
    mutable int m_highlighted = -1; // that m_highlight shows
    mutable QImage m_highlight;
};

} // namespace Assay
