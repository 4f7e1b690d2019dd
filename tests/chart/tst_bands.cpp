// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/chart/bands.h"

#include <QTest>

#include <cmath>

using namespace Assay;
using namespace Qt::StringLiterals;

namespace {

constexpr double NaN = std::numeric_limits<double>::quiet_NaN();

SilentJob job;

SeriesPyramidPtr lineOf(std::initializer_list<std::pair<qint64, double>> points)
{
    MetricSeries series;
    for (const auto &[step, value] : points)
        series.add(step, 0, value);
    return std::make_shared<const SeriesPyramid>(packed(std::move(series)), LineRecipe{});
}

bool areNear(const std::vector<double> &a, const std::vector<double> &b)
{
    return std::ranges::equal(a, b, [](double x, double y) { return (std::isnan(x) && std::isnan(y)) || std::abs(x - y) < 1e-12; });
}

} // namespace

class BandsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void meanOfRunsThatLogElsewhere()
    {
        // At 0: 1 and 3; at 5 the first has (1 + 5) / 2; at 10: 5 and 7; the third counts from 10 to 20 only.
        const std::vector<BandMember> members{{lineOf({{0, 1}, {10, 5}})}, {lineOf({{0, 3}, {5, 3}, {10, 7}})}, {lineOf({{10, 0}, {20, 4}})}};
        const GroupBand band = groupBand(members, GroupLine::Mean, BandSpread::MinMax, job);
        QCOMPARE(band.x, (std::vector<double>{0, 5, 10, 20}));
        QCOMPARE(band.counts, (std::vector<uint32_t>{2, 2, 3, 1}));
        QVERIFY(areNear(band.line, {2, 3, 4, 4}));
        QVERIFY(areNear(band.low, {1, 3, 0, 4}));
        QVERIFY(areNear(band.high, {3, 3, 7, 4}));
    }
    void spreads()
    {
        // 1, 2, 3, 10: mean 4, deviation √(50/3), median 2.5, the tenth percentile 1 + 0.3, the ninetieth 3 + 0.7 · 7.
        const std::vector<BandMember> members{{lineOf({{0, 3}})}, {lineOf({{0, 1}})}, {lineOf({{0, 10}})}, {lineOf({{0, 2}})}};
        const double deviation = std::sqrt(50.0 / 3);
        const auto reach = [&](GroupLine line, BandSpread spread) {
            const GroupBand band = groupBand(members, line, spread, job);
            return std::vector<double>{band.line.front(), band.low.front(), band.high.front()};
        };
        QVERIFY(areNear(reach(GroupLine::Mean, BandSpread::Deviation), {4, 4 - deviation, 4 + deviation}));
        QVERIFY(areNear(reach(GroupLine::Median, BandSpread::StandardError), {2.5, 2.5 - deviation / 2, 2.5 + deviation / 2}));
        QVERIFY(areNear(reach(GroupLine::Mean, BandSpread::Confidence),
                        {4, 4 - 1.959963984540054 * deviation / 2, 4 + 1.959963984540054 * deviation / 2}));
        QVERIFY(areNear(reach(GroupLine::Median, BandSpread::Quantiles), {2.5, 1.3, 7.9}));
        QVERIFY(groupBand(members, GroupLine::Mean, BandSpread::None, job).low.empty());
    }
    void gapsAndRepeats()
    {
        // NaN does not count, nor does what leads to it; of step 4 the last value counts.
        const std::vector<BandMember> members{{lineOf({{0, 1}, {2, NaN}, {4, 5}, {4, 7}})}, {lineOf({{0, 3}, {1, 3}, {2, 3}, {3, 3}, {4, 3}})}};
        const GroupBand band = groupBand(members, GroupLine::Mean, BandSpread::None, job);
        QCOMPARE(band.counts, (std::vector<uint32_t>{2, 1, 1, 1, 2}));
        QVERIFY(areNear(band.line, {2, 3, 3, 3, 5}));
        const std::vector<BandMember> odd{{lineOf({{0, NaN}})}};
        QVERIFY(areNear(groupBand(odd, GroupLine::Median, BandSpread::MinMax, job).line, {NaN}));
        QVERIFY(groupBand({}, GroupLine::Mean, BandSpread::Deviation, job).x.empty());
    }
    void offsetsAndGreatValues()
    {
        const double most = std::numeric_limits<double>::max();
        const std::vector<BandMember> members{{lineOf({{100, most}, {101, most}}), 100}, {lineOf({{7, most / 2}}), 7}};
        const GroupBand band = groupBand(members, GroupLine::Mean, BandSpread::Deviation, job);
        QCOMPARE(band.x, (std::vector<double>{0, 1}));
        QCOMPARE(band.counts, (std::vector<uint32_t>{2, 1}));
        QVERIFY(std::isfinite(band.line[0]) && std::isfinite(band.low[0]));
    }
    void pyramidsHaveThePlaces()
    {
        const std::vector<BandMember> members{{lineOf({{0, 1}, {10, 5}}), 0.5}, {lineOf({{0, 3}, {10, -9}}), 0.25}};
        const BandPyramids pyramids = bandPyramids(groupBand(members, GroupLine::Mean, BandSpread::MinMax, job), AxisScale::Log);
        QCOMPARE(pyramids.line->size(), 4u);
        QCOMPARE(pyramids.line->x(0), -0.5);
        QCOMPARE(pyramids.line->x(3), 9.75);
        QVERIFY(pyramids.low->isDrawable(-9)); // goes on below a log scale
        QVERIFY(!pyramids.line->isDrawable(-9));
        QVERIFY(!bandPyramids(groupBand(members, GroupLine::Mean, BandSpread::None, job), AxisScale::Linear).low);
    }
    void thinsWhatIsTooMuch()
    {
        MetricSeries series;
        for (size_t i = 0; i < MostBandPoints + 10; ++i)
            series.add(qint64(i), 0, double(i));
        const std::vector<BandMember> members{{std::make_shared<const SeriesPyramid>(packed(std::move(series)), LineRecipe{})}};
        const GroupBand band = groupBand(members, GroupLine::Mean, BandSpread::None, job);
        QVERIFY(band.x.size() <= MostBandPoints);
        QCOMPARE(band.x.back(), double(MostBandPoints + 9));
        QCOMPARE(band.line[7], band.x[7]);
    }
    void stopsWhenNobodyWaits()
    {
        SilentJob canceled;
        canceled.cancel();
        const std::vector<BandMember> members{{lineOf({{0, 1}, {1, 2}})}};
        QVERIFY(groupBand(members, GroupLine::Mean, BandSpread::None, canceled).line.empty());
    }
    void manyRunsAreThinned()
    {
        std::vector<BandMember> members;
        for (int run = 0; run < 1000; ++run) {
            MetricSeries series;
            for (int i = 0; i < 100; ++i)
                series.add(i * 1000 + run, 0, run);
            members.push_back({std::make_shared<const SeriesPyramid>(packed(std::move(series)), LineRecipe{})});
        }
        const GroupBand band = groupBand(members, GroupLine::Median, BandSpread::None, job, 2'000'000);
        QVERIFY(band.x.size() > 1000 && band.x.size() <= 2001);
        QCOMPARE(band.x.back(), 99'999.0);
    }
    void optionsComeBackFromAMap()
    {
        const ChartOptions options{GroupLine::Median, BandSpread::Quantiles, YFrom::All, 1};
        QVariantMap map;
        options.writeTo(map);
        QCOMPARE(ChartOptions::readFrom(map), options);
        QCOMPARE(ChartOptions::readFrom({}), ChartOptions());
        ChartOptions columns;
        columns.colorBy = u"params.lr"_s;
        columns.dashBy = u"metrics.`val/loss`"_s;
        columns.markerBy = u"status"_s;
        QVariantMap written;
        columns.writeTo(written);
        QCOMPARE(ChartOptions::readFrom(written), columns);
        QCOMPARE(ChartOptions::readFrom({{u"band"_s, 3}, {u"outliers"_s, -1}, {u"groupLine"_s, u"x"_s}}), ChartOptions());
        QVERIFY(ChartOptions::readFrom({{u"outliers"_s, 90}}).outlierPercent < 50);
    }
};

QTEST_APPLESS_MAIN(BandsTest)
#include "tst_bands.moc"
