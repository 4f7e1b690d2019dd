// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/stores/mlflow-file/yamlfield.h"
#include "tests/support/testing.h"

#include <QFile>

using namespace Assay;
using namespace Qt::StringLiterals;

class TestYamlReader : public QObject
{
    Q_OBJECT

private:
    static bool has(const YamlDocument &document, YamlIssue::Kind kind)
    {
        return std::any_of(document.issues().begin(), document.issues().end(), [&](const YamlIssue &issue) { return issue.kind == kind; });
    }

private Q_SLOTS:
    void texts_data()
    {
        QTest::addColumn<QByteArray>("yaml");
        QTest::addColumn<QByteArray>("text"); // null: absent; "!": wrong
        const auto row = [](const char *yaml, QByteArray text) { QTest::newRow(yaml) << QByteArray(yaml) << text; };
        row("k: plain", "plain");
        row("k: '0123'", "0123");
        // Other parsers take these for numbers; MLflow does not quote them.
        row("k: 512e1234567", "512e1234567");
        row("k: 1e5", "1e5");
        row("k: 089", "089");
        row("k: 12345678901234567890123456789012", "12345678901234567890123456789012");
        row("k: None", "None");
        row("k: yes", "yes");
        row("k: null", QByteArray());
        row("k: ~", QByteArray());
        row("k:", QByteArray());
        row("other: x", QByteArray());
        row("k: 'null'", "null");
        row("k: ''", QByteArray(""));
        row("k: 'line1\n\n  line2'", "line1\nline2");
        row("k: \"a\\nb \\u00fc\"", "a\nb ü");
        row("k: folded plain\n  text", "folded plain text");
        row("k: |\n  a\n  b\n", "a\nb\n");
        row("k: größer 😀", "größer 😀");
        row("k: [a]", "!");
        row("k: {a: b}", "!");
        row("k: !!python/object/apply:os.system ['true']", "!");
        row("k: !!python/name:os.system x", "!");
        row("k: !!str 12", "12");
        row("\xef\xbb\xbfk: bom", "bom");
        row("k: a\r\nz: b\r\n", "a");
        row("k: a\nk: b", "b");
        row("# comment\n---\nk: a # more\n", "a");
    }
    void texts()
    {
        QFETCH(QByteArray, yaml);
        QFETCH(QByteArray, text);
        const auto field = textField(YamlDocument::parse(yaml.toStdString()), "k");
        QCOMPARE(field.isWrong(), text == "!");
        if (text == "!")
            return;
        QCOMPARE(field.hasValue(), !text.isNull());
        QCOMPARE(QByteArray::fromStdString(field.value), text.isNull() ? QByteArray("") : text);
    }

    void integers_data()
    {
        QTest::addColumn<QByteArray>("scalar");
        QTest::addColumn<bool>("isNumber");
        QTest::addColumn<qint64>("value");
        const auto row = [](const char *scalar, qint64 value) { QTest::newRow(scalar) << QByteArray(scalar) << true << value; };
        row("0", 0);
        row("1700000000000", 1700000000000);
        row("-1", -1);
        row("+5", 5);
        row("9223372036854775807", std::numeric_limits<qint64>::max());
        row("-9223372036854775808", std::numeric_limits<qint64>::min());
        row("1_000", 1000);
        row("0x1f", 31);
        row("012", 10);
        row("0b101", 5);
        row("12:30:45", 45045);
        row("1.7e+12", 1700000000000);
        row("'123'", 123);
        for (const char *bad : {"9223372036854775808", "-9223372036854775809", "089", "yesterday", "1.5", "[1]", ".inf", ".nan", "'1_000'", "1e400",
                                "12:75", "0x", "--1", "''"})
            QTest::newRow(bad) << QByteArray(bad) << false << qint64(0);
    }
    void integers()
    {
        QFETCH(QByteArray, scalar);
        QFETCH(bool, isNumber);
        QFETCH(qint64, value);
        const auto field = integerField(YamlDocument::parse(("k: " + scalar + "\n").toStdString()), "k");
        QCOMPARE(field.hasValue(), isNumber);
        QCOMPARE(field.isWrong(), !isNumber);
        QCOMPARE(qint64(field.value), value);
        QCOMPARE(field.line, 1);
    }

