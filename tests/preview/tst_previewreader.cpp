// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/preview/csvreader.h"
#include "models/preview/jsonreader.h"
#include "models/preview/previewreader.h"
#include "models/preview/svgcheck.h"
#include "models/preview/tablebuilder.h"
#include "models/preview/textreader.h"

#include <QTest>

using namespace Assay;
using namespace Qt::StringLiterals;
using Note = PreviewNote::Kind;

namespace {

Preview read(const QString &path, const QByteArray &bytes)
{
    ArtifactBytes artifact(path, bytes.size());
    for (qsizetype at = 0; at < bytes.size(); at += 1000)
        if (!artifact.take(QByteArrayView(bytes).sliced(at, std::min<qsizetype>(1000, bytes.size() - at))))
            break;
    return readPreview(artifact.type(), artifact.bytes(), artifact.isComplete(), artifact.size());
}

QString text(const Preview &preview)
{
    const auto *content = std::get_if<TextPreview>(&preview.content);
    return content ? content->text : u"(no text)"_s;
}

// A table as lines of cells.
QString print(const Preview &preview)
{
    const auto *table = std::get_if<TablePreview>(&preview.content);
    if (!table)
        return u"(no table)"_s;
    QStringList lines{table->columns.join(u'|')};
    for (const QStringList &row : table->rows)
        lines.append(row.join(u'|'));
    return lines.join(u'\n');
}

QString notes(const Preview &preview)
{
    static const QHash<Note, QString> names{{Note::BytesCut, u"bytes-cut"_s}, {Note::LinesCut, u"lines-cut"_s}, {Note::LongLines, u"long-lines"_s},
                                            {Note::InvalidText, u"invalid"_s}, {Note::Utf16, u"utf-16"_s}, {Note::NulBytes, u"nul"_s},
                                            {Note::NotJson, u"not-json"_s}, {Note::RowsCut, u"rows-cut"_s}, {Note::ColumnsCut, u"columns-cut"_s},
                                            {Note::RaggedRows, u"ragged"_s}, {Note::OpenQuote, u"open-quote"_s}, {Note::LongCells, u"long-cells"_s},
                                            {Note::RunsCode, u"runs-code"_s}};
    QStringList all;
    for (const PreviewNote &note : preview.notes)
        all.append(u"%1 %2/%3"_s.arg(names.value(note.kind)).arg(note.count).arg(note.total));
    return all.join(u", "_s);
}

} // namespace

class PreviewReaderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knowsTypes_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QByteArray>("head");
        QTest::addColumn<PreviewKind>("kind");
        QTest::addColumn<QString>("id");
        const auto row = [](const char *name, const QString &path, const QByteArray &head, PreviewKind kind, const QString &id) {
            QTest::newRow(name) << path << head << kind << id;
        };
        const QByteArray png("\x89PNG\r\n\x1a\n....");
        row("python", u"code/train.py"_s, "import os\n", PreviewKind::Text, u"python"_s);
        row("MLmodel", u"model/MLmodel"_s, "flavors:\n", PreviewKind::Text, u"yaml"_s);
        row("upper case", u"A.CSV"_s, "a,b\n", PreviewKind::Table, u"csv"_s);
        row("no suffix", u"LICENSE"_s, "words", PreviewKind::Text, QString());
        row("empty", u"empty.txt"_s, {}, PreviewKind::Text, QString());
        row("png", u"a.png"_s, png, PreviewKind::Image, u"png"_s);
        row("png named as text", u"a.txt"_s, png, PreviewKind::Image, u"png"_s);
        row("text named as png", u"a.png"_s, "words", PreviewKind::Text, QString());
        row("zip", u"a.zip"_s, "PK\x03\x04....", PreviewKind::Zip, u"zip"_s);
        row("pytorch", u"a.pt"_s, "PK\x03\x04....", PreviewKind::Zip, u"pytorch"_s);
        row("tar.gz", u"a.tar.gz"_s, QByteArray("\x1f\x8b\x08\x00", 4), PreviewKind::Packed, u"gzip"_s);
        row("7z", u"a.7z"_s, QByteArray("7z\xbc\xaf\x27\x1c\x00\x04", 8), PreviewKind::Binary, u"7z"_s);
        row("pickle", u"a.pkl"_s, QByteArray("\x80\x04\x95\x10\x00", 5), PreviewKind::Binary, u"pickle"_s);
        row("pickle unnamed", u"model.bin"_s, QByteArray("\x80\x05\x95\x10\x00", 5), PreviewKind::Binary, u"pickle"_s);
        row("old pytorch", u"a.pth"_s, QByteArray("\x00\x01\x02\x00", 4), PreviewKind::Binary, u"pickle"_s);
        row("svg", u"a.svg"_s, "<svg xmlns='http://www.w3.org/2000/svg'/>", PreviewKind::Svg, u"svg"_s);
        row("svg unnamed", u"a"_s, "<?xml version='1.0'?>\n<svg/>", PreviewKind::Svg, u"svg"_s);
        row("utf-16", u"a.csv"_s, QByteArray("\xff\xfe" "a\0,\0b\0", 8), PreviewKind::Table, u"csv"_s);
        row("binary", u"a"_s, QByteArray("\x00\x01\x02\x03", 4), PreviewKind::Binary, QString());
        row("log with a NUL", u"a.log"_s, QByteArray("abcdefghijklmnop\0qrs", 20), PreviewKind::Text, u"log"_s);
        row("binary named log", u"a.log"_s, QByteArray(100, '\1'), PreviewKind::Binary, QString());
        row("tfevents", u"events.out.tfevents.1700000000.host"_s, QByteArray("\x18\0\0\0\0\0\0\0", 8), PreviewKind::Binary, u"tfevents"_s);
    }
    void knowsTypes()
    {
        QFETCH(QString, path);
        QFETCH(QByteArray, head);
        QFETCH(PreviewKind, kind);
        QFETCH(QString, id);
        const ArtifactType type = artifactType(path, head);
        QCOMPARE(int(type.kind), int(kind));
        QCOMPARE(type.id, id);
    }

    void readsNoMoreThanItNeeds()
    {
        ArtifactBytes log(u"a.log"_s, 100 << 20);
        const QByteArray piece(1 << 20, 'x');
        int pieces = 1;
        while (log.take(piece))
            ++pieces;
        QCOMPARE(pieces, 5);
        QCOMPARE(log.bytes().size(), 4 << 20);
        QVERIFY(!log.isComplete());
        QVERIFY(!log.isTooLarge());

        ArtifactBytes image(u"a.png"_s, 100 << 20);
        QVERIFY(!image.take(QByteArray("\x89PNG\r\n\x1a\n") + piece));
        QVERIFY(image.isTooLarge());
        QVERIFY(image.bytes().size() <= ArtifactHeadSize);
    }

    void readsText()
    {
        const Preview preview = read(u"train.py"_s, "import os\r\nprint('ä')\n");
        QCOMPARE(text(preview), u"import os\nprint('ä')\n"_s);
        QCOMPARE(std::get<TextPreview>(preview.content).language, u"python"_s);
        QVERIFY(preview.notes.isEmpty());
    }

    void readsEncodings()
    {
        const QString words = u"Grüße, 世界 👍\n"_s;
        QCOMPARE(text(read(u"a.txt"_s, "\xef\xbb\xbf" + words.toUtf8())), words);
        const Preview utf16 = read(u"a.txt"_s, "\xff\xfe" + QByteArray(reinterpret_cast<const char *>(words.utf16()), words.size() * 2));
        QCOMPARE(text(utf16), words);
        QCOMPARE(notes(utf16), u"utf-16 0/0"_s);
        const Preview latin = read(u"a.txt"_s, "Gr\xfc\xdf" "e");
        QCOMPARE(text(latin), u"Gr\ufffd\ufffde"_s);
        QCOMPARE(notes(latin), u"invalid 2/0"_s);
        const Preview nuls = read(u"a.txt"_s, QByteArray("twelve letters\0and more\0", 24));
        QCOMPARE(text(nuls), u"twelve letters␀and more␀"_s);
        QCOMPARE(notes(nuls), u"nul 2/0"_s);
    }

    void showsWhatHides()
    {
        QCOMPARE(text(read(u"a.log"_s, "\x1b[1;31mred\x1b[0m\x1b[2J")), u"red␛[2J"_s);
        QCOMPARE(text(read(u"a.log"_s, "10%\r20%\r\ndone")), u"10%\n20%\ndone"_s);
        QCOMPARE(text(read(u"a.py"_s, u"ok \u202Egnp.exe\u2066"_s.toUtf8())), u"ok \\u{202e}gnp.exe\\u{2066}"_s);
    }

    void cutsLongTexts()
    {
        const Preview line = read(u"a.txt"_s, QByteArray(10'000, 'x') + "\nshort");
        QCOMPARE(text(line), QString(MaxPreviewLine, u'x') + u" … (+%1)\nshort"_s.arg(10'000 - MaxPreviewLine));
        QCOMPARE(notes(line), u"long-lines 1/0"_s);
        QByteArray many;
        for (int i = 0; i < 30'000; ++i)
            many += QByteArray::number(i) + '\n';
        const Preview lines = read(u"a.txt"_s, many);
        QCOMPARE(text(lines).count(u'\n'), MaxPreviewLines - 1);
        QVERIFY(text(lines).endsWith(u"\n19999"_s));
        QCOMPARE(notes(lines), u"lines-cut 20000/0"_s);
        const Preview bytes = read(u"a.txt"_s, QByteArray("line\n").repeated(1 << 20));
        QVERIFY(notes(bytes).startsWith(u"bytes-cut 4194304/5242880"_s));
    }

    void laysJsonOut_data()
    {
        QTest::addColumn<QString>("json");
        QTest::addColumn<QString>("expected");
        QTest::newRow("object") << u"{\"a\":1,\"b\":{\"c\":[1,2],\"d\":{}}}"_s
                                << u"{\n  \"a\": 1,\n  \"b\": {\n    \"c\": [1, 2],\n    \"d\": {}\n  }\n}"_s;
        QTest::newRow("array of objects") << u"[{\"a\":[]},{}]"_s << u"[\n  {\n    \"a\": []\n  },\n  {}\n]"_s;
        QTest::newRow("numbers stay") << u"[NaN,-Infinity,1e400,18446744073709551615,1.10]"_s
                                      << u"[NaN, -Infinity, 1e400, 18446744073709551615, 1.10]"_s;
        QTest::newRow("duplicates stay") << u"{\"a\":1,\"a\":2}"_s << u"{\n  \"a\": 1,\n  \"a\": 2\n}"_s;
        QTest::newRow("scalar") << u"\"a\\u0041\""_s << u"\"a\\u0041\""_s;
    }
    void laysJsonOut()
    {
        QFETCH(QString, json);
        QFETCH(QString, expected);
        const JsonLayout layout = layOutJson(json);
        QCOMPARE(layout.text, expected);
        QCOMPARE(layout.badAt, -1);
    }

    void saysWhereJsonEnds_data()
    {
        QTest::addColumn<QString>("json");
        QTest::addColumn<int>("badAt");
        QTest::newRow("cut off") << u"{\"a\": [1, 2"_s << 11;
        QTest::newRow("comma") << u"[1,]"_s << 3;
        QTest::newRow("no colon") << u"{\"a\" 1}"_s << 5;
        QTest::newRow("two values") << u"{} {}"_s << 3;
        QTest::newRow("wrong bracket") << u"[1}"_s << 2;
        QTest::newRow("words") << u"[nope]"_s << 1;
        QTest::newRow("open string") << u"[\"a"_s << 1;
        QTest::newRow("empty") << QString() << 0;
    }
    void saysWhereJsonEnds()
    {
        QFETCH(QString, json);
        QFETCH(int, badAt);
        QCOMPARE(layOutJson(json).badAt, badAt);
    }

    void takesDeepJson()
    {
        const Preview deep = read(u"a.json"_s, QByteArray(100'000, '[') + QByteArray(100'000, ']'));
        QVERIFY(text(deep).startsWith(u"[\n  [\n    ["_s));
        QVERIFY(!notes(deep).contains(u"not-json"_s));
        (void)read(u"a.json"_s, QByteArray(2 << 20, '['));
        (void)read(u"a.json"_s, QByteArray("{\"a\":").repeated(500'000));
    }

    void showsJsonAsItStands()
    {
        const QByteArray neat = "{\n    \"a\": NaN\n}\n";
        QCOMPARE(text(read(u"a.json"_s, neat)), QString::fromUtf8(neat));
        const Preview bad = read(u"a.json"_s, "{\n\"a\": 1,\n oops\n}");
        QCOMPARE(text(bad), u"{\n\"a\": 1,\n oops\n}"_s);
        QCOMPARE(notes(bad), u"not-json 3/0"_s);
    }

    void readsJsonTables()
    {
        const Preview table = read(u"t.json"_s,
                                   "{\"columns\": [\"a\", \"b\"], \"index\": [0, 1], \"data\": [[1.50, \"x\\ny\"], [null, {\"k\": [1, 2]}], [NaN]]}");
        QCOMPARE(print(table), u"a|b\n1.50|x⏎y\n|{\"k\": [1, 2]}\nNaN|"_s);
        QCOMPARE(notes(table), u"ragged 1/0"_s);
        for (const QByteArray &other : {QByteArray("{\"columns\": [\"a\"]}"), QByteArray("{\"columns\": 1, \"data\": [[1]]}"),
                                        QByteArray("{\"columns\": [\"a\"], \"data\": [1, 2]}"), QByteArray("[]"), QByteArray("{\"a\": {}")})
            QCOMPARE(print(read(u"t.json"_s, other)), u"(no table)"_s);
    }

    void readsCutJsonTables()
    {
        QByteArray json = "{\"columns\":[\"a\"],\"data\":[";
        for (int i = 0; i < 600'000; ++i)
            json += "[" + QByteArray::number(i) + "],";
        const Preview table = read(u"t.json"_s, json);
        QCOMPARE(std::get<TablePreview>(table.content).rows.size(), MaxPreviewRows);
        QVERIFY(notes(table).contains(u"rows-cut 10000/0"_s));
    }

    void readsCsv_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("expected");
        QTest::addColumn<QString>("expectedNotes");
        const auto row = [](const char *name, const QByteArray &bytes, const QString &expected, const QString &expectedNotes = {},
                            const QString &path = u"a.csv"_s) {
            QTest::newRow(name) << path << bytes << expected << expectedNotes;
        };
        row("plain", "a,b\n1,2\n3,4\n", u"a|b\n1|2\n3|4"_s);
        row("no newline at the end", "a,b\r\n1,2", u"a|b\n1|2"_s);
        row("index column", ",loss\n0,0.5\n", u"|loss\n0|0.5"_s);
        row("no header", "1,2\n3,4\n", u"1|2\n1|2\n3|4"_s);
        row("tabs", "a\tb,c\n1\t2\n", u"a|b,c\n1|2"_s, {}, u"a.tsv"_s);
        row("semicolons", "a;b\n1,5;2\n", u"a|b\n1,5|2"_s);
        row("quotes", "a,b\n\"x, \"\"y\"\"\",\"two\nlines\"\n", u"a|b\nx, \"y\"|two⏎lines"_s);
        row("quote within", "a\n5\" disk\n", u"a\n5\" disk"_s);
        row("ragged", "a,b\n1\n1,2,3\n", u"a|b|\n1||\n1|2|3"_s, u"ragged 2/0"_s);
        row("open quote", "a,b\n1,2\n\"open,3\n4,5\n", u"a|b\n1|2\n\"open|3\n4|5"_s, u"open-quote 3/0"_s);
        row("empty lines", "a\n\n1\n\n", u"a\n1"_s);
        row("empty", "", u""_s);
        row("carriage returns", "a,b\r1,2\r", u"a|b\n1|2"_s);
        row("formula", "a\n=cmd()\n", u"a\n=cmd()"_s);
        row("NUL", QByteArray("abcdef,b\nxyz\0u,2\n", 17), u"abcdef|b\nxyz␀u|2"_s, u"nul 1/0"_s);
        row("UTF-16", QByteArray("\xff\xfe" "a\0,\0b\0\n\0" "1\0,\0" "2\0", 16), u"a|b\n1|2"_s, u"utf-16 0/0"_s);
    }
    void readsCsv()
    {
        QFETCH(QString, path);
        QFETCH(QByteArray, bytes);
        QFETCH(QString, expected);
        QFETCH(QString, expectedNotes);
        const Preview preview = read(path, bytes);
        QCOMPARE(print(preview), expected);
        QCOMPARE(notes(preview), expectedNotes);
    }

    void boundsCsv()
    {
        QByteArray wide;
        for (int i = 0; i < 10'000; ++i)
            wide += "c" + QByteArray::number(i) + ",";
        const Preview columns = read(u"a.csv"_s, wide + "\n" + wide + "\n");
        QCOMPARE(std::get<TablePreview>(columns.content).columns.size(), MaxPreviewColumns);
        QVERIFY(notes(columns).contains(u"columns-cut 500/10001"_s));

        const Preview rows = read(u"a.csv"_s, "a,b\n" + QByteArray("1,2\n").repeated(12'345));
        QCOMPARE(std::get<TablePreview>(rows.content).rows.size(), MaxPreviewRows);
        QCOMPARE(notes(rows), u"rows-cut 10000/12345"_s);

        const Preview cut = read(u"a.csv"_s, "a,b\n" + QByteArray("111111,222222\n").repeated(400'000));
        QVERIFY(notes(cut).contains(u"rows-cut 10000/0"_s));

        const Preview line = read(u"a.csv"_s, "a\n" + QByteArray(3 << 20, 'x'));
        QVERIFY(notes(line).contains(u"long-cells 1/0"_s));
        (void)read(u"a.csv"_s, "a\n" + QByteArray(3 << 20, '"'));
        (void)read(u"a.csv"_s, "a\n" + QByteArray(3 << 20, ','));
        (void)read(u"a.csv"_s, QByteArray("\"a\n").repeated(1 << 20));
    }

    void readsNotebooks()
    {
        const Preview notebook = read(u"a.ipynb"_s,
            QByteArray("{'metadata':{'language_info':{'name':'python'}},'cells':[{'cell_type':'markdown','source':['# Title\\n','words']},"
                       "{'cell_type':'code','execution_count':3,'source':'print(1)','outputs':[{'output_type':'stream','text':['1\\n']},"
                       "{'output_type':'display_data','data':{'image/png':'AAAA','text/plain':'<Figure ```>'}}]}]}").replace('\'', '"'));
        QCOMPARE(text(notebook), u"# Title\nwords\n\n*In [3]:*\n\n```python\nprint(1)\n```\n\n*Out [3]:*\n\n```\n1\n```\n\n````\n<Figure ```>\n````\n\n*(image/png)*\n\n"_s);
        QVERIFY(std::get<TextPreview>(notebook.content).isMarkdown);
        const Preview other = read(u"a.ipynb"_s, "{\"cells\": 1}");
        QVERIFY(!std::get<TextPreview>(other.content).isMarkdown);
        QVERIFY(!std::get<TextPreview>(read(u"a.ipynb"_s, QByteArray(5000, '[')).content).isMarkdown);
    }

    void showsTheRestAsBytes()
    {
        const Preview pickle = read(u"model.pkl"_s, QByteArray("\x80\x04\x95") + QByteArray(100'000, '\1'));
        QCOMPARE(std::get<HexPreview>(pickle.content).bytes.size(), 16 << 10);
        QCOMPARE(notes(pickle), u"runs-code 0/0, bytes-cut 16384/100003"_s);
    }

    void refusesSvgThatReadsFiles_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<bool>("refused");
        const auto row = [](const char *name, const QByteArray &body, bool refused) { QTest::newRow(name) << body << refused; };
        row("plain", "<rect width='1' height='1'/>", false);
        row("use", "<use xlink:href='#a'/>", false);
        row("embedded png", "<image href='data:image/png;base64,AAAA'/>", false);
        row("fill url", "<rect style=\"fill:url( '#g')\" clip-path='url(#c)'/>", false);
        row("link", "<a href='https://example.org'><rect/></a>", false);
        row("curl is no url", "<text font-family='Curl'>url(</text>", false);
        row("absolute", "<image href='/etc/passwd'/>", true);
        row("file", "<image xlink:href='file:///etc/passwd'/>", true);
        row("http", "<image xlink:href='http://example.org/a.png'/>", true);
        row("parent", "<use href='../a.svg#b'/>", true);
        row("prefix", "<image x:href='/etc/passwd' xmlns:x='urn:x'/>", true);
        row("data without base64", "<image href='data:image/png,../../etc/passwd'/>", true);
        row("data svg", "<image href='data:image/svg+xml;base64,AAAA'/>", true);
        row("blank before", "<image href='  /etc/passwd'/>", true);
        row("style url", "<rect style='fill:url(/etc/passwd)'/>", true);
        row("style url quoted", "<rect style='fill:URL(\"/etc/passwd#a\")'/>", true);
        row("attribute url", "<rect filter='url(a.svg#f)'/>", true);
        row("style sheet", "<style>rect { fill: url(/x) }</style>", true);
        row("import", "<style>@IMPORT '/etc/passwd';</style>", true);
        row("escape", "<style>@\\69mport '/etc/passwd';</style>", true);
        row("cdata", "<style><![CDATA[@import '/x';]]></style>", true);
        row("font", "<font-face-src><font-face-uri href='/x.ttf'/></font-face-src>", true);
        row("entity", "<image href='&#47;etc/passwd'/>", true);
        row("src", "<image src='/etc/passwd'/>", true);
    }
    void refusesSvgThatReadsFiles()
    {
        QFETCH(QByteArray, body);
        QFETCH(bool, refused);
        const auto objection = svgObjection("<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink'>" + body + "</svg>");
        QCOMPARE(objection.has_value(), refused);
        if (refused)
            QCOMPARE(int(objection->reason), int(PreviewFailure::Reason::ReadsOtherFiles));
    }

    void refusesSvgThatIsNone()
    {
        QCOMPARE(int(svgObjection("<?xml-stylesheet href='/x.css'?><svg/>")->reason), int(PreviewFailure::Reason::ReadsOtherFiles));
        for (const QByteArray &bytes : {QByteArray(), QByteArray("<html/>"), QByteArray("<svg>"), QByteArray("<svg a/>"),
                                        QByteArray("<g>").repeated(10'000), QByteArray("\x1f\x8b\x08"),
                                        "<svg>" + QByteArray("<g>").repeated(2000) + QByteArray("</g>").repeated(2000) + "</svg>"})
            QCOMPARE(int(svgObjection(bytes)->reason), int(PreviewFailure::Reason::Damaged));
        const QByteArray laughs = "<!DOCTYPE svg [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'><!ENTITY c '&b;&b;&b;&b;&b;&b;&b;&b;'>"
                                  "<!ENTITY d '&c;&c;&c;&c;&c;&c;&c;&c;'><!ENTITY e '&d;&d;&d;&d;&d;&d;&d;&d;'>]><svg>&e;</svg>";
        QVERIFY(svgObjection(laughs).has_value());
    }
};

QTEST_GUILESS_MAIN(PreviewReaderTest)
#include "tst_previewreader.moc"
