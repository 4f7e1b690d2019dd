// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/records.h"

#include <QTest>

#include <cmath>
#include <limits>

using namespace Assay;
using namespace Qt::StringLiterals;

class RecordsTest : public QObject
{
    Q_OBJECT

private:
    using Kind = RecordColumn::Kind;

    static QByteArray csvOf(const QString &text, Formulas formulas = Formulas::AsTheyAre)
    {
        std::string bytes;
        TextRecords csv([&](std::string_view piece) { bytes += piece; }, TextFormat::Csv, formulas);
        csv.text(text);
        csv.endRecord();
        csv.finish();
        return QByteArray::fromStdString(bytes);
    }

    static QStringList tableOf(int width, const QList<RecordColumn> &columns, const QList<QStringList> &records, qsizetype *hidden = nullptr)
    {
        std::string bytes;
        TableWriter table([&](std::string_view piece) { bytes += piece; }, width);
        table.begin(columns);
        for (const QStringList &record : records) {
            for (const QString &cell : record)
                table.text(cell);
            table.endRecord();
        }
        table.finish();
        if (hidden)
            *hidden = table.hiddenColumns();
        return QString::fromStdString(bytes).split(u'\n');
    }

private Q_SLOTS:
    void csvQuotesByRfc4180()
    {
        QCOMPARE(csvOf(u"plain"_s), "plain\r\n"_ba);
        QCOMPARE(csvOf(u"a,b"_s), "\"a,b\"\r\n"_ba);
        QCOMPARE(csvOf(u"a \"b\""_s), "\"a \"\"b\"\"\"\r\n"_ba);
        QCOMPARE(csvOf(u"two\nlines"_s), "\"two\nlines\"\r\n"_ba);
        QCOMPARE(csvOf(u" blank"_s), "\" blank\"\r\n"_ba);
        QCOMPARE(csvOf(u""_s), "\"\"\r\n"_ba);
    }

    void csvWritesValues()
    {
        std::string bytes;
        TextRecords csv([&](std::string_view piece) { bytes += piece; }, TextFormat::Csv);
        csv.begin({{u"metrics.a,b"_s}, {u"t"_s}});
        csv.number(0.1);
        csv.absent();
        csv.number(std::numeric_limits<double>::infinity());
        csv.number(std::nan(""));
        csv.integer(std::numeric_limits<qint64>::max());
        csv.time(1700000000123);
        csv.time(std::numeric_limits<qint64>::max()); // beyond the calendar: the number
        csv.endRecord();
        csv.finish();
        QCOMPARE(QByteArray::fromStdString(bytes),
                 "\"metrics.a,b\",t\r\n0.1,,Infinity,NaN,9223372036854775807,2023-11-14T22:13:20.123Z,9223372036854775807\r\n"_ba);
    }

    void formulasAreNeutralisedOnRequest_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("isFormula");
        for (const QString &text : {u"=1+1"_s, u"+cmd|' /C calc'!A0"_s, u"-2+3"_s, u"@SUM(A1)"_s, u"\t=1"_s, u"\r=1"_s, u"-inf"_s, u"=HYPERLINK(\"x\",\"y\")"_s})
            QTest::newRow(qPrintable(text)) << text << true;
        for (const QString &text : {u"-0.5"_s, u"+1e-3"_s, u"a=b"_s, u"0.1"_s, u""_s, u"'=1"_s})
            QTest::newRow(qPrintable(text)) << text << false;
    }

    void formulasAreNeutralisedOnRequest()
    {
        QFETCH(QString, text);
        QFETCH(bool, isFormula);
        const QByteArray plain = csvOf(text);
        const QByteArray safe = csvOf(text, Formulas::Neutralised);
        QCOMPARE(plain.startsWith('\'') || plain.startsWith("\"'"), text.startsWith(u'\''));
        QCOMPARE(safe != plain, isFormula);
        if (isFormula)
            QVERIFY2(safe.startsWith('\'') || safe.startsWith("\"'"), safe.constData());
    }

    void tableAligns()
    {
        const QStringList lines = tableOf(0, {{u"name"_s}, {u"n"_s, Kind::Number}}, {{u"größer"_s, u"1"_s}, {u"日本"_s, u"100"_s}});
        QCOMPARE(lines[0], u"name      n"_s);
        QCOMPARE(lines[1], u"größer    1"_s);
        QCOMPARE(lines[2], u"日本    100"_s);
    }

    void tableFitsTheTerminal()
    {
        const QString longText(300, u'x');
        qsizetype hidden = 0;
        const QStringList lines = tableOf(60, {{u"name"_s}, {u"text"_s}, {u"n"_s, Kind::Number}, {u"more"_s, Kind::Text, true}},
                                          {{u"short"_s, longText, u"12345.678"_s, longText}}, &hidden);
        for (const QString &line : lines)
            QVERIFY2(displayWidth(line) <= 60, qPrintable(line));
        QVERIFY(lines[1].contains(u'…'));
        QVERIFY2(lines[1].contains(u"12345.678"_s), "numbers are cut last");
        QCOMPARE(hidden, 0);
        (void)tableOf(30, {{u"name"_s}, {u"text"_s}, {u"more"_s, Kind::Text, true}}, {{u"short"_s, longText, longText}}, &hidden);
        QCOMPARE(hidden, 1);
    }

    void tableShowsWhatIsHidden()
    {
        const QStringList lines = tableOf(0, {{u"a"_s}}, {{u"x\n\u001b[31m\u202ey"_s}});
        QCOMPARE(lines.size(), 3);
        QVERIFY(!lines[1].contains(QChar(0x1b)) && !lines[1].contains(QChar(0x202e)));
    }
};

QTEST_APPLESS_MAIN(RecordsTest)
#include "tst_records.moc"
