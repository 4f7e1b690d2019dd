// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/chart/seriespyramid.h"

#include <QTest>

#include <cmath>
#include <limits>
#include <random>

using namespace Assay;

namespace {

constexpr double NaN = std::numeric_limits<double>::quiet_NaN();
constexpr double Inf = std::numeric_limits<double>::infinity();

using Random = std::mt19937_64;

int uniform(Random &random, int lo, int hi) { return std::uniform_int_distribution<int>(lo, hi)(random); }
double uniformReal(Random &random, double lo, double hi) { return std::uniform_real_distribution<double>(lo, hi)(random); }

double randomValue(Random &random, int oddsOfOdd)
{
    if (uniform(random, 0, 99) < oddsOfOdd) {
        static constexpr double odd[] = {NaN, Inf, -Inf, 0.0, -1.0, std::numeric_limits<double>::max(),
                                         -std::numeric_limits<double>::max(), std::numeric_limits<double>::denorm_min()};
        return odd[uniform(random, 0, int(std::size(odd)) - 1)];
    }
    return uniformReal(random, -1, 3);
}

// In order, with repeats, shuffled, sparse, dense: whatever people log.
std::shared_ptr<const MetricSeries> randomSeries(Random &random)
{
    auto series = std::make_shared<MetricSeries>();
    const int count = uniform(random, 0, 3) == 0 ? uniform(random, 0, 3) : uniform(random, 1, 700);
    const int odd = uniform(random, 0, 2) == 0 ? 0 : uniform(random, 1, 90);
    const int most = uniform(random, 0, 2) == 0 ? 1 : uniform(random, 0, 50);
    const bool shuffled = uniform(random, 0, 3) == 0;
    const bool regular = uniform(random, 0, 3) == 0;
    qint64 step = uniform(random, -1000, 1000);
    for (int i = 0; i < count; ++i) {
        step = shuffled ? uniform(random, -300, 300) : step + (regular ? most : uniform(random, 0, most));
        series->add(step, 1'700'000'000'000 + step * 977, randomValue(random, odd));
    }
    return series;
}

ColumnGrid randomGrid(Random &random, const SeriesPyramid &pyramid)
{
    const AxisRange all = pyramid.xRange().value_or(AxisRange{0, 1});
    const double size = std::max(1.0, all.size());
    ColumnGrid grid{all.lo, all.lo + size, uniform(random, 1, 200)};
    if (uniform(random, 0, 2) > 0) {
        grid.lo = uniformReal(random, all.lo - size, all.hi);
        grid.hi = grid.lo + size * std::pow(10.0, uniformReal(random, -3, 0.5));
    }
    return grid;
}

struct Raw {
    bool hasPoints = false, hasValues = false, above = false, below = false;
    double min = Inf, max = -Inf;
};

} // namespace

class SeriesPyramidTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyColumnIsTheSpanOfItsRawPoints();
    void partsAreTheWhole();
    void rangesAreTheSpanOfTheRawPoints();
    void countsWhatIsOutside();
    void singlePointIsVisibleAtEveryZoom();
    void gapsAreKept();
    void repeatedAndUnorderedStepsKeepAllPoints();
    void logScaleMarksWhatIsNotPositive();
    void emptySeries();
};

