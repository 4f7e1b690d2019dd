// SPDX-License-Identifier: GPL-3.0-or-later
// Golden pictures of the views of values (golden.h).
#include "models/chart/pareto.h"
#include "models/chart/trend.h"
#include "models/items/cardcolumns.h"
#include "tests/support/testing.h"
#include "tests/widgets/chart/carddata.h"
#include "tests/widgets/chart/golden.h"
#include "widgets/chart/barview.h"
#include "widgets/chart/boxview.h"
#include "widgets/chart/heatmapview.h"
#include "widgets/chart/histogramview.h"
#include "widgets/chart/importanceview.h"
#include "widgets/chart/parallelview.h"
#include "widgets/chart/scatterview.h"
#include "widgets/theme/theme.h"

#include <QTest>

using namespace Assay;
using namespace Qt::StringLiterals;
using Testing::difference;

namespace {

constexpr QSize Size(380, 260);

const Testing::InventedRuns &invented()
{
    static const Testing::InventedRuns runs;
    return runs;
}

// Relative luminance as in WCAG 2.
double luminance(const QColor &color)
{
    const auto linear = [](double part) { return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4); };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

QImage pictureOf(QWidget &view, const Theme &theme)
{
    view.setPalette(theme.palette());
    view.resize(Size);
    QImage image(Size, QImage::Format_RGB32);
    image.fill(theme.color(ColorRole::Surface));
    view.render(&image, {}, {}, QWidget::DrawChildren);
    return image;
}

void fillScatter(ScatterView &view, bool isShaded)
{
    CardRuns runs = invented().runs;
    if (isShaded)
        runs.shade = invented().score;
    view.setRuns(runs);
    view.setColumns(invented().rate, invented().loss, true, false);
    std::vector<double> x, y;
    for (double rate : invented().rate.values)
        x.push_back(std::log10(rate));
    const auto curve = loess(x, invented().loss.values);
    ScatterView::Trend trend;
    for (size_t i = 0; i < curve->x.size(); ++i)
        trend.points.emplace_back(std::pow(10, curve->x[i]), curve->y[i]);
    view.setTrend(trend);
    view.setFront(paretoFront(invented().rate.values, invented().loss.values, Better::Lower, Better::Lower));
}

void fillParallel(ParallelView &view, const ChartColumn &shade)
{
    CardRuns runs = invented().runs;
    runs.shade = shade;
    view.setRuns(runs);
    view.setAxes({{invented().rate, true, false}, {invented().optimizer, false, false}, {invented().score, false, true}, {invented().loss, false, false}});
}

void fillBars(BarView &view)
{
    view.setRuns(invented().runs);
    QList<BarView::Bar> bars;
    for (int i = 0; i < 8; ++i)
        bars.append({invented().runs.names[i], invented().loss.values[size_t(i)] - 0.3, i % 3 == 0 ? 0.04 : 0, i, i, {}});
    view.setBars(bars, invented().loss);
}

void fillBoxes(BoxView &view, bool areViolins)
{
    view.setRuns(invented().runs);
    QList<BoxView::Group> groups;
    for (int text = 0; text < 3; ++text) {
        BoxView::Group group{invented().optimizer.texts[text], text, {}, {}, {}};
        std::vector<double> values;
        for (size_t run = 0; run < 60; ++run) {
            if (invented().optimizer.values[run] != text)
                continue;
            values.push_back(invented().loss.values[run]);
            if (areViolins)
                group.runs.push_back(run);
        }
        group.box = *boxSummary(values);
        if (areViolins)
            group.density = kernelDensity(values);
        groups.append(group);
    }
    view.setGroups(groups, invented().loss, false);
}

void fillHeatMap(HeatMapView &view)
{
    const auto xBins = cardBins(invented().rate, 12, QTimeZone::utc()), yBins = cardBins(invented().depth, 12, QTimeZone::utc());
    const ValueGrid grid = valueGrid(invented().rate, xBins, invented().depth, yBins, invented().loss, CellSummary::Mean);
    view.setCells({FrameAxis::ofBins(invented().rate, xBins), FrameAxis::ofBins(invented().depth, yBins), grid.cells, std::vector<QString>(grid.cells.size()), u"mean"_s, false});
    view.setColumns(invented().rate, xBins, invented().depth, yBins);
}

void fillCorrelation(HeatMapView &view)
{
    const QStringList names{u"a"_s, u"b"_s, u"c"_s};
    view.setCells({FrameAxis::ofTexts({}, names), FrameAxis::ofTexts({}, names), {0.2, ChartColumn::None, 1, -0.6, 1, -0.1, 1, -0.6, 0.9}, std::vector<QString>(9), u"rank correlation"_s, true});
}

void fillImportance(ImportanceView &view)
{
    view.setRows({{u"lr"_s, 0.62, 0.08, -0.71, 60}, {u"optimizer"_s, 0.2, 0.05, {}, 60}, {u"depth"_s, 0.01, 0.03, 0.12, 60}, {u"seed"_s, -0.02, 0.01, 0.02, 60}});
}

QImage drawn(const QString &name)
{
    const Theme &theme = name.endsWith("dark"_L1) ? Theme::dark() : Theme::light();
    if (name.startsWith("scatter"_L1)) {
        ScatterView view;
        fillScatter(view, name.contains("shaded"_L1));
        return pictureOf(view, theme);
    }
    if (name.startsWith("parallel"_L1)) {
        ParallelView view;
        fillParallel(view, invented().loss);
        if (name.contains("brushed"_L1))
            view.setBrush(1, std::pair(0.5, 1.0));
        return pictureOf(view, theme);
    }
    if (name.startsWith("bars"_L1)) {
        BarView view;
        fillBars(view);
        return pictureOf(view, theme);
    }
    if (name.startsWith("boxes"_L1) || name.startsWith("violins"_L1)) {
        BoxView view;
        fillBoxes(view, name.startsWith("violins"_L1));
        return pictureOf(view, theme);
    }
    if (name.startsWith("histogram"_L1)) {
        HistogramView view;
        view.setRuns(invented().runs);
        view.setColumn(invented().loss, cardBins(invented().loss, 12, QTimeZone::utc()));
        return pictureOf(view, theme);
    }
    if (name.startsWith("importance"_L1)) {
        ImportanceView view;
        fillImportance(view);
        return pictureOf(view, theme);
    }
    HeatMapView view;
    name.startsWith("correlation"_L1) ? fillCorrelation(view) : fillHeatMap(view);
    return pictureOf(view, theme);
}

} // namespace

class CardPicturesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { PlotFrame::setTexts(qEnvironmentVariableIsSet("ASSAY_GOLDEN_LOOK")); }

    void areAsTheyWere_data()
    {
        QTest::addColumn<QString>("name");
        for (const char *name : {"scatter-light", "scatter-shaded-dark", "parallel-light", "parallel-brushed-dark", "bars-light", "boxes-light",
                                 "violins-dark", "histogram-light", "heatmap-light", "heatmap-dark", "correlation-light", "importance-light"})
            QTest::newRow(name) << QString::fromLatin1(name);
    }
    void areAsTheyWere()
    {
        QFETCH(QString, name);
        const QImage now = drawn(name);
        const QString difference = Testing::goldenDifference(QStringLiteral(ASSAY_GOLDEN), name, now);
        QVERIFY2(difference.isEmpty(), qPrintable(difference));
    }

    // Numbers as colours: darker or lighter all the way, so that no kind of colour sight takes one end for the other, and
    // everywhere three times as light or dark as the surface.
    void rampIsSeenByAll()
    {
        for (const Theme *theme : {&Theme::light(), &Theme::dark()}) {
            const double surface = luminance(theme->color(ColorRole::Surface)) + 0.05;
            double before = luminance(theme->ramp(0));
            for (int i = 1; i <= 20; ++i) {
                const double now = luminance(theme->ramp(i / 20.0));
                QVERIFY2(now > before, qPrintable(QString::number(i)));
                before = now;
                QVERIFY2(std::max(surface, now + 0.05) / std::min(surface, now + 0.05) >= 3, qPrintable(QString::number(i)));
            }
            QCOMPARE(theme->diverging(0), theme->color(ColorRole::Surface));
            QVERIFY(luminance(theme->diverging(1)) != luminance(theme->diverging(-1)));
        }
    }

    // What must not pass for the same picture.
    void comparisonCanFail()
    {
        BarView bars;
        fillBars(bars);
        const QImage whole = pictureOf(bars, Theme::light());
        QVERIFY(difference(whole, whole).isSmall());
        QVERIFY(!difference(whole, pictureOf(bars, Theme::dark())).isSmall());
        BarView fewer;
        fewer.setRuns(invented().runs);
        QList<BarView::Bar> seven;
        for (int i = 0; i < 8; ++i)
            seven.append({invented().runs.names[i], i == 3 ? 0 : invented().loss.values[size_t(i)] - 0.3, i % 3 == 0 ? 0.04 : 0, i, i, {}});
        fewer.setBars(seven, invented().loss);
        QVERIFY2(!difference(whole, pictureOf(fewer, Theme::light())).isSmall(), "a bar is missing");
        for (BarView::Bar &bar : seven)
            bar.value = invented().loss.values[size_t(bar.run)] - 0.3;
        seven[2].color = 5;
        fewer.setBars(seven, invented().loss);
        QVERIFY2(!difference(whole, pictureOf(fewer, Theme::light())).isSmall(), "another colour");
        seven[2].color = 2;
        seven[1].value *= 1.3; // the axis goes further
        fewer.setBars(seven, invented().loss);
        QVERIFY2(!difference(whole, pictureOf(fewer, Theme::light())).isSmall(), "another axis");
        ScatterView dots;
        fillScatter(dots, false);
        const QImage scatter = pictureOf(dots, Theme::light());
        dots.setTrend({});
        QVERIFY2(!difference(scatter, pictureOf(dots, Theme::light())).isSmall(), "no trend");
    }
};

QTEST_MAIN(CardPicturesTest)
#include "tst_cardpictures.moc"
