// SPDX-License-Identifier: GPL-3.0-or-later
// What the query language has beyond MLflow's filters, and how it says what it does not understand.
#include "models/table/query.h"
#include "models/table/querypattern.h"
#include "models/table/runtablebuilder.h"
#include "tests/support/testing.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Assay;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 Now = 1'700'000'000'000; // 2023-11-14T22:13:20Z
constexpr qint64 Hour = 3'600'000;

Run run(const QString &id, qint64 startedBeforeHours)
{
    Run one;
    one.info.ref = {ExperimentId(u"1"_s), RunId(id)};
    one.info.name = "name of "_L1 + id;
    one.info.status = RunStatus::Finished;
    one.info.startTime = Now - startedBeforeHours * Hour;
    one.info.endTime = *one.info.startTime + 90'000;
    return one;
}

RunTablePtr sampleTable()
{
    const double nan = std::numeric_limits<double>::quiet_NaN(), inf = std::numeric_limits<double>::infinity();
    Run a = run(u"a"_s, 1), b = run(u"b"_s, 30), c = run(u"c"_s, 24 * 10), d = run(u"d"_s, 24 * 100);
    a.params = {{u"lr"_s, u"0.10"_s}, {u"model"_s, u"XGBoost"_s}};
    a.metrics = {{u"loss"_s, 0.5}, {u"acc"_s, 0.9}};
    a.tags = {{u"team"_s, u"Größe"_s}};
    b.params = {{u"lr"_s, u"1e-3"_s}, {u"model"_s, u"tree"_s}};
    b.metrics = {{u"loss"_s, nan}, {u"acc"_s, 0.0}};
    b.tags = {{u"mlflow.parentRunId"_s, u"a"_s}};
    c.params = {{u"lr"_s, u"5 epochs"_s}};
    c.metrics = {{u"loss"_s, inf}};
    c.tags = {{u"mlflow.parentRunId"_s, u"b"_s}};
    d.info.status = RunStatus::Running;
    d.info.endTime = {};
    d.tags = {{u"mlflow.parentRunId"_s, u"gone"_s}};
    DatasetInput train, test;
    train.dataset = {u"train"_s, u"1"_s, {}, {}, {}, {}};
    test.dataset = {u"test"_s, u"2"_s, {}, {}, {}, {}};
    a.datasets = {train, test};
    RunTableBuilder builder;
    for (const Run &one : {a, b, c, d})
        builder.add(one);
    return builder.finish();
}

} // namespace

class QueryGrammarTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void finds_data();
    void finds();
    void saysWhereAndWhatWasExpected_data();
    void saysWhereAndWhatWasExpected();
    void refusesEndlessNesting_data();
    void refusesEndlessNesting();
    void matchesLikePatterns_data();
    void matchesLikePatterns();
    void stopsWhenCanceled();
    void takesOrRefusesAnyPieces();
};

