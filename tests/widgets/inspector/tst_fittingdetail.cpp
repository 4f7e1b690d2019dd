// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/rundetailmodel.h"
#include "widgets/panels/inspector/fittingdetail.h"

#include <QTest>

using namespace Assay;
using namespace Qt::StringLiterals;

class FittingDetailTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void shortens_data();
    void shortens();
    void saysATimeShorterBeforeItIsCut();

private:
    QModelIndex value(const QString &key) const;
    static int width(const QString &text) { return QFontMetrics(QFont()).horizontalAdvance(text); }

    RunDetailModel m_model;
};

// Of the first entry with that key, in any section.
QModelIndex FittingDetailTest::value(const QString &key) const
{
    for (int section = 0; section < m_model.rowCount(); ++section) {
        const QModelIndex parent = m_model.index(section, 0);
        for (int row = 0; row < m_model.rowCount(parent); ++row) {
            if (m_model.index(row, 0, parent).data().toString() == key)
                return m_model.index(row, 1, parent);
        }
    }
    return {};
}

void FittingDetailTest::shortens_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("room"); // as wide as this
    QTest::addColumn<QString>("shown");
    QTest::newRow("metric that fits") << u"loss"_s << u"0.0011208136629914"_s << u"0.0011208136629914"_s;
    QTest::newRow("metric") << u"loss"_s << u"≈0.00112081"_s << u"≈0.00112081"_s;
    QTest::newRow("metric, hardly any room") << u"loss"_s << u"≈0.001"_s << u"≈0.001"_s;
    QTest::newRow("number as param") << u"lr"_s << u"≈0.3333"_s << u"≈0.3333"_s;
    QTest::newRow("words lose their end") << u"optimizer"_s << u"adam wi…"_s << u"adam wi…"_s;
    QTest::newRow("time as tag loses its end") << u"began"_s << u"2026-01-31T…"_s << u"2026-01-31T…"_s;
    QTest::newRow("path loses its middle") << u"data"_s << u"/data/….csv"_s << u"/data/….csv"_s;
}

void FittingDetailTest::shortens()
{
    QFETCH(QString, key);
    QFETCH(QString, room);
    QFETCH(QString, shown);
    Run run;
    run.metrics = {{u"loss"_s, 0.0011208136629914}};
    run.params = {{u"lr"_s, u"0.3333333333333333"_s}, {u"optimizer"_s, u"adam with warm restarts"_s}, {u"data"_s, u"/data/iiiiii/iiiiiiiiii.csv"_s}};
    run.tags = {{u"began"_s, u"2026-01-31T14:05:09.123456"_s}};
    m_model.setRun(run, 0);
    const QString text = fittingDetail(value(key), QFontMetrics(QFont()), width(room));
    if (key == "data"_L1) {
        QVERIFY2(text.startsWith(u'/') && text.contains(u'…') && text.endsWith("csv"_L1), qPrintable(text));
        return;
    }
    QCOMPARE(text, shown);
}

void FittingDetailTest::saysATimeShorterBeforeItIsCut()
{
    Run run;
    run.info.startTime = 0;
    m_model.setRun(run, 90'000);
    const QFontMetrics metrics{QFont()};
    const QModelIndex started = value(u"Started"_s);
    QCOMPARE(fittingDetail(started, metrics, width(u"1970-01-01 00:00:00 (1 min"_s)), u"1970-01-01 00:00:00"_s);
    QCOMPARE(fittingDetail(started, metrics, width(u"1970-01-01 00:"_s)), u"1 min ago"_s);
}

QTEST_MAIN(FittingDetailTest)
#include "tst_fittingdetail.moc"
