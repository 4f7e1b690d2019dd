// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/table/editdistance.h"
#include "models/table/queryhints.h"
#include "models/table/runtablebuilder.h"
#include "tests/support/testing.h"

#include <QTest>

using namespace Assay;
using namespace Qt::StringLiterals;

class QueryHintsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void measuresDistances_data()
    {
        QTest::addColumn<QString>("a");
        QTest::addColumn<QString>("b");
        QTest::addColumn<int>("distance");
        QTest::newRow("same") << u"loss"_s << u"loss"_s << 0;
        QTest::newRow("nothing") << u""_s << u"ab"_s << 2;
        QTest::newRow("replaced") << u"loss"_s << u"lozs"_s << 1;
        QTest::newRow("swapped") << u"loss"_s << u"lsos"_s << 1;
        QTest::newRow("put in") << u"los"_s << u"loss"_s << 1;
        QTest::newRow("several") << u"kitten"_s << u"sitting"_s << 3;
        QTest::newRow("too many") << u"accuracy"_s << u"loss"_s << 5;
    }
    void measuresDistances()
    {
        QFETCH(QString, a);
        QFETCH(QString, b);
        QTEST(int(editDistance(a, b, 4)), "distance");
        QTEST(int(editDistance(b, a, 4)), "distance");
    }

    void findsNearKeys_data()
    {
        QTest::addColumn<QString>("query");
        QTest::addColumn<QString>("hint");
        const auto row = [](const char *query, const char *hint) { QTest::addRow("%s", query) << QString::fromUtf8(query) << QString::fromUtf8(hint); };
        row("params.lr = '1'", "");
        row("params.lr2 = '1'", "No run has params.lr2. Did you mean params.lr?");
        row("metrics.Loss > 1", "No run has metrics.Loss. Did you mean metrics.loss?");
        row("params.loss > 1", "No run has params.loss. Did you mean metrics.loss?");
        row("metrics.auc > 1", "No run has metrics.auc. Did you mean metrics.acc, metrics.`val/auc`?");
        row("tags.zebra IS NULL", "No run has tags.zebra.");
        row("params.`batchsize` = 1", "No run has params.batchsize. Did you mean params.`batch size`?");
        row("NOT (depth = 0 AND abs(metrics.los) + 1 > metrics.loss)", "No run has metrics.los. Did you mean metrics.loss?");
        row("parent.params.lr3 = '1'", "No run has parent.params.lr3. Did you mean parent.params.lr?");
        row("min(metrics.los) > 1", "No run has metrics.los. Did you mean metrics.loss?");
        row("start_time > 1 AND datasets.name = 'a' AND word", "");
    }
    void findsNearKeys()
    {
        QFETCH(QString, query);
        Run run;
        run.info.ref = {ExperimentId(u"0"_s), RunId(u"a"_s)};
        run.params = {{u"lr"_s, u"1"_s}, {u"batch size"_s, u"1"_s}};
        run.metrics = {{u"loss"_s, 1.0}, {u"val/auc"_s, 1.0}, {u"acc"_s, 1.0}};
        RunTableBuilder builder;
        builder.add(run);
        const RunTablePtr table = builder.finish();
        const auto keys = unknownKeys(parseQuery(query).value(), *table);
        QTEST(keys.empty() ? QString() : unknownKeyText(keys.front()), "hint");
        QVERIFY(keys.size() <= 1);
        if (!keys.empty())
            QVERIFY(query.mid(keys[0].offset, keys[0].length).contains(u'.'));
    }

    void suggestsSpellings_data()
    {
        QTest::addColumn<QString>("written");
        QTest::addColumn<QString>("nearest");
        QTest::newRow("entity") << u"metrisc.loss"_s << u"metrics.loss"_s;
        QTest::newRow("upper case") << u"Params.lr"_s << u"params.lr"_s;
        QTest::newRow("nested") << u"parent.tgas.team"_s << u"parent.tags.team"_s;
        QTest::newRow("attribute") << u"start_tme"_s << u"start_time"_s;
        QTest::newRow("attribute with entity") << u"attributes.statsu"_s << u"attributes.status"_s;
        QTest::newRow("data set") << u"datasets.nmae"_s << u"datasets.name"_s;
        QTest::newRow("quoted") << u"param_s.`a b`"_s << u"params.`a b`"_s;
        QTest::newRow("far off") << u"foo.loss"_s << QString();
        QTest::newRow("no name") << u"metrisc."_s << QString();
    }
    void suggestsSpellings()
    {
        QFETCH(QString, written);
        QFETCH(QString, nearest);
        QCOMPARE(nearestKeySpelling(written), nearest);
        const auto mistake = checkQuery(written + " = 'x'"_L1).mistake;
        QVERIFY(mistake);
        if (!nearest.isEmpty())
            QVERIFY2(mistake->message.endsWith("did you mean "_L1 + nearest + u'?'), qPrintable(mistake->message));
    }
};

QTEST_GUILESS_MAIN(QueryHintsTest)
#include "tst_queryhints.moc"
