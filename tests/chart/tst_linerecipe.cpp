// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/chart/seriespyramid.h"

#include <QTest>

#include <cmath>
#include <limits>

using namespace Assay;
using namespace Qt::StringLiterals;

namespace {

struct Point {
    qint64 step;
    qint64 time;
    double value;
};

PackedSeriesPtr seriesOf(std::initializer_list<Point> points)
{
    MetricSeries series;
    for (const Point &point : points)
        series.add(point.step, point.time, point.value);
    return packed(std::move(series));
}

// "x:y" of all points.
QStringList pointsOf(const SeriesPyramid &pyramid)
{
    QStringList texts;
    for (uint32_t i = 0; i < pyramid.size(); ++i)
        texts.append(u"%1:%2"_s.arg(pyramid.x(i)).arg(pyramid.y(i)));
    return texts;
}

} // namespace

class LineRecipeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void integersArePackedAndStayThemselves()
    {
        constexpr qint64 most = std::numeric_limits<qint64>::max();
        constexpr qint64 least = std::numeric_limits<qint64>::min();
        const std::vector<std::vector<qint64>> all{{}, {7}, {3, 3, 3}, {0, 5, 10, 15}, {9, 6, 3}, {1, 2, 4}, {4, 1, 2},
            {least, most}, {most, least, 0}, {least, 0, most, 1}, {(qint64(1) << 53) + 1, (qint64(1) << 53) + 2, (qint64(1) << 53) + 7}};
        for (const std::vector<qint64> &numbers : all) {
            const PackedIntegers packedNumbers(numbers);
            QCOMPARE(packedNumbers.size(), numbers.size());
            for (size_t i = 0; i < numbers.size(); ++i)
                QCOMPARE(packedNumbers[i], numbers[i]);
            QCOMPARE(packedNumbers.isRising(), std::ranges::is_sorted(numbers));
        }
        QCOMPARE(PackedIntegers({0, 5, 10, 15}).memoryBytes(), 0);
        QCOMPARE(PackedIntegers({1, 2, 4}).memoryBytes(), 12);
        QVERIFY(!PackedIntegers({3, 3}).isStrictlyRising());
    }
    void anotherMetricIsX()
    {
        const auto loss = seriesOf({{0, 0, 10}, {1, 0, 11}, {2, 0, 12}, {3, 0, 13}, {1, 0, 21}});
        const auto epoch = seriesOf({{0, 0, 0.5}, {1, 0, 9}, {1, 0, 1.5}, {3, 0, std::nan("")}});
        const SeriesPyramid pyramid(loss, {.x = XAxis::Metric, .xMetric = u"epoch"_s}, epoch);
        // Step 1 has 1.5, its last one; step 2 has none, step 3 has NaN.
        QCOMPARE(pointsOf(pyramid), (QStringList{u"0.5:10"_s, u"1.5:11"_s, u"1.5:21"_s}));
        QCOMPARE(pyramid.withoutXCount(), 2u);
        QCOMPARE(pyramid.sourceIndex(2), 4u);
        const SeriesPyramid none(loss, {.x = XAxis::Metric, .xMetric = u"epoch"_s});
        QCOMPARE(none.size(), 0u);
        QCOMPARE(none.withoutXCount(), 5u);
    }
    void metricsThatFallAreOrdered()
    {
        const auto y = seriesOf({{0, 0, 1}, {1, 0, 2}, {2, 0, 3}});
        const auto x = seriesOf({{0, 0, 0.3}, {1, 0, -0.2}, {2, 0, 0.1}});
        QCOMPARE(pointsOf(SeriesPyramid(y, {.x = XAxis::Metric, .xMetric = u"x"_s}, x)),
                 (QStringList{u"-0.2:2"_s, u"0.1:3"_s, u"0.3:1"_s}));
    }
    void lastOfRepeatedStepsWins()
    {
        // Resumed at step 1.
        const auto series = seriesOf({{0, 100, 1}, {1, 200, 2}, {2, 300, 3}, {1, 400, 20}, {2, 500, 30}, {3, 600, 40}});
        QCOMPARE(pointsOf(SeriesPyramid(series, {})).size(), 6);
        const SeriesPyramid last(series, {.repeats = Repeats::LastWins});
        QCOMPARE(pointsOf(last), (QStringList{u"0:1"_s, u"1:20"_s, u"2:30"_s, u"3:40"_s}));
        QCOMPARE(last.overwrittenCount(), 2u);
        QCOMPARE(last.sourceIndex(1), 3u);
        // By the step on the time axis, too.
        QCOMPARE(pointsOf(SeriesPyramid(series, {.x = XAxis::WallTime, .repeats = Repeats::LastWins})),
                 (QStringList{u"100:1"_s, u"400:20"_s, u"500:30"_s, u"600:40"_s}));
        const auto plain = seriesOf({{0, 0, 1}, {1, 0, 2}});
        QCOMPARE(SeriesPyramid(plain, {.repeats = Repeats::LastWins}).overwrittenCount(), 0u);
    }
    void smoothingSeesThePointsInOrder()
    {
        const auto series = seriesOf({{2, 0, 6}, {0, 0, 0}, {1, 0, 3}});
        const SeriesPyramid pyramid(series, {.smoothing = {SmoothingKind::Mean, 1}});
        QCOMPARE(pointsOf(pyramid), (QStringList{u"0:1.5"_s, u"1:3"_s, u"2:4.5"_s}));
        QCOMPARE(pyramid.loggedY(2), 6.0);
        QCOMPARE(pyramid.yRange(), (AxisRange{1.5, 4.5}));
    }
    void samePyramids()
    {
        const LineRecipe step;
        QVERIFY((LineRecipe{.x = XAxis::RelativeTime}.ofPyramid() == LineRecipe{.x = XAxis::WallTime}.ofPyramid()));
        QVERIFY((LineRecipe{.xScale = AxisScale::Log, .yScale = AxisScale::SymLog}.ofPyramid() == step.ofPyramid()));
        QVERIFY((LineRecipe{.yScale = AxisScale::Log}.ofPyramid() != step.ofPyramid()));
        QVERIFY((LineRecipe{.smoothing = {SmoothingKind::Ema, 0}}.ofPyramid() == step.ofPyramid()));
        QVERIFY((LineRecipe{.xMetric = u"epoch"_s}.ofPyramid() == step.ofPyramid()));
    }
    void comesBackFromAMap()
    {
        const LineRecipe recipe{XAxis::Metric, u"epoch"_s, Repeats::LastWins, {SmoothingKind::Gaussian, 12.5}, AxisScale::Log, AxisScale::SymLog};
        QVariantMap map;
        recipe.writeTo(map);
        QCOMPARE(LineRecipe::readFrom(map), recipe);
        QCOMPARE(LineRecipe::readFrom({}), LineRecipe());
        const LineRecipe odd = LineRecipe::readFrom({{u"x"_s, u"metric"_s}, {u"y"_s, 7}, {u"smoothing"_s, u"ema"_s}, {u"amount"_s, u"NaN"_s}});
        QVERIFY(odd.x == XAxis::Step && odd.yScale == AxisScale::Linear && odd.smoothing.isNone());
        QCOMPARE(LineRecipe::readFrom({{u"smoothing"_s, u"ema"_s}, {u"amount"_s, 5.0}}).smoothing.amount, mostOf(SmoothingKind::Ema));
    }
};

QTEST_APPLESS_MAIN(LineRecipeTest)
#include "tst_linerecipe.moc"