void SeriesPyramidTest::everyColumnIsTheSpanOfItsRawPoints()
{
    Random random(20260131);
    for (int round = 0; round < 10'000; ++round) {
        const auto series = randomSeries(random);
        const auto order = uniform(random, 0, 1) ? XAxis::Step : XAxis::WallTime;
        const auto scale = uniform(random, 0, 1) ? AxisScale::Linear : AxisScale::Log;
        const SeriesPyramid pyramid(packed(*series), {.x = order, .yScale = scale});
        const ColumnGrid grid = randomGrid(random, pyramid);

        std::vector<Raw> raw(size_t(grid.count));
        for (size_t i = 0; i < series->values.size(); ++i) {
            const double x = double(order == XAxis::Step ? series->steps[i] : series->timestamps[i]);
            const double y = series->values[i];
            const int column = grid.columnOf(x);
            if (column < 0 || column >= grid.count)
                continue;
            Raw &one = raw[size_t(column)];
            one.hasPoints = true;
            const bool drawable = std::isfinite(y) && (scale == AxisScale::Linear || y > 0);
            if (drawable) {
                one.hasValues = true;
                one.min = std::min(one.min, y);
                one.max = std::max(one.max, y);
            }
            one.above = one.above || y == Inf;
            one.below = one.below || (!drawable && y < 0) || (!drawable && y == 0);
        }
        for (const ColumnSpan &span : pyramid.columns(grid)) {
            if (span.column < 0 || span.column >= grid.count)
                continue;
            Raw &one = raw[size_t(span.column)];
            QVERIFY(one.hasPoints);
            QCOMPARE(span.hasValues, one.hasValues);
            QCOMPARE(span.min, one.min);
            QCOMPARE(span.max, one.max);
            QCOMPARE(span.above, one.above);
            QCOMPARE(span.below, one.below);
            one.hasPoints = false; // seen; twice would be a mistake
        }
        for (const Raw &one : raw)
            QVERIFY(!one.hasPoints);
    }
}

void SeriesPyramidTest::partsAreTheWhole()
{
    Random random(7);
    for (int round = 0; round < 500; ++round) {
        const SeriesPyramid pyramid(packed(*randomSeries(random)), LineRecipe{});
        const ColumnGrid grid = randomGrid(random, pyramid);
        const int from = uniform(random, 0, grid.count);
        const int to = uniform(random, from, grid.count);
        std::vector<ColumnSpan> inside;
        for (const ColumnSpan &span : pyramid.columns(grid)) {
            if (span.column >= from && span.column < to)
                inside.push_back(span);
        }
        size_t at = 0;
        for (const ColumnSpan &span : pyramid.columns(grid, from, to)) {
            if (span.column < from || span.column >= to) {
                QCOMPARE(span.count(), 1u); // the neighbours
                continue;
            }
            QVERIFY(at < inside.size());
            QCOMPARE(span.begin, inside[at].begin);
            QCOMPARE(span.end, inside[at].end);
            QCOMPARE(span.joined, inside[at].joined);
            ++at;
        }
        QCOMPARE(at, inside.size());
    }
}

