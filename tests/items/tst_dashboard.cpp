// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/dashboard.h"
#include "tests/support/testing.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Assay;
using namespace Qt::StringLiterals;

namespace {

const QStringList Metrics{u"loss"_s, u"acc"_s, u"system/cpu"_s, u"train/loss"_s, u"train/acc"_s, u"val/loss"_s};

// "prefix: card card | prefix: …"
QString textOf(const QList<ChartSection> &sections)
{
    QStringList texts;
    for (const ChartSection &section : sections)
        texts.append(section.prefix + u": "_s + section.keys.join(u' '));
    return texts.join(u" | "_s);
}

QString textOf(const Dashboard &dashboard, const QString &search = {}, bool isExpression = false)
{
    return textOf(chartSections(Metrics, dashboard, cardFilter(search, isExpression).value()));
}

} // namespace

class DashboardTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sectionsByPrefix();
    void pinnedAndAddedComeFirst();
    void removedAreGone();
    void movedCardsStayWhereTheyWerePut();
    void searches();
    void unchangedCardsAreNotKept();
    void readsBack();
    void nonsenseIsLeftOut();
    void oddNames();
};

void DashboardTest::sectionsByPrefix()
{
    QCOMPARE(textOf(Dashboard()), u": loss acc | train: train/loss train/acc | val: val/loss | system: system/cpu"_s);
    QVERIFY(isFoldedAtFirst(u"system"_s) && !isFoldedAtFirst(u"train"_s) && !isFoldedAtFirst(ChartSection::Pinned));
}

void DashboardTest::pinnedAndAddedComeFirst()
{
    Dashboard dashboard;
    CardSpec scatter;
    scatter.type = CardType::Scatter;
    const QString id = dashboard.add(scatter);
    CardSpec pinned = dashboard.card(u"train/acc"_s);
    QCOMPARE(pinned.keys, QStringList{u"metrics.`train/acc`"_s});
    pinned.isPinned = true;
    dashboard.set(pinned);
    QCOMPARE(textOf(dashboard), u"/pinned: train/acc | /added: #1 | : loss acc | train: train/loss | val: val/loss | system: system/cpu"_s);
    QCOMPARE(dashboard.duplicate(id), u"#2"_s);
    QCOMPARE(dashboard.card(u"#2"_s).type, CardType::Scatter);
    // A metric that no run has now has no card, and has it again when it is back.
    QCOMPARE(textOf(chartSections({u"loss"_s}, dashboard)), u"/added: #1 #2 | : loss"_s);
}

void DashboardTest::removedAreGone()
{
    Dashboard dashboard;
    dashboard.add({});
    dashboard.remove(u"loss"_s);
    dashboard.remove(u"loss"_s);
    dashboard.remove(u"#1"_s);
    QCOMPARE(textOf(dashboard), u": acc | train: train/loss train/acc | val: val/loss | system: system/cpu"_s);
    QCOMPARE(dashboard.removed, QStringList{u"loss"_s});
    QVERIFY(dashboard.cards.isEmpty());
}

void DashboardTest::movedCardsStayWhereTheyWerePut()
{
    const QStringList metrics{u"a"_s, u"b"_s, u"c"_s, u"d"_s, u"e"_s};
    Dashboard dashboard;
    dashboard.move({}, metrics, u"c"_s, u"a"_s);
    QCOMPARE(textOf(chartSections(metrics, dashboard)), u": c a b d e"_s);
    QCOMPARE(dashboard.order.value({}), (QStringList{u"c"_s, u"a"_s, u"b"_s}));
    dashboard.move({}, chartSections(metrics, dashboard).first().keys, u"a"_s, u"e"_s);
    QCOMPARE(textOf(chartSections(metrics, dashboard)), u": c b d a e"_s);
    dashboard.move({}, chartSections(metrics, dashboard).first().keys, u"c"_s, {});
    QCOMPARE(textOf(chartSections(metrics, dashboard)), u": b d a e c"_s);
    // New ones come after those that were placed.
    QCOMPARE(textOf(chartSections({u"0"_s, u"a"_s, u"b"_s}, dashboard)), u": b a 0"_s);
}

