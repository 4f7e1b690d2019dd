// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chart/linemarkers.h"

#include <QPainter>
#include <QTest>

#include <cmath>

using namespace Assay;
using namespace Qt::StringLiterals;

namespace {

SeriesPyramid pyramidOf(int count, const std::function<double(int)> &value, int every = 1)
{
    MetricSeries series;
    for (int i = 0; i < count; ++i)
        series.add(i * every, 0, value(i));
    return SeriesPyramid(packed(std::move(series)), LineRecipe{});
}

} // namespace

class LineMarkersTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fewPointsAllHaveOne()
    {
        const SeriesPyramid pyramid = pyramidOf(5, [](int i) { return i == 2 ? std::nan("") : double(i); }, 10);
        const PlotScale scale{{0, 50}, {0, 10}, AxisScale::Linear, {500, 100}, 1.0};
        QCOMPARE(markerPlaces(pyramid, 0, scale), (std::vector<QPointF>{{0, 100}, {100, 90}, {300, 70}, {400, 60}}));
        QCOMPARE(markerPlaces(pyramid, 10, scale).front(), QPointF(0, 90)); // the first one lies before the view
        QVERIFY(markerPlaces(pyramid, 1000, scale).empty());
    }
    // Of many points some, far enough from each other and each where a point is.
    void manyPointsHaveSome_data()
    {
        QTest::addColumn<double>("ratio");
        QTest::newRow("100 %") << 1.0;
        QTest::newRow("200 %") << 2.0;
    }
    void manyPointsHaveSome()
    {
        QFETCH(double, ratio);
        const SeriesPyramid pyramid = pyramidOf(100'000, [](int i) { return std::sin(i); });
        PlotScale scale{{}, {-1, 1}, AxisScale::Linear, QSize(int(600 * ratio), int(100 * ratio)), ratio};
        for (const double size : {99'999.0, 20'000.0, 777.0}) {
            scale.x = {500, 500 + size};
            const std::vector<QPointF> places = markerPlaces(pyramid, 0, scale);
            QVERIFY2(places.size() >= 6 && places.size() <= 13, qPrintable(QString::number(places.size())));
            for (size_t i = 0; i < places.size(); ++i) {
                QVERIFY(i == 0 || places[i].x() - places[i - 1].x() >= 47 * ratio);
                const int point = int(std::lround(scale.fromPixelX(places[i].x())));
                QVERIFY(std::abs(scale.toPixelX(point) - places[i].x()) < 1e-6);
                QVERIFY(std::abs(scale.toPixelY(float(std::sin(point))) - places[i].y()) < 1e-3);
            }
        }
    }
    void staysOnItsPointsWhileTheViewMoves()
    {
        const SeriesPyramid pyramid = pyramidOf(10'000, [](int i) { return double(i); });
        const auto pointsIn = [&](double from) {
            const PlotScale scale{{from, from + 1000}, {0, 10'000}, AxisScale::Linear, {500, 100}, 1.0};
            std::vector<qint64> points;
            for (const QPointF &place : markerPlaces(pyramid, 0, scale))
                points.push_back(std::llround(scale.fromPixelX(place.x())));
            return points;
        };
        const std::vector<qint64> before = pointsIn(4000), after = pointsIn(4321);
        qsizetype kept = 0;
        for (const qint64 point : before) {
            if (point < 4321)
                continue;
            QVERIFY(std::ranges::find(after, point) != after.end());
            ++kept;
        }
        QVERIFY(kept > 3);
    }
    void oddLinesHaveNone()
    {
        const PlotScale scale{{0, 100'000}, {0, 1}, AxisScale::Linear, {500, 100}, 1.0};
        QVERIFY(markerPlaces(pyramidOf(0, [](int) { return 0.0; }), 0, scale).empty());
        QVERIFY(markerPlaces(pyramidOf(100'000, [](int) { return std::nan(""); }), 0, scale).empty());
        const SeriesPyramid infinite = pyramidOf(100'000, [](int i) { return i % 2 ? HUGE_VAL : 1.0; });
        for (const QPointF &place : markerPlaces(infinite, 0, scale))
            QCOMPARE(place.y(), 0.0);
        // A short cluster of points in a wide view.
        QCOMPARE(markerPlaces(pyramidOf(20, [](int) { return 1.0; }), 0, scale).size(), size_t(1));
    }
    void eachLooksDifferent()
    {
        QList<QImage> images;
        for (const LineMarker marker : {LineMarker::None, LineMarker::Circle, LineMarker::Square, LineMarker::Triangle, LineMarker::Diamond,
                                        LineMarker::Cross, LineMarker::Plus}) {
            QImage image(16, 16, QImage::Format_ARGB32_Premultiplied);
            image.fill(Qt::transparent);
            QPainter painter(&image);
            const QPointF middle(8, 8);
            paintMarkers(painter, {&middle, 1}, {Qt::black, 1.5, Qt::SolidLine, marker}, 1, Halo::None);
            painter.end();
            QVERIFY(!images.contains(image));
            QCOMPARE(image.pixelColor(8, 8).alpha() > 0, marker != LineMarker::None);
            images.append(image);
        }
    }
    // On whole pixels a stamp is what is painted there; elsewhere it stands on the nearest one.
    void stampsAreMarkers()
    {
        for (const double ratio : {1.0, 2.0}) {
            for (const LineMarker marker : {LineMarker::Circle, LineMarker::Square, LineMarker::Triangle, LineMarker::Diamond,
                                            LineMarker::Cross, LineMarker::Plus}) {
                const LineStyle style{QColor(0, 90, 200), 3, Qt::SolidLine, marker};
                const auto image = [&](const std::function<void(QPainter &)> &paint) {
                    QImage all(120, 60, QImage::Format_ARGB32_Premultiplied);
                    all.fill(Qt::transparent);
                    all.setDevicePixelRatio(ratio);
                    QPainter painter(&all);
                    painter.scale(1 / ratio, 1 / ratio);
                    painter.fillRect(0, 25, 120, 10, Qt::red);
                    paint(painter);
                    return all;
                };
                const std::vector<QPointF> places{{30, 30}, {45, 33}, {80, 27}};
                const std::vector<QPointF> near{{30.4, 29.7}, {44.6, 33.2}, {79.8, 27.3}};
                const QImage painted = image([&](QPainter &painter) { paintMarkers(painter, places, style, ratio, Halo::Cut); });
                const QImage stamped = image([&](QPainter &painter) { stampMarkers(painter, near, style, ratio); });
                for (int y = 0; y < 60; ++y) {
                    for (int x = 0; x < 120; ++x) {
                        const QRgb a = painted.pixel(x, y), b = stamped.pixel(x, y);
                        for (const int part : {0, 8, 16, 24})
                            QVERIFY2(std::abs(int(a >> part & 255) - int(b >> part & 255)) <= 6, qPrintable(u"%1 at %2, %3"_s.arg(int(marker)).arg(x).arg(y)));
                    }
                }
            }
        }
    }
};

QTEST_MAIN(LineMarkersTest)
#include "tst_linemarkers.moc"