void QueryGrammarTest::finds_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QString>("ids");
    const auto row = [](const char *query, const char *ids) { QTest::addRow("%s", query) << QString::fromUtf8(query) << QString::fromUtf8(ids); };
    row("", "abcd");
    row("   ", "abcd");
    // logic with three values
    row("NOT params.model = 'tree'", "a");
    row("params.model != 'tree'", "a");
    row("params.model <> 'tree'", "a");
    row("NOT (params.model = 'tree' OR metrics.loss = 0.5)", "");
    row("params.model = 'tree' OR status = 'RUNNING'", "bd");
    row("params.model IS NULL", "cd");
    row("NOT has(params.model)", "cd");
    row("not not has(params.model)", "ab");
    row("params.model = 'tree' or params.model = 'XGBoost' and metrics.acc > 1", "b");
    row("(params.model = 'tree' or params.model = 'XGBoost') and metrics.acc > 0.5", "a");
    // NaN and infinities
    row("metrics.loss = 1", "");
    row("metrics.loss != 1", "abc");
    row("metrics.loss IS NULL", "d");
    row("metrics.loss IS NOT NULL", "abc");
    row("isnan(metrics.loss)", "b");
    row("isinf(metrics.loss) OR isnan(metrics.loss)", "bc");
    row("NOT isnan(metrics.loss)", "ac");
    row("metrics.loss > 1e308", "c");
    row("1 / metrics.acc > 1e308", "b");
    // params with texts and with numbers
    row("params.lr = 0.1", "a");
    row("params.lr = '0.1'", "");
    row("params.lr = '0.10'", "a");
    row("params.lr < 0.05", "b");
    row("NOT params.lr < 0.05", "a");
    row("params.lr < '1'", "a");
    row("params.lr + 0.9 >= 1", "a");
    row("params.lr * 1000 = 1", "b");
    row("num(params.lr) > 0", "ab");
    row("params.lr IN (0.1, '5 epochs')", "ac");
    row("params.lr NOT IN (0.1)", "b");
    row("metrics.acc IN (0, 0.9)", "ab");
    row("metrics.acc BETWEEN 0.5 AND 1 AND status = 'FINISHED'", "a");
    row("metrics.acc NOT BETWEEN 0.5 AND 1", "b");
    row("-metrics.acc < -0.5", "a");
    row("0.5 < metrics.acc", "a");
    row("metrics.acc > metrics.loss", "a");
    row("(metrics.acc + metrics.loss) / 2 > 0.6", "a");
    row("((metrics.acc)) > 0.5", "a");
    row("round(metrics.loss) = 1 AND abs(-metrics.acc) = 0.9 AND sqrt(4) = 2", "a");
    row("last(metrics.acc) = 0.9", "a");
    row("log10(params.lr) < -2", "b");
    row("lower(params.model) = 'xgboost'", "a");
    row("length(tags.team) = 5", "a");
    // times
    row("age < 2h", "a");
    row("age > 7d", "cd");
    row("start_time > -7d", "ab");
    row("start_time >= 2023-11-14", "a");
    row("start_time >= today", "a");
    row("start_time < today - 1d", "cd");
    row("start_time < 2023-11-14T21:13", "bcd");
    row("start_time = 2023-11-14T21:13:20Z", "a");
    row("start_time > 1699990000000", "a");
    row("duration = 90s", "abc");
    row("duration = 90", "abc");
    row("duration = 1.5m", "abc");
    row("end_time - start_time = 90", "abc");
    row("duration > 99d", "d");
    // texts
    row("params.model ~ '(?i)^xg'", "a");
    row("params.model ~ 'o{2}st$'", "a");
    row("params.model !~ 'X'", "b");
    row("params.model NOT LIKE 'X%'", "b");
    row("tags.team ILIKE '%GRÖ%'", "a");
    row("params.model > params.lr", "ab");
    row("run_name = \"name of b\"", "b");
    row("`run name` = 'name of b'", "b");
    row("\"run name\" = 'name of b'", "b");
    // nesting
    row("depth = 0", "a");
    row("depth = 2", "c");
    row("parent.params.model = 'XGBoost'", "b");
    row("parent.parent.params.model = 'XGBoost'", "c");
    row("parent.metrics.acc >= 0 and depth > 0", "bc");
    row("NOT parent.run_id = 'a'", "c");
    // data sets: any of them
    row("datasets.name = 'train'", "a");
    row("datasets.name != 'train'", "a");
    row("datasets.name NOT IN ('train', 'test')", "");
    row("datasets.name = 'train' AND datasets.digest = '2'", "a");
    row("datasets.name IS NULL", "bcd");
    row("datasets.name ~ '^te'", "a");
    // words
    row("a", "abcd");
    row("'OF B'", "b");
    row("NOT 'of b'", "acd");
}

void QueryGrammarTest::finds()
{
    QFETCH(QString, query);
    QFETCH(QString, ids);
    static const RunTablePtr table = sampleTable();
    const auto parsed = parseQuery(query);
    VERIFY_RESULT(parsed);
    SilentJob job;
    const auto truths = evaluateQuery(*parsed, *table, {}, QueryClock{Now, QTimeZone::utc()}, job);
    VERIFY_RESULT(truths);
    QString found;
    for (uint32_t row = 0; row < table->rowCount(); ++row)
        if ((*truths)[row] == Truth::True)
            found += table->ref(row).run.value;
    QCOMPARE(found, ids);
}

