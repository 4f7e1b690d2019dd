// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/jsonwriter.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

#include <bit>
#include <cmath>
#include <limits>

using namespace Assay;
using namespace Qt::StringLiterals;

class JsonWriterTest : public QObject
{
    Q_OBJECT

private:
    template <typename F>
    static std::string written(F &&f, int brokenLevels = 0)
    {
        std::string bytes;
        JsonWriter json([&](std::string_view piece) { bytes += piece; }, brokenLevels);
        f(json);
        json.flush();
        return bytes;
    }

private Q_SLOTS:
    void writesTextByteForByte_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("empty") << QString() << "\"\""_ba;
        QTest::newRow("quotes") << u"a\"b\\c"_s << "\"a\\\"b\\\\c\""_ba;
        QTest::newRow("NUL") << QString(u"a\0b"_s) << "\"a\\u0000b\""_ba;
        QTest::newRow("controls") << u"\n\t\r\u001b\u007f"_s << "\"\\n\\t\\u000d\\u001b\\u007f\""_ba;
        QTest::newRow("C1 control") << u"\u009b1m"_s << "\"\\u009b1m\""_ba;
        QTest::newRow("line separator") << u"a\u2028b"_s << "\"a\xe2\x80\xa8" "b\""_ba;
        QTest::newRow("beyond 16 bit") << u"\U0001F3AF"_s << "\"\xf0\x9f\x8e\xaf\""_ba;
        QTest::newRow("lone high surrogate") << QString(u"a"_s + QChar(0xd83c) + u'b') << "\"a\\ud83cb\""_ba;
        QTest::newRow("lone low surrogate, then a pair") << QString(QChar(0xdfaf) + u"\U0001F3AF\""_s) << "\"\\udfaf\xf0\x9f\x8e\xaf\\\"\""_ba;
    }

    void writesTextByteForByte()
    {
        QFETCH(QString, text);
        QFETCH(QByteArray, json);
        const std::string bytes = written([&](JsonWriter &writer) { writer.text(QStringView(text)); });
        QCOMPARE(QByteArray::fromStdString(bytes), json);
        if (QStringView(text).isValidUtf16()) {
            const QByteArray utf8 = text.toUtf8();
            const std::string same = written([&](JsonWriter &writer) { writer.text(std::string_view(utf8.constData(), size_t(utf8.size()))); });
            QCOMPARE(same, bytes);
        }
    }

    void replacesWhatIsNotUtf8()
    {
        for (const char *bad : {"\xff", "\xc0\x80", "\xe2\x80", "\xed\xa0\x80", "\xf5\x80\x80\x80", "\x80"}) {
            const QByteArray bytes = QByteArray::fromStdString(written([&](JsonWriter &writer) { writer.text(std::string_view(bad)); }));
            const QJsonDocument read = QJsonDocument::fromJson("[" + bytes + "]");
            QVERIFY2(read.isArray() && read.array().first().toString().contains(QChar::ReplacementCharacter), bytes.constData());
        }
    }

    void numbersReadBack_data()
    {
        QTest::addColumn<double>("value");
        for (double value : {0.1, 1.0 / 3, 1e-7, 5e-324, 1.7976931348623157e308, 123456789012345680.0, 1e22, 1e21, -2.5e-10, 3.0, 4503599627370497.5})
            QTest::addRow("%g", value) << value;
        QTest::newRow("-0") << -0.0;
    }

    void numbersReadBack()
    {
        QFETCH(double, value);
        const QByteArray text = QByteArray::fromStdString(jsonNumber(value));
        QCOMPARE(std::bit_cast<quint64>(std::strtod(text.constData(), nullptr)), std::bit_cast<quint64>(value));
        QVERIFY2(QJsonDocument::fromJson("[" + text + "]").isArray(), text.constData());
        QCOMPARE(jsonNumber(0.1), std::string("0.1"));
        QCOMPARE(jsonNumber(-0.0), std::string("-0.0"));
    }

    void whatIsNoNumberIsText()
    {
        QCOMPARE(jsonNumber(std::nan("")), std::string("\"NaN\""));
        QCOMPARE(jsonNumber(std::numeric_limits<double>::infinity()), std::string("\"Infinity\""));
        QCOMPARE(jsonNumber(-std::numeric_limits<double>::infinity()), std::string("\"-Infinity\""));
    }

    void integersAreExact()
    {
        const std::string bytes = written([](JsonWriter &json) {
            json.beginArray();
            json.integer(std::numeric_limits<qint64>::max());
            json.integer(std::numeric_limits<qint64>::min());
            json.endArray();
        });
        QCOMPARE(bytes, std::string("[9223372036854775807, -9223372036854775808]"));
    }

    void keepsOrderAndBreaksOuterLevels()
    {
        const std::string bytes = written([](JsonWriter &json) {
            json.beginObject();
            json.key("z");
            json.beginArray();
            json.beginObject();
            json.key(u"b");
            json.boolean(true);
            json.key(u"a");
            json.null();
            json.endObject();
            json.beginObject();
            json.endObject();
            json.endArray();
            json.key("empty");
            json.beginArray();
            json.endArray();
            json.endObject();
            json.endDocument();
        }, 2);
        QCOMPARE(bytes, std::string("{\n \"z\": [\n  {\"b\": true, \"a\": null},\n  {}\n ],\n \"empty\": []\n}\n"));
    }

    void handsOverInPieces()
    {
        int pieces = 0;
        qsizetype bytes = 0;
        JsonWriter json([&](std::string_view piece) { ++pieces; bytes += qsizetype(piece.size()); });
        json.beginArray();
        const std::string text(1000, 'x');
        for (int i = 0; i < 1000; ++i)
            json.text(text);
        json.endArray();
        json.flush();
        QVERIFY(pieces > 5);
        QVERIFY(bytes > 1000 * 1000);
    }
};

QTEST_APPLESS_MAIN(JsonWriterTest)
#include "tst_jsonwriter.moc"
