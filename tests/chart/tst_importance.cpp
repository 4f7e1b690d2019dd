// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/chart/importance.h"
#include "tests/support/testing.h"

#include <cmath>

using namespace Assay;
using namespace Qt::StringLiterals;

namespace {

ChartColumn numbers(const QString &title, std::vector<double> values)
{
    ChartColumn column;
    column.title = title;
    for (double value : values)
        column.states.push_back(std::isnan(value) ? CellState::Absent : CellState::Value);
    column.values = std::move(values);
    return column;
}

// 200 runs: the metric is 3 a + one of three steps of the text b + noise; c says nothing, d is the same everywhere.
ImportanceRequest known()
{
    std::mt19937_64 random(5);
    std::vector<double> a, b, c, d, metric;
    for (int i = 0; i < 200; ++i) {
        a.push_back(drawUnit(random));
        b.push_back(double(drawBelow(random, 3)));
        c.push_back(drawUnit(random));
        d.push_back(1);
        metric.push_back(3 * a.back() + (b.back() == 1 ? 1.5 : 0) + 0.1 * drawUnit(random));
    }
    ImportanceRequest request;
    request.metric = numbers(u"metrics.m"_s, metric);
    request.params = {numbers(u"params.c"_s, c), numbers(u"params.a"_s, a), numbers(u"params.b"_s, b), numbers(u"params.d"_s, d)};
    request.params[2].kind = ChartColumn::Kind::Text;
    request.params[2].texts = {u"x"_s, u"y"_s, u"z"_s};
    return request;
}

} // namespace

class ImportanceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsWhatMatters()
    {
        SilentJob job;
        const auto found = paramImportance(known(), job);
        VERIFY_RESULT(found);
        QCOMPARE(found->params.size(), size_t(3));
        QCOMPARE(found->constant, 1);
        QCOMPARE(found->runs, 200);
        QCOMPARE(found->params[0].column, 1); // a: variance 9/12, shuffled twice that
        QCOMPARE(found->params[1].column, 2);
        QCOMPARE(found->params[2].column, 0);
        QVERIFY2(found->rSquared > 0.9 && found->rSquared <= 1, qPrintable(QString::number(found->rSquared)));
        QVERIFY(found->params[0].mean > 0.6 && found->params[1].mean > 0.3);
        QVERIFY2(std::fabs(found->params[2].mean) < 0.05, "a param of noise");
        for (const Importance::Param &param : found->params)
            QVERIFY(param.deviation > 0 && param.deviation < 0.3);
        QVERIFY(found->params[0].correlation > 0.7);
        QVERIFY(!found->params[1].correlation);
    }

    void sameSeedSameAnswer()
    {
        SilentJob job;
        const auto a = paramImportance(known(), job), b = paramImportance(known(), job);
        ImportanceRequest other = known();
        other.seed = 2;
        const auto c = paramImportance(other, job);
        QVERIFY(a && b && c);
        QCOMPARE(a->params[0].mean, b->params[0].mean);
        QVERIFY(a->params[0].mean != c->params[0].mean);
        QVERIFY(std::fabs(a->params[0].mean - c->params[0].mean) < 3 * (a->params[0].deviation + c->params[0].deviation));
    }

    void noiseIsToldByTheScore()
    {
        ImportanceRequest request = known();
        std::mt19937_64 random(11);
        shuffle(request.metric.values, random);
        SilentJob job;
        const auto found = paramImportance(request, job);
        VERIFY_RESULT(found);
        QVERIFY2(found->rSquared < 0.1, qPrintable(QString::number(found->rSquared)));
    }

    // A value that is missing is one, too: here it alone decides.
    void absenceCounts()
    {
        ImportanceRequest request = known();
        std::vector<double> gaps, metric;
        for (int i = 0; i < 200; ++i) {
            gaps.push_back(i % 4 == 0 ? ChartColumn::None : 1.0);
            metric.push_back(i % 4 == 0 ? 1 : 0);
        }
        request.metric = numbers(u"metrics.m"_s, metric);
        request.params.push_back(numbers(u"params.gaps"_s, gaps));
        SilentJob job;
        const auto found = paramImportance(request, job);
        VERIFY_RESULT(found);
        QCOMPARE(found->params[0].column, 4);
        QVERIFY(found->rSquared > 0.95);
    }

    void saysWhenItCannot()
    {
        SilentJob job;
        ImportanceRequest request = known();
        for (ChartColumn *column : {&request.metric, &request.params[0], &request.params[1], &request.params[2], &request.params[3]}) {
            column->values.resize(9);
            column->states.resize(9);
        }
        QVERIFY(paramImportance(request, job).error().message.contains(u"metrics.m"_s));
        request = known();
        std::fill(request.metric.values.begin(), request.metric.values.end(), 4.0);
        QCOMPARE(paramImportance(request, job).error().code, ErrorCode::InvalidArgument);
        request = known();
        request.params.erase(request.params.begin(), request.params.begin() + 3);
        QCOMPARE(paramImportance(request, job).error().code, ErrorCode::InvalidArgument);
        job.cancel();
        QCOMPARE(paramImportance(known(), job).error().code, ErrorCode::Canceled);
    }

    void hugeValuesAreNumbers()
    {
        ImportanceRequest request = known();
        for (size_t i = 0; i < 200; ++i)
            request.metric.values[i] = (request.params[1].values[i] - 0.5) * std::numeric_limits<double>::max();
        SilentJob job;
        const auto found = paramImportance(request, job);
        VERIFY_RESULT(found);
        QVERIFY(found->rSquared > 0.9);
    }

    void manyParamsAreLimited()
    {
        ImportanceRequest request = known();
        std::mt19937_64 random(9);
        for (int i = 0; i < 100; ++i) {
            std::vector<double> noise;
            for (int run = 0; run < 200; ++run)
                noise.push_back(drawUnit(random));
            request.params.insert(request.params.begin(), numbers(u"params.n"_s, noise));
        }
        request.repeats = 2;
        SilentJob job;
        const auto found = paramImportance(request, job);
        VERIFY_RESULT(found);
        QCOMPARE(qsizetype(found->params.size()), ImportanceRequest::MostParams);
        QCOMPARE(found->beyond, 103 - ImportanceRequest::MostParams);
        QCOMPARE(found->params[0].column, 101);
    }
};

QTEST_GUILESS_MAIN(ImportanceTest)
#include "tst_importance.moc"
