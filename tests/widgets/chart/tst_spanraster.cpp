// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chart/spanraster.h"

#include <QTest>
#include <QThread>
#include <QThreadPool>

#include <cmath>
#include <limits>

using namespace Assay;

namespace {

constexpr double NaN = std::numeric_limits<double>::quiet_NaN();
constexpr double Inf = std::numeric_limits<double>::infinity();

template <typename F>
SeriesPyramid pyramidOf(int count, F value, AxisScale scale = AxisScale::Linear)
{
    auto series = std::make_shared<MetricSeries>();
    for (int i = 0; i < count; ++i)
        series->add(i, i, value(i));
    return {packed(*series), {.yScale = scale}};
}

QImage draw(const SeriesPyramid &pyramid, const PlotScale &scale, const LineStyle &style)
{
    const LineEnvelope line = lineEnvelope(pyramid, 0, scale);
    return rasterLines({&line, 1}, {&style, 1}, scale);
}

// How much of a column or row is covered, in pixels.
double covered(const QImage &image, int column, int from, int to)
{
    double sum = 0;
    for (int y = from; y < to; ++y)
        sum += qAlpha(image.pixel(column, y)) / 255.0;
    return sum;
}

} // namespace

class SpanRasterTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void spikeIsVisibleAtEveryZoom_data();
    void spikeIsVisibleAtEveryZoom();
    void flatLineHasItsWidth();
    void slopesAreJoined();
    void gapStaysEmpty();
    void lonePointIsADot();
    void infinitiesAreMarkedAtTheEdge();
    void linesThatOnlyCrossTheViewAreDrawn();
    void partsMakeTheSamePicture();
    void logScale();
    void nothingAndEmpty();
};

void SpanRasterTest::spikeIsVisibleAtEveryZoom_data()
{
    QTest::addColumn<Qt::PenStyle>("dash");
    QTest::addColumn<double>("ratio");
    QTest::newRow("solid") << Qt::SolidLine << 1.0;
    QTest::newRow("dashed") << Qt::DashLine << 1.0;
    QTest::newRow("dotted, 200 %") << Qt::DotLine << 2.0;
}

void SpanRasterTest::spikeIsVisibleAtEveryZoom()
{
    QFETCH(Qt::PenStyle, dash);
    QFETCH(double, ratio);
    constexpr int count = 1'000'000;
    constexpr int spike = 654'321;
    const SeriesPyramid pyramid = pyramidOf(count, [](int i) { return i == spike ? 100.0 : std::sin(i * 0.0001); });
    PlotScale scale{{}, {-5, 105}, AxisScale::Linear, QSize(int(360 * ratio), int(200 * ratio)), ratio};
    for (double size = count; size > 3; size /= 2.3) {
        scale.x = {spike - size * 0.37, spike + size * 0.63};
        const QImage image = draw(pyramid, scale, {Qt::red, 1.5, dash});
        const int column = int(scale.toPixelX(spike));
        const int row = int(scale.toPixelY(95)); // the sine is far below
        bool isSeen = false;
        for (int x = std::max(0, column - 2); x <= std::min(image.width() - 1, column + 2); ++x)
            isSeen = isSeen || covered(image, x, 0, row) > 0.5;
        QVERIFY2(isSeen, qPrintable(QString::number(size)));
    }
}

void SpanRasterTest::flatLineHasItsWidth()
{
    const SeriesPyramid pyramid = pyramidOf(1000, [](int) { return 0.503; });
    for (const double width : {1.0, 1.5, 2.5, 4.0}) {
        for (const double ratio : {1.0, 1.5, 2.0}) {
            const PlotScale scale{{100, 900}, {0, 1}, AxisScale::Linear, {200, 100}, ratio};
            const QImage image = draw(pyramid, scale, {Qt::blue, width, Qt::SolidLine});
            QVERIFY(std::abs(covered(image, 100, 0, 100) - width * ratio) < 0.05);
        }
    }
}

void SpanRasterTest::slopesAreJoined()
{
    // Two points far apart: every column between them is drawn, and nothing outside.
    const SeriesPyramid pyramid = pyramidOf(2, [](int i) { return double(i); });
    const PlotScale scale{{-0.5, 1.5}, {-0.5, 1.5}, AxisScale::Linear, {200, 200}, 1.0};
    const QImage image = draw(pyramid, scale, {Qt::black, 1.5, Qt::SolidLine});
    for (int x = 53; x < 147; ++x) {
        const double sum = covered(image, x, 0, 200);
        QVERIFY(std::abs(sum - 1.5 * std::sqrt(2.0)) < 0.3); // as wide across as along the axes
        QVERIFY(covered(image, x, 198 - x, 202 - x) > 0.9 * sum);
    }
    QCOMPARE(covered(image, 40, 0, 200), 0.0);
    QCOMPARE(covered(image, 160, 0, 200), 0.0);
}

void SpanRasterTest::gapStaysEmpty()
{
    const SeriesPyramid pyramid = pyramidOf(11, [](int i) { return i == 5 ? NaN : 0.5; });
    const PlotScale scale{{0, 10}, {0, 1}, AxisScale::Linear, {500, 50}, 1.0};
    const QImage image = draw(pyramid, scale, {Qt::black, 1.5, Qt::SolidLine});
    QVERIFY(covered(image, 150, 0, 50) > 1);
    for (int x = 210; x < 290; ++x)
        QCOMPARE(covered(image, x, 0, 50), 0.0);
}

