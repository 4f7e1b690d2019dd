// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chart/plottip.h"
#include "widgets/chart/plotview.h"
#include "widgets/theme/theme.h"

#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>

#include <cmath>

using namespace Assay;
using namespace Qt::StringLiterals;

namespace {

PlotLine lineOf(const QString &name, int count, double slope, int colorIndex = 0)
{
    auto series = std::make_shared<MetricSeries>();
    for (int i = 0; i < count; ++i)
        series->add(i, 1'700'000'000'000 + i * 1000, i * slope);
    PlotLine line;
    line.name = name;
    line.colorIndex = colorIndex;
    line.pyramid = std::make_shared<SeriesPyramid>(packed(*series), LineRecipe{});
    return line;
}

QPoint placeOf(const PlotView &view, double x, double y)
{
    const QRect area = view.area();
    return {area.left() + int((x - view.xRange().lo) / view.xRange().size() * area.width()),
            area.top() + int((view.yRange().hi - y) / view.yRange().size() * area.height())};
}

void wheel(PlotView &view, const QPoint &at, int notches, Qt::KeyboardModifiers modifiers)
{
    QWheelEvent event(at, view.mapToGlobal(at), {}, {0, notches * 120}, Qt::NoButton, modifiers, Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(&view, &event);
}

} // namespace

class PlotViewTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { delete m_view; }
    void showsEverythingAtFirst();
    void dragChoosesAndDoubleClickShowsAll();
    void flatDragKeepsTheValues();
    void middleButtonMoves();
    void wheelZoomsAtThePointerOnlyWhenAsked();
    void keysMoveAndZoom();
    void hoverNamesTheNearestPoint();
    void clickTellsTheLine();
    void captionCountsPoints();
    void noticeStandsInPlaceOfLines();
    void colorsFollowTheTheme();
    void extremeValuesDoNoHarm();

private:
    PlotView *m_view = nullptr;
};

void PlotViewTest::init()
{
    m_view = new PlotView;
    m_view->setPalette(Theme::light().palette());
    m_view->resize(500, 320);
    m_view->setLines({lineOf(u"rises"_s, 101, 1.0), lineOf(u"falls"_s, 101, -1.0, 1)});
    m_view->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_view));
    QTRY_VERIFY(!m_view->caption().startsWith(u"0"));
}

void PlotViewTest::showsEverythingAtFirst()
{
    QVERIFY(m_view->xRange().lo <= 0 && m_view->xRange().hi >= 100);
    QVERIFY(m_view->yRange().lo < -100 && m_view->yRange().hi > 100);
    QVERIFY(m_view->zoom().isAll());
}

void PlotViewTest::dragChoosesAndDoubleClickShowsAll()
{
    const AxisRange all = m_view->xRange();
    QSignalSpy zoomed(m_view, &PlotView::zoomChanged);
    const QPoint from = placeOf(*m_view, 20, 80);
    const QPoint to = placeOf(*m_view, 60, 10);
    QTest::mousePress(m_view, Qt::LeftButton, {}, from);
    QTest::mouseMove(m_view, (from + to) / 2);
    QTest::mouseMove(m_view, to);
    QTest::mouseRelease(m_view, Qt::LeftButton, {}, to);
    QCOMPARE(zoomed.size(), 1);
    QVERIFY(std::abs(m_view->xRange().lo - 20) < 1 && std::abs(m_view->xRange().hi - 60) < 1);
    QVERIFY(std::abs(m_view->yRange().lo - 10) < 2 && std::abs(m_view->yRange().hi - 80) < 2);
    QTest::mouseDClick(m_view, Qt::LeftButton, {}, from);
    QCOMPARE(m_view->xRange(), all);
    QVERIFY(m_view->zoom().isAll());
}

void PlotViewTest::flatDragKeepsTheValues()
{
    const QPoint from = placeOf(*m_view, 0, 0);
    const QPoint to = placeOf(*m_view, 50, 0);
    QTest::mousePress(m_view, Qt::LeftButton, {}, from);
    QTest::mouseMove(m_view, (from + to) / 2);
    QTest::mouseMove(m_view, to);
    QTest::mouseRelease(m_view, Qt::LeftButton, {}, to);
    QVERIFY(m_view->zoom().x && !m_view->zoom().y);
    // The values in view fill the height.
    QVERIFY(m_view->yRange().hi > 49 && m_view->yRange().hi < 60);
}

void PlotViewTest::middleButtonMoves()
{
    const AxisRange before = m_view->xRange();
    const QPoint from = placeOf(*m_view, 50, 50);
    QTest::mousePress(m_view, Qt::MiddleButton, {}, from);
    QTest::mouseMove(m_view, placeOf(*m_view, 40, 50));
    QTest::mouseRelease(m_view, Qt::MiddleButton, {}, placeOf(*m_view, 40, 50));
    QVERIFY(std::abs(m_view->xRange().lo - before.lo - 10) < 1);
    QVERIFY(std::abs(m_view->xRange().size() - before.size()) < 1e-6);
}

