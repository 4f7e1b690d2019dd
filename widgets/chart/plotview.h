// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/chart/reading.h"
#include "widgets/chart/plotpicture.h"

#include <QWidget>

#include <functional>
#include <memory>

class QRubberBand;
class QTimer;

namespace Assay {

class PaintTurns;
class PlotCursors;
class PlotLabels;
class PlotSurface;
class PlotTip;

// The part of a plot that was chosen to be looked at. Without x: all of it. Without y: what there is between the ends of x.
struct PlotZoom {
    std::optional<AxisRange> x;
    std::optional<AxisRange> y;

    bool isAll() const { return !x && !y; }
    friend bool operator==(const PlotZoom &, const PlotZoom &) = default;
};

// Which values decide what of y is seen, while nothing was chosen.
struct PlotValues {
    YFrom from = YFrom::Visible;
    double outlierPercent = 0; // see ChartOptions
    std::optional<AxisRange> fixed = {}; // this range instead

    friend bool operator==(const PlotValues &, const PlotValues &) = default;
};

enum class PlotOutput { Pixels, Vectors };

// Lines over a step or a time axis, every point of them in view at any zoom. Drag chooses a part, double-click shows all
// again, the middle button, Shift+drag or Space+drag moves it, Ctrl+wheel (where wheelZooms() the wheel alone) zooms at
// the pointer; arrows, + and - do the same from the keyboard. An upright line follows the pointer, and Alt+click puts another
// one that differences are taken from; whoever has several plots shows both in all of them. Under it stands how many points there are; a few lines have
// their names at their ends where there is room.
class PlotView final : public QWidget
{
    Q_OBJECT

public:
    explicit PlotView(QWidget *parent = nullptr);
    ~PlotView() override;

    void setTurns(PaintTurns *turns); // of a page that has many; they outlive it
    void paintFirst(); // of those that wait for their turns
    void forgetPicture(); // shows other things from now on: no lines, and not the old ones until its turn

    // All pyramids belong to one kind of x axis and one scale of y: those of setAxes().
    void setLines(const QList<PlotLine> &lines);
    const QList<PlotLine> &lines() const { return m_picture.lines(); }
    void setAxes(XAxis x, AxisScale y, AxisScale xScale = AxisScale::Linear); // other units: shows all
    void setValues(const PlotValues &values);
    XAxis xAxis() const { return m_xAxis; }
    // Words in place of lines: why there are none. Not seen while there are lines.
    void setNotice(const QString &text);
    const QString &notice() const { return m_notice; }
    // Words at the end of the line below: what is still to come, what failed.
    void setStatus(const QString &text);

    // What is shown while nothing is zoomed, in place of what the points need.
    void setFixed(const PlotZoom &fixed);
    PlotZoom zoom() const { return m_zoom; }
    void setZoom(const PlotZoom &zoom);
    void showAll() { setZoom({}); }
    void setWheelZooms(bool zooms) { m_wheelZooms = zooms; }

    // Places on the x axis that are marked in all plots of a page: what the pointer is at, and the reference.
    void setCursor(std::optional<double> x);
    std::optional<double> cursor() const { return m_cursor; }
    void setReference(std::optional<double> x);
    std::optional<double> reference() const { return m_reference; }
    void setReadingRule(ReadingRule rule) { m_rule = rule; } // of differences to the reference
    // A line that stands out because the pointer is on it elsewhere; -1: none.
    void setHighlighted(int line);
    int highlighted() const { return m_hovered ? m_hovered->line : m_highlighted; }
    // Ctrl+Z takes back a zoom (zoomUndoRequested()) instead of what the window would undo.
    void setZoomUndoable(bool undoable) { m_isZoomUndoable = undoable; }

    AxisRange xRange() const; // as seen
    AxisRange yRange() const;
    std::optional<PlotHit> hovered() const { return m_hovered; }
    QString caption() const; // "1 920 of 1 000 000 points drawn"
    const QString &obstacleText() const { return m_obstacle; } // stands in place of lines that cannot be drawn
    qint64 outlierCount() const { return m_outlierCount; } // left out of view by setValues(), at the x that are seen
    QRect area() const; // where the lines are drawn