    void keepsWhatReads()
    {
        const auto cut = YamlDocument::parse("a: 1\nb: two\nlifecyc");
        QVERIFY(cut.isBroken() && !cut.isRefused());
        QCOMPARE(textField(cut, "a").value, "1");
        QCOMPARE(textField(cut, "b").value, "two");
        QVERIFY(!cut.find("lifecyc"));
        QCOMPARE(cut.issues().size(), size_t(1));
        const auto open = YamlDocument::parse("a: 1\nb: 'never ends\n");
        QVERIFY(open.isBroken());
        QCOMPARE(textField(open, "a").value, "1");
        QVERIFY(!open.find("b"));
        const auto latin = YamlDocument::parse("a: gr\xf6\xdf\nb: 2\n");
        QVERIFY(!latin.isBroken() && has(latin, YamlIssue::Kind::NotUtf8));
        QCOMPARE(textField(latin, "b").value, "2");
        QCOMPARE(textField(latin, "a").value, "gr\xef\xbf\xbd\xef\xbf\xbd");
    }
    void nothingAtAll()
    {
        for (const char *text : {"", "\n", "# only a comment\n", "---\n"}) {
            const auto document = YamlDocument::parse(text);
            QVERIFY(!document.isMapping() && !document.isBroken());
            QVERIFY(!document.find("a"));
        }
        QVERIFY(!YamlDocument::parse("- a\n- b\n").isMapping());
        QVERIFY(!YamlDocument::parse("just text").isMapping());
    }
    void onlyTheFirstDocumentCounts()
    {
        const auto document = YamlDocument::parse("a: 1\n---\na: 2\nb: 3\n");
        QCOMPARE(textField(document, "a").value, "1");
        QVERIFY(!document.find("b"));
        QVERIFY(has(document, YamlIssue::Kind::SecondDocument));
        QCOMPARE(document.issues().front().line, 2);
    }
    void duplicateKeys()
    {
        const auto document = YamlDocument::parse("status: 3\nx: 1\nstatus: 4\n");
        QCOMPARE(integerField(document, "status").value, 4);
        QVERIFY(has(document, YamlIssue::Kind::DuplicateKey));
        QCOMPARE(document.issues().front().line, 3);
    }
    void nestedMaps()
    {
        const auto document = YamlDocument::parse("tags:\n  b: 2\n  a: '1'\n  ? [x]\n  : y\nz: 1\n");
        std::string seen;
        document.forEach(*document.find("tags"), [&](const YamlNode &key, const YamlNode &value) { seen += key.text + '=' + value.text + ' '; });
        QCOMPARE(seen, "b=2 a=1 ");
        QCOMPARE(document.find("z")->line, 6);
    }

    void limits()
    {
        std::string bomb = "a: &a [x,x,x,x,x,x,x,x,x,x]\n";
        for (char c = 'b'; c <= 'j'; ++c)
            bomb += std::string(1, c) + ": &" + c + " [" + [&] {
                std::string items;
                for (int i = 0; i < 10; ++i)
                    items += (i ? ",*" : "*") + std::string(1, char(c - 1));
                return items;
            }() + "]\n";
        std::string many = "k:\n";
        for (int i = 0; i < 20'001; ++i)
            many += " - x\n";
        for (const std::string &text : {bomb, "k: " + std::string(20'000, '['), std::string("k: &a [*a]\n"), std::string("k: *nothing\n"),
                                        "k: '" + std::string(2 * 1024 * 1024, 'x') + "'", many}) {
            const auto document = YamlDocument::parse(text);
            QVERIFY2(document.isRefused(), text.substr(0, 30).c_str());
            QVERIFY(document.isEmpty() && has(document, YamlIssue::Kind::Limit));
        }
        const auto sound = YamlDocument::parse("a: &x 5\nb: *x\nc: " + std::string(60, '[') + std::string(60, ']'));
        QVERIFY(!sound.isRefused());
        QCOMPARE(integerField(sound, "b").value, 5);
    }
    void garbageNeitherCrashesNorHangs()
    {
        quint32 state = 1;
        for (int round = 0; round < 2000; ++round) {
            std::string bytes;
            for (int i = 0; i < 300; ++i) {
                state = state * 1664525 + 1013904223;
                // Every second round from signs that mean something to YAML.
                bytes += round % 2 ? char(state >> 24) : "ab:-\n[]{}&*!|>'\"%@ ,?#\t0"[(state >> 24) % 25];
            }
            const auto document = YamlDocument::parse(bytes);
            QVERIFY(document.isRefused() || document.isBroken() || document.root() || document.isEmpty());
        }
    }
};

QTEST_GUILESS_MAIN(TestYamlReader)
#include "tst_yamlreader.moc"
