// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/table/radixsort.h"
#include "tests/support/testing.h"

#include <QRandomGenerator>
#include <QTest>

#include <numeric>

using namespace Assay;

class RadixSortTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isStableSort_data();
    void isStableSort();
    void ordersNumbers();
};

void RadixSortTest::isStableSort_data()
{
    QTest::addColumn<int>("rows");
    QTest::addColumn<quint64>("mask"); // bits in which keys differ
    QTest::addColumn<bool>("withAbsent");

    const std::pair<const char *, quint64> masks[] = {
        {"nothing", 0}, {"one bit", 1}, {"low bits", 0xfff}, {"32 bits", 0xffff'ffff}, {"33 bits", 0x1'ffff'ffff},
        {"high bits", 0xfff0'0000'0000'0000}, {"both ends", 0xf000'0000'0000'03ff}, {"all bits", ~quint64(0)},
    };
    for (int rows : {0, 1, 2, 16, 17, 511, 512, 20'000})
        for (const auto &[name, mask] : masks)
            for (bool withAbsent : {false, true})
                QTest::addRow("%d rows, %s%s", rows, name, withAbsent ? ", absent" : "") << rows << mask << withAbsent;
}

void RadixSortTest::isStableSort()
{
    QFETCH(int, rows);
    QFETCH(quint64, mask);
    QFETCH(bool, withAbsent);
    QRandomGenerator random(1);
    std::vector<uint64_t> keys;
    for (int i = 0; i < rows; ++i)
        keys.push_back(withAbsent && random.bounded(5) == 0 ? AbsentSortKey : (random.generate64() & mask) | 0x0123'0000'0000'0000);
    std::vector<uint32_t> expected(keys.size());
    std::iota(expected.begin(), expected.end(), 0u);
    std::shuffle(expected.begin(), expected.end(), random);
    std::vector<uint32_t> sorted = expected;
    const auto keyOf = [&](uint32_t row) { return keys[row]; };
    std::stable_sort(expected.begin(), expected.end(), [&](uint32_t a, uint32_t b) { return keyOf(a) < keyOf(b); });
    sortByKey(sorted, keyOf);
    QVERIFY(sorted == expected);
}

void RadixSortTest::ordersNumbers()
{
    const double inf = std::numeric_limits<double>::infinity();
    const double ascending[] = {-inf, -1e300, -1, -1e-300, 0, 1e-300, 0.5, 1, 1e300, inf};
    for (size_t i = 1; i < std::size(ascending); ++i)
        QVERIFY(numberSortKey(ascending[i - 1]) < numberSortKey(ascending[i]));
    QCOMPARE(numberSortKey(-0.0), numberSortKey(0.0));
    QVERIFY(numberSortKey(inf) < NaNSortKey);
    QVERIFY(~numberSortKey(-inf) < NaNSortKey);
    QVERIFY(timeSortKey(-1) < timeSortKey(0));
}

QTEST_GUILESS_MAIN(RadixSortTest)
#include "tst_radixsort.moc"
