// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/brushquery.h"
#include "models/items/cardcolumns.h"
#include "models/table/query.h"
#include "tests/support/testing.h"
#include "tests/table/randomruns.h"

#include <numeric>

using namespace Assay;
using namespace Qt::StringLiterals;

namespace {

AxisBrush randomBrush(const QString &key, const ChartColumn &column, QRandomGenerator &random)
{
    AxisBrush brush{key, column.kind, {}, {}, random.bounded(4) == 0};
    const auto ends = column.bounds();
    if (column.isText()) {
        for (const QString &text : column.texts)
            if (random.bounded(2))
                brush.texts.append(text);
    } else if (ends && random.bounded(8)) {
        // Ends at values as well as between them.
        const auto end = [&] { return random.bounded(2) ? column.values[size_t(random.bounded(int(column.size())))] : ends->first + (ends->second - ends->first) * random.generateDouble(); };
        const double a = end(), b = end();
        if (a == a && b == b)
            brush.range = {std::min(a, b), std::max(a, b), random.bounded(3) > 0};
    }
    return brush;
}

bool isEmpty(const AxisBrush &brush)
{
    return !brush.range && brush.texts.isEmpty() && !brush.withAbsent;
}

// Of a comparison with this column: whether it can be decided.
bool isKnown(const AxisBrush &brush, const ChartColumn &column, size_t run)
{
    const CellState state = column.states[run];
    return state != CellState::NotNumber && (state != CellState::Absent || brush.withAbsent);
}

} // namespace

class BrushQueryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void conditionsAreWritten()
    {
        const AxisBrush loss{u"metrics.loss"_s, ChartColumn::Kind::Number, AxisBrush::Range{0.1, 0.5, true}, {}, false};
        const AxisBrush odd{u"params.`a b`"_s, ChartColumn::Kind::Text, {}, {u"it's"_s, u"x"_s}, true};
        const AxisBrush bin{u"duration"_s, ChartColumn::Kind::Duration, AxisBrush::Range{60, 120, false}, {}, false};
        QCOMPARE(brushCondition({loss}).value_or(QString()), u"metrics.loss BETWEEN 0.1 AND 0.5"_s);
        QCOMPARE(brushCondition({loss, odd, bin}).value_or(QString()),
                 u"metrics.loss BETWEEN 0.1 AND 0.5 AND (params.`a b` IN (\"it's\", 'x') OR params.`a b` IS NULL) AND duration >= 60 AND duration < 120"_s);
        QCOMPARE(excludedCondition(u"a = 1"_s), u"NOT (a = 1)"_s);
        QVERIFY(!brushCondition({}));
        AxisBrush both = odd;
        both.texts = {u"'\""_s};
        QVERIFY(!brushCondition({loss, both}));
        QVERIFY(!brushCondition({{u"no key?"_s, ChartColumn::Kind::Number, AxisBrush::Range{0, 1, true}, {}, false}}));
    }

    // What the written query finds in random tables is what lies inside; what its negation finds is what lies outside for
    // certain: on some axis where the run has a value to be outside with.
    void queryFindsWhatIsInside()
    {
        QRandomGenerator random(20'26);
        int written = 0;
        for (int round = 0; round < 3000; ++round) {
            const RunTablePtr table = Testing::randomRuns(1 + random.bounded(60), random);
            std::vector<uint32_t> rows(size_t(table->rowCount()));
            std::iota(rows.begin(), rows.end(), 0u);
            QList<AxisBrush> brushes;
            std::vector<ChartColumn> columns;
            for (const QString &key : {u"metrics.m"_s, u"metrics.k"_s, u"metrics.rare"_s, u"params.p"_s, u"params.n"_s, u"tags.t"_s, u"start_time"_s}) {
                const ChartColumn column = cardColumn(*table, rows, key, 0);
                const AxisBrush brush = randomBrush(key, column, random);
                if (random.bounded(3) || isEmpty(brush))
                    continue;
                brushes.append(brush);
                columns.push_back(column);
            }
            const auto condition = brushCondition(brushes);
            QCOMPARE(condition.has_value(), !brushes.isEmpty());
            if (!condition)
                continue;
            ++written;
            const auto keep = parseQuery(*condition), leave = parseQuery(excludedCondition(*condition));
            VERIFY_RESULT(keep);
            VERIFY_RESULT(leave);
            SilentJob job;
            const TruthVector kept = evaluateQuery(*keep, *table, {}, {}, job).value(), left = evaluateQuery(*leave, *table, {}, {}, job).value();
            for (size_t run = 0; run < rows.size(); ++run) {
                bool inside = true, outside = false;
                for (qsizetype i = 0; i < brushes.size(); ++i) {
                    const bool isIn = isInside(brushes[i], columns[size_t(i)], run);
                    inside = inside && isIn;
                    outside = outside || (!isIn && isKnown(brushes[i], columns[size_t(i)], run));
                }
                const QByteArray what = condition->toUtf8() + " run " + QByteArray::number(int(run));
                QVERIFY2((kept[run] == Truth::True) == inside, what.constData());
                QVERIFY2((left[run] == Truth::True) == outside, what.constData());
            }
        }
        QVERIFY(written > 2000);
    }

    void endsAreShort()
    {
        QCOMPARE(roundedWithin(0.123456, 0.001), 0.123);
        QCOMPARE(roundedWithin(123.456, 0.5), 123.0);
        QCOMPARE(roundedWithin(-1.5e-7, 1e-9), -1.5e-7);
        QCOMPARE(roundedWithin(0.0004, 0.001), 0.0);
        QCOMPARE(roundedWithin(1e300, 0), 1e300);
    }
};

QTEST_GUILESS_MAIN(BrushQueryTest)
#include "tst_brushquery.moc"
