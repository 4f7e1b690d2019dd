// SPDX-License-Identifier: GPL-3.0-or-later
// Columns with rounded borders: each is exactly what its points say, and these are its own but for a few at the ends.
#include "models/chart/seriespyramid.h"

#include <QTest>

#include <cmath>
#include <limits>
#include <random>

using namespace Assay;

namespace {

constexpr double Inf = std::numeric_limits<double>::infinity();

using Random = std::mt19937_64;
using Spans = std::vector<ColumnSpan>;

int uniform(Random &random, int lo, int hi) { return std::uniform_int_distribution<int>(lo, hi)(random); }
double uniformReal(Random &random, double lo, double hi) { return std::uniform_real_distribution<double>(lo, hi)(random); }

double oddValue(Random &random)
{
    static constexpr double odd[] = {std::numeric_limits<double>::quiet_NaN(), Inf, -Inf, 0.0, -1.0, 1e300};
    return odd[uniform(random, 0, int(std::size(odd)) - 1)];
}

// Walks and noise, with many points here and few there, some in no order.
MetricSeries randomSeries(Random &random)
{
    MetricSeries series;
    const int count = uniform(random, 1, 20'000);
    const bool hasOdd = uniform(random, 0, 2) == 0;
    const bool isWalk = uniform(random, 0, 1);
    const bool isUneven = uniform(random, 0, 1);
    const bool isShuffled = uniform(random, 0, 9) == 0;
    double value = 50;
    qint64 step = uniform(random, -500, 500);
    for (int i = 0; i < count; ++i) {
        const double change = uniformReal(random, -1, 1);
        value = isWalk ? value + change : 50 + change;
        step = isShuffled ? uniform(random, 0, 30'000) : step + (isUneven ? (i / 2000 % 2 ? uniform(random, 0, 40) : uniform(random, 0, 1)) : 1);
        series.add(step, step * 1000, hasOdd && uniform(random, 0, 999) == 0 ? oddValue(random) : value);
    }
    return series;
}

ColumnGrid randomGrid(Random &random, const SeriesPyramid &pyramid)
{
    const AxisRange all = pyramid.xRange().value_or(AxisRange{0, 1});
    const double size = std::max(1.0, all.size());
    const double lo = uniformReal(random, all.lo - size * 0.2, all.lo + size * 0.5);
    return {lo, lo + size * uniformReal(random, 0.1, 1.5), uniform(random, 1, uniform(random, 0, 1) ? 8 : 60)};
}

bool meet(const ColumnSpan &a, const ColumnSpan &b) { return a.min <= b.max && b.min <= a.max; }

// What is wrong with the line from one column to the next, if anything.
QByteArray wrongJoin(const SeriesPyramid &pyramid, const ColumnSpan &before, const ColumnSpan &span)
{
    const double from = pyramid.y(span.begin - 1);
    const double to = pyramid.y(span.begin);
    if (span.joined != (pyramid.isDrawable(from) && pyramid.isDrawable(to)))
        return "joined";
    if (!span.isJoinInside)
        return span.joined && (before.lastY != from || span.firstY != to) ? "values" : QByteArray();
    const auto isInside = [&](const ColumnSpan &one) { return std::min(from, to) >= one.min && std::max(from, to) <= one.max; };
    return (isInside(before) && isInside(span)) || (span.isRounded && meet(before, span)) ? QByteArray() : "inside";
}

QByteArray wrongSpan(const SeriesPyramid &pyramid, const ColumnSpan &span)
{
    double min = Inf, max = -Inf;
    bool above = false, below = false;
    for (uint32_t i = span.begin; i < span.end; ++i) {
        const double y = pyramid.y(i);
        if (pyramid.isDrawable(y)) {
            min = std::min(min, y);
            max = std::max(max, y);
        }
        above = above || y == Inf;
        below = below || (!pyramid.isDrawable(y) && y <= 0);
    }
    if (span.hasValues != (min <= max) || span.min != min || span.max != max)
        return "values";
    if (span.above != above || span.below != below)
        return "marks";
    return span.firstX == pyramid.x(span.begin) && span.lastX == pyramid.x(span.end - 1) ? QByteArray() : "ends";
}

// What is wrong with a border, `i` before which, if anything.
QByteArray wrongBorder(const Spans &exact, const Spans &rounded, size_t i)
{
    const uint32_t was = exact[i].begin;
    const uint32_t is = rounded[i].begin;
    if (is != rounded[i - 1].end)
        return "points twice or never";
    const bool areWide = std::min(exact[i - 1].count(), exact[i].count()) >= SeriesPyramid::RoundedFrom;
    if (rounded[i].isRounded != areWide)
        return "not told";
    if (!areWide)
        return is == was ? QByteArray() : "moved";
    if (is % SeriesPyramid::Factor != 0)
        return "no end of a bucket";
    return std::max(is, was) - std::min(is, was) <= std::min(exact[i - 1].count(), exact[i].count()) / 8 ? QByteArray() : "too far";
}

} // namespace

class RoundedColumnsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyPointIsInOneColumnAndDecidesIt();
    void nothingMovesWhereColumnsHaveFewPoints();
};

void RoundedColumnsTest::everyPointIsInOneColumnAndDecidesIt()
{
    Random random(20261122);
    size_t moved = 0;
    for (int round = 0; round < 1'000; ++round) {
        const auto scale = uniform(random, 0, 3) ? AxisScale::Linear : AxisScale::Log;
        const SeriesPyramid pyramid(packed(randomSeries(random)), {.x = uniform(random, 0, 1) ? XAxis::Step : XAxis::WallTime, .yScale = scale});
        ColumnGrid grid = randomGrid(random, pyramid);
        if (uniform(random, 0, 3) == 0)
            grid = columnGrid({std::abs(grid.lo) + 1, std::abs(grid.lo) + 1 + grid.hi - grid.lo}, grid.count, AxisScale::Log);
        const auto edges = uniform(random, 0, 1) ? ColumnEdges::All : ColumnEdges::WhereNeeded;
        const Spans exact = pyramid.columns(grid);
        Spans rounded;
        pyramid.columns(grid, 0, grid.count, edges, ColumnBorders::Rounded, rounded);
        QCOMPARE(rounded.size(), exact.size());
        for (size_t i = 0; i < exact.size(); ++i) {
            const QByteArray where = "round " + QByteArray::number(round) + ", column " + QByteArray::number(rounded[i].column) + ": ";
            QCOMPARE(rounded[i].column, exact[i].column);
            QVERIFY2(wrongSpan(pyramid, rounded[i]).isEmpty(), (where + wrongSpan(pyramid, rounded[i])).constData());
            if (i == 0) {
                QCOMPARE(rounded[i].begin, exact[i].begin);
                continue;
            }
            QVERIFY2(wrongBorder(exact, rounded, i).isEmpty(), (where + wrongBorder(exact, rounded, i)).constData());
            QVERIFY2(wrongJoin(pyramid, rounded[i - 1], rounded[i]).isEmpty(), (where + wrongJoin(pyramid, rounded[i - 1], rounded[i])).constData());
            moved += rounded[i].begin != exact[i].begin;
        }
        if (!exact.empty())
            QCOMPARE(rounded.back().end, exact.back().end);
    }
    QVERIFY(moved > 1'000); // else it was about nothing
}

void RoundedColumnsTest::nothingMovesWhereColumnsHaveFewPoints()
{
    MetricSeries series;
    for (int i = 0; i < 10'000; ++i)
        series.add(i, i, std::sin(i * 0.1));
    const SeriesPyramid pyramid(packed(std::move(series)), LineRecipe{});
    const ColumnGrid grid{0, 10'000, 10'000 / int(SeriesPyramid::RoundedFrom - 1) + 1};
    const Spans exact = pyramid.columns(grid);
    Spans rounded;
    pyramid.columns(grid, 0, grid.count, ColumnEdges::All, ColumnBorders::Rounded, rounded);
    for (size_t i = 0; i < exact.size(); ++i) {
        QCOMPARE(rounded[i].begin, exact[i].begin);
        QCOMPARE(rounded[i].firstY, exact[i].firstY);
        QVERIFY(!rounded[i].isRounded);
    }
}

QTEST_APPLESS_MAIN(RoundedColumnsTest)
#include "tst_roundedcolumns.moc"