void QueryGrammarTest::saysWhereAndWhatWasExpected_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<int>("offset");
    QTest::addColumn<QString>("message");
    const auto row = [](const char *query, int offset, const char *message) {
        QTest::addRow("%s", query) << QString::fromUtf8(query) << offset << QString::fromUtf8(message);
    };
    row("churn-7", 0, "expected a key, found 'churn' at column 1: metrics.…, params.…, tags.…, datasets.name, .digest or .context, or one of "
                     "run_id, run_name, experiment_id, user_id, status, start_time, end_time, artifact_uri, lifecycle_stage, duration, age, depth, store");
    row("metrics.loss >", 14, "expected a value after '>' at column 15");
    row("metrics.loss > ", 14, "expected a value after '>' at column 15");
    row("metrics.loss > AND a = 'b'", 15, "expected a value after '>' at column 16");
    row("params.größe", 12, "expected a comparison such as > or = after 'params.größe' at column 13");
    row("params.`🎯` = ", 13, "expected a value after '=' at column 13");
    row("params.a == '1'", 9, "expected one of = != < <= > >= ~ !~, LIKE, ILIKE, IN, BETWEEN, IS after 'params.a' at column 10");
    row("= 'x'", 0, "expected a key or a value at column 1");
    row("params.a = 'x", 11, "expected a closing ' for the one at column 12");
    row("(params.a = 'x'", 15, "expected ')' after ''x'' at column 16");
    row("params.a = 'x')", 14, "expected AND, OR or the end after ''x'' at column 15");
    row("params.a = 'x' params.b = 'y'", 15, "expected AND, OR or the end after ''x'' at column 16");
    row("params.a IS 5", 12, "expected NULL or NOT NULL after 'IS' at column 13");
    row("run_id IN ()", 11, "expected a value after '(' at column 12");
    row("run_id IN ('a'", 14, "expected ',' or ')' after ''a'' at column 15");
    row("metrics.auc = 'x'", 14, "expected a number, found a text at column 15");
    row("status = 5", 9, "expected a quoted text, found a number at column 10");
    row("metrics.auc LIKE 'x'", 0, "expected a text before LIKE, found a number at column 1");
    row("params.a LIKE 5", 14, "expected a quoted text after 'LIKE' at column 15");
    row("start_time > 7d", 13, "expected a date or a time before now such as -7d at column 14");
    row("start_time > 2023-02-30", 13, "expected a date that exists at column 14");
    row("age > 7days", 6, "expected a number, or a duration such as 90s, 15m, 2h or 7d, at column 7");
    row("metrics.val/loss < 1", 12, "expected a key, found 'loss' at column 13; did you mean metrics.`val/loss`?");
    row("metrics.a > params.b-c", 21, "expected a key, found 'c' at column 22; did you mean params.`b-c`?");
    row("metrics.a @ x > 1", 12, "expected a step, which is a whole number, after '@' at column 13");
    row("metrics.a @ 1.5 > 1", 12, "expected a step, which is a whole number, after '@' at column 13");
    row("metrics.a @", 11, "expected a step, which is a whole number, after '@' at column 12");
    row("params.a @ 3 > 1", 0, "expected a metric at column 1");
    row("min(params.a) > 1", 4, "expected a metric at column 5");
    row("min(metrics.a + 1) > 1", 4, "expected a metric at column 5");
    row("foo(metrics.a) > 1", 0, "expected one of has, isnan, isinf, min, max, first, last, mean, median, std, count, argmin, argmax, slope, "
        "abs, log, log10, exp, sqrt, round, lower, length, num before '(' at column 1");
    row("params.a ~ '('", 11, "expected a regular expression at column 12: missing ): (");
    row("params.a = 'x';", 14, "expected a key, a value or an operator, found ‘;’ at column 15");
    row("datasets.name < 'x'", 0, "expected = != LIKE ILIKE IN or ~ behind the data set's key at column 1");
    row("params.a BETWEEN 1", 18, "expected AND and the upper bound after '1' at column 19");
}

void QueryGrammarTest::saysWhereAndWhatWasExpected()
{
    QFETCH(QString, query);
    QFETCH(int, offset);
    QFETCH(QString, message);
    const QueryParse parsed = checkQuery(query);
    QVERIFY(parsed.mistake);
    QCOMPARE(parsed.mistake->message, message);
    QCOMPARE(parsed.mistake->offset, offset);
    QCOMPARE(parsed.mistake->code, ErrorCode::InvalidQuery);
}

