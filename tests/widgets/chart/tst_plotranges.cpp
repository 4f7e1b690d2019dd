// SPDX-License-Identifier: GPL-3.0-or-later
// What a plot shows of values that are hard to show: never nothing without a word, never an axis that lies.
#include "widgets/chart/plotview.h"
#include "widgets/theme/theme.h"

#include <QTest>

#include <cmath>
#include <limits>

using namespace Assay;
using namespace Qt::StringLiterals;

namespace {

using Points = QList<std::pair<qint64, double>>;

constexpr double NaN = std::numeric_limits<double>::quiet_NaN();
constexpr double Most = std::numeric_limits<double>::max();
constexpr double Least = std::numeric_limits<double>::denorm_min();
constexpr qint64 Beyond = (qint64(1) << 53) + 1;

PlotLine lineOf(const Points &points, const LineRecipe &recipe, int color = 0)
{
    MetricSeries series;
    for (const auto &[step, value] : points)
        series.add(step, 1'700'000'000'000 + step % 100'000, value);
    PlotLine line;
    line.name = u"run"_s;
    line.colorIndex = color;
    line.pyramid = std::make_shared<SeriesPyramid>(packed(std::move(series)), recipe);
    return line;
}

bool hasColor(const QImage &image, const QColor &color)
{
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (image.pixelColor(x, y) == color)
                return true;
        }
    }
    return false;
}

} // namespace

class PlotRangesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_view = std::make_unique<PlotView>();
        m_view->setPalette(Theme::light().palette());
        m_view->resize(420, 300);
        m_view->show();
    }
    void everythingIsReadable_data();
    void everythingIsReadable();
    void outliersLeaveTheView();
    void valuesFromAllOrFixed();
    void repeatedStepsShowAll();

private:
    std::unique_ptr<PlotView> m_view;
};

void PlotRangesTest::everythingIsReadable_data()
{
    QTest::addColumn<QList<Points>>("lines");
    QTest::newRow("constant") << QList<Points>{{{0, 7.5}, {1, 7.5}, {2, 7.5}}};
    QTest::newRow("constant 0") << QList<Points>{{{0, 0.0}, {9, 0.0}}};
    QTest::newRow("one point") << QList<Points>{{{5, 0.25}}};
    QTest::newRow("one point at step 0") << QList<Points>{{{0, -3.0}}};
    QTest::newRow("all NaN") << QList<Points>{{{0, NaN}, {1, NaN}, {2, NaN}}};
    QTest::newRow("greatest") << QList<Points>{{{1, -Most}, {2, Most}, {3, 0}}};
    QTest::newRow("smallest") << QList<Points>{{{1, Least}, {2, 3 * Least}, {3, -Least}}};
    QTest::newRow("one of the smallest") << QList<Points>{{{1, Least}}};
    QTest::newRow("beyond 2^53") << QList<Points>{{{Beyond, 1}, {Beyond + 1, 2}, {Beyond + 6, 3}}};
    QTest::newRow("far ends of steps")
        << QList<Points>{{{std::numeric_limits<qint64>::min(), 1}, {std::numeric_limits<qint64>::max(), 2}}};
    QTest::newRow("negative steps") << QList<Points>{{{-10, 1}, {-5, 2}, {-7, 3}}};
    QTest::newRow("disjoint") << QList<Points>{{{0, 1}, {10, 2}}, {{1'000'000, 1e6}, {1'000'010, 2e6}}};
    QTest::newRow("not above 0") << QList<Points>{{{-3, -1}, {-2, 0}, {-1, -7}}};
}

