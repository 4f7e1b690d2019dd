// SPDX-License-Identifier: GPL-3.0-or-later
// Golden pictures of lines (golden.h): what PlotPicture draws, on the ground that a chart has.
#include "models/chart/bands.h"
#include "tests/widgets/chart/golden.h"
#include "widgets/chart/plotpicture.h"
#include "widgets/theme/theme.h"

#include <QPainter>
#include <QTest>

#include <cmath>

using namespace Assay;
using namespace Qt::StringLiterals;
using Testing::difference;

namespace {

constexpr QSize Size(380, 260);
constexpr double NaN = std::numeric_limits<double>::quiet_NaN();

SilentJob job;
constexpr double Infinity = std::numeric_limits<double>::infinity();

// As noisy as losses are, and the same on every machine.
std::vector<double> falling(int count, double rate, int seed)
{
    std::vector<double> values;
    uint32_t state = uint32_t(seed) * 2654435761u + 1;
    for (int i = 0; i < count; ++i) {
        state = state * 1664525u + 1013904223u;
        values.push_back(2.3 * std::exp(-rate * i / count) + 0.12 * (double(state >> 8) / (1 << 24) - 0.5) + 0.2);
    }
    return values;
}

PlotLine lineOf(const std::vector<double> &values, int color, const LineRecipe &recipe, int every = 1)
{
    MetricSeries series;
    for (const double value : values)
        series.add(series.size() * every, 0, value);
    PlotLine line;
    line.colorIndex = color;
    const PackedSeriesPtr points = packed(std::move(series));
    line.pyramid = std::make_shared<const SeriesPyramid>(points, recipe);
    if (!recipe.smoothing.isNone())
        line.raw = std::make_shared<const SeriesPyramid>(points, recipe.raw());
    return line;
}

struct Scene {
    QList<PlotLine> lines;
    AxisRange x{0, 1}, y{0, 3};
    AxisScale yScale = AxisScale::Linear;
    int highlighted = -1;
    double width = 1.5;
};

Scene sceneOf(const QString &name)
{
    Scene scene;
    LineRecipe recipe;
    if (name.startsWith("lines"_L1)) {
        scene.x = {0, 400};
        for (int i = 0; i < 12; ++i) // past eight the dashes begin
            scene.lines.append(lineOf(falling(400, 1.5 + i * 0.7, i), i, recipe));
        scene.highlighted = name.contains("hovered"_L1) ? 3 : -1;
    } else if (name.startsWith("markers"_L1)) {
        scene.x = {-2, 402};
        for (int i = 0; i < 6; ++i) { // the last one with few points
            std::vector<double> values;
            for (int step = 0; step <= 400; step += i < 5 ? 1 : 40)
                values.push_back(0.3 + (2.5 - i * 0.3) * std::exp(-step * (i + 1) * 0.001));
            scene.lines.append(lineOf(values, i == 4 ? LineColor::None : i == 3 ? LineColor::onRamp(0.5) : i, recipe, i < 5 ? 1 : 40));
            scene.lines.last().marker = LineMarker(i + 1);
            scene.lines.last().dash = LineDash(i);
        }
        scene.highlighted = name.contains("hovered"_L1) ? 2 : -1;
    } else if (name.startsWith("smoothed"_L1)) {
        recipe.smoothing = {SmoothingKind::Ema, 0.9};
        scene.x = {0, 400};
        for (int i = 0; i < 3; ++i)
            scene.lines.append(lineOf(falling(400, 2.0 + i, i), i, recipe));
    } else if (name.startsWith("bands"_L1)) {
        scene.x = {0, 100};
        for (int group = 0; group < 2; ++group) {
            std::vector<BandMember> members;
            for (int i = 0; i < 5; ++i)
                members.push_back({lineOf(falling(i == 4 ? 60 : 100, 1 + group * 2 + i * 0.3, i), 0, recipe).pyramid});
            const BandPyramids band = bandPyramids(groupBand(members, GroupLine::Mean, BandSpread::Deviation, job), AxisScale::Linear);
            PlotLine line;
            line.colorIndex = group;
            line.pyramid = band.line;
            line.low = band.low;
            line.high = band.high;
            line.isGroup = true;
            scene.lines.append(line);
        }
    } else if (name.startsWith("many"_L1)) {
        scene.x = {0, 200'000};
        for (int i = 0; i < 3; ++i)
            scene.lines.append(lineOf(falling(200'000, 2.0 + i, i), i, recipe));
    } else if (name.startsWith("gaps"_L1)) {
        scene.x = {-0.5, 13.5};
        scene.width = 2;
        scene.lines = {lineOf({1, 1.5, NaN, 2, 2.5, Infinity, 1, NaN, 0.5, NaN, 1, 2, -Infinity, 1}, 0, recipe), lineOf({0.3}, 1, recipe)};
    } else if (name.startsWith("log"_L1)) {
        recipe.yScale = scene.yScale = AxisScale::Log;
        scene.x = {0, 99};
        scene.y = {1e-4, 10};
        std::vector<double> values;
        for (int i = 0; i < 100; ++i)
            values.push_back(i % 20 == 10 ? 0.0 : std::pow(10, 1 - i / 20.0));
        scene.lines = {lineOf(values, 2, recipe)};
    } else if (name.startsWith("symlog"_L1)) {
        recipe.yScale = scene.yScale = AxisScale::SymLog;
        scene.x = {-50, 50};
        scene.y = {-1000, 1000};
        std::vector<double> values;
        for (int i = -50; i <= 50; ++i)
            values.push_back(std::pow(i / 5.0, 3));
        PlotLine line = lineOf(values, 4, recipe);
        line.xOffset = 50;
        scene.lines = {line};
    }
    return scene;
}

QImage drawn(const Scene &scene, const Theme &theme)
{
    PlotPicture picture;
    picture.setLines(scene.lines);
    QList<LineStyle> styles;
    for (const PlotLine &line : scene.lines)
        styles.append(lineStyle(line, theme, scene.width));
    picture.render({scene.x, scene.y, ScaleMap(scene.yScale), Size, 1.0}, styles);
    QImage image(Size, QImage::Format_RGB32);
    image.fill(theme.color(ColorRole::Surface));
    QPainter painter(&image);
    picture.paint(painter, {0, 0}, scene.highlighted);
    return image;
}

} // namespace

class LinePicturesTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void areAsTheyWere_data()
    {
        QTest::addColumn<QString>("name");
        for (const char *name : {"lines-light", "lines-dark", "lines-hovered-light", "smoothed-dark", "many-points-light", "gaps-light", "log-dark", "bands-light", "bands-dark",
                                 "symlog-light", "markers-light", "markers-dark", "markers-hovered-light"})
            QTest::newRow(name) << QString::fromLatin1(name);
    }
    void areAsTheyWere()
    {
        QFETCH(QString, name);
        const Theme &theme = name.endsWith("dark"_L1) ? Theme::dark() : Theme::light();
        const QString difference = Testing::goldenDifference(QStringLiteral(ASSAY_GOLDEN), name, drawn(sceneOf(name), theme));
        QVERIFY2(difference.isEmpty(), qPrintable(difference));
    }

    // What must not pass for the same picture.
    void comparisonCanFail()
    {
        const Scene whole = sceneOf(u"lines-light"_s);
        const QImage before = drawn(whole, Theme::light());
        QVERIFY(difference(before, drawn(whole, Theme::light())).isSmall());
        Scene other = whole;
        other.lines.removeAt(5);
        QVERIFY2(!difference(before, drawn(other, Theme::light())).isSmall(), "a line is missing");
        other = whole;
        other.lines[2].colorIndex = 3;
        QVERIFY2(!difference(before, drawn(other, Theme::light())).isSmall(), "another colour");
        other = whole;
        other.lines[2].marker = LineMarker::Diamond;
        QVERIFY2(!difference(before, drawn(other, Theme::light())).isSmall(), "markers");
        other = whole;
        other.y = {0, 3.2};
        QVERIFY2(!difference(before, drawn(other, Theme::light())).isSmall(), "another axis");
        other = whole;
        other.width = 3;
        QVERIFY2(!difference(before, drawn(other, Theme::light())).isSmall(), "another width");
        Scene gaps = sceneOf(u"gaps-light"_s);
        const QImage marked = drawn(gaps, Theme::light());
        gaps.lines[1].colorIndex = 7;
        QVERIFY2(!difference(marked, drawn(gaps, Theme::light())).isSmall(), "one point of another colour");
    }
};

QTEST_MAIN(LinePicturesTest)
#include "tst_linepictures.moc"
