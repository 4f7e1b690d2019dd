// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/table/queryexplanation.h"
#include "models/table/runtablebuilder.h"
#include "tests/support/testing.h"

#include <QRandomGenerator>
#include <QTest>

#include <numeric>

using namespace Assay;
using namespace Qt::StringLiterals;

namespace {

// Runs 0 to 99: metrics.n is the number, params.kind "even" or "odd".
RunTablePtr hundredRuns()
{
    RunTableBuilder builder;
    for (int i = 0; i < 100; ++i) {
        Run run;
        run.info.ref = {ExperimentId(u"0"_s), RunId(QString::number(i))};
        run.metrics.insert(u"n"_s, i);
        run.params.insert(u"kind"_s, i % 2 == 0 ? u"even"_s : u"odd"_s);
        builder.add(run);
    }
    return builder.finish();
}

std::vector<uint32_t> firstRows(uint32_t count)
{
    std::vector<uint32_t> rows(count);
    std::iota(rows.begin(), rows.end(), 0u);
    return rows;
}

QueryExplanation explain(const QString &query, uint32_t candidates = 100)
{
    SilentJob job;
    return explainQuery(query, *hundredRuns(), {}, firstRows(candidates), {}, job).value();
}

} // namespace

class QueryExplanationTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void splitsAtAnd_data();
    void splitsAtAnd();
    void leavesOnePartOut();
    void countsWhatEachPartRemoves();
    void namesThePartToGiveUp();
    void refusesWhatIsNoQuery();
    void agreesWithTheWholeQuery();
};

void QueryExplanationTest::splitsAtAnd_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QStringList>("parts");
    const auto row = [](const QString &query, const QStringList &parts) { QTest::addRow("%s", qPrintable(query)) << query << parts; };
    row(u""_s, {});
    row(u"metrics.n > 1"_s, {u"metrics.n > 1"_s});
    row(u"metrics.n > 1 and params.a = 'x AND y' AND depth = 0"_s, {u"metrics.n > 1"_s, u"params.a = 'x AND y'"_s, u"depth = 0"_s});
    row(u"metrics.n BETWEEN 1 AND 5 AND depth = 0"_s, {u"metrics.n BETWEEN 1 AND 5"_s, u"depth = 0"_s});
    row(u"not metrics.n not between 1 and 5 and a"_s, {u"not metrics.n not between 1 and 5"_s, u"a"_s});
    row(u"(metrics.n BETWEEN 1 AND 5 AND a) AND b"_s, {u"(metrics.n BETWEEN 1 AND 5 AND a)"_s, u"b"_s});
    row(u" ( a AND b ) "_s, {u"a"_s, u"b"_s});
    row(u"((a AND b))"_s, {u"a"_s, u"b"_s});
    row(u"(a) AND (b)"_s, {u"(a)"_s, u"(b)"_s});
    row(u"a AND b OR c"_s, {u"a AND b OR c"_s});
    row(u"(a OR b) AND `and` = 'x'"_s, {u"(a OR b)"_s, u"`and` = 'x'"_s});
    row(u"params.`a AND b` = 'x' AND c"_s, {u"params.`a AND b` = 'x'"_s, u"c"_s});
}

void QueryExplanationTest::splitsAtAnd()
{
    QFETCH(QString, query);
    QStringList texts;
    for (const QueryPart &part : splitQuery(query)) {
        QCOMPARE(query.mid(part.offset, part.text.size()), part.text);
        texts.append(part.text);
    }
    QTEST(texts, "parts");
}

void QueryExplanationTest::leavesOnePartOut()
{
    QCOMPARE(withoutPart(splitQuery(u"a AND metrics.n BETWEEN 1 AND 2 AND c"), 1), u"a AND c"_s);
    QCOMPARE(withoutPart(splitQuery(u"(a AND b)"), 0), u"b"_s);
    QCOMPARE(withoutPart(splitQuery(u"a OR b"), 0), QString());
}