void SpanRasterTest::lonePointIsADot()
{
    const SeriesPyramid pyramid = pyramidOf(1, [](int) { return 0.5; });
    const PlotScale scale{{-1, 1}, {0, 1}, AxisScale::Linear, {100, 50}, 1.0};
    const LineEnvelope line = lineEnvelope(pyramid, 0, scale);
    QCOMPARE(line.dots.size(), 1u);
    const QImage image = draw(pyramid, scale, {Qt::black, 1.5, Qt::SolidLine});
    QVERIFY(covered(image, 50, 0, 50) > 3);
    // In the middle of many others, with a gap on both sides, too.
    const SeriesPyramid many = pyramidOf(100'000, [](int i) { return i >= 40'000 && i < 60'000 && i != 50'000 ? NaN : 0.5; });
    const LineEnvelope envelope = lineEnvelope(many, 0, {{0, 100'000}, {0, 1}, AxisScale::Linear, {300, 50}, 1.0});
    QCOMPARE(envelope.dots.size(), 1u);
    QCOMPARE(int(envelope.dots.front().x()), 150);
    // Few points get dots only as far as the dots stay apart.
    const SeriesPyramid few = pyramidOf(10, [](int) { return 0.5; });
    QCOMPARE(lineEnvelope(few, 0, {{0, 9}, {0, 1}, AxisScale::Linear, {300, 50}, 1.0}).dots.size(), 10u);
    QVERIFY(lineEnvelope(few, 0, {{0, 300}, {0, 1}, AxisScale::Linear, {300, 50}, 1.0}).dots.empty());
}

void SpanRasterTest::infinitiesAreMarkedAtTheEdge()
{
    const SeriesPyramid pyramid = pyramidOf(100, [](int i) { return i == 30 ? Inf : i == 70 ? -Inf : 0.5; });
    const PlotScale scale{{0, 100}, {0, 1}, AxisScale::Linear, {200, 100}, 1.0};
    const LineEnvelope line = lineEnvelope(pyramid, 0, scale);
    QCOMPARE(line.marks.size(), 2u);
    QVERIFY(line.marks[0].above && !line.marks[1].above);
    const QImage image = draw(pyramid, scale, {Qt::black, 1.5, Qt::SolidLine});
    QVERIFY(covered(image, 60, 0, 10) > 3);
    QVERIFY(covered(image, 140, 90, 100) > 3);
    QCOMPARE(covered(image, 100, 0, 10), 0.0);
}

void SpanRasterTest::linesThatOnlyCrossTheViewAreDrawn()
{
    const SeriesPyramid pyramid = pyramidOf(2, [](int i) { return i * 1000.0; });
    const PlotScale scale{{0.4, 0.6}, {0, 1000}, AxisScale::Linear, {100, 100}, 1.0};
    const QImage image = draw(pyramid, scale, {Qt::black, 1.5, Qt::SolidLine});
    for (int x = 0; x < 100; ++x)
        QVERIFY(covered(image, x, 39, 61) > 1);
}

void SpanRasterTest::partsMakeTheSamePicture()
{
    std::vector<LineEnvelope> lines;
    std::vector<LineStyle> styles;
    const PlotScale scale{{0, 999}, {-3, 3}, AxisScale::Linear, {700, 120}, 1.0};
    for (int k = 0; k < 90; ++k) {
        lines.push_back(lineEnvelope(pyramidOf(1000, [k](int i) { return std::sin(i * 0.01 * (k + 1)) + k * 0.01; }), 0, scale));
        styles.push_back({QColor::fromHsv(k * 4, 255, 200), 1.5, k % 2 ? Qt::DashLine : Qt::SolidLine});
    }
    QVERIFY(double(lines.size()) * 700 > 40'000); // enough for several threads
    const QImage together = rasterLines(lines, styles, scale);
    QThreadPool::globalInstance()->setMaxThreadCount(1);
    const QImage alone = rasterLines(lines, styles, scale);
    QThreadPool::globalInstance()->setMaxThreadCount(QThread::idealThreadCount());
    QCOMPARE(together, alone);
}

void SpanRasterTest::logScale()
{
    const PlotScale scale{{0, 4}, {0.001, 1000}, AxisScale::Log, {100, 60}, 1.0};
    QCOMPARE(scale.toPixelY(1), 30.0);
    QCOMPARE(scale.toPixelY(0.001), 60.0);
    QVERIFY(scale.toPixelY(0) > 60);
    QVERIFY(std::abs(scale.fromPixelY(20) - 10) < 1e-9);
    const SeriesPyramid pyramid = pyramidOf(5, [](int i) { return i == 2 ? 0.0 : 1.0; }, AxisScale::Log);
    QCOMPARE(lineEnvelope(pyramid, 0, scale).marks.size(), 1u);
}

void SpanRasterTest::nothingAndEmpty()
{
    const PlotScale scale{{0, 1}, {0, 1}, AxisScale::Linear, {50, 50}, 1.0};
    const QImage image = draw(pyramidOf(0, [](int) { return 0.0; }), scale, {Qt::black, 1.5, Qt::SolidLine});
    for (int x = 0; x < 50; ++x)
        QCOMPARE(covered(image, x, 0, 50), 0.0);
    QVERIFY(rasterLines({}, {}, scale).size() == QSize(50, 50));
}

QTEST_MAIN(SpanRasterTest)
#include "tst_spanraster.moc"
