// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/table/quickfilter.h"
#include "models/table/runtablebuilder.h"
#include "tests/support/testing.h"

#include <QDateTime>
#include <QTest>

using namespace Assay;
using namespace Qt::StringLiterals;

class QuickFilterTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsQueriesFromTexts_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("kind"); // "query", "mistake", or the text that is looked for
        const auto row = [](const char *text, const char *kind) { QTest::addRow("%s", text) << QString::fromUtf8(text) << QString::fromUtf8(kind); };
        row("", "");
        row("  ", "");
        row("churn", "churn");
        row("churn-grid-6", "churn-grid-6");
        row("churn grid", "churn grid");
        row(" it's ", "it's");
        row("'a b'", "a b");
        row("s3://bucket/x", "s3://bucket/x");
        row("8080", "8080");
        row("v1.2", "v1.2");
        row("like", "like");
        row("in", "in");
        row("metrics.loss < 1", "query");
        row("a and b", "query");
        row("NOT a", "query");
        row("has(params.lr)", "query");
        row("metrics.loss", "mistake");
        row("metrics.loss <", "mistake");
        row("params.lr is", "mistake");
        row("params.lr like", "mistake");
        row("x = 1", "mistake");
    }
    void tellsQueriesFromTexts()
    {
        QFETCH(QString, text);
        QFETCH(QString, kind);
        const QuickFilter filter = parseQuickFilter(text);
        QCOMPARE(filter.mistake ? u"mistake"_s : !filter.query.isEmpty() ? u"query"_s : filter.search, kind);
    }

    // A cell's condition finds the cell's run, its exclusion does not, and both are queries.
    void cellsBecomeConditions_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("condition");
        QTest::newRow("text") << u"params.model"_s << u"params.model = \"it's\""_s;
        QTest::newRow("both quotes") << u"params.both"_s << QString();
        QTest::newRow("key") << u"params.`a b`"_s << u"params.`a b` = '1'"_s;
        QTest::newRow("number") << u"metrics.loss"_s << u"metrics.loss = 0.1"_s;
        QTest::newRow("nan") << u"metrics.nan"_s << u"isnan(metrics.nan)"_s;
        QTest::newRow("inf") << u"metrics.inf"_s << u"metrics.inf > 1.7976931348623157e308"_s;
        QTest::newRow("absent") << u"metrics.gone"_s << u"metrics.gone IS NULL"_s;
        QTest::newRow("status") << u"status"_s << u"status = 'FINISHED'"_s;
        QTest::newRow("age") << u"age"_s << u"start_time = 1700000000123"_s;
        QTest::newRow("duration") << u"duration"_s << u"duration = 0.877"_s;
    }
    void cellsBecomeConditions()
    {
        QFETCH(QString, key);
        QFETCH(QString, condition);
        Run run;
        run.info.ref = {ExperimentId(u"1"_s), RunId(u"r"_s)};
        run.info.status = RunStatus::Finished;
        run.info.startTime = 1'700'000'000'123;
        run.info.endTime = 1'700'000'001'000;
        run.params = {{u"model"_s, u"it's"_s}, {u"both"_s, u"'\""_s}, {u"a b"_s, u"1"_s}};
        run.metrics = {{u"loss"_s, 0.1}, {u"nan"_s, std::numeric_limits<double>::quiet_NaN()}, {u"inf"_s, std::numeric_limits<double>::infinity()}};
        RunTableBuilder builder;
        builder.add(run);
        const RunTablePtr table = builder.finish();
        const ColumnKey column = parseQueryKey(key).value().column;
        const auto only = cellCondition(*table, 0, column, CellFilter::Only);
        QCOMPARE(only.value_or(QString()), condition);
        if (!only)
            return;
        for (CellFilter filter : {CellFilter::Only, CellFilter::Exclude}) {
            const auto query = parseQuery(*cellCondition(*table, 0, column, filter));
            VERIFY_RESULT(query);
            SilentJob job;
            QCOMPARE(evaluateQuery(*query, *table, {}, {}, job)->front() == Truth::True, filter == CellFilter::Only);
        }
    }

    void rangesAreWritten()
    {
        const ColumnKey loss{ColumnGroup::Metric, u"loss"_s}, start{ColumnGroup::Attribute, Attribute::StartTime};
        const QTimeZone berlin("Europe/Berlin");
        QCOMPARE(rangeCondition(loss, {-0.5, 0.3, true}, CellFilter::Only), u"metrics.loss BETWEEN -0.5 AND 0.3"_s);
        QCOMPARE(rangeCondition(loss, {-0.5, 0.3, true}, CellFilter::Exclude), u"metrics.loss NOT BETWEEN -0.5 AND 0.3"_s);
        QCOMPARE(rangeCondition(loss, {1e-7, 1e20, false}, CellFilter::Only), u"metrics.loss >= 1e-07 AND metrics.loss < 1e+20"_s);
        QCOMPARE(rangeCondition(loss, {0, 1, false}, CellFilter::Exclude), u"NOT (metrics.loss >= 0 AND metrics.loss < 1)"_s);
        const auto ms = [&](QDate date, QTime time) { return double(QDateTime(date, time, berlin).toMSecsSinceEpoch()); };
        const FilterRange days{ms({2026, 1, 31}, {0, 0}), ms({2026, 2, 1}, {10, 30}), false};
        QCOMPARE(timeRangeCondition(start, days, berlin, CellFilter::Only), u"start_time >= 2026-01-31 AND start_time < 2026-02-01T10:30:00"_s);
        QCOMPARE(timeRangeCondition(start, {1, 2, true}, berlin, CellFilter::Only), u"start_time BETWEEN 1 AND 2"_s);
        // 2:30 exists twice that night. Which of them the text means depends on Qt's release; the other is a number.
        const bool isFirst = ms({2026, 10, 25}, {2, 30}) == 1'792'888'200'000;
        QCOMPARE(timeRangeCondition(start, {1'792'888'200'000, 1'792'891'800'000, false}, berlin, CellFilter::Only),
                 isFirst ? u"start_time >= 2026-10-25T02:30:00 AND start_time < 1792891800000"_s
                         : u"start_time >= 1792888200000 AND start_time < 2026-10-25T02:30:00"_s);
        for (CellFilter filter : {CellFilter::Only, CellFilter::Exclude}) {
            VERIFY_RESULT(parseQuery(timeRangeCondition(start, days, berlin, filter)));
            VERIFY_RESULT(parseQuery(rangeCondition(loss, {-1e300, -1e-300, filter == CellFilter::Only}, filter)));
            for (bool isPositive : {false, true})
                VERIFY_RESULT(parseQuery(infiniteCondition(loss, isPositive, filter)));
        }
    }

    void filtersAreJoined()
    {
        QCOMPARE(joinFilters({}, u"params.a = '1'"_s), u"params.a = '1'"_s);
        QCOMPARE(joinFilters(u"churn"_s, u"params.a = '1'"_s), u"params.a = '1'"_s);
        QCOMPARE(joinFilters(u" metrics.x > 1 "_s, u"params.a = '1'"_s), u"metrics.x > 1 AND params.a = '1'"_s);
        QCOMPARE(joinFilters(u"metrics.x > 1 or depth = 0"_s, u"params.a = '1'"_s), u"(metrics.x > 1 or depth = 0) AND params.a = '1'"_s);
    }
};

QTEST_GUILESS_MAIN(QuickFilterTest)
#include "tst_quickfilter.moc"
