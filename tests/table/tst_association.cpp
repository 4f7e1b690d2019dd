// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/ranks.h"
#include "models/table/association.h"
#include "models/table/runtablebuilder.h"

#include <QTest>

#include <cmath>
#include <numeric>

using namespace Assay;
using namespace Qt::StringLiterals;

namespace {

struct Row {
    std::optional<double> metric;
    QMap<QString, QString> params;
};

RunTablePtr tableOf(const QList<Row> &rows)
{
    RunTableBuilder builder;
    for (qsizetype i = 0; i < rows.size(); ++i) {
        Run run;
        run.info.ref = {ExperimentId(u"1"_s), RunId(u"r%1"_s.arg(i))};
        run.params = rows[i].params;
        if (rows[i].metric)
            run.metrics = {{u"m"_s, *rows[i].metric}};
        builder.add(run);
    }
    return builder.finish();
}

Association associationOf(const QList<Row> &rows, const AssociationSplit &split = {})
{
    std::vector<uint32_t> all(size_t(rows.size()));
    std::iota(all.begin(), all.end(), 0u);
    return associate(*tableOf(rows), all, {ColumnGroup::Metric, u"m"_s}, split, SilentJob());
}

const ParamAssociation *find(const Association &association, const QString &param)
{
    for (const ParamAssociation &found : association.params)
        if (found.param == param)
            return &found;
    return nullptr;
}

} // namespace

class AssociationTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tiesShareTheirMeanRank()
    {
        QCOMPARE(meanRanks(std::vector<double>{3, 1, 3, 2}), (std::vector<double>{3.5, 1, 3.5, 2}));
        QCOMPARE(meanRanks(std::vector<double>{qInf(), -qInf(), 0}), (std::vector<double>{3, 1, 2}));
        QVERIFY(meanRanks({}).empty());
    }

    // The worked example of Spearman's rho in Wikipedia: −29/165.
    void findsSpearmansRho()
    {
        const double iq[] = {106, 100, 86, 101, 99, 103, 97, 113, 112, 110}, hours[] = {7, 27, 2, 50, 28, 29, 20, 12, 6, 17};
        QList<Row> rows;
        for (int i = 0; i < 10; ++i)
            rows.append({iq[i], {{u"hours"_s, QString::number(hours[i])}}});
        const Association association = associationOf(rows);
        const ParamAssociation *found = find(association, u"hours"_s);
        QVERIFY(found && found->isNumeric);
        QVERIFY(std::abs(found->rho + 29.0 / 165) < 1e-12);
        QVERIFY(std::abs(found->share - 29.0 * 29 / 165 / 165) < 1e-12);
        QCOMPARE(found->strength, 0.0); // 1 − (1 − 0.0309)·9/8 is below 0
    }

    // The worked example of the correlation ratio in Wikipedia, on ranks; the numbers were computed beside it in Python.
    // (n − 1)·eta² is the H of Kruskal and Wallis: 9.0574.
    void findsTheCorrelationRatioOfTexts()
    {
        const QMap<QString, QList<double>> scores{{u"algebra"_s, {45, 70, 29, 15, 21}}, {u"geometry"_s, {40, 20, 30, 42}}, {u"statistics"_s, {65, 95, 80, 70, 85, 73}}};
        QList<Row> rows;
        for (auto it = scores.begin(); it != scores.end(); ++it)
            for (double score : it.value())
                rows.append({score, {{u"subject"_s, it.key()}}});
        const Association association = associationOf(rows);
        const ParamAssociation *found = find(association, u"subject"_s);
        QVERIFY(found && !found->isNumeric);
        QVERIFY(std::abs(found->share - 0.6469588550983899) < 1e-12);
        QVERIFY(std::abs(found->strength - 0.5881186642814549) < 1e-12);
        QVERIFY(std::abs(14 * found->share - 9.057423971377458) < 1e-9);
    }

    void ranksWhatGoesWithTheMetricFirst()
    {
        QList<Row> rows;
        for (int i = 0; i < 40; ++i)
            rows.append({double(i) * i, {{u"grows"_s, QString::number(i)}, {u"falls"_s, u"1e%1"_s.arg(-i)}, {u"noise"_s, QString::number((i * 17) % 41)},
                                         {u"id"_s, u"run-%1"_s.arg(i)}, {u"same"_s, u"x"_s}}});
        const Association association = associationOf(rows);
        QCOMPARE(find(association, u"grows"_s)->strength, 1.0);
        QCOMPARE(find(association, u"falls"_s)->rho, -1.0);
        QVERIFY(find(association, u"noise"_s)->strength < 0.2);
        QVERIFY2(find(association, u"id"_s)->strength == 0, "a text of its own in each run explains nothing");
        QVERIFY(!find(association, u"same"_s));
        QCOMPARE(association.constant, 1);
        QCOMPARE(association.params.front().param, u"falls"_s); // as strong as "grows", before it by key
    }

    void saysWhatWasLeftOut()
    {
        QList<Row> rows;
        for (int i = 0; i < 10; ++i)
            rows.append({double(i), {{u"p"_s, QString::number(i)}}});
        rows.append({qQNaN(), {{u"p"_s, u"99"_s}}});
        rows.append({std::nullopt, {{u"p"_s, u"99"_s}}});
        rows.append(Row{5.0, {}});
        rows.append({qInf(), {{u"p"_s, u"100"_s}}});
        const Association association = associationOf(rows);
        QCOMPARE(association.n, 12);
        QCOMPARE(association.withoutMetric, 2);
        const ParamAssociation *p = find(association, u"p"_s);
        QCOMPARE(p->n, 11);
        QCOMPARE(p->missing, 1);
        QCOMPARE(p->rho, 1.0);
    }

    void takesAParamWithAWordInItForTexts()
    {
        QList<Row> rows;
        for (int i = 0; i < 8; ++i)
            rows.append({double(i / 4), {{u"p"_s, i < 4 ? u"auto"_s : u"1"_s}, {u"nan"_s, i < 4 ? u"nan"_s : u"1"_s}}});
        QVERIFY(!find(associationOf(rows), u"p"_s)->isNumeric);
        QCOMPARE(find(associationOf(rows), u"p"_s)->share, 1.0);
        QVERIFY(!find(associationOf(rows), u"nan"_s)->isNumeric);
    }

    void partsTheRunsInTwo()
    {
        QList<Row> rows;
        for (int i = 0; i < 10; ++i)
            rows.append({double(i), {{u"p"_s, QString::number(i * 10)}, {u"w"_s, i % 2 ? u"odd"_s : u"even"_s}}});
        const Association median = associationOf(rows);
        QCOMPARE(median.firstCount, 5);
        QCOMPARE(find(median, u"p"_s)->first.median, std::optional(70.0));
        QCOMPARE(find(median, u"p"_s)->second.greatest, std::optional(40.0));
        QCOMPARE(find(median, u"w"_s)->first.common, u"odd"_s);
        QCOMPARE(find(median, u"w"_s)->first.commonCount, 3);
        const Association best = associationOf(rows, {AssociationSplit::Kind::Best, 3});
        QCOMPARE(best.firstCount, 3);
        QCOMPARE(find(best, u"p"_s)->first.least, std::optional(70.0));
        const Association given = associationOf(rows, {AssociationSplit::Kind::Given, 0, {9, 0}});
        QCOMPARE(given.firstCount, 2);
        QCOMPARE(find(given, u"p"_s)->first.median, std::optional(45.0));
    }

    void hasNothingToSayOfNothing()
    {
        QCOMPARE(associationOf({}).n, 0);
        QVERIFY(associationOf({{1.0, {}}, {2.0, {}}}).params.empty());
        QList<Row> constant;
        for (int i = 0; i < 9; ++i)
            constant.append({1.0, {{u"p"_s, QString::number(i)}}});
        QCOMPARE(find(associationOf(constant), u"p"_s)->strength, 0.0);
    }
};

QTEST_APPLESS_MAIN(AssociationTest)
#include "tst_association.moc"
