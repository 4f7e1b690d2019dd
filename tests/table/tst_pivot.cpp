// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/table/pivot.h"
#include "tests/support/testing.h"
#include "tests/table/randomruns.h"

#include <QTest>

#include <cmath>
#include <map>

using namespace Assay;
using namespace Qt::StringLiterals;
using Testing::PlainValue;

class PivotTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void agreesWithTheSlowPivot();
    void refusesTooManyCells();
};

void PivotTest::agreesWithTheSlowPivot()
{
    QRandomGenerator random(5);
    const ColumnKey down{ColumnGroup::Param, u"p"_s}, across{ColumnGroup::Tag, u"t"_s}, value{ColumnGroup::Metric, u"k"_s};
    int compared = 0;
    for (int round = 0; round < 2'000; ++round) {
        const RunTablePtr table = Testing::randomRuns(random.bounded(40), random);
        const std::vector<PlainValue> lines = Testing::plainValues(*table, down), columns = Testing::plainValues(*table, across);
        compared += lines.size() > 10 ? 1 : 0;
        std::map<PlainValue, std::map<PlainValue, std::vector<double>>> slow;
        std::map<PlainValue, int> seen;
        std::map<std::pair<PlainValue, PlainValue>, uint32_t> runs;
        for (uint32_t row : table->defaultOrder()) {
            const PlainValue &line = lines[row], &column = columns[row];
            std::vector<double> &values = slow[line][column];
            ++seen[column];
            ++runs[{line, column}];
            const NumberColumn *numbers = table->numbers(value);
            if (numbers && !NumberTraits::isAbsent(numbers->at(row)))
                values.push_back(numbers->at(row));
        }
        SilentJob job;
        const auto pivot = computePivot({table, table->defaultOrder(), down, across, value, Aggregate::Maximum, {}}, job);
        VERIFY_RESULT(pivot);
        QCOMPARE(pivot->down.size(), slow.size());
        QCOMPARE(pivot->across.size(), seen.size());
        size_t line = 0;
        for (const auto &[lineLabel, cells] : slow) {
            QVERIFY(lines[pivot->down[line]] == lineLabel);
            size_t column = 0;
            for (const auto &[columnLabel, ignored] : seen) {
                QVERIFY(columns[pivot->across[column]] == columnLabel);
                const size_t cell = pivot->cell(line, column++);
                const auto found = cells.find(columnLabel);
                QCOMPARE(pivot->counts[cell], found == cells.end() ? 0u : runs[std::pair(lineLabel, columnLabel)]);
                QCOMPARE(pivot->runs[cell] == Pivot::NoRow, found == cells.end());
                if (found == cells.end() || found->second.empty())
                    QVERIFY(NumberTraits::isAbsent(pivot->values[cell]));
                else
                    QCOMPARE(pivot->values[cell], *std::max_element(found->second.begin(), found->second.end()));
            }
            ++line;
        }
    }
    QVERIFY(compared > 1'000);
}

void PivotTest::refusesTooManyCells()
{
    QRandomGenerator random(5);
    const RunTablePtr table = Testing::randomRuns(3'000, random);
    SilentJob job;
    PivotRequest request{table, table->defaultOrder(), {ColumnGroup::Attribute, Attribute::RunId}, {ColumnGroup::Param, u"p"_s},
                         {ColumnGroup::Metric, u"k"_s}, Aggregate::Count, {}};
    const auto large = computePivot(request, job);
    VERIFY_RESULT(large);
    QVERIFY(large->down.size() > 2'900);
    RunTableBuilder builder;
    for (int i = 0; i < 1'001; ++i) {
        Run run;
        run.info.ref = {ExperimentId(u"0"_s), RunId(QString::number(i))};
        run.params = {{u"a"_s, QString::number(i)}, {u"b"_s, QString::number(i)}};
        builder.add(run);
    }
    request.table = builder.finish();
    request.rows = request.table->defaultOrder();
    request.down = {ColumnGroup::Param, u"a"_s};
    request.across = {ColumnGroup::Param, u"b"_s};
    QCOMPARE(computePivot(request, job).error().code, ErrorCode::Unsupported);
}

QTEST_GUILESS_MAIN(PivotTest)
#include "tst_pivot.moc"
