// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/chart/reading.h"

#include <QTest>

using namespace Assay;
using namespace Qt::StringLiterals;

namespace {

// Points at these steps; the value of each is its place in the list.
SeriesPyramid pyramidOf(const QList<qint64> &steps)
{
    MetricSeries series;
    for (qsizetype i = 0; i < steps.size(); ++i)
        series.add(steps.at(i), i, double(i));
    return SeriesPyramid(packed(series), LineRecipe());
}

double valueAt(const SeriesPyramid &pyramid, double x, ReadingRule rule)
{
    const auto point = pointAt(pyramid, x, rule);
    return point ? pyramid.y(*point) : -1;
}

} // namespace

class ReadingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads_data();
    void reads();
    void whatWasLoggedIsRead();
    void farFromZero();
};

void ReadingTest::reads_data()
{
    QTest::addColumn<QList<qint64>>("steps");
    QTest::addColumn<double>("x");
    QTest::addColumn<double>("nearest");
    QTest::addColumn<double>("lastAt");
    const QList<qint64> some{0, 10, 20};
    QTest::newRow("no points") << QList<qint64>() << 3.0 << -1.0 << -1.0;
    QTest::newRow("on a point") << some << 10.0 << 1.0 << 1.0;
    QTest::newRow("closer to the left") << some << 14.0 << 1.0 << 1.0;
    QTest::newRow("closer to the right") << some << 16.0 << 2.0 << 1.0;
    QTest::newRow("in the middle") << some << 15.0 << 2.0 << 1.0;
    QTest::newRow("before the first") << some << -5.0 << 0.0 << -1.0;
    QTest::newRow("behind the last") << some << 500.0 << 2.0 << 2.0;
    QTest::newRow("the last of the same step") << QList<qint64>{0, 10, 10, 10, 20} << 10.0 << 3.0 << 3.0;
    QTest::newRow("the last of the nearest step") << QList<qint64>{5, 5, 20, 20} << 18.0 << 3.0 << 1.0;
    QTest::newRow("before the first of the same step") << QList<qint64>{5, 5, 20} << 1.0 << 1.0 << -1.0;
    QTest::newRow("logged out of order") << QList<qint64>{20, 0, 10} << 12.0 << 2.0 << 2.0;
    QTest::newRow("negative") << QList<qint64>{-20, -10} << -14.0 << 1.0 << 0.0;
    QTest::newRow("nowhere") << some << std::nan("") << -1.0 << -1.0;
}

void ReadingTest::reads()
{
    QFETCH(QList<qint64>, steps);
    QFETCH(double, x);
    QFETCH(double, nearest);
    QFETCH(double, lastAt);
    const SeriesPyramid pyramid = pyramidOf(steps);
    QCOMPARE(valueAt(pyramid, x, ReadingRule::Nearest), nearest);
    QCOMPARE(valueAt(pyramid, x, ReadingRule::LastAt), lastAt);
}

void ReadingTest::whatWasLoggedIsRead()
{
    MetricSeries series;
    series.add(0, 0, 1.0);
    series.add(1, 1, std::nan(""));
    const SeriesPyramid pyramid(packed(series), LineRecipe());
    QVERIFY(std::isnan(pyramid.y(*pointAt(pyramid, 1, ReadingRule::Nearest))));
}

void ReadingTest::farFromZero()
{
    const qint64 far = qint64(1) << 60;
    const SeriesPyramid pyramid = pyramidOf({-far, 0, far});
    QCOMPARE(valueAt(pyramid, double(far), ReadingRule::LastAt), 2.0);
    QCOMPARE(valueAt(pyramid, 1e300, ReadingRule::Nearest), 2.0);
    QCOMPARE(valueAt(pyramid, -1e300, ReadingRule::LastAt), -1.0);
}

QTEST_GUILESS_MAIN(ReadingTest)
#include "tst_reading.moc"
