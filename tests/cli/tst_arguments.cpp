// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/arguments.h"
#include "tests/support/testing.h"

using namespace Assay;
using namespace Qt::StringLiterals;

class ArgumentsTest : public QObject
{
    Q_OBJECT

private:
    static Result<Arguments> parse(const QStringList &words)
    {
        return Arguments::parse(words, {{u"LOCATION"_s}, {u"KEY"_s, ArgumentSpec::Count::Optional}},
                                {{"experiment"_L1, 'e', u"NAME"_s, true, {}}, {"max"_L1, 0, u"N"_s, false, {}}, {"all"_L1, 0, {}, false, {}}});
    }

private Q_SLOTS:
    void readsEveryWayOfWriting()
    {
        const auto parsed = parse({u"-e"_s, u"a b"_s, u"place"_s, u"--experiment=c=d"_s, u"-ef"_s, u"--max"_s, u"-3"_s, u"--all"_s, u"--"_s, u"--key"_s});
        VERIFY_RESULT(parsed);
        QCOMPARE(parsed->values("experiment"_L1), (QStringList{u"a b"_s, u"c=d"_s, u"f"_s}));
        QCOMPARE(parsed->value("max"_L1), u"-3"_s);
        QVERIFY(parsed->has("all"_L1));
        QCOMPARE(parsed->at(0), u"place"_s);
        QCOMPARE(parsed->at(1), u"--key"_s);
        QVERIFY(!parse({u"place"_s})->has("all"_L1));
    }

    void namesWhatIsWrong_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<QString>("named");
        QTest::newRow("unknown option") << QStringList{u"place"_s, u"--bla=1"_s} << u"--bla"_s;
        QTest::newRow("unknown letter") << QStringList{u"place"_s, u"-x"_s} << u"-x"_s;
        QTest::newRow("no abbreviations") << QStringList{u"place"_s, u"--exp"_s, u"a"_s} << u"--exp"_s;
        QTest::newRow("without value") << QStringList{u"place"_s, u"--max"_s} << u"--max"_s;
        QTest::newRow("twice") << QStringList{u"place"_s, u"--max=1"_s, u"--max=2"_s} << u"--max"_s;
        QTest::newRow("switch with value") << QStringList{u"place"_s, u"--all=yes"_s} << u"--all"_s;
        QTest::newRow("missing") << QStringList{} << u"LOCATION"_s;
        QTest::newRow("too many") << QStringList{u"place"_s, u"key"_s, u"more"_s} << u"more"_s;
    }

    void namesWhatIsWrong()
    {
        QFETCH(QStringList, words);
        QFETCH(QString, named);
        const auto parsed = parse(words);
        QVERIFY(!parsed);
        QCOMPARE(parsed.error().code, ErrorCode::InvalidArgument);
        QVERIFY2(parsed.error().message.contains(named), qPrintable(parsed.error().message));
    }

    void readsWholeNumbers()
    {
        QCOMPARE(*parse({u"p"_s, u"--max=12"_s})->integer("max"_L1, 0), std::optional<qint64>(12));
        QCOMPARE(*parse({u"p"_s})->integer("max"_L1, 0), std::optional<qint64>());
        for (const QString &bad : {u"-1"_s, u"1.5"_s, u"many"_s, u""_s, u"99999999999999999999"_s})
            QVERIFY2(!parse({u"p"_s, u"--max"_s, bad})->integer("max"_L1, 0), qPrintable(bad));
    }
};

QTEST_APPLESS_MAIN(ArgumentsTest)
#include "tst_arguments.moc"
