// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/cardspec.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Assay;
using namespace Qt::StringLiterals;

class CardSpecTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyTypeReadsBack();
    void whatIsUnknownStays();
    void nonsenseIsNone();
    void sizesHaveBounds();
    void titles();
    void keysAreColumnsOrNot();
};

namespace {

// As a file would have it.
QVariantMap throughJson(const QVariantMap &map)
{
    return QJsonDocument::fromJson(QJsonDocument(QJsonObject::fromVariantMap(map)).toJson()).object().toVariantMap();
}

} // namespace

void CardSpecTest::everyTypeReadsBack()
{
    QSet<QString> names;
    for (int i = 0; i < CardTypeCount; ++i) {
        CardSpec spec;
        spec.id = u"c%1"_s.arg(i);
        spec.type = CardType(i);
        spec.title = u"Größe"_s;
        spec.keys = {u"metrics.loss"_s, u"params.`a b`"_s};
        spec.options = {{u"x"_s, u"params.lr"_s}, {u"log"_s, true}};
        spec.span = {2, 3};
        spec.isPinned = i % 2 == 0;
        QCOMPARE(CardSpec::fromMap(throughJson(spec.toMap())), std::optional(spec));
        QVERIFY(!cardTypeTitle(spec.type).isEmpty());
        names.insert(cardTypeName(spec.type));
    }
    QCOMPARE(names.size(), CardTypeCount);
}

void CardSpecTest::whatIsUnknownStays()
{
    const QVariantMap written{{u"id"_s, u"a"_s}, {u"type"_s, u"hologram"_s}, {u"keys"_s, QVariantList{u"metrics.loss"_s}},
                              {u"depth"_s, 3.5}, {u"options"_s, QVariantMap{{u"spin"_s, u"left"_s}}}};
    const auto spec = CardSpec::fromMap(written);
    QVERIFY(spec && !spec->isKnown());
    QCOMPARE(spec->unknownType, u"hologram"_s);
    QCOMPARE(throughJson(spec->toMap()), written);
}

void CardSpecTest::nonsenseIsNone()
{
    QVERIFY(!CardSpec::fromMap({}));
    QVERIFY(!CardSpec::fromMap({{u"id"_s, u"a"_s}}));
    QVERIFY(!CardSpec::fromMap({{u"type"_s, u"line"_s}}));
    QVERIFY(!CardSpec::fromMap({{u"id"_s, QVariantMap()}, {u"type"_s, u"line"_s}}));
    const auto spec = CardSpec::fromMap({{u"id"_s, u"a"_s}, {u"type"_s, u"line"_s}, {u"keys"_s, QVariantList{QVariantMap(), u"x"_s, u""_s}}});
    QCOMPARE(spec->keys, QStringList{u"x"_s});
}

void CardSpecTest::sizesHaveBounds()
{
    const auto spanOf = [](const QVariantList &sides) {
        return CardSpec::fromMap({{u"id"_s, u"a"_s}, {u"type"_s, u"line"_s}, {u"span"_s, sides}})->span;
    };
    QCOMPARE(spanOf({2, 2}), QSize(2, 2));
    QCOMPARE(spanOf({1'000'000, -4}), QSize(CardSpec::MostSpan.width(), 1));
    QCOMPARE(spanOf({u"wide"_s, QVariantMap()}), QSize(1, 1));
    QCOMPARE(spanOf({2}), QSize(1, 1));
}

void CardSpecTest::titles()
{
    CardSpec spec;
    spec.type = CardType::Scatter;
    QCOMPARE(cardTitle(spec), cardTypeTitle(CardType::Scatter));
    spec.keys = {u"metrics.`val/loss`"_s, u"params.`learning rate`"_s};
    QCOMPARE(cardTitle(spec), u"val/loss, learning rate"_s);
    spec.keys += {u"metrics.a"_s, u"metrics.b"_s, u"metrics.c"_s};
    QVERIFY(cardTitle(spec).endsWith(u"1 more"_s));
    spec.title = u"Mine"_s;
    QCOMPARE(cardTitle(spec), u"Mine"_s);
}

void CardSpecTest::keysAreColumnsOrNot()
{
    QCOMPARE(columnOfKey(u"metrics.`val loss`"_s), std::optional(ColumnKey{ColumnGroup::Metric, u"val loss"_s}));
    QCOMPARE(columnOfKey(u"params.lr"_s), std::optional(ColumnKey{ColumnGroup::Param, u"lr"_s}));
    QVERIFY(!columnOfKey(u"metrics.a - metrics.b"_s));
    QVERIFY(!columnOfKey({}));
}

QTEST_GUILESS_MAIN(CardSpecTest)
#include "tst_cardspec.moc"