void QueryExplanationTest::countsWhatEachPartRemoves()
{
    const QueryExplanation all = explain(u"metrics.n < 10 AND params.kind = 'odd' AND metrics.n >= 9"_s);
    QCOMPARE(all.candidates, 100);
    QCOMPARE(all.found, 1);
    QVERIFY(!all.culprit);
    QCOMPARE(all.parts.size(), size_t(3));
    QCOMPARE(all.parts[0].removes, 90);
    QCOMPARE(all.parts[0].left, 10);
    QCOMPARE(all.parts[1].removes, 50);
    QCOMPARE(all.parts[1].left, 5);
    QCOMPARE(all.parts[2].removes, 9);
    QCOMPARE(all.parts[2].left, 1);
    QCOMPARE(explain(u""_s).found, 100);
    QCOMPARE(explain(u"metrics.n > 50"_s, 20).parts[0].removes, 20); // only of the candidates
}

void QueryExplanationTest::namesThePartToGiveUp()
{
    const QueryExplanation one = explain(u"params.kind = 'odd' AND metrics.n > 1000"_s);
    QCOMPARE(one.found, 0);
    QCOMPARE(one.culprit, std::optional<size_t>(1));
    QVERIFY(one.parts[1].takesLast);
    QCOMPARE(one.parts[1].removes, 100);
    // Each leaves something, together nothing: the last one is in the way of 49 odd ones, the first of 1.
    const QueryExplanation both = explain(u"metrics.n = 2 AND params.kind = 'odd'"_s);
    QCOMPARE(both.culprit, std::optional<size_t>(0));
    QVERIFY(both.parts[1].takesLast);
    // Unknown is not found either.
    QCOMPARE(explain(u"params.none = 'x'"_s).parts[0].removes, 100);
}

void QueryExplanationTest::refusesWhatIsNoQuery()
{
    SilentJob job;
    const auto wrong = explainQuery(u"metrics.n >", *hundredRuns(), {}, firstRows(3), {}, job);
    QVERIFY(!wrong);
    QCOMPARE(wrong.error().code, ErrorCode::InvalidQuery);
    job.cancel();
    const auto canceled = explainQuery(u"metrics.n > 1", *hundredRuns(), {}, firstRows(3), {}, job);
    QVERIFY(!canceled);
    QCOMPARE(canceled.error().code, ErrorCode::Canceled);
}

void QueryExplanationTest::agreesWithTheWholeQuery()
{
    QRandomGenerator random(5);
    const RunTablePtr table = hundredRuns();
    SilentJob job;
    const QStringList pool{u"metrics.n > %1"_s, u"metrics.n <= %1"_s, u"params.kind = 'odd'"_s, u"params.kind != 'odd'"_s, u"metrics.n BETWEEN %1 AND 80"_s,
                           u"(metrics.n = %1 OR params.kind = 'even')"_s, u"NOT metrics.n < %1"_s, u"params.none = '%1'"_s};
    for (int round = 0; round < 500; ++round) {
        QStringList parts;
        for (int i = 0; i <= random.bounded(4); ++i) {
            const QString part = pool[random.bounded(int(pool.size()))];
            parts.append(part.contains(u'%') ? part.arg(random.bounded(100)) : part);
        }
        const QString query = parts.join(random.bounded(2) ? u" AND "_s : u" and\t"_s);
        const auto explanation = explainQuery(query, *table, {}, firstRows(100), {}, job);
        VERIFY_RESULT(explanation);
        const auto truths = evaluateQuery(parseQuery(query).value(), *table, {}, {}, job);
        QCOMPARE(explanation->found, qsizetype(std::count(truths->begin(), truths->end(), Truth::True)));
        QCOMPARE(explanation->parts.size(), size_t(parts.size()));
    }
}

QTEST_GUILESS_MAIN(QueryExplanationTest)
#include "tst_queryexplanation.moc"
