// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/table/textbytes.h"
#include "models/table/textdictionary.h"

#include <QTest>

#include <memory>
#include <set>

using namespace Assay;

namespace {

// A copy of its own, so that a look beyond the end is seen by a sanitizer.
template <typename F>
auto withCopy(const std::string &text, F f)
{
    const std::unique_ptr<char[]> bytes(new char[text.size()]);
    std::copy(text.begin(), text.end(), bytes.get());
    return f(std::string_view(bytes.get(), text.size()));
}

} // namespace

class TextDictionaryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void looksAtEveryByte();
    void numbersTextsInOrderOfArrival();
    void goesOnAfterShrinking();
};

void TextDictionaryTest::looksAtEveryByte()
{
    std::set<uint64_t> hashes;
    int texts = 0;
    for (size_t size = 0; size <= 40; ++size) {
        const std::string plain(size, 'a');
        QVERIFY(withCopy(plain, isAscii));
        hashes.insert(withCopy(plain, hashText));
        ++texts;
        for (size_t at = 0; at < size; ++at, ++texts) {
            std::string other = plain;
            other[at] = 'b';
            hashes.insert(withCopy(other, hashText));
            other[at] = '\x80';
            QVERIFY(!withCopy(other, isAscii));
        }
    }
    QCOMPARE(int(hashes.size()), texts);
}

void TextDictionaryTest::numbersTextsInOrderOfArrival()
{
    TextDictionary dictionary;
    QCOMPARE(dictionary.intern(""), 0u);
    for (uint32_t i = 0; i < 5000; ++i)
        QCOMPARE(dictionary.intern(std::to_string(i)), i + 1);
    for (uint32_t i = 0; i < 5000; ++i)
        QCOMPARE(dictionary.intern(std::to_string(i)), i + 1);
    QCOMPARE(dictionary.intern(std::string_view("\0", 1)), 5001u);
    QCOMPARE(dictionary.size(), 5002u);
    QVERIFY(dictionary.at(0).empty());
    QVERIFY(dictionary.at(4321) == "4320");
    QVERIFY(dictionary.at(5001) == std::string_view("\0", 1));
}

void TextDictionaryTest::goesOnAfterShrinking()
{
    TextDictionary dictionary;
    for (uint32_t i = 0; i < 100; ++i)
        dictionary.intern(std::to_string(i));
    const qsizetype before = dictionary.memoryBytes();
    dictionary.shrink();
    QVERIFY(dictionary.memoryBytes() < before / 2);
    for (uint32_t i = 0; i < 200; ++i)
        QCOMPARE(dictionary.intern(std::to_string(i)), i);
}

QTEST_GUILESS_MAIN(TextDictionaryTest)
#include "tst_textdictionary.moc"
