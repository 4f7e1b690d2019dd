// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/table/textexport.h"

#include <QTest>

using namespace Assay;
using namespace Qt::StringLiterals;

namespace {

TextTable sample()
{
    const QList<QList<std::optional<QString>>> cells{
        {u"plain"_s, std::nullopt, u""_s},
        {u"a,b"_s, u"say \"hi\""_s, u"two\nlines"_s},
        {u" x"_s, u"*bold* | <b>"_s, u"a\tb"_s},
    };
    return {{u"name"_s, u"params.a,b"_s, u"c"_s}, cells.size(), [cells](qsizetype row, qsizetype column) { return cells[row][column]; }};
}

} // namespace

class TextExportTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void csv()
    {
        QCOMPARE(textTable(sample(), TextFormat::Csv),
                 u"name,\"params.a,b\",c\r\nplain,,\"\"\r\n\"a,b\",\"say \"\"hi\"\"\",\"two\nlines\"\r\n\" x\",*bold* | <b>,a\tb\r\n"_s);
    }
    void tsv()
    {
        QCOMPARE(textTable(sample(), TextFormat::Tsv),
                 u"name\tparams.a,b\tc\nplain\t\t\na,b\t\"say \"\"hi\"\"\"\t\"two\nlines\"\n x\t*bold* | <b>\t\"a\tb\"\n"_s);
    }
    void markdown()
    {
        QCOMPARE(textTable(sample(), TextFormat::Markdown),
                 u"| name | params.a,b | c |\n| --- | --- | --- |\n| plain |  |  |\n| a,b | say \"hi\" | two lines |\n"
                 "|  x | \\*bold\\* \\| \\<b\\> | a b |\n"_s);
    }
    void neutralisesFormulas_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("field");
        QTest::newRow("formula") << QByteArray("=1+1") << QByteArray("'=1+1");
        QTest::newRow("quoted") << QByteArray("=a,b") << QByteArray("\"'=a,b\"");
        QTest::newRow("number") << QByteArray("-1.5e3") << QByteArray("-1.5e3");
        QTest::newRow("minus inf") << QByteArray("-inf") << QByteArray("'-inf");
        QTest::newRow("at") << QByteArray("@x") << QByteArray("'@x");
        QTest::newRow("text") << QByteArray("a=1") << QByteArray("a=1");
    }
    void neutralisesFormulas()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, field);
        std::string out;
        appendCsvField(out, text.toStdString(), Formulas::Neutralised);
        QCOMPARE(QByteArray::fromStdString(out), field);
    }
    void stopsWhenTheSinkSaysSo()
    {
        TextTable table = sample();
        table.rowCount = 1'000'000;
        table.cell = [](qsizetype, qsizetype) { return std::optional(QString(100, u'x')); };
        int calls = 0;
        QVERIFY(!writeTextTable(table, TextFormat::Csv, [&](const std::string &) { return ++calls < 2; }));
        QCOMPARE(calls, 2);
    }
};

QTEST_GUILESS_MAIN(TextExportTest)
#include "tst_textexport.moc"
