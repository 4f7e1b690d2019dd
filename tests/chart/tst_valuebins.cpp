// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/chart/valuebins.h"
#include "tests/support/testing.h"

#include <cmath>

using namespace Assay;
using namespace Qt::StringLiterals;

namespace {

ChartColumn column(const std::vector<double> &values)
{
    ChartColumn made;
    for (double value : values) {
        made.values.push_back(value);
        made.states.push_back(std::isnan(value) ? CellState::Absent : CellState::Value);
    }
    return made;
}

constexpr double No = ChartColumn::None;

} // namespace

class ValueBinsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fewNumbersStandAlone()
    {
        const ChartColumn few = column({3, 1, No, 3});
        QVERIFY(!needsEdges(few, 2));
        QCOMPARE(valueBins(few, 2, {}), (QList<ValueBin>{{1, 1}, {3, 3}}));
        QVERIFY(needsEdges(few, 1));
        QCOMPARE(valueBins(few, 1, {0, 2, 4}), (QList<ValueBin>{{0, 2}, {2, 4}}));
    }

    void valuesFindTheirBin()
    {
        const QList<ValueBin> bins{{0, 2}, {2, 4}};
        QCOMPARE(binOf(bins, 0), 0);
        QCOMPARE(binOf(bins, 2), 1);
        QCOMPARE(binOf(bins, 4), 1);
        QCOMPARE(binOf(bins, 4.1), -1);
        QCOMPARE(binOf(bins, -0.1), -1);
        const QList<ValueBin> singles{{1, 1}, {3, 3}};
        QCOMPARE(binOf(singles, 3), 1);
        QCOMPARE(binOf(singles, 2), -1);
        QCOMPARE(binOf({}, 2), -1);
        QCOMPARE(countBins(bins, column({0, 1, 2, 4, No, 9})), (std::vector<qsizetype>{2, 2}));
    }

    void gridsSummarize()
    {
        ChartColumn x = column({0, 0, 1, 1, No, 0});
        x.kind = ChartColumn::Kind::Text;
        x.texts = {u"a"_s, u"b"_s};
        const ChartColumn y = column({1, 1, 1, 2, 1, 2});
        const ChartColumn values = column({1, 3, 5, 7, 9, No});
        const auto xBins = valueBins(x, 5, {}), yBins = valueBins(y, 5, {});
        const auto grid = [&](CellSummary summary) { return valueGrid(x, xBins, y, yBins, values, summary); };
        const ValueGrid means = grid(CellSummary::Mean);
        QCOMPARE(means.used, 4);
        QCOMPARE(means.at(0, 0), 2.0);
        QCOMPARE(means.at(0, 1), 5.0);
        QCOMPARE(means.at(1, 1), 7.0);
        QVERIFY(std::isnan(means.at(1, 0)));
        QCOMPARE(means.countAt(1, 0), 0);
        QCOMPARE(grid(CellSummary::Least).at(0, 0), 1.0);
        QCOMPARE(grid(CellSummary::Greatest).at(0, 0), 3.0);
        const ValueGrid counts = grid(CellSummary::Count);
        QCOMPARE(counts.at(1, 0), 1.0); // has no value of the metric, which is not asked for
        QCOMPARE(counts.used, 5);
    }

    void columnsKnowTheirEnds()
    {
        QVERIFY(!column({No}).bounds());
        QVERIFY(!column({}).varies());
        QVERIFY(!column({2, 2}).varies());
        QVERIFY(column({1, 100}).suitsLog());
        QVERIFY(!column({0, 100}).suitsLog());
        QVERIFY(!column({1, 50}).suitsLog());
        QCOMPARE(column({No, 1, No}).count(CellState::Absent), 2);
    }
};

QTEST_GUILESS_MAIN(ValueBinsTest)
#include "tst_valuebins.moc"
