// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chart/plotsurface.h"

#include "models/chart/axisticks.h"
#include "widgets/chart/paintturns.h"
#include "widgets/theme/theme.h"

#include <qcustomplot.h>

#include <QEvent>
#include <QTimer>

namespace Assay {

using namespace Qt::StringLiterals;

namespace {

constexpr int LabelPixelSize = 11;
constexpr int LeastLeftMargin = 40; // so that charts above each other mostly begin at the same place
constexpr int MarginGrid = 8;       // wider ones go in such steps: numbers that change do not move the lines each time
constexpr int RightMargin = 12;
constexpr int TopMargin = 6;
constexpr int LabelGap = 14;        // between neighbouring labels along x
constexpr int RowHeight = 28;       // for a label along y

// The lines as one thing that QCustomPlot paints.
class LinesPlottable final : public QCPAbstractPlottable
{
public:
    LinesPlottable(QCPAxis *x, QCPAxis *y, PlotSurface::LinePainter linePainter)
        : QCPAbstractPlottable(x, y), m_linePainter(std::move(linePainter))
    {
        removeFromLegend();
    }

    double selectTest(const QPointF &, bool, QVariant *) const override { return -1; }
    QCPRange getKeyRange(bool &found, QCP::SignDomain) const override
    {
        found = false;
        return {};
    }
    QCPRange getValueRange(bool &found, QCP::SignDomain, const QCPRange &) const override
    {
        found = false;
        return {};
    }

protected:
    void draw(QCPPainter *painter) override
    {
        painter->save();
        painter->setAntialiasing(false);
        m_linePainter(*painter, mKeyAxis->axisRect()->rect());
        painter->restore();
    }
    void drawLegendIcon(QCPPainter *, const QRectF &) const override {}

private:
    PlotSurface::LinePainter m_linePainter;
};

QFont labelFont(const QFont &base)
{
    QFont font = tabularFont(base);
    font.setPixelSize(LabelPixelSize);
    return font;
}

// The axes of QCustomPlot are linear: they show places, whatever the scale.
void setTicks(QCPAxis *axis, const AxisTicks &ticks, const ScaleMap &scale)
{
    QSharedPointer<QCPAxisTickerText> ticker(new QCPAxisTickerText);
    ticker->setSubTickCount(0);
    for (const AxisTick &tick : ticks.ticks)
        ticker->addTick(scale.placeOf(tick.position), tick.label);
    axis->setTicker(ticker);
}

AxisTicks xTicks(XAxis axis, const AxisRange &range, const ScaleMap &scale, int most)
{
    if (scale.scale != AxisScale::Linear && axis != XAxis::WallTime)
        return axis == XAxis::RelativeTime ? withDurationLabels(valueTicks(range, scale, most)) : valueTicks(range, scale, most);
    switch (axis) {
    case XAxis::Step: return stepTicks(range, most);
    case XAxis::WallTime: return timeTicks(range, most, QTimeZone::systemTimeZone());
    case XAxis::RelativeTime: return durationTicks(range, most);
    case XAxis::Metric: return numberTicks(range, most);
    }
    return {};
}

} // namespace

class PlotWidget final : public QCustomPlot
{
public:
    bool waits = false; // with another size it is painted when it has its turn, not at once
    bool isBlank = false;
    QColor background;

protected:
    void paintEvent(QPaintEvent *event) override
    {
        if (isBlank)
            QPainter(this).fillRect(rect(), background);
        else
            QCustomPlot::paintEvent(event);
    }
    void resizeEvent(QResizeEvent *event) override
    {
        if (waits)
            setViewport(rect());
        else
            QCustomPlot::resizeEvent(event);
    }
};

struct PlotSurface::Plot {
    PlotWidget widget;
    LinesPlottable *lines = nullptr; // owned by the widget
    QCPLayer *layer = nullptr;
    bool linesQueued = false;
    bool allQueued = false; // in m_turns
};

PlotSurface::PlotSurface(LinePainter painter, QWidget *parent) : QWidget(parent), m_plot(std::make_unique<Plot>())
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    QCustomPlot &plot = m_plot->widget;
    plot.setParent(this);
    plot.setAttribute(Qt::WA_TransparentForMouseEvents);
    plot.setFocusPolicy(Qt::NoFocus);
    plot.setInteractions({});
    // A layer of its own: hovering paints the lines anew, and neither grid nor numbers. It is the only one, and the topmost,
    // since every change between kinds of layers costs another picture of the whole.
    plot.layer(u"overlay"_s)->setMode(QCPLayer::lmLogical);
    plot.addLayer(u"lines"_s, plot.layer(u"overlay"_s), QCustomPlot::limAbove);
    m_plot->layer = plot.layer(u"lines"_s);
    m_plot->layer->setMode(QCPLayer::lmBuffered);
    m_plot->lines = new LinesPlottable(plot.xAxis, plot.yAxis, std::move(painter));
    m_plot->lines->setLayer(m_plot->layer);
    plot.axisRect()->setAutoMargins(QCP::msNone);
    plot.axisRect()->setMinimumMargins({});
    for (QCPAxis *axis : {plot.xAxis, plot.yAxis}) {
        axis->setBasePen(Qt::NoPen);
        axis->setTickPen(Qt::NoPen);
        axis->setSubTickPen(Qt::NoPen);
        axis->setTickLabelPadding(6);
        axis->setTickLength(0);
        axis->setSubTicks(false);
        axis->grid()->setZeroLinePen(Qt::NoPen);
    }
    plot.xAxis->grid()->setVisible(false); // lines across are enough to read values by; a mesh would compete with the data
    applyTheme();
}