void SeriesPyramidTest::rangesAreTheSpanOfTheRawPoints()
{
    Random random(11);
    auto series = std::make_shared<MetricSeries>();
    for (int i = 0; i < 100'003; ++i)
        series->add(i, i, randomValue(random, 3));
    const SeriesPyramid pyramid(packed(*series), LineRecipe{});
    for (int round = 0; round < 300; ++round) {
        const int begin = uniform(random, 0, 100'002);
        const int end = uniform(random, begin + 1, 100'003);
        std::optional<AxisRange> raw;
        for (int i = begin; i < end; ++i) {
            const double y = series->values[size_t(i)];
            if (std::isfinite(y))
                raw = united(raw, AxisRange{y, y});
        }
        QCOMPARE(pyramid.yRange(uint32_t(begin), uint32_t(end)), raw);
    }
}

void SeriesPyramidTest::countsWhatIsOutside()
{
    Random random(12);
    for (int round = 0; round < 200; ++round) {
        auto series = std::make_shared<MetricSeries>();
        double value = 0;
        for (int i = 0; i < 5000; ++i) {
            value += uniformReal(random, -1, 1);
            series->add(i, i, round % 2 ? value : randomValue(random, 4));
        }
        const SeriesPyramid pyramid(packed(*series), LineRecipe{});
        const uint32_t begin = uint32_t(uniform(random, 0, 4999));
        const uint32_t end = uint32_t(uniform(random, int(begin), 5000));
        const double lo = uniformReal(random, -30, 20);
        const AxisRange y{lo, lo + uniformReal(random, 0, 30)};
        uint32_t count = 0;
        for (uint32_t i = begin; i < end; ++i)
            count += std::isfinite(series->values[i]) && !y.contains(series->values[i]);
        QCOMPARE(pyramid.countOutside(begin, end, y), count);
    }
}

void SeriesPyramidTest::singlePointIsVisibleAtEveryZoom()
{
    auto series = std::make_shared<MetricSeries>();
    constexpr int count = 1'000'000;
    constexpr int spike = 654'321;
    for (int i = 0; i < count; ++i)
        series->add(i, i, i == spike ? 100.0 : std::sin(i * 0.001));
    const SeriesPyramid pyramid(packed(*series), LineRecipe{});
    for (double size = count; size > 2; size /= 1.7) {
        const ColumnGrid grid{spike - size * 0.3, spike + size * 0.7, 640};
        const std::vector<ColumnSpan> spans = pyramid.columns(grid);
        QVERIFY(std::ranges::any_of(spans, [](const ColumnSpan &span) { return span.hasValues && span.max == 100.0; }));
    }
}

void SeriesPyramidTest::gapsAreKept()
{
    auto series = std::make_shared<MetricSeries>();
    for (const double value : {1.0, 2.0, NaN, 3.0, 4.0, Inf, 5.0})
        series->add(qint64(series->values.size()), 0, value);
    const SeriesPyramid pyramid(packed(*series), LineRecipe{});
    QCOMPARE(pyramid.undrawableCount(), 2u);
    const std::vector<ColumnSpan> spans = pyramid.columns({0, 7, 7});
    QCOMPARE(spans.size(), 7u);
    const std::vector<bool> joined{false, true, false, false, true, false, false};
    for (size_t i = 0; i < spans.size(); ++i)
        QCOMPARE(spans[i].joined, joined[i]);
    QVERIFY(!spans[2].hasValues);
    QVERIFY(spans[5].above);
    QVERIFY(!spans[4].above);
}

void SeriesPyramidTest::repeatedAndUnorderedStepsKeepAllPoints()
{
    auto series = std::make_shared<MetricSeries>();
    const qint64 steps[] = {5, 1, 5, 3, 1, 5};
    for (int i = 0; i < 6; ++i)
        series->add(steps[i], 100 + i, i * 10.0);
    const SeriesPyramid byStep(packed(*series), LineRecipe{});
    QCOMPARE(byStep.size(), 6u);
    const std::vector<uint32_t> source{1, 4, 3, 0, 2, 5}; // by step, then as logged
    for (uint32_t i = 0; i < 6; ++i) {
        QCOMPARE(byStep.sourceIndex(i), source[i]);
        QCOMPARE(byStep.y(i), source[i] * 10.0);
    }
    const std::vector<ColumnSpan> spans = byStep.columns({0, 6, 6});
    QCOMPARE(spans.back().count(), 3u);
    QCOMPARE(spans.back().min, 0.0);
    QCOMPARE(spans.back().max, 50.0);
    const SeriesPyramid byTime(packed(*series), LineRecipe{.x = XAxis::WallTime});
    QCOMPARE(byTime.sourceIndex(3), 3u);
    QCOMPARE(byTime.x(3), 103.0);
}

void SeriesPyramidTest::logScaleMarksWhatIsNotPositive()
{
    auto series = std::make_shared<MetricSeries>();
    for (const double value : {0.1, 0.0, 1.0, -3.0, 10.0, -Inf})
        series->add(qint64(series->values.size()), 0, value);
    const SeriesPyramid pyramid(packed(*series), LineRecipe{.yScale = AxisScale::Log});
    QCOMPARE(pyramid.yRange(), (AxisRange{0.1, 10.0}));
    QCOMPARE(pyramid.undrawableCount(), 3u);
    for (const ColumnSpan &span : pyramid.columns({0, 6, 6})) {
        QCOMPARE(span.below, span.column % 2 == 1);
        QVERIFY(!span.joined);
    }
}

void SeriesPyramidTest::emptySeries()
{
    const SeriesPyramid pyramid(packed({}), LineRecipe{});
    QVERIFY(!pyramid.xRange());
    QVERIFY(!pyramid.yRange());
    QVERIFY(pyramid.columns({0, 1, 10}).empty());
}

QTEST_APPLESS_MAIN(SeriesPyramidTest)
#include "tst_seriespyramid.moc"
