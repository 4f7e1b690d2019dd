// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/cardfacet.h"
#include "models/table/runtablebuilder.h"

#include <QTest>

#include <numeric>

using namespace Assay;
using namespace Qt::StringLiterals;

namespace {

RunTablePtr someTable()
{
    RunTableBuilder builder;
    const QStringList optimizers{u"adam"_s, u"sgd"_s, u"it's"_s};
    for (int i = 0; i < 60; ++i) {
        Run run;
        run.info.ref = {ExperimentId(u"1"_s), RunId(u"run%1"_s.arg(i))};
        if (i % 10 != 9)
            run.params.insert(u"optimizer"_s, optimizers.at(i % 3));
        run.params.insert(u"lr"_s, QString::number(0.001 * (i + 1)));
        run.params.insert(u"layers"_s, QString::number(1 + i % 4));
        run.params.insert(u"same"_s, u"x"_s);
        run.params.insert(u"path"_s, u"/data/%1"_s.arg(i));
        run.tags.insert(u"both\"'"_s, i % 2 ? u"a\"'"_s : u"b"_s);
        builder.add(run);
    }
    return builder.finish();
}

std::vector<uint32_t> allRows(const RunTablePtr &table)
{
    std::vector<uint32_t> rows(size_t(table->rowCount()));
    std::iota(rows.begin(), rows.end(), 0u);
    return rows;
}

} // namespace

class CardFacetTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // Every run is in exactly one part, and each part's query finds as many runs as it says.
    void partsCoverTheRunsOnce_data()
    {
        QTest::addColumn<QString>("param");
        QTest::addColumn<int>("parts");
        QTest::newRow("texts and nothing") << u"optimizer"_s << 4;
        QTest::newRow("few numbers") << u"layers"_s << 4;
        QTest::newRow("one text") << u"same"_s << 1;
        QTest::newRow("many numbers") << u"lr"_s << -1; // ranges
    }
    void partsCoverTheRunsOnce()
    {
        QFETCH(QString, param);
        QFETCH(int, parts);
        const RunTablePtr table = someTable();
        const QList<FacetPart> found = facetParts(*table, allRows(table), {ColumnGroup::Param, param}, 0);
        if (parts >= 0)
            QCOMPARE(found.size(), parts);
        else
            QVERIFY(found.size() >= 2 && found.size() <= MostFacetParts);
        std::vector<int> covered(60);
        for (const FacetPart &part : found) {
            CardRestriction restriction(part.query);
            QVERIFY2(restriction.mistake().isEmpty(), qPrintable(part.query));
            qsizetype runs = 0;
            for (uint32_t row = 0; row < 60; ++row) {
                runs += restriction.fits(table, row);
                covered[row] += restriction.fits(table, row);
            }
            QCOMPARE(runs, part.runs);
        }
        QCOMPARE(covered, std::vector<int>(60, 1));
    }

    void whatCannotBeSplitIsNot()
    {
        const RunTablePtr table = someTable();
        QVERIFY(facetParts(*table, allRows(table), {ColumnGroup::Param, u"path"_s}, 0).isEmpty());   // all differ
        QVERIFY(facetParts(*table, allRows(table), {ColumnGroup::Tag, u"both\"'"_s}, 0).isEmpty());  // no query can say it
        const QList<ColumnKey> keys = facetColumns(*table, allRows(table), 10);
        QVERIFY(keys.contains(ColumnKey{ColumnGroup::Param, u"optimizer"_s}));
        QVERIFY(keys.contains(ColumnKey{ColumnGroup::Param, u"layers"_s}));
        QVERIFY(!keys.contains(ColumnKey{ColumnGroup::Param, u"same"_s}));
        QVERIFY(!keys.contains(ColumnKey{ColumnGroup::Param, u"path"_s}));
        QCOMPARE(facetColumns(*table, allRows(table), 1).size(), 1);
    }

    void cardSaysItsPart()
    {
        CardSpec card = *CardSpec::fromMap({{u"id"_s, u"loss"_s}, {u"type"_s, u"line"_s}, {u"keys"_s, QStringList{u"metrics.loss"_s}}, {u"pinned"_s, true}});
        const FacetPart part{u"adam"_s, u"params.optimizer = 'adam'"_s, 3};
        const CardSpec one = facetCard(card, {ColumnGroup::Param, u"optimizer"_s}, part);
        QCOMPARE(one.title, u"loss · optimizer = adam"_s);
        QCOMPARE(one.keys, card.keys);
        QVERIFY(!one.isPinned);
        // A part of a part.
        const CardSpec two = facetCard(one, {ColumnGroup::Param, u"layers"_s}, {u"2"_s, u"params.layers = 2"_s, 1});
        const RunTablePtr table = someTable();
        CardRestriction restriction(two.options.value(u"only"_s).toString());
        int runs = 0;
        for (uint32_t row = 0; row < 60; ++row) {
            runs += restriction.fits(table, row);
            QCOMPARE(restriction.fits(table, row), row % 3 == 0 && row % 4 == 1 && row % 10 != 9);
        }
        QVERIFY(runs > 0);
    }

    void noQueryFitsNobody()
    {
        CardRestriction restriction(u"params.x ="_s);
        QVERIFY(restriction.mistake().startsWith(u"expected"_s));
        QVERIFY(!restriction.fits(someTable(), 0));
    }
};

QTEST_GUILESS_MAIN(CardFacetTest)
#include "tst_cardfacet.moc"