void PlotRangesTest::everythingIsReadable()
{
    QFETCH(QList<Points>, lines);
    for (const AxisScale xScale : {AxisScale::Linear, AxisScale::Log, AxisScale::SymLog}) {
        for (const AxisScale yScale : {AxisScale::Linear, AxisScale::Log, AxisScale::SymLog}) {
            m_view->setAxes(XAxis::Step, yScale, xScale);
            QList<PlotLine> all;
            for (const Points &points : lines)
                all.append(lineOf(points, {.xScale = xScale, .yScale = yScale}, int(all.size())));
            m_view->setLines(all);
            QCoreApplication::processEvents();
            const QImage image = m_view->grab().toImage();
            const AxisRange x = m_view->xRange();
            const AxisRange y = m_view->yRange();
            QVERIFY(std::isfinite(x.lo) && std::isfinite(x.hi) && x.lo < x.hi);
            QVERIFY(std::isfinite(y.lo) && std::isfinite(y.hi) && y.lo < y.hi);
            QVERIFY(m_view->caption().contains(u"point"));
            const bool isSeen = hasColor(image, Theme::light().series(0));
            QVERIFY2(isSeen != !m_view->obstacleText().isEmpty(), qPrintable(m_view->obstacleText()));
            for (qsizetype i = 0; isSeen && i < lines.size(); ++i) {
                for (const auto &[step, value] : lines.at(i)) {
                    if (std::abs(value) > Most / 8 || !all.at(i).pyramid->isDrawable(value) || (xScale == AxisScale::Log && step <= 0))
                        continue; // the very greatest lie just outside, so that axes can be divided
                    QVERIFY(y.contains(value));
                    QVERIFY(x.contains(double(step)));
                }
            }
        }
    }
}

void PlotRangesTest::outliersLeaveTheView()
{
    Points points;
    for (int i = 0; i < 1000; ++i)
        points.append({i, i == 100 ? 1e6 : i == 200 ? -1e6 : i == 300 ? 2e6 : std::sin(i * 0.1)});
    m_view->setLines({lineOf(points, {})});
    QVERIFY(m_view->yRange().hi > 2e6);
    QCOMPARE(m_view->outlierCount(), 0);
    m_view->setValues({YFrom::Visible, 1});
    QVERIFY(m_view->yRange().hi < 2 && m_view->yRange().lo > -2);
    m_view->grab();
    QVERIFY(m_view->outlierCount() == 3);
    QVERIFY2(m_view->caption().endsWith(u"3 points are outside the 1–99 % range"_s), qPrintable(m_view->caption()));
    m_view->setZoom({AxisRange{0, 250}, {}});
    QCOMPARE(m_view->outlierCount(), 2);
    m_view->setZoom({AxisRange{0, 250}, AxisRange{-5, 5}}); // what the person chose is no outlier
    QCOMPARE(m_view->outlierCount(), 0);
    // Many are counted once the view rests.
    Points many;
    for (int i = 0; i < 250'000; ++i)
        many.append({i, i == 77 ? 1e9 : std::sin(i * 0.1)});
    m_view->showAll();
    m_view->setLines({lineOf(many, {})});
    QCOMPARE(m_view->outlierCount(), 0);
    QTRY_COMPARE(m_view->outlierCount(), 1);
    // What nearly all have is not cut.
    m_view->showAll();
    m_view->setLines({lineOf({{0, 1}, {1, 1}, {2, 1}, {3, 50}}, {})});
    m_view->setValues({YFrom::Visible, 5});
    QVERIFY(m_view->yRange().contains(50));
}

void PlotRangesTest::valuesFromAllOrFixed()
{
    m_view->setLines({lineOf({{0, 0}, {10, 1}, {20, 100}}, {})});
    m_view->setZoom({AxisRange{0, 10}, {}});
    QVERIFY(m_view->yRange().hi < 2);
    m_view->setValues({.from = YFrom::All});
    QVERIFY(m_view->yRange().hi > 100);
    m_view->setValues({.fixed = AxisRange{-3, 4}});
    QCOMPARE(m_view->yRange(), (AxisRange{-3, 4}));
}

void PlotRangesTest::repeatedStepsShowAll()
{
    const Points resumed{{0, 1}, {1, 2}, {2, 9}, {1, 3}, {2, 4}, {3, 5}};
    m_view->setLines({lineOf(resumed, {})});
    QTRY_COMPARE(m_view->caption(), u"6 points"_s);
    QVERIFY(m_view->yRange().contains(9));
    m_view->setLines({lineOf(resumed, {.repeats = Repeats::LastWins})});
    QTRY_COMPARE(m_view->caption(), u"4 points"_s);
    QVERIFY(!m_view->yRange().contains(9));
}

QTEST_MAIN(PlotRangesTest)
#include "tst_plotranges.moc"
