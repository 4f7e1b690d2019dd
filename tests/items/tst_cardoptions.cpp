// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/cardoptions.h"

#include <QFile>
#include <QTest>

using namespace Assay;
using namespace Qt::StringLiterals;

class CardOptionsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void typesOfStatistics()
    {
        for (const CardType type : {CardType::Line, CardType::Values, CardType::Images, CardType::Text})
            QVERIFY(!isStatistics(type) && cardOptions(type).isEmpty() && !statisticsType(cardTypeName(type)));
        QCOMPARE(statisticsTypes().size(), 8);
        for (const CardType type : statisticsTypes()) {
            QVERIFY(isStatistics(type));
            QCOMPARE(statisticsType(cardTypeName(type)), type);
            const CardKeyRoles &roles = cardKeyRoles(type);
            QVERIFY(roles.least >= 1 && roles.least <= roles.most && !roles.names.isEmpty());
        }
        QVERIFY(!statisticsType({}));
    }

    void knowsAllColumns()
    {
        CardSpec card;
        card.type = CardType::ParallelCoordinates;
        card.keys = {u"params.lr"_s, u"metrics.loss"_s};
        card.options = {{u"color"_s, QString()}, {u"log"_s, QStringList{u"params.lr"_s}}};
        QCOMPARE(columnKeys(card), card.keys);
        card.options.insert(u"color"_s, u"min(metrics.acc)"_s);
        QCOMPARE(columnKeys(card), card.keys + QStringList{u"min(metrics.acc)"_s});
    }

    // The manual's row of a type names every option with all its values, and nothing else.
    void theManualKnowsThem()
    {
        QFile manual(QStringLiteral(ASSAY_SOURCE) + u"/resources/manual/views.md"_s);
        QVERIFY(manual.open(QIODevice::ReadOnly));
        const QStringList lines = QString::fromUtf8(manual.readAll()).split(u'\n');
        for (const CardType type : statisticsTypes()) {
            const QStringList rows = lines.filter(u"| `%1` | "_s.arg(cardTypeName(type)));
            QCOMPARE(rows.size(), 1);
            const QString documented = rows.first().section(u'|', 3);
            QStringList words;
            for (const CardOption &option : cardOptions(type)) {
                words.append(option.name);
                words += option.values;
            }
            for (const QString &word : std::as_const(words))
                QVERIFY2(documented.contains(u'`' + word + u'`'), qPrintable(cardTypeName(type) + u": "_s + word));
            for (qsizetype i = 1; i < documented.split(u'`').size(); i += 2)
                QVERIFY2(words.contains(documented.split(u'`').at(i)), qPrintable(documented.split(u'`').at(i)));
        }
    }
};

QTEST_GUILESS_MAIN(CardOptionsTest)
#include "tst_cardoptions.moc"
