// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/stores/mlflow-file/yamledit.h"
#include "models/stores/mlflow-file/yamlfield.h"
#include "tests/support/testing.h"

using namespace Assay;
using namespace Qt::StringLiterals;

class TestYamlEdit : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void edits_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("after"); // of stage: Production
        QTest::newRow("first") << QByteArray("stage: None\nz: 1\n") << QByteArray("stage: Production\nz: 1\n");
        QTest::newRow("middle, all else kept") << QByteArray("# note\na:   [1,  2]\nstage: 'None'\nnew_key: {x: y} # kept\n")
                                               << QByteArray("# note\na:   [1,  2]\nstage: Production\nnew_key: {x: y} # kept\n");
        QTest::newRow("last, without a line end") << QByteArray("a: 1\nstage: None") << QByteArray("a: 1\nstage: Production\n");
        QTest::newRow("CRLF") << QByteArray("a: 1\r\nstage: None\r\nb: 2\r\n") << QByteArray("a: 1\r\nstage: Production\r\nb: 2\r\n");
        QTest::newRow("absent") << QByteArray("a: 1\nb: 2\n") << QByteArray("a: 1\nb: 2\nstage: Production\n");
        QTest::newRow("absent, no line end") << QByteArray("a: 1") << QByteArray("a: 1\nstage: Production\n");
        QTest::newRow("empty value") << QByteArray("stage:\nb: 2\n") << QByteArray("stage: Production\nb: 2\n");
        QTest::newRow("folded") << QByteArray("stage: some long\n  text here\nb: 2\n") << QByteArray("stage: Production\nb: 2\n");
        QTest::newRow("quoted over lines") << QByteArray("stage: 'x\n\n  y'\nb: 2\n") << QByteArray("stage: Production\nb: 2\n");
        QTest::newRow("block") << QByteArray("stage: |\n  x\n  y\nb: 2\n") << QByteArray("stage: Production\nb: 2\n");
        QTest::newRow("byte order mark") << QByteArray("\xef\xbb\xbf" "a: 1\nstage: None\n") << QByteArray("\xef\xbb\xbf" "a: 1\nstage: Production\n");
        QTest::newRow("nested key of that name") << QByteArray("a:\n  stage: x\nstage: None\n") << QByteArray("a:\n  stage: x\nstage: Production\n");
        QTest::newRow("long form") << QByteArray("a: 1\n? stage\n: None\n") << QByteArray("a: 1\nstage: Production\n");
        // Laid out in ways that a line cannot be exchanged in, or not sound.
        for (const char *bad : {"{a: 1, stage: None}\n", "- stage\n", "a: [\n", "", "a: 1\n---\nstage: None\n", "a: 1\nstage: None\n...\n# x\n---\nb: 1\n",
                                "stage:\n- a\n- b\nc: 1\n"})
            QTest::newRow(bad) << QByteArray(bad) << QByteArray();
    }
    void edits()
    {
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, after);
        const auto result = editYaml(before.toStdString(), {{"stage", "Production"}});
        QCOMPARE(result.hasValue(), !after.isNull());
        if (result)
            QCOMPARE(QByteArray::fromStdString(*result), after);
        else
            QCOMPARE(result.error().code, ErrorCode::Unsupported);
    }
    void severalFields()
    {
        const auto result = editYaml("a: 1\nb: 2\nc: 3\n", {{"c", "30"}, {"a", "10"}, {"d", "40"}});
        VERIFY_RESULT(result);
        QCOMPARE(*result, "a: 10\nb: 2\nc: 30\nd: 40\n");
    }
    void duplicateKeysAreLeftAlone()
    {
        // The last one counts and is the one that changes.
        const auto result = editYaml("stage: a\nb: 1\nstage: c\n", {{"stage", "Production"}});
        VERIFY_RESULT(result);
        QCOMPARE(*result, "stage: a\nb: 1\nstage: Production\n");
    }

    void scalars_data()
    {
        QTest::addColumn<QString>("text");
        for (const QString &text : {u"plain"_s, u"bold-fox-42"_s, u"with blank"_s, u"yes"_s, u"No"_s, u"null"_s, u"y"_s, u""_s, u"12"_s, u"1e5"_s,
                                    u"0x1f"_s, u"it's"_s, u"\"quoted\""_s, u"a: b"_s, u"#x"_s, u"- a"_s, u"a\nb"_s, u" lead"_s, u"trail "_s, u"\t"_s,
                                    u"größer 😀"_s, u"\u2028\u0085\ufeff\u007f\u001b"_s, u"back\\slash"_s, u"~"_s, u"{a}"_s, u"2024-01-01"_s,
                                    u"\r\n"_s, QString(3000, u'x') + u' ' + QString(3000, u'y'), u"%TAG"_s, u"!!str"_s, u"*a"_s, u"a\u00a0b"_s})
            QTest::newRow(qPrintable(text.left(30))) << text;
    }
    void scalars()
    {
        QFETCH(QString, text);
        const auto document = YamlDocument::parse("k: " + yamlScalar(text) + "\nz: 1\n");
        QVERIFY(!document.isBroken() && document.issues().empty());
        const auto field = textField(document, "k");
        QVERIFY(field.hasValue());
        QCOMPARE(QString::fromStdString(field.value), text);
        QVERIFY(document.find("z"));
    }
};

QTEST_GUILESS_MAIN(TestYamlEdit)
#include "tst_yamledit.moc"
