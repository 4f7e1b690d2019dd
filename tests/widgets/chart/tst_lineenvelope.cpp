// SPDX-License-Identifier: GPL-3.0-or-later
// What is drawn in every column is what all its raw points cover, whatever they are and however they are looked at.
#include "widgets/chart/lineenvelope.h"

#include <QTest>

#include <cmath>
#include <limits>
#include <random>

using namespace Assay;

namespace {

constexpr double NaN = std::numeric_limits<double>::quiet_NaN();
constexpr double Inf = std::numeric_limits<double>::infinity();
constexpr double Beyond = 64; // pixels outside of the picture that are not told apart

using Random = std::mt19937_64;

int uniform(Random &random, int lo, int hi) { return std::uniform_int_distribution<int>(lo, hi)(random); }
double uniformReal(Random &random, double lo, double hi) { return std::uniform_real_distribution<double>(lo, hi)(random); }

struct Case {
    MetricSeries series;
    LineRecipe recipe;
    PlotScale scale;
    double offset = 0;
    EnvelopeDetail detail = EnvelopeDetail::Fine;
};

AxisScale randomScale(Random &random) { return AxisScale(uniform(random, 0, 2)); }

double randomValue(Random &random, int odd, double walk)
{
    if (uniform(random, 0, 99) >= odd)
        return walk;
    static constexpr double all[] = {NaN, Inf, -Inf, 0, -1, 1e-300, std::numeric_limits<double>::denorm_min(), 1.7e308, -1.7e308};
    return all[uniform(random, 0, int(std::size(all)) - 1)];
}

MetricSeries randomSeries(Random &random)
{
    static constexpr int lengths[] = {0, 1, 2, 5, 40, 300, 300, 1500};
    const int count = uniform(random, 0, 1 + lengths[uniform(random, 0, 7)]);
    const int odd = uniform(random, 0, 1) ? 0 : uniform(random, 1, 60);
    const int most = uniform(random, 0, 1) ? 1 : uniform(random, 0, 9);
    const bool isShuffled = uniform(random, 0, 4) == 0;
    const double speed = uniform(random, 0, 2) ? 0.1 : 5.0;
    qint64 step = uniform(random, -100, 100);
    double value = uniformReal(random, -2, 4);
    MetricSeries series;
    for (int i = 0; i < count; ++i) {
        step = isShuffled ? uniform(random, -200, 200) : step + (most == 1 ? 1 : uniform(random, 0, most));
        value += uniformReal(random, -speed, speed);
        series.add(step, 5000 + step * 31 + uniform(random, 0, 7), randomValue(random, odd, value));
    }
    return series;
}

Case randomCase(Random &random)
{
    Case one;
    one.series = randomSeries(random);
    one.recipe.x = uniform(random, 0, 1) ? XAxis::Step : XAxis::WallTime;
    one.recipe.repeats = Repeats(uniform(random, 0, 1));
    one.recipe.xScale = randomScale(random);
    one.recipe.yScale = randomScale(random);
    one.offset = uniform(random, 0, 2) ? 0.0 : uniformReal(random, -300, 300);
    one.detail = uniform(random, 0, 1) ? EnvelopeDetail::Fine : EnvelopeDetail::Quick;
    PlotScale &scale = one.scale;
    scale.pixels = QSize(uniform(random, 1, uniform(random, 0, 1) ? 9 : 90), uniform(random, 20, 300));
    scale.xScale = ScaleMap(one.recipe.xScale, std::pow(10, uniform(random, -2, 2)));
    scale.yScale = ScaleMap(one.recipe.yScale, std::pow(10, uniform(random, -3, 1)));
    const double lo = one.recipe.x == XAxis::Step ? uniformReal(random, -120, 200) : uniformReal(random, 2000, 9000);
    const double size = std::pow(10, uniformReal(random, -1, one.recipe.x == XAxis::Step ? 3.3 : 5));
    scale.x = {lo - one.offset, lo - one.offset + size};
    if (one.recipe.xScale == AxisScale::Log) {
        scale.x.lo = std::max(scale.x.lo, 0.1);
        scale.x.hi = std::max(scale.x.hi, scale.x.lo * 1.5);
    }
    const double yLo = one.recipe.yScale == AxisScale::Log ? std::pow(10, uniformReal(random, -4, 1)) : uniformReal(random, -30, 10);
    scale.y = {yLo, yLo + std::pow(10, uniformReal(random, -2, 2))};
    return one;
}

// What the columns of pixels (or their parts) cover, from all points one by one.
struct Covered {
    std::vector<double> top, bottom;
    qint64 points = 0;
};

class Painter
{
public:
    // `shift` moves borders by a part of a column that nobody sees: a line that goes nearly straight up at a border may be
    // cut anywhere by rounding.
    Painter(const Case &one, int parts, double shift)
        : m_case(one), m_shift(shift), m_grid(columnGrid(one.scale.x, one.scale.pixels.width() * parts, one.scale.xScale, one.offset)), m_parts(parts)
    {
        covered.top.assign(size_t(m_grid.count), Inf);
        covered.bottom.assign(size_t(m_grid.count), -Inf);
    }

