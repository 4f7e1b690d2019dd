// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/cardcolumns.h"
#include "tests/support/testing.h"
#include "tests/widgets/chart/carddata.h"
#include "widgets/chart/barview.h"
#include "widgets/chart/boxview.h"
#include "widgets/chart/heatmapview.h"
#include "widgets/chart/histogramview.h"
#include "widgets/chart/importanceview.h"
#include "widgets/chart/parallelview.h"
#include "widgets/chart/scatterview.h"
#include "widgets/theme/theme.h"

#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace Assay;
using namespace Qt::StringLiterals;
using Testing::numberColumn;
using Testing::textColumn;

namespace {

void drag(QWidget &view, const QPointF &from, const QPointF &to)
{
    QTest::mousePress(&view, Qt::LeftButton, {}, from.toPoint());
    QTest::mouseMove(&view, ((from + to) / 2).toPoint());
    QTest::mouseMove(&view, to.toPoint());
    QTest::mouseRelease(&view, Qt::LeftButton, {}, to.toPoint());
}

template <typename View>
void expose(View &view)
{
    view.resize(480, 320);
    view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&view));
    view.grab();
}

// Ten runs on a line: x 0 to 9, y twice that.
void fill(ScatterView &view)
{
    std::vector<double> x, y;
    CardRuns runs;
    for (int i = 0; i < 10; ++i) {
        x.push_back(i);
        y.push_back(2 * i);
        runs.names.append(QString::number(i));
        runs.colors.push_back(-1);
    }
    view.setRuns(runs);
    view.setColumns(numberColumn(u"params.x"_s, x), numberColumn(u"metrics.y"_s, y), false, false);
    expose(view);
}

constexpr double Huge = std::numeric_limits<double>::max();
constexpr double Inf = std::numeric_limits<double>::infinity();
constexpr double No = ChartColumn::None;

} // namespace

class CardViewsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void scatterBrushBecomesQuery()
    {
        ScatterView view;
        fill(view);
        QSignalSpy filters(&view, &CardView::filterRequested), clicks(&view, &CardView::runClicked);
        const PlotFrame &frame = view.frame();
        drag(view, frame.pointOf(1.6, 3), frame.pointOf(5.5, 9));
        QCOMPARE(view.brushes().size(), 2);
        QCOMPARE(view.brushedCount(), 3); // 2, 3 and 4
        auto *keep = view.findChild<QToolButton *>(u"brushKeep"_s);
        QVERIFY(keep && keep->isVisible());
        QTest::mouseClick(keep, Qt::LeftButton);
        QTest::mouseClick(view.findChild<QToolButton *>(u"brushExclude"_s), Qt::LeftButton);
        QCOMPARE(filters.size(), 2);
        QVERIFY(filters[0][1].toBool() && !filters[1][1].toBool());
        QCOMPARE(filters[0][0], filters[1][0]);
        QVERIFY2(filters[0][0].toString().startsWith(u"params.x BETWEEN 1.6 AND 5.5 AND metrics.y BETWEEN "_s), qPrintable(filters[0][0].toString()));
        QTest::keyClick(&view, Qt::Key_Escape);
        QVERIFY(view.brushes().isEmpty() && !keep->isVisible());
        QVERIFY(clicks.isEmpty());
    }

    // Runs arrive while a brush is held: nothing of the ones before is looked at.
    void runsArriveWhileBrushing()
    {
        ParallelView view;
        view.resize(600, 300);
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        for (const int count : {401, 900, 3, 402}) {
            ChartColumn column;
            column.title = u"metrics.a"_s;
            for (int run = 0; run < count; ++run) {
                column.values.push_back(run);
                column.states.push_back(CellState::Value);
            }
            ChartColumn other = column;
            other.title = u"metrics.b"_s;
            view.setAxes({{column, false, false}, {other, false, false}});
            view.setBrush(0, std::pair(0.25, 0.5)); // before anything is painted
            QVERIFY(view.brushedCount() > 0 && view.brushedCount() <= count);
        }
        HistogramView histogram;
        histogram.resize(400, 300);
        histogram.show();
        ChartColumn column;
        column.title = u"metrics.a"_s;
        for (int run = 0; run < 200; ++run) {
            column.values.push_back(run);
            column.states.push_back(CellState::Value);
        }
        histogram.setColumn(column, cardBins(column, 12, QTimeZone::utc()));
        QTest::mousePress(&histogram, Qt::LeftButton, {}, QPoint(380, 100));
        ChartColumn few = column;
        few.values.resize(2);
        few.states.resize(2);
        histogram.setColumn(few, cardBins(few, 12, QTimeZone::utc()));
        QTest::mouseMove(&histogram, QPoint(100, 100));
        QVERIFY(histogram.brushedCount() <= 2);
        QTest::mouseRelease(&histogram, Qt::LeftButton, {}, QPoint(100, 100));
    }

    void dotsAreFoundAndClicked()
    {
        ScatterView view;
        fill(view);
        QSignalSpy hovers(&view, &CardView::runHovered), clicks(&view, &CardView::runClicked);
        const QPoint dot = view.frame().pointOf(7, 14).toPoint();
        QTest::mouseMove(&view, dot);
        QTRY_COMPARE(hovers.size(), 1);
        QCOMPARE(hovers[0][0].toInt(), 7);
        QCOMPARE(view.highlighted(), 7);
        QTest::mouseClick(&view, Qt::LeftButton, Qt::ControlModifier, dot);
        QCOMPARE(clicks.size(), 1);
        QCOMPARE(clicks[0][0].toInt(), 7);
        QCOMPARE(clicks[0][1].value<Qt::KeyboardModifiers>(), Qt::ControlModifier);
    }

    // Two greys stand for what a column says of runs; only a run without any colour is neutral.
    void greysAreColors()
    {
        BarView view;
        view.setPalette(Theme::light().palette());
        CardRuns runs;
        runs.colors = {0, LineColor::None, CardRuns::NoColor};
        view.setBars({{u"a"_s, 3, 0, 0, -1, {}}, {u"b"_s, 3, 0, 1, -1, {}}, {u"c"_s, 3, 0, 2, -1, {}}}, numberColumn(u"metrics.m"_s, {3}));
        view.setRuns(runs);
        expose(view);
        const auto has = [&view](const QColor &color) {
            const QImage image = view.grab().toImage();
            for (int y = 0; y < image.height(); ++y)
                if (image.pixelColor(image.width() / 2, y) == color)
                    return true;
            return false;
        };
        QVERIFY(has(Theme::light().series(0)));
        QVERIFY(has(Theme::light().series(LineColor::None)));
        QVERIFY(has(Theme::light().color(ColorRole::Accent)));
        runs.colors = {LineColor::None, LineColor::None, LineColor::None}; // no run has a value
        view.setRuns(runs);
        QVERIFY(has(Theme::light().series(LineColor::None)));
        QVERIFY(!has(Theme::light().color(ColorRole::Accent)));
    }
    void axesAreOfRunsThatHaveBoth()
    {
        const double none = ChartColumn::None;
        ScatterView view;
        view.setColumns(numberColumn(u"params.x"_s, {1, 2, 900, 3}), numberColumn(u"metrics.y"_s, {5, 6, none, 7}), false, false);
        QVERIFY(view.frame().x().range.hi < 10);
        view.setColumns(numberColumn(u"params.x"_s, {1, none, 3}), numberColumn(u"metrics.y"_s, {5, -600, 7}), false, false);
        QVERIFY(view.frame().y().range.lo > 0);
    }

    void histogramBrushesBins()
    {
        HistogramView view;
        const ChartColumn column = numberColumn(u"metrics.m"_s, {0, 1, 1, 2, 3, 3, 3, No});
        view.setColumn(column, valueBins(column, 1, {0, 1, 2, 3, 4}));
        expose(view);
        const PlotFrame &frame = view.frame();
        drag(view, {frame.xOf(1), frame.area().center().y()}, {frame.xOf(2), frame.area().center().y()});
        QCOMPARE(view.brushes(), (QList<AxisBrush>{{u"metrics.m"_s, ChartColumn::Kind::Number, AxisBrush::Range{1, 3, false}, {}, false}}));
        QCOMPARE(view.brushedCount(), 3);
        QTest::mouseClick(&view, Qt::LeftButton, {}, QPointF(frame.xOf(3), frame.area().center().y()).toPoint());
        QCOMPARE(view.brushes().first().range, std::optional(AxisBrush::Range{3, 4, true}));
        QTest::mouseClick(&view, Qt::LeftButton, {}, QPointF(frame.xOf(3), frame.area().center().y()).toPoint());
        QVERIFY(view.brushes().isEmpty());
    }

    // The same columns with other runs, as while runs are logged: what was brushed stays brushed.
    void brushesOutliveNewRuns()
    {
        HistogramView histogram;
        const ChartColumn few = numberColumn(u"metrics.m"_s, {0, 1, 3}), more = numberColumn(u"metrics.m"_s, {0, 1, 1, 1, 3});
        histogram.setColumn(few, valueBins(few, 1, {0, 2, 4}));
        expose(histogram);
        QTest::mouseClick(&histogram, Qt::LeftButton, {}, QPointF(histogram.frame().xOf(0), histogram.frame().area().center().y()).toPoint());
        QCOMPARE(histogram.brushedCount(), 2);
        histogram.setColumn(more, valueBins(more, 1, {0, 2, 4}));
        QCOMPARE(histogram.brushedCount(), 4);
        histogram.setColumn(more, valueBins(more, 1, {0, 1, 4}));
        QVERIFY(histogram.brushes().isEmpty());
        ScatterView scatter;
        fill(scatter);
        drag(scatter, scatter.frame().pointOf(1.6, 3), scatter.frame().pointOf(5.5, 9));
        const auto before = scatter.brushes();
        std::vector<double> x{0, 2, 2, 9}, y{0, 4, 5, 18};
        scatter.setColumns(numberColumn(u"params.x"_s, x), numberColumn(u"metrics.y"_s, y), false, false);
        QCOMPARE(scatter.brushes(), before);
        QCOMPARE(scatter.brushedCount(), 2);
        scatter.setColumns(numberColumn(u"params.z"_s, x), numberColumn(u"metrics.y"_s, y), false, false);
        QVERIFY(scatter.brushes().isEmpty());
    }

    void heatMapBrushesFields()
    {
        HeatMapView view;
        const ChartColumn x = textColumn(u"params.a"_s, {u"p"_s, u"q"_s, u"r"_s}, {0, 1, 2, 2}), y = numberColumn(u"params.b"_s, {1, 2, 1, 2});
        const auto xBins = valueBins(x, 9, {}), yBins = valueBins(y, 9, {});
        const ValueGrid grid = valueGrid(x, xBins, y, yBins, y, CellSummary::Count);
        view.setCells({FrameAxis::ofBins(x, xBins), FrameAxis::ofBins(y, yBins), grid.cells, std::vector<QString>(6), {}, false});
        view.setColumns(x, xBins, y, yBins);
        expose(view);
        drag(view, view.frame().pointOf(1, 0), view.frame().pointOf(2, 0));
        QCOMPARE(brushCondition(view.brushes()).value_or(QString()), u"params.a IN ('q', 'r') AND params.b BETWEEN 1 AND 1"_s);
        QCOMPARE(view.brushedCount(), 1);
    }

    void parallelBrushes()
    {
        ParallelView view;
        std::vector<double> a, b;
        CardRuns runs;
        for (int i = 0; i <= 10; ++i) {
            a.push_back(i);
            b.push_back(i == 4 ? No : 10 - i);
            runs.names.append(QString::number(i));
        }
        view.setRuns(runs);
        view.setAxes({{numberColumn(u"params.a"_s, a), false, false}, {numberColumn(u"metrics.b"_s, b), false, false}});
        expose(view);
        drag(view, {view.axisX(0), view.axisY(0.3)}, {view.axisX(0), view.axisY(0.62)});
        QCOMPARE(view.brushedCount(), 4); // 3 to 6
        const auto first = view.brushes().first();
        // Inside the brush a drag moves it.
        drag(view, {view.axisX(0), view.axisY(0.45)}, {view.axisX(0), view.axisY(0.65)});
        QCOMPARE(view.brushedCount(), 4);
        QVERIFY(view.brushes().first() != first);
        QVERIFY(view.brushes().first().range->low > 4 && view.brushes().first().range->high < 9);
        // A second axis narrows it.
        drag(view, {view.axisX(1), view.axisY(0.25)}, {view.axisX(1), view.axisY(0.45)});
        QCOMPARE(view.brushes().size(), 2);
        QVERIFY(view.brushedCount() < 4);
        QTest::mouseClick(&view, Qt::LeftButton, {}, QPointF(view.axisX(1), view.axisY(0.9)).toPoint());
        QCOMPARE(view.brushes().size(), 1);
        view.clearBrushes();
        // Below the foot are those without a value.
        drag(view, {view.axisX(1), view.axisY(-0.055)}, {view.axisX(1), view.axisY(-0.1)});
        QCOMPARE(brushCondition(view.brushes()).value_or(QString()), u"(metrics.b IS NULL OR isnan(metrics.b))"_s);
        QCOMPARE(view.brushedCount(), 1);
    }

    void parallelAxesMoveAndTurn()
    {
        ParallelView view;
        QList<ParallelView::Axis> axes;
        for (const QString &key : {u"params.a"_s, u"params.b"_s, u"params.c"_s})
            axes.append({numberColumn(key, {1, 2, 3}), false, false});
        view.setAxes(axes);
        expose(view);
        view.setBrush(0, std::pair(0.0, 0.4));
        QSignalSpy orders(&view, &ParallelView::orderChanged), turns(&view, &ParallelView::axisChanged);
        const double title = view.axisY(1) - 14;
        drag(view, {view.axisX(0), title}, {view.axisX(2), title});
        QCOMPARE(orders.size(), 1);
        QCOMPARE(orders[0][0].toStringList(), (QStringList{u"params.b"_s, u"params.c"_s, u"params.a"_s}));
        QCOMPARE(view.brushes().first().key, u"params.a"_s);
        QTest::mouseDClick(&view, Qt::LeftButton, {}, QPointF(view.axisX(1), title).toPoint());
        QCOMPARE(turns.size(), 1);
        QCOMPARE(turns[0][0].toString(), u"params.c"_s);
        QVERIFY(turns[0][2].toBool());
        // The brush stays on its values when its axis is turned round.
        const auto before = view.brushes();
        view.setAxes({axes[1], axes[2], {axes[0].column, false, true}});
        QCOMPARE(view.brushes(), before);
    }

    // Lines of the raster are those that are inside, however they got there.
    void rasterFollowsBrushes()
    {
        const Testing::InventedRuns many(900);
        ParallelView view, fresh;
        for (ParallelView *one : {&view, &fresh}) {
            CardRuns runs = many.runs;
            runs.shade = many.loss;
            one->setRuns(runs);
            one->setAxes({{many.rate, true, false}, {many.depth, false, false}, {many.loss, false, false}});
            expose(*one);
        }
        const QImage all = view.grab().toImage();
        for (double low : {0.0, 0.2, 0.7, 0.4, 0.1})
            view.setBrush(0, std::pair(low, low + 0.3));
        fresh.setBrush(0, std::pair(0.1, 0.4));
        QCOMPARE(view.grab().toImage(), fresh.grab().toImage());
        QVERIFY(view.grab().toImage() != all);
        view.clearBrushes();
        QCOMPARE(view.grab().toImage(), all);
    }

    // Nothing of this may hang, crash or leave the frame.
    void takesAnything_data()
    {
        QTest::addColumn<ChartColumn>("column");
        QTest::newRow("all NaN") << numberColumn(u"metrics.m"_s, {No, No, No});
        QTest::newRow("none") << numberColumn(u"metrics.m"_s, {});
        QTest::newRow("one") << numberColumn(u"metrics.m"_s, {4});
        QTest::newRow("constant") << numberColumn(u"metrics.m"_s, {4, 4, 4});
        QTest::newRow("zeros") << numberColumn(u"metrics.m"_s, {0, 0, 0});
        QTest::newRow("huge") << numberColumn(u"metrics.m"_s, {-Huge, 0, Huge});
        QTest::newRow("infinite") << numberColumn(u"metrics.m"_s, {-Inf, 1, Inf});
        QTest::newRow("denormal") << numberColumn(u"metrics.m"_s, {0, 5e-324, 1e-320});
        QTest::newRow("least") << numberColumn(u"metrics.m"_s, {0, 5e-324, 0});
        QTest::newRow("many least") << numberColumn(u"metrics.m"_s, [] {
            std::vector<double> many(900, 0.0);
            many[7] = 5e-324;
            return many;
        }());
        QTest::newRow("long text") << textColumn(u"params."_s + QString(5000, u'k'), {QString(5000, u'x'), QString(5000, u'y')}, {0, 1, 1});
        QTest::newRow("text") << textColumn(u"params.t"_s, {u"a"_s}, {0, No, 0});
        ChartColumn time = numberColumn(u"start_time"_s, {-1e18, 0, 9e18});
        time.kind = ChartColumn::Kind::Time;
        QTest::newRow("times") << time;
        ChartColumn span = numberColumn(u"duration"_s, {0, 1e300, 3});
        span.kind = ChartColumn::Kind::Duration;
        QTest::newRow("spans") << span;
    }
    void takesAnything()
    {
        QFETCH(ChartColumn, column);
        const ChartColumn other = numberColumn(u"metrics.o"_s, std::vector<double>(size_t(column.size()), 1));
        for (bool log : {false, true}) {
            ScatterView scatter;
            scatter.setColumns(column, other, log, log);
            ParallelView parallel;
            parallel.setAxes({{column, log, false}, {other, false, log}});
            HistogramView histogram;
            const QList<ValueBin> bins = cardBins(column, 10, QTimeZone::utc());
            histogram.setColumn(column, bins);
            if (bins.isEmpty())
                histogram.setNotice(u"none"_s);
            BoxView box;
            std::vector<double> values;
            for (size_t i = 0; i < size_t(column.size()); ++i)
                if (column.has(i))
                    values.push_back(column.values[i]);
            if (const auto summary = boxSummary(values))
                box.setGroups({{u"g"_s, 0, *summary, kernelDensity(values), {}}}, column, false);
            else
                box.setNotice(u"none"_s);
            BarView bars;
            QList<BarView::Bar> all;
            for (double value : values)
                all.append({u"b"_s, value, 0, -1, -1, {}});
            bars.setBars(all, column);
            for (CardView *view : std::initializer_list<CardView *>{&scatter, &parallel, &histogram, &box, &bars}) {
                expose(*view);
                QTest::mouseMove(view, {240, 160});
                drag(*view, {100, 250}, {300, 100});
                view->grab();
                for (const AxisBrush &brush : view->brushes())
                    QVERIFY(!brush.range || brush.range->low <= brush.range->high);
            }
        }
    }
};

QTEST_MAIN(CardViewsTest)
#include "tst_cardviews.moc"
