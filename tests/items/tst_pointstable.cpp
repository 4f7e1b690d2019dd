// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/chart/bands.h"
#include "models/items/pointstable.h"

#include <QTest>

#include <cmath>

using namespace Assay;
using namespace Qt::StringLiterals;

namespace {

PointsOfRun pointsOf(const QString &id, const QString &name, std::initializer_list<double> values)
{
    MetricSeries series;
    series.key = u"val/loss"_s;
    for (const double value : values)
        series.add(series.size() * 5, 1'700'000'000'000, value);
    return {{ExperimentId(u"1"_s), RunId(id)}, name, std::make_shared<const SeriesPyramid>(packed(series), LineRecipe())};
}

} // namespace

class PointsTableTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyPointAsLogged()
    {
        const TextTable table = pointsTable({pointsOf(u"a"_s, u"first, run"_s, {0.1, std::nan("")}), pointsOf(u"b"_s, u"none"_s, {}),
                                             pointsOf(u"c"_s, u"last"_s, {-HUGE_VAL})});
        QCOMPARE(table.rowCount, 3);
        QCOMPARE(textTable(table, TextFormat::Csv), u"run_id,run_name,key,step,time,value\r\n"
                                                     "a,\"first, run\",val/loss,0,2023-11-14T22:13:20.000Z,0.1\r\n"
                                                     "a,\"first, run\",val/loss,5,2023-11-14T22:13:20.000Z,NaN\r\n"
                                                     "c,last,val/loss,0,2023-11-14T22:13:20.000Z,-Infinity\r\n"_s);
    }

    // What is drawn may be smoothed and on a scale that has no place for some: what is exported is not.
    void lookOfTheLineDoesNotMatter()
    {
        MetricSeries series;
        series.key = u"loss"_s;
        for (const double value : {5.0, -1.0, 3.0})
            series.add(series.size(), 0, value);
        LineRecipe recipe;
        recipe.smoothing = {SmoothingKind::Ema, 0.9};
        recipe.yScale = AxisScale::Log;
        const PointsOfRun line{{ExperimentId(u"1"_s), RunId(u"a"_s)}, u"a"_s, std::make_shared<const SeriesPyramid>(packed(series), recipe)};
        const TextTable table = pointsTable({line});
        QCOMPARE(table.rowCount, 3);
        QCOMPARE(table.cell(1, 5), u"-1"_s);
    }

    // A group's points have no steps or times of their own.
    void groupsHaveTheirX()
    {
        GroupBand band;
        band.x = {0, 100, 200};
        band.line = {1, 2, 3};
        band.low = {0.5, 1.5, 3};
        band.high = {1.5, 2.5, 3};
        band.counts = {2, 2, 1};
        const BandPyramids pyramids = bandPyramids(band, AxisScale::Linear);
        const LineOfGroup group{u"lr = 0.1"_s, 0, pyramids.line, pyramids.low, pyramids.high};
        QCOMPARE(textTable(groupPointsTable({group}, XAxis::Step), TextFormat::Csv),
                 u"group,x,value,low,high\r\nlr = 0.1,0,1,0.5,1.5\r\nlr = 0.1,100,2,1.5,2.5\r\nlr = 0.1,200,3,3,3\r\n"_s);
        const LineOfGroup bare{u"b"_s, 0, pyramids.line, nullptr, nullptr};
        QCOMPARE(groupPointsTable({group, bare}, XAxis::WallTime).cell(4, 1), u"1970-01-01T00:00:00.100Z"_s);
        QVERIFY(!groupPointsTable({group, bare}, XAxis::WallTime).cell(4, 3));
    }

    void nothing()
    {
        QCOMPARE(textTable(pointsTable({}), TextFormat::Csv), u"run_id,run_name,key,step,time,value\r\n"_s);
    }
};

QTEST_GUILESS_MAIN(PointsTableTest)
#include "tst_pointstable.moc"