    void paint(const SeriesPyramid &points)
    {
        for (uint32_t i = 0; i < points.size(); ++i) {
            if (points.x(i) <= m_grid.least)
                continue;
            const int column = m_grid.columnOf(points.x(i));
            if (column >= 0 && column < m_grid.count) {
                ++covered.points;
                if (points.isDrawable(points.y(i)))
                    include(column, pixelY(points.y(i)));
            }
            if (i > 0 && points.x(i - 1) > m_grid.least && points.isDrawable(points.y(i)) && points.isDrawable(points.y(i - 1)))
                join(points, i);
        }
    }

    Covered covered;

private:
    double pixelY(double y) const { return std::clamp(m_case.scale.toPixelY(y), -1e12, 1e12); }

    void join(const SeriesPyramid &points, uint32_t i)
    {
        const double x0 = m_case.scale.toPixelX(points.x(i - 1) - m_case.offset) * m_parts;
        const double x1 = m_case.scale.toPixelX(points.x(i) - m_case.offset) * m_parts;
        const double y0 = pixelY(points.y(i - 1));
        const double y1 = pixelY(points.y(i));
        const int first = std::max(0, m_grid.columnOf(points.x(i - 1)) + 1);
        const int last = std::min(m_grid.count, m_grid.columnOf(points.x(i)));
        for (int border = first; border <= last; ++border) {
            const double part = x1 > x0 ? std::clamp((border + m_shift - x0) / (x1 - x0), 0.0, 1.0) : 0.0;
            const double y = y0 * (1 - part) + y1 * part;
            if (border > 0)
                include(border - 1, y);
            if (border < m_grid.count)
                include(border, y);
        }
    }

    void include(int column, double y)
    {
        y = std::clamp(y, -Beyond, m_case.scale.pixels.height() + Beyond);
        covered.top[size_t(column)] = std::min(covered.top[size_t(column)], y);
        covered.bottom[size_t(column)] = std::max(covered.bottom[size_t(column)], y);
    }

    const Case &m_case;
    double m_shift;
    ColumnGrid m_grid;
    int m_parts;
};

// What is wrong with the line, if anything.
QByteArray difference(const LineEnvelope &line, const Case &one, const SeriesPyramid &points)
{
    std::vector<Covered> all;
    for (const double shift : {0.0, -1e-6, 1e-6}) {
        Painter painter(one, line.perPixel, shift);
        painter.paint(points);
        all.push_back(std::move(painter.covered));
    }
    const Covered &plain = all.front();
    if (line.points != plain.points || line.drawn > line.points || (line.drawn > 0) != (line.points > 0))
        return "points " + QByteArray::number(line.points) + " and not " + QByteArray::number(plain.points);
    if (line.top.size() != plain.top.size())
        return "another number of columns";
    const auto isOneOf = [&](double y, std::vector<double> Covered::*side, size_t i) {
        const auto [least, most] = std::ranges::minmax(all, {}, [&](const Covered &covered) { return (covered.*side)[i]; });
        return y > (least.*side)[i] - 0.02 && y < (most.*side)[i] + 0.02;
    };
    for (size_t i = 0; i < line.top.size(); ++i) {
        const bool isEmpty = plain.top[i] > plain.bottom[i];
        const bool isSame = line.isEmptyAt(i) == isEmpty
            && (isEmpty || (isOneOf(line.top[i], &Covered::top, i) && isOneOf(line.bottom[i], &Covered::bottom, i)));
        if (!isSame) {
            return "column " + QByteArray::number(qsizetype(i)) + ": " + QByteArray::number(line.top[i]) + ".."
                + QByteArray::number(line.bottom[i]) + " and not " + QByteArray::number(plain.top[i]) + ".."
                + QByteArray::number(plain.bottom[i]);
        }
    }
    return {};
}

} // namespace

class LineEnvelopeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void drawnIsWhatAllPointsCover();
    void wideColumnsLookAtBuckets();
    void roundedBordersMoveNothingFarther();
};

void LineEnvelopeTest::drawnIsWhatAllPointsCover()
{
    Random random(20261121);
    for (int round = 0; round < 10'000; ++round) {
        const Case one = randomCase(random);
        const SeriesPyramid pyramid(packed(one.series), one.recipe);
        const LineEnvelope line = lineEnvelope(pyramid, one.offset, one.scale, one.detail);
        const QByteArray wrong = difference(line, one, pyramid);
        QVERIFY2(wrong.isEmpty(), ("round " + QByteArray::number(round) + ", " + wrong).constData());
    }
}

void LineEnvelopeTest::wideColumnsLookAtBuckets()
{
    // So many points a column that most of them, and most joins, are known from their buckets alone.
    Random random(5);
    for (int round = 0; round < 16; ++round) {
        Case one;
        double value = 0;
        for (int i = 0; i < 60'000; ++i) {
            value = round % 2 ? value + uniformReal(random, -1, 1) : uniformReal(random, -1, 1);
            one.series.add(i * (round % 3 + 1), i, i % 9001 == 7 ? uniformReal(random, -40, 40) : value);
        }
        one.scale.pixels = QSize(uniform(random, 20, 400), 200);
        one.scale.x = {uniformReal(random, -100, 20'000), uniformReal(random, 30'000, 70'000)};
        one.scale.y = {-50, 50};
        one.detail = EnvelopeDetail::Quick;
        const SeriesPyramid pyramid(packed(one.series), one.recipe);
        const LineEnvelope line = lineEnvelope(pyramid, 0, one.scale, one.detail);
        const QByteArray wrong = difference(line, one, pyramid);
        QVERIFY2(wrong.isEmpty(), ("round " + QByteArray::number(round) + ", " + wrong).constData());
    }
}

void LineEnvelopeTest::roundedBordersMoveNothingFarther()
{
    Random random(6);
    // Every column of `one` lies in what the columns of `other` around it cover.
    const auto isAround = [](const LineEnvelope &one, const LineEnvelope &other) {
        const auto count = std::ptrdiff_t(one.top.size());
        for (std::ptrdiff_t i = 0; i < count; ++i) {
            const auto from = std::max<std::ptrdiff_t>(0, i - 2); // points move to the next column, lines between two of them too
            const auto to = std::min(count, i + 3);
            const float top = *std::min_element(other.top.begin() + from, other.top.begin() + to);
            const float bottom = *std::max_element(other.bottom.begin() + from, other.bottom.begin() + to);
            if (!one.isEmptyAt(size_t(i)) && (one.top[size_t(i)] < top || one.bottom[size_t(i)] > bottom))
                return false;
        }
        return true;
    };
    int differing = 0;
    for (int round = 0; round < 40; ++round) {
        MetricSeries series;
        double value = 0;
        for (int i = 0; i < 60'000; ++i) {
            value += uniformReal(random, -1, 1);
            series.add(i * (round % 3 + 1), i, i % 901 == 7 ? uniformReal(random, -40, 40) : value);
        }
        const SeriesPyramid pyramid(packed(std::move(series)), LineRecipe{});
        const PlotScale scale{{uniformReal(random, -100, 2'000), uniformReal(random, 58'000, 190'000)}, {-50, 50}, AxisScale::Linear,
                              QSize(uniform(random, 20, 400), 200)};
        const LineEnvelope exact = lineEnvelope(pyramid, 0, scale, EnvelopeDetail::Quick);
        const LineEnvelope moving = lineEnvelope(pyramid, 0, scale, EnvelopeDetail::Quick, ColumnBorders::Rounded);
        QVERIFY(exact.isExact);
        QCOMPARE(moving.points, exact.points);
        QVERIFY2(isAround(moving, exact) && isAround(exact, moving), QByteArray::number(round).constData());
        differing += moving.top != exact.top || moving.bottom != exact.bottom;
        QVERIFY(moving.top == exact.top || !moving.isExact);
    }
    QVERIFY(differing > 20);
}

QTEST_APPLESS_MAIN(LineEnvelopeTest)
#include "tst_lineenvelope.moc"
