// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/table/column.h"

#include <QTest>

#include <cmath>

using namespace Assay;
using namespace Qt::StringLiterals;

class ColumnTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void parsesNumbersAsPythonDoes_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<bool>("isNumber");
        QTest::addColumn<double>("number");
        const auto row = [](const char *text, std::optional<double> number) {
            QTest::addRow("%s", text) << QByteArray(text) << number.has_value() << number.value_or(0);
        };
        row("1", 1);
        row(" 5\n", 5);
        row("1e-07", 1e-7);
        row("+.5", 0.5);
        row("-5.", -5);
        row("1_000", 1000);
        row("1e400", std::numeric_limits<double>::infinity());
        row("1e-400", 0);
        row("Infinity", std::numeric_limits<double>::infinity());
        row("-inf", -std::numeric_limits<double>::infinity());
        row("0x10", {});
        row("1,5", {});
        row("5 epochs", {});
        row("_1", {});
        row("1__0", {});
        row("", {});
        row("-", {});
        row("--1", {});
        row("+-1", {});
        row("1e", {});
    }
    void parsesNumbersAsPythonDoes()
    {
        QFETCH(QByteArray, text);
        QFETCH(bool, isNumber);
        QFETCH(double, number);
        const auto parsed = parseNumber({text.constData(), size_t(text.size())});
        QCOMPARE(parsed.has_value(), isNumber);
        if (isNumber)
            QCOMPARE(*parsed, number);
    }

    void absenceIsNotNaN()
    {
        QVERIFY(!NumberTraits::isAbsent(std::numeric_limits<double>::quiet_NaN()));
        QVERIFY(!NumberTraits::isAbsent(canonicalNaN(NumberTraits::absent)));
        QVERIFY(NumberTraits::isAbsent(NumberTraits::absent));
    }

    void keepsCellsInBothForms_data()
    {
        QTest::addColumn<int>("every");
        QTest::addColumn<bool>("backwards");
        for (int every : {1, 2, 3, 7, 50})
            for (bool backwards : {false, true})
                QTest::addRow("every %d%s", every, backwards ? " backwards" : "") << every << backwards;
    }
    void keepsCellsInBothForms()
    {
        QFETCH(int, every);
        QFETCH(bool, backwards);
        const int rows = 1000;
        NumberColumn column;
        for (int i = 0; i < rows; ++i) {
            const int row = backwards ? rows - 1 - i : i;
            if (row % every == 0)
                column.set(uint32_t(row), row * 0.5, backwards ? rows : row + 1);
        }
        column.finish(rows);
        QCOMPARE(column.isDense(), every <= 3);
        for (int row = 0; row < rows; ++row) {
            const double value = column.at(uint32_t(row));
            QCOMPARE(NumberTraits::isAbsent(value), row % every != 0);
            if (row % every == 0)
                QCOMPARE(value, row * 0.5);
        }
        QCOMPARE(column.valueCount(), (rows + every - 1) / every);
    }

    void writesTheFewestDigits()
    {
        QCOMPARE(numberText(0.1), u"0.1"_s);
        QCOMPARE(numberText(3), u"3"_s);
        QCOMPARE(numberText(std::nan("")), u"NaN"_s);
        QCOMPARE(numberText(-std::numeric_limits<double>::infinity()), u"-Infinity"_s);
    }

    void ranksTextsByCodePoint()
    {
        TextColumn column;
        const std::vector<std::string> texts{"b", "a", "é", "B", "\U0001F3AF", "￿"};
        for (uint32_t row = 0; row < texts.size(); ++row)
            column.cells.set(row, column.dictionary.intern(texts[row]), row + 1);
        QCOMPARE(column.ranks(), (std::vector<uint32_t>{2, 1, 3, 0, 5, 4}));
        QVERIFY(!column.numbers().all);
    }

    void ranksTextsThatBeginAlike()
    {
        TextColumn column;
        std::vector<std::string> texts{"run-", std::string("run-\0", 5), std::string("run-\0\0", 6), "run-1", "run-\xc3\xa9"};
        for (int i = 0; i < 2000; ++i)
            texts.push_back("run-" + std::string(size_t(i % 11), 'x') + std::to_string(i * 7919 % 2003));
        for (const std::string &text : texts)
            column.dictionary.intern(text);
        std::vector<uint32_t> byRank(column.dictionary.size());
        for (uint32_t code = 0; code < column.dictionary.size(); ++code)
            byRank[column.ranks()[code]] = code;
        QVERIFY(byRank.size() > 1900);
        for (size_t i = 1; i < byRank.size(); ++i)
            QVERIFY(column.dictionary.at(byRank[i - 1]) < column.dictionary.at(byRank[i]));
    }
};

QTEST_APPLESS_MAIN(ColumnTest)
#include "tst_column.moc"
