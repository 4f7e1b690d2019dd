// SPDX-License-Identifier: GPL-3.0-or-later
// A plot that moves may have borders of columns rounded; what changes once, what rests and what is exported is exact.
#include "widgets/chart/paintturns.h"
#include "widgets/chart/plotview.h"
#include "widgets/theme/theme.h"

#include <QPainter>
#include <QTest>

#include <random>

using namespace Assay;

namespace {

constexpr int Points = 200'000;

// Calm, with a spike here and there: where a border moves over one, the picture is another.
QList<PlotLine> lines()
{
    std::mt19937_64 random(3);
    MetricSeries series;
    for (int i = 0; i < Points; ++i)
        series.add(i, i, random() % 97 == 0 ? double(random() % 1000) : 0.0);
    PlotLine line;
    line.pyramid = std::make_shared<SeriesPyramid>(packed(std::move(series)), LineRecipe{});
    return {line};
}

PlotZoom zoomAt(double x) { return {AxisRange{x, x + Points * 0.7}, AxisRange{-10, 1010}}; }

void prepare(PlotView &view)
{
    view.setPalette(Theme::light().palette());
    view.resize(500, 320);
    view.setLines(lines());
    view.show();
    QCoreApplication::processEvents();
}

QImage seen(PlotView &view)
{
    QCoreApplication::processEvents(); // what waits to be painted
    return view.grab().toImage();
}

// Two changes in a row are a movement.
void moveTo(PlotView &view, const PlotZoom &zoom)
{
    view.setZoom({AxisRange{zoom.x->lo + 10, zoom.x->hi + 10}, zoom.y});
    view.setZoom(zoom);
}

QImage exactAt(const PlotZoom &zoom)
{
    PlotView view;
    prepare(view);
    view.setZoom(zoom);
    return seen(view);
}

QImage drawn(PlotView &view)
{
    QImage image(view.size(), QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::white);
    view.drawOn(image, {}, PlotOutput::Pixels, [](QPainter &) {});
    return image;
}

} // namespace

class MovingPlotTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void stillReplacesMoving();
    void oneChangeIsExactAtOnce();
    void comesToRestExactly();
    void exportIsExactWhileItMoves();
    void pointsAreCountedWhileItMoves();
    void samePictureWhereThereIsLittleToDo();
    void manyMarkersComeToRest();
    void forgottenPictureIsGoneAtOnce();
};

void MovingPlotTest::stillReplacesMoving()
{
    PlotPicture picture;
    picture.setLines(lines());
    const PlotScale scale{{0, Points}, {-10, 1010}, AxisScale::Linear, QSize(400, 200), 1.0};
    const QList<LineStyle> styles{{Qt::black, 1.5, Qt::SolidLine}};
    picture.render(scale, styles, PlotPicture::Motion::Moving);
    QVERIFY(!picture.isFinal());
    picture.render(scale, styles);
    QVERIFY(picture.isFinal());
    picture.render(scale, styles, PlotPicture::Motion::Moving);
    QVERIFY(picture.isFinal()); // there is a better one already
}

void MovingPlotTest::oneChangeIsExactAtOnce()
{
    PlotView view;
    prepare(view);
    view.setZoom(zoomAt(1000));
    const QImage first = seen(view);
    QTest::qWait(200);
    QCOMPARE(seen(view), first);
}

void MovingPlotTest::comesToRestExactly()
{
    PlotView view;
    prepare(view);
    QImage exact;
    bool isRounded = false;
    for (int i = 0; i < 40 && !isRounded; ++i) {
        moveTo(view, zoomAt(1000 + i * 777));
        const QImage moving = seen(view);
        exact = exactAt(zoomAt(1000 + i * 777));
        isRounded = moving != exact;
    }
    QVERIFY(isRounded); // else nothing is shown by what follows
    QTRY_COMPARE(seen(view), exact);
    QTest::qWait(200);
    QCOMPARE(seen(view), exact);
}

void MovingPlotTest::exportIsExactWhileItMoves()
{
    PlotView rested;
    prepare(rested);
    rested.setZoom(zoomAt(5'000));
    const QImage expected = drawn(rested);
    PlotView view;
    prepare(view);
    moveTo(view, zoomAt(5'000));
    (void)seen(view);
    QCOMPARE(drawn(view), expected);
}

void MovingPlotTest::pointsAreCountedWhileItMoves()
{
    PlotView rested;
    prepare(rested);
    rested.setZoom(zoomAt(5'000));
    (void)seen(rested);
    PlotView view;
    prepare(view);
    moveTo(view, zoomAt(5'000));
    (void)seen(view);
    QCOMPARE(view.caption(), rested.caption());
}

void MovingPlotTest::samePictureWhereThereIsLittleToDo()
{
    const PlotZoom near{AxisRange{500, 9'000}, AxisRange{-10, 1010}}; // about 20 points a column
    PlotView view;
    prepare(view);
    moveTo(view, near);
    QCOMPARE(seen(view), exactAt(near));
}

// So many that they are stamped while they move.
void MovingPlotTest::manyMarkersComeToRest()
{
    PlotPicture picture;
    QList<PlotLine> many;
    for (int i = 0; i < 40; ++i) {
        PlotLine line;
        MetricSeries series;
        for (int x = 0; x < 12; ++x)
            series.add(x, x, i + x * 0.37);
        line.pyramid = std::make_shared<SeriesPyramid>(packed(std::move(series)), LineRecipe{});
        many.append(line);
    }
    picture.setLines(many);
    const PlotScale scale{{0, 11}, {0, 45}, AxisScale::Linear, QSize(400, 200), 1.0};
    const QList<LineStyle> styles(40, LineStyle{Qt::red, 1.5, Qt::SolidLine, LineMarker::Diamond});
    const auto painted = [&](PlotPicture::Motion motion) {
        picture.render(scale, styles, motion);
        QImage image(400, 200, QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::white);
        QPainter painter(&image);
        picture.paint(painter, {}, -1);
        return image;
    };
    const QImage moving = painted(PlotPicture::Motion::Moving);
    QVERIFY(!picture.isFinal());
    const QImage still = painted(PlotPicture::Motion::Still);
    QVERIFY(picture.isFinal());
    QVERIFY(still != moving);
    QCOMPARE(painted(PlotPicture::Motion::Moving), still);
    PlotPicture anew;
    anew.setLines(many);
    anew.render(scale, styles);
    QImage exact(400, 200, QImage::Format_ARGB32_Premultiplied);
    exact.fill(Qt::white);
    QPainter painter(&exact);
    anew.paint(painter, {}, -1);
    painter.end();
    QCOMPARE(still, exact);
}

void MovingPlotTest::forgottenPictureIsGoneAtOnce()
{
    PaintTurns turns;
    PlotView view;
    view.setTurns(&turns);
    prepare(view);
    QTRY_VERIFY(turns.isEmpty());
    const auto hasLine = [&view] {
        const QImage image = view.grab().toImage();
        const QRect area = view.area();
        for (int x = area.left(); x < area.right(); ++x)
            if (image.pixelColor(x, area.top() + 20) == Theme::light().series(0))
                return true;
        return false;
    };
    QVERIFY(hasLine());
    view.forgetPicture();
    QVERIFY(!hasLine()); // though its turn is still to come
    QVERIFY(!turns.isEmpty());
    view.setLines(lines());
    QVERIFY(!hasLine());
    QTRY_VERIFY(turns.isEmpty());
    QVERIFY(hasLine());
}

QTEST_MAIN(MovingPlotTest)
#include "tst_movingplot.moc"