PlotSurface::~PlotSurface() = default;

void PlotSurface::setTurns(PaintTurns *turns)
{
    m_turns = turns;
    m_plot->widget.waits = turns != nullptr;
}

void PlotSurface::setWindow(const AxisRange &x, const AxisRange &y, const ScaleMap &xScale, const ScaleMap &yScale)
{
    if (m_x == x && m_y == y && m_xScale == xScale && m_yScale == yScale)
        return;
    m_xScale = xScale;
    m_x = x;
    m_y = y;
    m_yScale = yScale;
    layOut();
}

void PlotSurface::setXAxis(XAxis axis)
{
    m_xAxis = axis;
    layOut();
}

void PlotSurface::setAxesVisible(bool visible)
{
    if (m_axesVisible == visible)
        return;
    m_axesVisible = visible;
    layOut();
}

void PlotSurface::setRoomAtRight(int pixels)
{
    if (m_roomAtRight == pixels)
        return;
    m_roomAtRight = pixels;
    layOut();
}

QRect PlotSurface::area() const
{
    return m_plot->widget.axisRect()->rect();
}

void PlotSurface::drawOn(QPaintDevice &device, const QPoint &origin, const std::function<void(QPainter &painter)> &around)
{
    QCPPainter painter(&device);
    painter.setRenderHint(QPainter::Antialiasing);
    around(painter);
    painter.translate(origin);
    painter.setMode(QCPPainter::pmVectorized); // numbers as text instead of pictures of it
    m_plot->widget.toPainter(&painter, width(), height());
}

void PlotSurface::blank()
{
    m_plot->widget.isBlank = true;
    m_plot->widget.update();
    updateLines();
}

void PlotSurface::updateLines()
{
    if (std::exchange(m_plot->linesQueued, true))
        return;
    if (m_turns)
        m_turns->ask(this, [this] { paintPending(); });
    else
        QTimer::singleShot(0, this, &PlotSurface::paintPending);
}

