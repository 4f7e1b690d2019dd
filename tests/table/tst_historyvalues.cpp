// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/table/historyvalues.h"
#include "models/table/roworder.h"
#include "models/table/runtablebuilder.h"
#include "tests/support/testing.h"

#include <QTest>

#include <cmath>
#include <random>

using namespace Assay;
using namespace Qt::StringLiterals;

namespace {

constexpr double NaN = std::numeric_limits<double>::quiet_NaN();
constexpr double Infinity = std::numeric_limits<double>::infinity();

struct Point {
    qint64 step;
    qint64 timestamp;
    double value;
};

MetricSeries series(std::initializer_list<Point> points)
{
    MetricSeries series;
    series.key = u"loss"_s;
    for (const Point &point : points)
        series.add(point.step, point.timestamp, point.value);
    return series;
}

double of(const HistorySummary &summary, HistoryFunction function)
{
    return summary[size_t(function)];
}

bool isAbsent(const HistorySummary &summary, HistoryFunction function)
{
    return NumberTraits::isAbsent(of(summary, function));
}

RunTablePtr table(int runs, RunStatus status = RunStatus::Finished)
{
    RunTableBuilder builder;
    for (int i = 0; i < runs; ++i) {
        Run run;
        run.info.ref = {ExperimentId(u"1"_s), RunId(QString(QChar('a' + i)))};
        run.info.status = status;
        run.info.startTime = 1000 - i;
        run.metrics = {{u"loss"_s, double(i)}};
        if (i == 1)
            run.tags = {{u"mlflow.parentRunId"_s, u"a"_s}};
        builder.add(run);
    }
    return builder.finish();
}

RowOrder ordered(const RunTablePtr &table, const HistoryValues &values, const QString &query, const QString &sort = {})
{
    RowOrderRequest request;
    request.table = table;
    request.histories = std::make_shared<const HistoryValues>(values);
    const auto parsed = parseQuery(query);
    if (!parsed)
        qFatal("%s", qPrintable(parsed.error().message));
    request.query = *parsed;
    if (!sort.isEmpty()) {
        const auto key = parseSortKey(sort);
        if (!key)
            qFatal("%s", qPrintable(key.error().message));
        request.keys = {*key};
    }
    SilentJob job;
    return *computeRowOrder(request, job);
}

using Rows = std::vector<uint32_t>;

} // namespace

class HistoryValuesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // Mean, deviation and slope as Python's statistics module has them.
    void summarizes()
    {
        const HistorySummary summary = summarizeHistory(series({{5, 60, 0.9}, {0, 10, 0.5}, {2, 30, NaN}, {1, 20, 0.3}, {3, 40, 0.25}, {5, 50, 0.25}}));
        QCOMPARE(of(summary, HistoryFunction::Min), 0.25);
        QCOMPARE(of(summary, HistoryFunction::Max), 0.9);
        QCOMPARE(of(summary, HistoryFunction::First), 0.5);
        QCOMPARE(of(summary, HistoryFunction::Mean), 0.44);
        QCOMPARE(of(summary, HistoryFunction::Median), 0.3);
        QCOMPARE(of(summary, HistoryFunction::StandardDeviation), 0.2770379035439014);
        QCOMPARE(of(summary, HistoryFunction::Count), 6.0);
        QCOMPARE(of(summary, HistoryFunction::ArgMin), 3.0);
        QCOMPARE(of(summary, HistoryFunction::ArgMax), 5.0);
        QCOMPARE(of(summary, HistoryFunction::Slope), 0.030769230769230774);
    }

    void knowsWhatThereIsNot()
    {
        const HistorySummary none = summarizeHistory(series({}));
        for (size_t i = 0; i < none.size(); ++i)
            QVERIFY(NumberTraits::isAbsent(none[i]));
        const HistorySummary one = summarizeHistory(series({{3, 1, 2.0}}));
        QVERIFY(isAbsent(one, HistoryFunction::StandardDeviation));
        QVERIFY(isAbsent(one, HistoryFunction::Slope));
        QCOMPARE(of(one, HistoryFunction::Median), 2.0);
        const HistorySummary nans = summarizeHistory(series({{0, 1, NaN}, {1, 2, NaN}}));
        for (size_t i = 0; i < nans.size(); ++i)
            QVERIFY(std::isnan(nans[i]) != (i == size_t(HistoryFunction::Count)) && !NumberTraits::isAbsent(nans[i]));
        const HistorySummary nanFirst = summarizeHistory(series({{0, 1, NaN}, {1, 2, 5.0}}));
        QVERIFY(std::isnan(of(nanFirst, HistoryFunction::First)));
        QCOMPARE(of(nanFirst, HistoryFunction::ArgMax), 1.0);
    }

    void meetsTheEdgesOfNumbers()
    {
        const double huge = std::numeric_limits<double>::max();
        QCOMPARE(of(summarizeHistory(series({{0, 1, huge}, {1, 2, huge / 2}})), HistoryFunction::Median), huge / 4 * 3);
        QCOMPARE(of(summarizeHistory(series({{0, 1, 1.0}, {1, 2, Infinity}})), HistoryFunction::Mean), Infinity);
        QCOMPARE(of(summarizeHistory(series({{0, 1, 5e-324}, {1, 2, 5e-324}})), HistoryFunction::Median), 5e-324);
        const qint64 far = std::numeric_limits<qint64>::max();
        QCOMPARE(of(summarizeHistory(series({{-far, 1, 0.0}, {far, 2, 1.0}})), HistoryFunction::ArgMin), double(-far));
    }

    void findsTheValueAtAStep()
    {
        const MetricSeries points = series({{1, 10, 0.1}, {2, 30, 0.2}, {2, 30, 0.4}, {2, 20, 0.9}, {3, 40, NaN}});
        QCOMPARE(valueAtStep(points, 1), 0.1);
        QCOMPARE(valueAtStep(points, 2), 0.4);
        QVERIFY(std::isnan(valueAtStep(points, 3)) && !NumberTraits::isAbsent(valueAtStep(points, 3)));
        QVERIFY(NumberTraits::isAbsent(valueAtStep(points, 4)));
    }

    void readsOnlyWhatDecides()
    {
        const RunTablePtr runs = table(4);
        const HistoryValues none(runs);
        QCOMPARE(ordered(runs, none, u"min(metrics.loss) < 1"_s).unread, (HistoryNeeds{{u"loss"_s, {}, Rows{0, 1, 2, 3}}}));
        QCOMPARE(ordered(runs, none, u"metrics.loss > 1 AND min(metrics.loss) < 1"_s).unread, (HistoryNeeds{{u"loss"_s, {}, Rows{2, 3}}}));
        const RowOrder certain = ordered(runs, none, u"metrics.loss > 2 OR min(metrics.loss) IS NULL"_s);
        QCOMPARE(certain.rows, Rows{3});
        QCOMPARE(certain.unread, (HistoryNeeds{{u"loss"_s, {}, Rows{0, 1, 2}}}));
        QCOMPARE(ordered(runs, none, u"metrics.loss @ 3 > 1 OR metrics.loss @ 5 > 1"_s).unread, (HistoryNeeds{{u"loss"_s, {3, 5}, Rows{0, 1, 2, 3}}}));
        QCOMPARE(ordered(runs, none, u"min(parent.metrics.loss) < 1"_s).unread, (HistoryNeeds{{u"loss"_s, {}, Rows{0}}}));
        QCOMPARE(ordered(runs, none, u"metrics.loss > 1"_s, u"max(metrics.loss)"_s).unread, (HistoryNeeds{{u"loss"_s, {}, Rows{2, 3}}}));
        QVERIFY(ordered(runs, none, u"min(metrics.nobody) < 1 OR metrics.nobody @ 3 IS NOT NULL"_s).unread.isEmpty());
    }

    void decidesByWhatWasRead()
    {
        const RunTablePtr runs = table(4);
        HistoryValues values(runs);
        for (uint32_t row = 0; row < 4; ++row)
            values.add(row, series({{0, 1, 10.0 - row}, {5, 2, double(row)}}), {5});
        RowOrder order = ordered(runs, values, u"max(metrics.loss) < 9 AND metrics.loss @ 5 < 3"_s);
        QCOMPARE(order.rows, Rows{2});
        QVERIFY(order.unread.isEmpty());
        QCOMPARE(ordered(runs, values, u"argmax(metrics.loss) = 0"_s, u"max(metrics.loss):asc"_s).rows, (Rows{3, 2, 1, 0}));
        QCOMPARE(ordered(runs, values, u"max(parent.metrics.loss) = 10"_s).rows, Rows{1});
        QCOMPARE(ordered(runs, values, u"max(metrics.loss) - min(metrics.loss) BETWEEN 5 AND 7"_s).rows, (Rows{2}));
        QCOMPARE(ordered(runs, values, u"metrics.loss @ 7 IS NULL"_s).unread.first().steps, QList<qint64>{7});
    }

    void comesBackFromBytes()
    {
        const RunTablePtr runs = table(4);
        HistoryValues values(runs);
        for (uint32_t row = 0; row < 3; ++row)
            values.add(row, series({{0, 1, 7.0 + row}, {4, 2, 1.0 * row}}), {4});
        const QByteArray whole = values.toBytes();
        const auto read = HistoryValues::fromBytes(runs, whole);
        QVERIFY(read);
        for (const QString &query : {u"min(metrics.loss) >= 1"_s, u"metrics.loss @ 4 > 1"_s}) {
            QCOMPARE(ordered(runs, *read, query).rows, ordered(runs, values, query).rows);
            QCOMPARE(ordered(runs, *read, query).unread, ordered(runs, values, query).unread);
        }
        QVERIFY(!HistoryValues::fromBytes(table(5), whole)); // of other runs
        QVERIFY(!HistoryValues::fromBytes(nullptr, whole));
        for (qsizetype length = 0; length < whole.size(); ++length)
            QVERIFY(!HistoryValues::fromBytes(runs, whole.left(length)));
        std::mt19937 random(1);
        for (int i = 0; i < 3000; ++i) {
            QByteArray bytes = whole;
            bytes[qsizetype(random() % size_t(bytes.size()))] = char(random());
            if (const auto other = HistoryValues::fromBytes(runs, bytes))
                (void)ordered(runs, *other, u"min(metrics.loss) > 7 AND metrics.loss @ 4 > 1"_s);
        }
    }

    void keepsWhatStillHolds()
    {
        const RunTablePtr before = table(3), after = table(4), running = table(3, RunStatus::Running);
        HistoryValues values(before);
        for (uint32_t row = 0; row < 3; ++row)
            values.add(row, series({{0, 1, 7.0 + row}}), {0});
        const HistoryValues moved = values.movedTo(after);
        QCOMPARE(ordered(after, moved, u"min(metrics.loss) > 7"_s).unread, (HistoryNeeds{{u"loss"_s, {}, Rows{3}}}));
        QCOMPARE(ordered(after, moved, u"min(metrics.loss) > 7"_s).rows, (Rows{1, 2}));
        QCOMPARE(ordered(after, moved, u"metrics.loss @ 0 > 8"_s).rows, (Rows{2}));
        QCOMPARE(ordered(running, values.movedTo(running), u"min(metrics.loss) > 7"_s).unread.first().rows, (Rows{0, 1, 2}));
    }
};

QTEST_APPLESS_MAIN(HistoryValuesTest)
#include "tst_historyvalues.moc"