void DashboardTest::searches()
{
    Dashboard dashboard;
    CardSpec named = dashboard.card(u"acc"_s);
    named.title = u"How good (%)"_s;
    dashboard.set(named);
    QCOMPARE(textOf(dashboard, u"GOOD ("_s), u": acc"_s);
    QCOMPARE(textOf(dashboard, u"acc"_s), u": acc | train: train/acc"_s); // its key is still found
    QCOMPARE(textOf(dashboard, u"^(val|train)/LOSS$"_s, true), u"train: train/loss | val: val/loss"_s);
    QCOMPARE(textOf(dashboard, u"^x"_s, true), QString());
    const auto wrong = cardFilter(u"(loss"_s, true);
    QVERIFY(!wrong && wrong.error().message.contains(u"missing"));
    QVERIFY(cardFilter(u"(loss"_s, false));
    // Takes no longer for what others choke on.
    const QString evil = QString(5000, u'a') + u'b';
    QVERIFY(!(*cardFilter(u"(a+)+$"_s, true))(evil));
}

void DashboardTest::unchangedCardsAreNotKept()
{
    Dashboard dashboard;
    CardSpec card = dashboard.card(u"loss"_s);
    card.span = {2, 2};
    dashboard.set(card);
    QCOMPARE(dashboard.cards.size(), 1);
    card.span = {1, 1};
    dashboard.set(card);
    QVERIFY(dashboard.isEmpty());
}

void DashboardTest::readsBack()
{
    Dashboard dashboard;
    CardSpec text;
    text.type = CardType::Text;
    text.options = {{u"text"_s, u"# Größe"_s}};
    dashboard.add(text);
    CardSpec two = dashboard.card(u"loss"_s);
    two.keys.append(u"metrics.acc"_s);
    dashboard.set(two);
    dashboard.remove(u"acc"_s);
    dashboard.move(u"train"_s, {u"train/loss"_s, u"train/acc"_s}, u"train/acc"_s, u"train/loss"_s);
    const QJsonDocument written(QJsonObject::fromVariantMap(dashboard.toMap()));
    QCOMPARE(Dashboard::fromMap(QJsonDocument::fromJson(written.toJson()).object().toVariantMap()), dashboard);
}

void DashboardTest::nonsenseIsLeftOut()
{
    const QVariantMap card{{u"id"_s, u"#1"_s}, {u"type"_s, u"bar"_s}};
    const Dashboard dashboard = Dashboard::fromMap({{u"cards"_s, QVariantList{card, card, 5, u"x"_s, QVariantMap()}},
                                                    {u"removed"_s, QVariantList{u""_s, QVariantMap(), u"loss"_s}},
                                                    {u"order"_s, QVariantMap{{u"train"_s, 7}}}});
    QCOMPARE(dashboard.cards.size(), 1);
    QCOMPARE(dashboard.removed, QStringList{u"loss"_s});
    QCOMPARE(textOf(dashboard), u"/added: #1 | : acc | train: train/loss train/acc | val: val/loss | system: system/cpu"_s);
    Dashboard far;
    for (const QString &id : {u"#2147483647"_s, u"#9223372036854775807"_s, u"#1"_s})
        far.cards.append(*CardSpec::fromMap({{u"id"_s, id}, {u"type"_s, u"bar"_s}}));
    QCOMPARE(far.add({}), u"#2"_s);
    QCOMPARE(far.add({}), u"#3"_s);
    QCOMPARE(Dashboard::fromMap({{u"cards"_s, 3}, {u"removed"_s, QVariantMap()}, {u"order"_s, u"x"_s}}), Dashboard());
}

void DashboardTest::oddNames()
{
    const QString longName(5000, u'x');
    const QStringList metrics{u"/a"_s, u"#1"_s, longName, u"a`b"_s, u"ä/ö"_s};
    Dashboard dashboard;
    QCOMPARE(textOf(chartSections(metrics, dashboard)), u": /a #1 %1 a`b | ä: ä/ö"_s.arg(longName));
    for (const QString &metric : metrics)
        QCOMPARE(columnOfKey(dashboard.card(metric).keys.first()), std::optional(ColumnKey{ColumnGroup::Metric, metric}));
}

QTEST_GUILESS_MAIN(DashboardTest)
#include "tst_dashboard.moc"
