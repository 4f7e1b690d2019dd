// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/table/seriesexpression.h"
#include "tests/support/testing.h"

#include <QFile>
#include <QTest>

#include <cmath>

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

std::shared_ptr<const MetricSeries> history(const QString &key, std::initializer_list<Point> points)
{
    auto series = std::make_shared<MetricSeries>();
    series->key = key;
    for (const Point &point : points)
        series->add(point.step, point.timestamp, point.value);
    return series;
}

Run someRun()
{
    Run run;
    run.info.ref = {ExperimentId(u"1"_s), RunId(u"a"_s)};
    run.info.status = RunStatus::Finished;
    run.info.startTime = 1000;
    run.info.endTime = 5000;
    run.params = {{u"scale"_s, u"10"_s}, {u"name"_s, u"resnet"_s}};
    run.metrics = {{u"a"_s, 8}, {u"b"_s, 3}};
    return run;
}

Result<MetricSeries> evaluate(const QString &text, const QList<std::shared_ptr<const MetricSeries>> &histories)
{
    const auto expression = parseSeriesExpression(text);
    if (!expression)
        return expression.error();
    QHash<QString, std::shared_ptr<const MetricSeries>> byKey;
    for (const auto &series : histories)
        byKey.insert(series->key, series);
    SilentJob job;
    return evaluateSeries(*expression, someRun(), byKey, {}, job);
}

// "step:value" of every point.
QString pointsText(const Result<MetricSeries> &series)
{
    if (!series)
        return u"! "_s + series.error().message;
    QStringList points;
    for (qsizetype i = 0; i < series->size(); ++i)
        points.append(u"%1:%2"_s.arg(series->steps[size_t(i)]).arg(series->values[size_t(i)]));
    return points.join(u' ');
}

} // namespace

class SeriesExpressionTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void computes_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("points");

        QTest::newRow("metric") << u"metrics.a"_s << u"0:1 1:2 2:4 3:8"_s;
        QTest::newRow("differenceOfTwo") << u"metrics.a - metrics.b"_s << u"1:1 3:5"_s;
        QTest::newRow("orderDoesNotMatter") << u"metrics.b - metrics.a"_s << u"1:-1 3:-5"_s;
        QTest::newRow("withItself") << u"metrics.a / metrics.a"_s << u"0:1 1:1 2:1 3:1"_s;
        QTest::newRow("param") << u"metrics.a * params.scale + 1"_s << u"0:11 1:21 2:41 3:81"_s;
        QTest::newRow("historyFunction") << u"metrics.a / max(metrics.a)"_s << u"0:0.125 1:0.25 2:0.5 3:1"_s;
        QTest::newRow("otherHistory") << u"metrics.a - min(metrics.b)"_s << u"0:0 1:1 2:3 3:7"_s;
        QTest::newRow("atStep") << u"metrics.a - metrics.a @ 1"_s << u"0:-1 1:0 2:2 3:6"_s;
        QTest::newRow("last") << u"last(metrics.b) - metrics.a"_s << u"0:2 1:1 2:-1 3:-5"_s;
        QTest::newRow("duration") << u"metrics.a * duration"_s << u"0:4 1:8 2:16 3:32"_s;
        QTest::newRow("length") << u"metrics.a + length(params.name)"_s << u"0:7 1:8 2:10 3:14"_s;
        QTest::newRow("elementary") << u"log10(100 * metrics.a) - log10(metrics.a)"_s << u"0:2 1:2 2:2 3:2"_s;
        QTest::newRow("negated") << u"-metrics.b"_s << u"1:-1 3:-3"_s;
        QTest::newRow("diff") << u"diff(metrics.a)"_s << u"1:1 2:2 3:4"_s;
        QTest::newRow("diffTwice") << u"diff(diff(metrics.a))"_s << u"2:1 3:2"_s;
        QTest::newRow("cumsum") << u"cumsum(metrics.a)"_s << u"0:1 1:3 2:7 3:15"_s;
        QTest::newRow("cumsumOfDiff") << u"cumsum(diff(metrics.a))"_s << u"1:1 2:3 3:7"_s;
        QTest::newRow("constantInCumsum") << u"metrics.a + cumsum(1)"_s << u"0:2 1:4 2:7 3:12"_s;
        // a_n = 0.5 a_(n-1) + 0.5 x_n over 1 2 4 8: 0.5 1.25 2.625 5.3125; / (1 - 0.5^n): 1 1.6667 3 5.6667
        QTest::newRow("ewm") << u"ewm(metrics.a, 0.5)"_s << u"0:1 1:1.66667 2:3 3:5.66667"_s;
        QTest::newRow("ewmOfNoWeight") << u"ewm(metrics.a, 0)"_s << u"0:1 1:2 2:4 3:8"_s;
        QTest::newRow("noMetric") << u"metrics.c"_s << u"! The run has no metric “c”."_s;
        QTest::newRow("noParam") << u"metrics.a * params.missing"_s << u"! The run has no value of metrics.a * params.missing."_s;
        QTest::newRow("noShared") << u"metrics.a + metrics.far"_s << u"! The metrics share no step: a, far."_s;
        QTest::newRow("threeMetrics") << u"metrics.a + metrics.b + metrics.three"_s << u"3:111"_s;
    }
    void computes()
    {
        QFETCH(QString, text);
        QFETCH(QString, points);
        const auto a = history(u"a"_s, {{0, 10, 1}, {1, 20, 2}, {2, 30, 4}, {3, 40, 8}});
        const auto b = history(u"b"_s, {{1, 15, 1}, {3, 45, 3}});
        const auto far = history(u"far"_s, {{100, 10, 1}});
        const auto three = history(u"three"_s, {{-1, 10, 50}, {3, 10, 100}});
        QCOMPARE(pointsText(evaluate(text, {a, b, far, three})), points);
    }

    void oneMetricKeepsEveryPoint()
    {
        // Two points of step 1 and one that was logged late: none is lost, and they come by step and time.
        const auto a = history(u"a"_s, {{1, 20, 2}, {1, 30, 3}, {0, 40, 1}});
        QCOMPARE(pointsText(evaluate(u"metrics.a + 0"_s, {a})), u"0:1 1:2 1:3"_s);
        QCOMPARE(pointsText(evaluate(u"diff(metrics.a)"_s, {a})), u"1:1 1:1"_s);
    }

    void metricsMeetAtTheLatestOfAStep()
    {
        const auto a = history(u"a"_s, {{1, 20, 2}, {1, 30, 3}, {1, 30, NaN}});
        const auto b = history(u"b"_s, {{1, 50, 10}, {1, 10, 20}});
        const auto sum = evaluate(u"metrics.a + metrics.b"_s, {a, b});
        QCOMPARE(pointsText(sum), u"1:13"_s);
        QCOMPARE(sum->timestamps.front(), 50);
    }

    void nonFiniteStays()
    {
        const auto a = history(u"a"_s, {{0, 1, 1}, {1, 2, NaN}, {2, 3, 3}, {3, 4, Infinity}, {4, 5, 5}});
        QCOMPARE(pointsText(evaluate(u"cumsum(metrics.a)"_s, {a})), u"0:1 1:nan 2:4 3:inf 4:inf"_s);
        QCOMPARE(pointsText(evaluate(u"ewm(metrics.a, 0.5)"_s, {a})), u"0:1 1:nan 2:2.33333 3:inf 4:3.85714"_s);
        QCOMPARE(pointsText(evaluate(u"diff(metrics.a)"_s, {a})), u"1:nan 2:nan 3:inf 4:-inf"_s);
        QCOMPARE(pointsText(evaluate(u"log10(metrics.a - 1)"_s, {a})), u"0:-inf 1:nan 2:0.30103 3:inf 4:0.60206"_s);
    }

    void saysWhatIsWrong_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("message");

        QTest::newRow("nothing") << u""_s << u"expected a key or a value at column 1"_s;
        QTest::newRow("noMetric") << u"params.scale * 2"_s
                                  << u"expected a metric whose points are drawn, such as metrics.loss, at column 1"_s;
        QTest::newRow("onlyLast") << u"last(metrics.a)"_s
                                  << u"expected a metric whose points are drawn, such as metrics.loss, at column 1"_s;
        QTest::newRow("text") << u"'a' + metrics.a"_s << u"expected a number, found a text at column 1"_s;
        QTest::newRow("noWeight") << u"ewm(metrics.a)"_s
                                  << u"expected ', ' and a weight from 0 to less than 1 after 'metrics.a' at column 14"_s;
        QTest::newRow("weightOfOne") << u"ewm(metrics.a, 1)"_s
                                     << u"expected ', ' and a weight from 0 to less than 1 after ',' at column 16"_s;
        QTest::newRow("parent") << u"metrics.a - parent.metrics.a"_s
                                << u"expected a key of the run itself, without parent., at column 13"_s;
        QTest::newRow("rest") << u"metrics.a metrics.b"_s << u"expected an operator or the end after 'metrics.a' at column 11"_s;
    }
    void saysWhatIsWrong()
    {
        QFETCH(QString, text);
        QFETCH(QString, message);
        const auto expression = parseSeriesExpression(text);
        QVERIFY(!expression);
        QCOMPARE(expression.error().message, message);
    }

    void queriesDoNotKnowThem()
    {
        QVERIFY(!parseQuery(u"diff(metrics.a) > 1"));
        QVERIFY(!parseQuery(u"ewm(metrics.a, 0.5) > 1"));
        QVERIFY(!parseQueryExpression(u"cumsum(metrics.a)"));
        QVERIFY(parseQuery(u"last(metrics.a) > 1"));
    }

    void examplesOfTheManual()
    {
        QFile manual(QStringLiteral(ASSAY_MANUAL_CHARTS));
        QVERIFY(manual.open(QFile::ReadOnly));
        const QString page = QString::fromUtf8(manual.readAll());
        const QString block = page.section(u"```expression\n"_s, 1).section(u"```"_s, 0, 0);
        const QStringList examples = block.split(u'\n', Qt::SkipEmptyParts);
        QCOMPARE(examples.size(), 9);
        for (const QString &example : examples)
            QVERIFY2(parseSeriesExpression(example), qPrintable(example));
    }

    void tellsWhatItNeeds()
    {
        const auto expression = parseSeriesExpression(u"metrics.a - max(metrics.b) + last(metrics.c) * metrics.`d e`");
        QVERIFY(expression);
        QCOMPARE(expression->drawn, QStringList({u"a"_s, u"d e"_s}));
        QCOMPARE(expression->metrics, QStringList({u"a"_s, u"b"_s, u"d e"_s}));
        QVERIFY(!expression->isPlain());
        QVERIFY(parseSeriesExpression(u"metrics.`val/loss`")->isPlain());
    }
};

QTEST_GUILESS_MAIN(SeriesExpressionTest)
#include "tst_seriesexpression.moc"
