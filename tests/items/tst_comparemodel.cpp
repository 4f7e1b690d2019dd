// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/comparemodel.h"
#include "models/items/comparetext.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace Assay;
using namespace Qt::StringLiterals;

namespace {

Run makeRun(int number, TextMap params, QMap<QString, double> metrics = {})
{
    Run run;
    run.info.ref = {ExperimentId(u"1"_s), RunId(u"id%1"_s.arg(number))};
    run.info.name = u"run %1"_s.arg(number);
    run.params = std::move(params);
    run.metrics = std::move(metrics);
    return run;
}

ComparisonPtr compare(const QList<Run> &runs, const CompareFilter &filter = {}, const SectionNotes &notes = {})
{
    auto comparison = std::make_shared<Comparison>();
    for (const Run &run : runs) {
        comparison->runs.append(run.info);
        comparison->colorIndexes.append(0);
    }
    comparison->diff = std::make_shared<const RunDiff>(RunDiff::ofRuns(runs, 0));
    comparison->filter = filter;
    comparison->notes = notes;
    comparison->tree = makeCompareTree(*comparison->diff, filter, notes, SilentJob());
    return comparison;
}

// The lines of column 0, each indented by its depth; folds with a mark and how many keys differ.
QStringList printed(const CompareModel &model)
{
    QStringList lines;
    for (int row = 0; row < model.rowCount(); ++row) {
        const QModelIndex index = model.index(row, 0);
        const QVariant folded = index.data(CompareModel::FoldedRole);
        const QString mark = !folded.isValid() ? QString() : folded.toBool() ? u"> "_s : u"v "_s;
        const QString count = index.data(CompareModel::CountTextRole).toString();
        lines.append(QString(2 * index.data(CompareModel::DepthRole).toInt(), u' ') + mark + index.data().toString()
                     + (count.isEmpty() ? QString() : u" | "_s + count));
    }
    return lines;
}

// Without the attributes, which differ in run id and name anyway.
QStringList printedParams(const CompareModel &model)
{
    QStringList lines = printed(model);
    const auto end = std::find_if(lines.begin(), lines.end(), [](const QString &line) { return line.startsWith(u"v Attributes"_s); });
    return QStringList(lines.begin(), end);
}

} // namespace

class CompareModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void standsAsATreeOfKeys()
    {
        const TextMap a{{u"lr"_s, u"1"_s}, {u"model.layers.0.units"_s, u"8"_s}, {u"model.layers.0.act"_s, u"relu"_s}, {u"model.layers.1.units"_s, u"8"_s},
                        {u"model.name"_s, u"m"_s}, {u"seed"_s, u"1"_s}, {u"data/train"_s, u"a"_s}, {u"data/test"_s, u"b"_s}, {u"z.alone.deep"_s, u"1"_s}};
        TextMap b = a;
        b[u"model.layers.0.units"_s] = u"16"_s;
        b[u"seed"_s] = u"2"_s;
        CompareModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        model.setComparison(compare({makeRun(0, a), makeRun(1, b)}));
        QCOMPARE(printedParams(model), (QStringList{u"v Params | 2 differ"_s, u"  model.layers.0.units"_s, u"  seed"_s}));
        model.setComparison(compare({makeRun(0, a), makeRun(1, b)}, {false, {}}));
        QCOMPARE(printedParams(model), (QStringList{u"v Params | 2 differ"_s, u"  v model. | 1 differ"_s, u"    v layers. | 1 differ"_s, u"      v 0. | 1 differ"_s,
                                                    u"        units"_s, u"        act"_s, u"      1.units"_s, u"    name"_s, u"  seed"_s,
                                                    u"  v data/ | 2 the same"_s, u"    test"_s, u"    train"_s, u"  lr"_s, u"  z.alone.deep"_s}));
    }

    void foldsAndUnfolds()
    {
        TextMap a, b;
        for (int i = 0; i < 60; ++i)
            a.insert(u"big.%1"_s.arg(i, 2, 10, QLatin1Char('0')), u"1"_s);
        a.insert(u"small.a"_s, u"1"_s);
        a.insert(u"small.b"_s, u"1"_s);
        CompareModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        model.setComparison(compare({makeRun(0, a), makeRun(1, b)}));
        QCOMPARE(printedParams(model), (QStringList{u"v Params | 62 differ"_s, u"  > big. | 60 differ"_s, u"  v small. | 2 differ"_s, u"    a"_s, u"    b"_s}));
        model.setFolded(1, false);
        QCOMPARE(printedParams(model).size(), 65);
        QCOMPARE(model.parentRow(5), 1);
        model.setFolded(0, true);
        QCOMPARE(printedParams(model), QStringList{u"> Params | 62 differ"_s});
        model.setComparison(compare({makeRun(0, a), makeRun(1, b)}));
        QCOMPARE(printedParams(model).size(), 1);
        model.setFolded(0, false);
        QCOMPARE(printedParams(model).size(), 65);
        model.setComparison(compare({makeRun(0, a), makeRun(1, b)}, {true, u"small"_s}));
        QCOMPARE(printedParams(model), (QStringList{u"v Params | 2 differ"_s, u"  v small. | 2 differ"_s, u"    a"_s, u"    b"_s}));
    }

    void findsKeysAndValuesInAnyCase()
    {
        const ComparisonPtr found = compare({makeRun(0, {{u"opt"_s, u"Adam"_s}, {u"x"_s, u"1"_s}}), makeRun(1, {{u"opt"_s, u"sgd"_s}, {u"x"_s, u"2"_s}})}, {true, u"aDAM"_s});
        QCOMPARE(found->tree.nodes.size(), size_t(2));
        QCOMPARE(found->tree.nodes[1].label, u"opt"_s);
        QVERIFY(compare({makeRun(0, {}), makeRun(1, {})}, {true, u"nowhere"_s})->tree.nodes.empty());
    }

    void marksValues()
    {
        CompareModel model;
        model.setComparison(compare({makeRun(0, {{u"p"_s, u"a"_s}}, {{u"loss"_s, 2}, {u"x"_s, 1}}), makeRun(1, {}, {{u"loss"_s, 1}, {u"x"_s, 1.5}})}));
        const int p = 1, loss = 3, x = 4;
        QCOMPARE(printed(model).mid(0, 5), (QStringList{u"v Params | 1 differ"_s, u"  p"_s, u"v Metrics | 2 differ"_s, u"  loss"_s, u"  x"_s}));
        QVERIFY(model.index(p, 2).data(CompareModel::AbsentRole).toBool());
        QVERIFY(!model.index(p, 2).data(CompareModel::SameRole).toBool());
        QVERIFY(model.index(loss, 2).data(CompareModel::BestRole).toBool());
        QVERIFY(!model.index(loss, 1).data(CompareModel::BestRole).toBool());
        QCOMPARE(model.index(loss, 1).data(CompareModel::ExtremeRole).toInt(), 1);
        QCOMPARE(model.index(loss, 2).data(CompareModel::DeltaTextRole).toString(), u"−1 (−50 %)"_s);
        QCOMPARE(model.index(x, 2).data(CompareModel::DeltaTextRole).toString(), u"+0.5 (+50 %)"_s);
        QVERIFY(!model.index(x, 2).data(CompareModel::BestRole).toBool());
        QVERIFY(model.headerData(1, Qt::Horizontal, CompareModel::BaselineRole).toBool());
    }

    void copiesRowsAsTheyWereLogged()
    {
        CompareModel model;
        model.setComparison(compare({makeRun(0, {{u"a|b"_s, u"x\ny"_s}}, {{u"m"_s, 0.1}}), makeRun(1, {}, {{u"m"_s, 0.25}})}));
        QCOMPARE(textTable(model.textTable({0, 1, 2, 3}), TextFormat::Tsv),
                 u"section\tkey\trun 0\trun 1\nparams\ta|b\t\"x\ny\"\t\nmetrics\tm\t0.1\t0.25\n"_s);
    }

    void survivesHostileKeys()
    {
        TextMap a;
        a.insert(QString(5000, u'.'), QString(5000, u'v'));
        a.insert(QString(5000, u'.') + u'a', u"1"_s);
        QString deep;
        for (int i = 0; i < 2000; ++i)
            deep += u"a."_s;
        a.insert(deep + u"x"_s, u"1"_s);
        a.insert(deep + u"y"_s, u"1"_s);
        a.insert(u"a"_s, u"1"_s);
        a.insert(u"a."_s, u"1"_s);
        a.insert(QString(), u"1"_s);
        QString nested;
        for (int i = 0; i < 50; ++i) {
            a.insert(nested + u"leaf"_s, u"1"_s);
            nested += u"n/"_s;
        }
        CompareModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        model.setComparison(compare({makeRun(0, a), makeRun(1, {})}));
        uint32_t keys = 0;
        for (const CompareNode &node : model.comparison()->tree.nodes)
            keys += node.kind == CompareNode::Kind::Key && node.section == DiffSection::Params ? 1 : 0;
        QCOMPARE(keys, uint32_t(a.size()));
        QCOMPARE(model.comparison()->tree.nodes.front().keys, uint32_t(a.size()));
    }

    void saysWhyASectionIsNotThere()
    {
        CompareModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        model.setComparison(compare({makeRun(0, {}), makeRun(1, {})}, {}, {{DiffSection::Environment, {u"The files are gone."_s}}}));
        QVERIFY(printed(model).contains(u"v Environment"_s));
        QVERIFY(printed(model).contains(u"  The files are gone."_s));
    }

    void ordersVersions_data()
    {
        QTest::addColumn<QString>("a");
        QTest::addColumn<QString>("b");
        QTest::addColumn<int>("order");
        QTest::newRow("numbers, not texts") << u"1.9"_s << u"1.10"_s << -1;
        QTest::newRow("pins") << u"==2.0"_s << u"1.26.4"_s << 1;
        QTest::newRow("padded") << u"1.0"_s << u"1"_s << 0;
        QTest::newRow("candidate") << u"2.0rc1"_s << u"2.0"_s << -1;
        QTest::newRow("post") << u"1.0post1"_s << u"1.0"_s << 1;
        QTest::newRow("local") << u"2.1.0+cu118"_s << u"2.1.0"_s << 0;
        QTest::newRow("newer and local") << u"2.1.0+cu118"_s << u"2.0.9+cu121"_s << 1;
        QTest::newRow("range") << u">=1.0"_s << u"2.0"_s << 0;
        QTest::newRow("words") << u"main"_s << u"1.0"_s << 0;
        QTest::newRow("huge") << u"99999999999999999999.1"_s << u"1.0"_s << 0;
    }

    void ordersVersions()
    {
        QFETCH(QString, a);
        QFETCH(QString, b);
        QTEST(compareVersions(a, b), "order");
        QCOMPARE(compareVersions(b, a), -compareVersions(a, b));
    }
};

QTEST_GUILESS_MAIN(CompareModelTest)
#include "tst_comparemodel.moc"