    void showSameAs(const PlotView &other); // lines, axes and zoom

    // What is seen, without pointer and focus, at a place of a device. The view has its size already, but need not be seen.
    // `around` paints first, with the same painter.
    void drawOn(QPaintDevice &device, const QPoint &origin, PlotOutput output, const std::function<void(QPainter &painter)> &around);

    QSize minimumSizeHint() const override { return {160, 120}; }
    QSize sizeHint() const override { return {360, 220}; }

Q_SIGNALS:
    void lineActivated(int line, Qt::KeyboardModifiers modifiers); // clicked
    void zoomChanged();
    void zoomUndoRequested();
    void cursorMoved(std::optional<double> x); // by the pointer in this plot; nothing: it left
    void referenceChosen(std::optional<double> x);
    void lineHovered(int line); // -1: none any more

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void keyReleaseEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    enum class Drag { None, Pending, Band, Pan };

    void updateWindow();
    AxisRange yWindow(); // while none was chosen
    void countOutliers();
    void comeToRest();
    QString obstacle(const std::optional<AxisRange> &x) const; // why nothing of the lines can be drawn; mostly empty
    void updateLabels();
    void paintLines(QPainter &painter, const QRect &area);
    void paintMarker(QPainter &painter, const QRect &area) const;
    QList<LineStyle> styles() const;
    PlotScale scaleFor(const QSize &area, double pixelRatio) const;
    void drawLines(QPainter &painter, const QRect &area, PlotOutput output); // anew, for a device
    void paintCaption(QPainter &painter) const;
    void setHovered(const std::optional<PlotHit> &hit);
    void hover(const QPointF &position);
    QString placeText(const PlotHit &hit) const;
    void startDrag(QMouseEvent *event);
    QRect bandRect(const QPoint &to) const;
    void zoomToBand(const QRect &band);
    void zoomAt(const QPointF &position, double factor);
    void panBy(const QPointF &part); // of what is seen
    void updateCursor();
    void updateCursors();
    void followPointer(const std::optional<QPointF> &position);
    void toggleReference(const QPointF &position);
    std::optional<double> pixelOfX(double x) const; // in this widget; nothing outside of the lines' area
    bool isStillAt(const PlotHit &hit, const QList<PlotLine> &lines) const;
    QString differenceText(const PlotHit &hit) const;
    QString xText(double x, bool isDifference) const;

    bool m_isZoomUndoable = false; // first: event() asks for it while the parts below are made
    PlotPicture m_picture;
    PlotSurface *m_surface;
    PlotLabels *m_labels;
    PlotCursors *m_cursors;
    PlotTip *m_tip;
    QRubberBand *m_band = nullptr;
    XAxis m_xAxis = XAxis::Step;
    ScaleMap m_xScale, m_yScale;
    PlotZoom m_zoom;
    PlotZoom m_fixed;
    AxisRange m_x, m_y; // as seen
    PlotValues m_values;
    qint64 m_outlierCount = 0;
    PaintTurns *m_turns = nullptr;
    QTimer *m_outlierTimer; // counts once the view rests, where there are many points
    QTimer *m_motionTimer;  // active since the zoom changed last; a second change meanwhile is a movement
    bool m_isMoving = false;
    QString m_obstacle;
    QString m_notice;
    QString m_status;
    bool m_wheelZooms = false;
    bool m_spaceHeld = false;
    bool m_showFocus = false; // came here by the keyboard
    std::optional<PlotHit> m_hovered;
    int m_highlighted = -1;
    std::optional<double> m_cursor, m_reference;
    ReadingRule m_rule = ReadingRule::Nearest;
    std::optional<PlotOutput> m_output; // while it is drawn on something else than the screen
    Drag m_drag = Drag::None;
    QPoint m_dragFrom;
    QPointF m_dragLast;
};

} // namespace Assay
