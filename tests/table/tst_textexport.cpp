// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/table/textexport.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
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
    return {{{u"name"_s}, {u"params.a,b"_s}, {u"c"_s}}, cells.size(), [cells](qsizetype row, qsizetype column) { return cells[row][column]; }};
}

TextTable numbers()
{
    const QList<QList<std::optional<QString>>> cells{
        {u"[a]"_s, u"0.25"_s},
        {u"=1"_s, u"-Infinity"_s},
        {u"*"_s, u"1e-07"_s},
        {u"\\{x}_$^~#%&"_s, std::nullopt},
    };
    return {{{u"params.a_b"_s}, {u"metrics.loss"_s, true}}, cells.size(), [cells](qsizetype row, qsizetype column) { return cells[row][column]; }};
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
        QVERIFY(textTable(numbers(), TextFormat::Markdown).startsWith(u"| params.a\\_b | metrics.loss |\n| --- | ---: |\n"_s));
    }
    void latex()
    {
        QCOMPARE(textTable(numbers(), TextFormat::Latex),
                 u"% \\usepackage[T1]{fontenc}\n% \\usepackage{booktabs}\n\\begin{tabular}{lr}\n\\toprule\nparams.a\\_b & metrics.loss \\\\\n\\midrule\n"
                 "{}[a] & 0.25 \\\\\n=1 & -Infinity \\\\\n{}* & 1e-07 \\\\\n"
                 "\\textbackslash{}\\{x\\}\\_\\$\\textasciicircum{}\\textasciitilde{}\\#\\%\\& &  \\\\\n\\bottomrule\n\\end{tabular}\n"_s);
    }
    void json()
    {
        QCOMPARE(textTable(numbers(), TextFormat::Json),
                 u"{\"columns\": [\"params.a_b\", \"metrics.loss\"],\n \"rows\": [\n  [\"[a]\", 0.25],\n  [\"=1\", \"-Infinity\"],\n"
                 "  [\"*\", 1e-07],\n  [\"\\\\{x}_$^~#%&\", null]\n ]}\n"_s);
        TextTable empty = sample();
        empty.rowCount = 0;
        QCOMPARE(textTable(empty, TextFormat::Json), u"{\"columns\": [\"name\", \"params.a,b\", \"c\"],\n \"rows\": []}\n"_s);
    }
    void jsonReadsBack()
    {
        const QJsonObject document = QJsonDocument::fromJson(textTable(sample(), TextFormat::Json).toUtf8()).object();
        QCOMPARE(document[u"columns"_s].toArray(), QJsonArray({u"name"_s, u"params.a,b"_s, u"c"_s}));
        QCOMPARE(document[u"rows"_s].toArray(), QJsonArray({QJsonArray({u"plain"_s, QJsonValue::Null, u""_s}),
                                                           QJsonArray({u"a,b"_s, u"say \"hi\""_s, u"two\nlines"_s}),
                                                           QJsonArray({u" x"_s, u"*bold* | <b>"_s, u"a\tb"_s})}));
        const QString control = u"\u0001\u001f\r\b ß 𝄞"_s;
        const TextTable odd{{{control}}, 1, [&](qsizetype, qsizetype) { return std::optional(control); }};
        const QJsonObject read = QJsonDocument::fromJson(textTable(odd, TextFormat::Json).toUtf8()).object();
        QCOMPARE(read[u"rows"_s][0][0].toString(), control);
        QCOMPARE(read[u"columns"_s][0].toString(), control);
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
    // In both formats that spreadsheets open, and in no other; a number is none.
    void neutralisesFormulasInTables()
    {
        QVERIFY(textTable(numbers(), TextFormat::Csv, Formulas::Neutralised).contains(u"\r\n'=1,-Infinity\r\n"_s));
        QVERIFY(textTable(numbers(), TextFormat::Tsv, Formulas::Neutralised).contains(u"\n'=1\t-Infinity\n"_s));
        for (TextFormat format : {TextFormat::Markdown, TextFormat::Latex, TextFormat::Json})
            QCOMPARE(textTable(numbers(), format, Formulas::Neutralised), textTable(numbers(), format));
    }
    void theNameOfAFileSaysTheFormat()
    {
        for (TextFormat format : AllTextFormats)
            QCOMPARE(textFormatOfFile(u"/a.b/runs."_s + textFormatSuffix(format)), format);
        QCOMPARE(textFormatOfFile(u"RUNS.TEX"_s), TextFormat::Latex);
        QCOMPARE(textFormatOfFile(u"csv"_s), std::nullopt);
        QCOMPARE(textFormatOfFile(u"runs.parquet"_s), std::nullopt);
    }
    void stopsWhenTheSinkSaysSo()
    {
        TextTable table = sample();
        table.rowCount = 1'000'000;
        table.cell = [](qsizetype, qsizetype) { return std::optional(QString(100, u'x')); };
        int calls = 0;
        QVERIFY(!writeTextTable(table, TextFormat::Csv, Formulas::AsTheyAre, [&](const std::string &) { return ++calls < 2; }));
        QCOMPARE(calls, 2);
    }
};

QTEST_GUILESS_MAIN(TextExportTest)
#include "tst_textexport.moc"
