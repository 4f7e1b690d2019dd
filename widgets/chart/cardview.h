// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/chart/chartcolumn.h"
#include "models/items/brushquery.h"
#include "widgets/chart/plottip.h"

#include <QPixmap>
#include <QWidget>

namespace Assay {

class BrushBar;

// The runs that a view of values draws, in the order of its columns.
struct CardRuns {
    QStringList names;
    static constexpr int NoColor = -1;
    std::vector<int> colors; // see LineColor; NoColor: none of its own, it is not drawn as a line
    ChartColumn shade;       // its values give the colours where it is not empty: numbers a ramp, texts one each

    bool isShaded() const { return shade.size() > 0; }
};

// What the views of values have in common: words in place of a plot, a note below it, the run under the pointer, and a
// brush with its buttons. What the plot itself looks like is painted once and kept until something changes. GUI thread.
class CardView : public QWidget
{
    Q_OBJECT

public:
    explicit CardView(QWidget *parent = nullptr);
    ~CardView() override;

    void setRuns(CardRuns runs);
    const CardRuns &runs() const { return m_runs; }
    // Why there is nothing to see. Empty: there is.
    void setNotice(const QString &text);
    const QString &notice() const { return m_notice; }
    void setNote(const QString &text); // below the plot: what is not in it, how it was computed
    const QString &note() const { return m_note; }
    void setHighlighted(int run); // −1: none
    int highlighted() const { return m_highlighted; }

    // All that is seen, laid out for another size, as lines and text at any scale: for files.
    void drawOn(QPainter &painter, const QSize &size);

    virtual QList<AxisBrush> brushes() const { return {}; } // what is brushed now
    virtual qsizetype brushedCount() const { return 0; }
    virtual void clearBrushes() {}

    QSize minimumSizeHint() const override { return {160, 120}; }
    QSize sizeHint() const override { return {360, 260}; }

Q_SIGNALS:
    void runHovered(int run); // −1: none any more
    void runClicked(int run, Qt::KeyboardModifiers modifiers);
    void brushesChanged();
    void filterRequested(const QString &query, bool keep);

protected:
    struct Hit {
        int run = -1;
        PlotTip::Text tip;
    };

    // Geometry for plotRect(); called before painting when something has changed.
    virtual void layOut() = 0;
    virtual void paintPlot(QPainter &painter) const = 0; // kept
    virtual void paintOver(QPainter &) const {}          // each time: what is pointed out, brushes
    // What is under the pointer; nothing: no tip.
    virtual std::optional<Hit> hitAt(const QPointF &) const { return {}; }

    QRectF plotRect() const;
    void changePlot();       // lays out and paints anew
    void announceBrush();    // after a brush has changed: shows its buttons, tells others
    QColor runColor(size_t run) const;
    // Where a run's number of the shading column stands between the least (0) and the greatest, over decades where it suits.
    std::optional<double> shadeOf(size_t run) const;
    bool isNeutral(size_t run) const; // has no colour of its own, where others have one
    void paintLegend(QPainter &painter, const QRectF &place) const; // of the shading column, at the right end of a row
    QColor neutralColor() const; // of runs without a colour of their own
    bool hasPlot() const { return m_notice.isEmpty(); }
    bool isForFile() const { return m_isForFile; } // what is being painted: it costs nothing to take one's time
    void hidePlotTip() { m_tip->hide(); }

    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void ensureLaidOut();
    void paintNotice(QPainter &painter) const;
    void paintNote(QPainter &painter) const;
    void setHoveredRun(int run);
    void placeBar();

    CardRuns m_runs;
    std::optional<std::pair<double, double>> m_shadeEnds;
    bool m_shadeIsLog = false;
    bool m_areAlike = true; // no run has a colour of its own
    QString m_notice, m_note;
    int m_highlighted = -1;
    int m_hovered = -1;
    bool m_isLaidOut = false;
    bool m_isForFile = false;
    QPixmap m_plot;
    PlotTip *m_tip;
    BrushBar *m_bar;
};

} // namespace Assay