void PlotSurface::paintPending()
{
    const bool hasLines = std::exchange(m_plot->linesQueued, false);
    m_plot->widget.isBlank = m_plot->widget.isBlank && !hasLines && !m_plot->allQueued;
    if (std::exchange(m_plot->allQueued, false))
        m_plot->widget.replot(QCustomPlot::rpQueuedRefresh); // with the others of this slice
    else if (hasLines)
        m_plot->layer->replot();
}

void PlotSurface::resizeEvent(QResizeEvent *)
{
    m_plot->widget.setGeometry(rect());
    layOut();
}

void PlotSurface::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) {
        applyTheme();
        layOut();
    }
}

void PlotSurface::applyTheme()
{
    const Theme &theme = Theme::of(palette());
    QCustomPlot &plot = m_plot->widget;
    QColor gridColor = theme.color(ColorRole::Border);
    gridColor.setAlphaF(0.5f);
    m_plot->widget.background = theme.color(ColorRole::Surface);
    plot.setBackground(QBrush(m_plot->widget.background));
    for (QCPAxis *axis : {plot.xAxis, plot.yAxis}) {
        axis->setTickLabelColor(theme.color(ColorRole::Muted));
        axis->setTickLabelFont(labelFont(font()));
        axis->grid()->setPen(QPen(gridColor, 1));
    }
}

void PlotSurface::layOut()
{
    QCustomPlot &plot = m_plot->widget;
    const QFontMetrics metrics(labelFont(font()));
    const int bottom = metrics.height() + 10;
    const int areaHeight = std::max(1, height() - TopMargin - bottom);
    const AxisRange xPlaces = m_xScale.placesOf(m_x);
    const AxisRange yPlaces = m_yScale.placesOf(m_y);
    plot.xAxis->setRange(xPlaces.lo, xPlaces.hi);
    plot.yAxis->setRange(yPlaces.lo, yPlaces.hi);

    const int mostRows = std::max(2, areaHeight / RowHeight + 1);
    const AxisTicks rows = valueTicks(m_y, m_yScale, mostRows);
    int left = LeastLeftMargin;
    for (const AxisTick &tick : rows.ticks) {
        const int wanted = metrics.horizontalAdvance(tick.label) + 14;
        if (wanted > left)
            left = LeastLeftMargin + (wanted - LeastLeftMargin + MarginGrid - 1) / MarginGrid * MarginGrid;
    }

    const int right = RightMargin + m_roomAtRight;
    const int areaWidth = std::max(1, width() - left - right);
    AxisTicks columns;
    for (int most = std::clamp(areaWidth / 46, 2, 14); most >= 2; --most) {
        columns = xTicks(m_xAxis, m_x, m_xScale, most);
        double end = -1e9;
        bool fits = true;
        for (AxisTick &tick : columns.ticks) {
            const double at = left + (m_xScale.placeOf(tick.position) - xPlaces.lo) / xPlaces.size() * areaWidth;
            const double half = metrics.horizontalAdvance(tick.label) / 2.0;
            if (at + half > width())
                tick.label.clear();
            fits = fits && (tick.label.isEmpty() || at - half - LabelGap >= end);
            end = at + half;
        }
        if (fits)
            break;
    }
    setTicks(plot.yAxis, rows, m_yScale);
    setTicks(plot.xAxis, columns, m_xScale);
    for (QCPAxis *axis : {plot.xAxis, plot.yAxis})
        axis->setTickLabels(m_axesVisible);
    plot.yAxis->grid()->setVisible(m_axesVisible);
    m_xCaption = columns.caption;
    plot.axisRect()->setMargins({left, TopMargin, right, bottom});
    plot.plotLayout()->update(QCPLayoutElement::upLayout); // so that area() holds before the next painting
    m_plot->linesQueued = false; // the whole is painted
    m_plot->allQueued = m_turns != nullptr;
    if (m_turns)
        m_turns->ask(this, [this] { paintPending(); });
    else
        plot.replot(QCustomPlot::rpQueuedReplot);
    Q_EMIT areaChanged();
}

} // namespace Assay