void PlotViewTest::wheelZoomsAtThePointerOnlyWhenAsked()
{
    const AxisRange before = m_view->xRange();
    wheel(*m_view, placeOf(*m_view, 30, 0), 1, {});
    QCOMPARE(m_view->xRange(), before); // scrolls the page instead
    wheel(*m_view, placeOf(*m_view, 30, 0), 1, Qt::ControlModifier);
    QVERIFY(m_view->xRange().size() < before.size() * 0.9);
    QVERIFY(std::abs(m_view->xRange().lo - (30 - (30 - before.lo) / 1.25)) < 1);
    m_view->setWheelZooms(true);
    wheel(*m_view, placeOf(*m_view, 30, 0), -1, {});
    QVERIFY(std::abs(m_view->xRange().size() - before.size()) < 1);
}

void PlotViewTest::keysMoveAndZoom()
{
    const AxisRange before = m_view->xRange();
    QTest::keyClick(m_view, Qt::Key_Plus);
    QVERIFY(m_view->xRange().size() < before.size());
    const AxisRange near = m_view->xRange();
    QTest::keyClick(m_view, Qt::Key_Right);
    QVERIFY(m_view->xRange().lo > near.lo);
    QTest::keyClick(m_view, Qt::Key_Escape);
    QCOMPARE(m_view->xRange(), before);
}

void PlotViewTest::hoverNamesTheNearestPoint()
{
    QTest::mouseMove(m_view, placeOf(*m_view, 70, 70) + QPoint(0, 4));
    QVERIFY(m_view->hovered());
    QCOMPARE(m_view->hovered()->line, 0);
    QVERIFY(std::abs(int(m_view->hovered()->point) - 70) <= 1);
    const auto *tip = m_view->findChild<PlotTip *>();
    QVERIFY(tip->isVisible());
    QCOMPARE(tip->text().name, u"rises"_s);
    QCOMPARE(tip->text().value, QString::number(m_view->hovered()->point));
    QCOMPARE(tip->text().place, u"Step %1"_s.arg(m_view->hovered()->point));
    QTest::mouseMove(m_view, placeOf(*m_view, 70, 0));
    QVERIFY(!m_view->hovered());
    QVERIFY(!tip->isVisible());
}

void PlotViewTest::clickTellsTheLine()
{
    QSignalSpy activated(m_view, &PlotView::lineActivated);
    QTest::mouseClick(m_view, Qt::LeftButton, {}, placeOf(*m_view, 70, -70));
    QCOMPARE(activated.size(), 1);
    QCOMPARE(activated.first().first().toInt(), 1);
    QTest::mouseClick(m_view, Qt::LeftButton, {}, placeOf(*m_view, 70, 0));
    QCOMPARE(activated.size(), 1);
}

void PlotViewTest::captionCountsPoints()
{
    QCOMPARE(m_view->caption(), u"202 points"_s);
    m_view->setLines({lineOf(u"long"_s, 100'000, 0.5)});
    QTRY_VERIFY(m_view->caption().endsWith(u"of 100\u2009000 points drawn"_s));
    m_view->setLines({lineOf(u"one"_s, 1, 0.5)});
    QTRY_COMPARE(m_view->caption(), u"1 point"_s);
}

void PlotViewTest::noticeStandsInPlaceOfLines()
{
    const auto isPainted = [this] {
        const QImage image = m_view->grab(m_view->area()).toImage();
        for (int y = 0; y < image.height(); ++y)
            for (int x = 0; x < image.width(); ++x)
                if (image.pixel(x, y) != image.pixel(0, 0))
                    return true;
        return false;
    };
    m_view->setLines({});
    QTRY_VERIFY(!isPainted());
    m_view->setNotice(u"Nothing to draw"_s);
    QTRY_VERIFY(isPainted());
    QVERIFY(m_view->caption().isEmpty());
}

void PlotViewTest::colorsFollowTheTheme()
{
    for (const Theme *theme : {&Theme::light(), &Theme::dark()}) {
        m_view->setPalette(theme->palette());
        const auto hasColor = [this](const QColor &color) {
            const QImage image = m_view->grab().toImage();
            for (int y = 0; y < image.height(); ++y)
                for (int x = 0; x < image.width(); ++x)
                    if (image.pixelColor(x, y) == color)
                        return true;
            return false;
        };
        QTRY_VERIFY(hasColor(theme->series(0)));
        QVERIFY(hasColor(theme->color(ColorRole::Surface)));
    }
}

void PlotViewTest::extremeValuesDoNoHarm()
{
    auto series = std::make_shared<MetricSeries>();
    const double most = std::numeric_limits<double>::max();
    series->add(std::numeric_limits<qint64>::min(), 0, -most);
    series->add(0, std::numeric_limits<qint64>::max(), most);
    series->add(std::numeric_limits<qint64>::max(), std::numeric_limits<qint64>::min(), std::numeric_limits<double>::quiet_NaN());
    for (const XAxis axis : {XAxis::Step, XAxis::WallTime, XAxis::RelativeTime}) {
        for (const AxisScale scale : {AxisScale::Linear, AxisScale::Log}) {
            PlotLine line;
            line.pyramid = std::make_shared<SeriesPyramid>(
                packed(*series), LineRecipe{.x = axis, .yScale = scale});
            m_view->setAxes(axis, scale);
            m_view->setLines({line});
            QTRY_COMPARE(m_view->caption().left(8), u"3 points"_s);
            QTest::mouseMove(m_view, m_view->area().center());
            QTest::mouseMove(m_view, m_view->area().topRight());
        }
    }
}

QTEST_MAIN(PlotViewTest)
#include "tst_plotview.moc"