void QueryGrammarTest::refusesEndlessNesting_data()
{
    QTest::addColumn<QString>("query");
    QTest::newRow("brackets") << u"("_s.repeated(100'000);
    QTest::newRow("closed brackets") << u"("_s.repeated(10'000) + u"1"_s + u")"_s.repeated(10'000) + u" = 1"_s;
    QTest::newRow("not") << u"NOT "_s.repeated(100'000) + u"a"_s;
    QTest::newRow("sum") << u"1"_s + u"+1"_s.repeated(100'000) + u" = 1"_s;
    QTest::newRow("minus") << u"-"_s.repeated(100'000) + u"1 = 1"_s;
    QTest::newRow("functions") << u"abs("_s.repeated(10'000) + u"1"_s;
    QTest::newRow("length") << u"a"_s.repeated(2'000'000);
}

void QueryGrammarTest::refusesEndlessNesting()
{
    QFETCH(QString, query);
    QVERIFY(checkQuery(query).mistake);
}

void QueryGrammarTest::matchesLikePatterns_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("pattern");
    QTest::addColumn<bool>("overLines");
    QTest::addColumn<bool>("matches");
    const auto row = [](const char *text, const char *pattern, bool overLines, bool matches) {
        QTest::addRow("%s ~ %s", text, pattern) << QByteArray(text) << QByteArray(pattern) << overLines << matches;
    };
    row("abc", "abc", true, true);
    row("abc", "ab", true, false);
    row("abc", "a%", true, true);
    row("abc", "%c", true, true);
    row("abc", "%b%", true, true);
    row("abab", "%ab", true, true);
    row("abc", "a_c", true, true);
    row("größe", "gr__e", true, true);
    row("größe", "gr___e", true, false);
    row("größe", "gr_ße", true, true);
    row("größe", "_____", true, true);
    row("", "%", true, true);
    row("", "_", true, false);
    row("a\nb", "a%b", true, true);
    row("a\nb", "a%b", false, false);
    row("a\nb", "a_b", false, false);
    row("a\nb", "a\nb", false, true);
    row("x\na\nb", "%\na%b", false, false);
    row("100%", "100\\%", true, false);
    row("100\\x", "100\\%", true, true);
    row("mississippi", "%iss%ip%i", true, true);
}

void QueryGrammarTest::matchesLikePatterns()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, pattern);
    QFETCH(bool, overLines);
    QFETCH(bool, matches);
    QCOMPARE(matchesLike(text.toStdString(), pattern.toStdString(), LikeRules{overLines}), matches);
}

void QueryGrammarTest::stopsWhenCanceled()
{
    SilentJob job;
    job.cancel();
    const auto query = parseQuery(u"params.lr = 'b'"_s);
    VERIFY_RESULT(query);
    const auto canceled = evaluateQuery(*query, *sampleTable(), {}, {}, job);
    QVERIFY(!canceled);
    QCOMPARE(canceled.error().code, ErrorCode::Canceled);
}

// Pieces of the language in any order: a query that decides every row, or a mistake that lies within the text.
void QueryGrammarTest::takesOrRefusesAnyPieces()
{
    const QStringList pieces = u"metrics.loss params.lr tags.team parent.params.lr depth age duration start_time run_id datasets.name "
                               "'tree' \"d\" 1 0.5 1e3 7d - + * / ( ) = != < >= ~ LIKE IN NOT IS NULL BETWEEN AND OR has( isnan( abs( "
                               "lower( num( last( 2023-11-14 today , '%r%' '[a' @ foo ` ' metrics.\"a ü 🎯"_s.split(u' ');
    const RunTablePtr table = sampleTable();
    QRandomGenerator random(11);
    int taken = 0;
    for (int i = 0; i < 20'000; ++i) {
        QString text;
        for (int count = 1 + random.bounded(10); count > 0; --count)
            text += pieces[random.bounded(pieces.size())] + (random.bounded(4) ? u" "_s : QString());
        const QueryParse parsed = checkQuery(text);
        if (parsed.mistake) {
            QVERIFY2(parsed.mistake->offset >= 0 && parsed.mistake->offset <= text.size() && !parsed.mistake->message.isEmpty(), qPrintable(text));
            continue;
        }
        ++taken;
        SilentJob job;
        const auto truths = evaluateQuery(parsed.query, *table, {}, QueryClock{Now, QTimeZone::utc()}, job);
        QVERIFY2(truths && qsizetype(truths->size()) == table->rowCount(), qPrintable(text));
    }
    QVERIFY(taken > 100);
}

QTEST_GUILESS_MAIN(QueryGrammarTest)
#include "tst_querygrammar.moc"
