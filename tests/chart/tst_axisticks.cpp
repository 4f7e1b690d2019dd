// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/chart/axisticks.h"

#include <QTest>

#include <cmath>

using namespace Assay;
using namespace Qt::StringLiterals;

namespace {

QStringList labels(const AxisTicks &all)
{
    QStringList texts;
    for (const AxisTick &tick : all.ticks)
        texts.append(tick.label);
    return texts;
}

double ms(int year, int month, int day, int hour = 0, int minute = 0, int second = 0)
{
    return double(QDateTime(QDate(year, month, day), QTime(hour, minute, second), QTimeZone::utc()).toMSecsSinceEpoch());
}

} // namespace

class AxisTicksTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }
    void numbers_data();
    void numbers();
    void labelsTellNeighboursApart();
    void stepsAreWhole();
    void powersOfTen();
    void times();
    void durations();
    void rangesThatCannotBeDivided();
    void neighboursAmongDoubles();
    void paddingShowsEverything();
    void zoomKeepsItsAnchor();
};

void AxisTicksTest::numbers_data()
{
    QTest::addColumn<double>("lo");
    QTest::addColumn<double>("hi");
    QTest::addColumn<QStringList>("expected");
    QTest::newRow("unit") << 0.0 << 1.0 << QStringList{u"0"_s, u"0.25"_s, u"0.50"_s, u"0.75"_s, u"1.00"_s};
    QTest::newRow("signs") << -1.2 << 1.2 << QStringList{u"−1"_s, u"0"_s, u"1"_s};
    QTest::newRow("thousands") << 0.0 << 40'000.0 << QStringList{u"0"_s, u"10k"_s, u"20k"_s, u"30k"_s, u"40k"_s};
    QTest::newRow("small") << 0.0 << 4e-7 << QStringList{u"0"_s, u"10⁻⁷"_s, u"2×10⁻⁷"_s, u"3×10⁻⁷"_s, u"4×10⁻⁷"_s};
    QTest::newRow("near one") << 0.99991 << 0.99994 << QStringList{u"0.99991"_s, u"0.99992"_s, u"0.99993"_s, u"0.99994"_s};
    QTest::newRow("far from zero") << 1'000'000.0 << 1'000'003.0
                                   << QStringList{u"1\u2009000\u2009000"_s, u"1\u2009000\u2009001"_s, u"1\u2009000\u2009002"_s, u"1\u2009000\u2009003"_s};
}

void AxisTicksTest::numbers()
{
    QFETCH(double, lo);
    QFETCH(double, hi);
    QFETCH(QStringList, expected);
    QCOMPARE(labels(numberTicks({lo, hi}, 5)), expected);
}

void AxisTicksTest::labelsTellNeighboursApart()
{
    for (int exponent = -300; exponent < 300; exponent += 7) {
        for (const double offset : {0.0, -0.3, 5.0, 1000.0}) {
            const double unit = std::pow(10.0, exponent);
            const AxisRange range{offset * unit, (offset + 1.37) * unit};
            const QStringList texts = labels(numberTicks(range, 6));
            QVERIFY(texts.size() >= 2 && texts.size() <= 6);
            QCOMPARE(QSet<QString>(texts.begin(), texts.end()).size(), texts.size());
        }
    }
}

void AxisTicksTest::stepsAreWhole()
{
    QCOMPARE(labels(stepTicks({0, 3}, 20)), (QStringList{u"0"_s, u"1"_s, u"2"_s, u"3"_s}));
    QCOMPARE(labels(stepTicks({0, 10}, 6)), (QStringList{u"0"_s, u"2"_s, u"4"_s, u"6"_s, u"8"_s, u"10"_s}));
    for (const AxisTick &tick : stepTicks({0.2, 11.7}, 6).ticks)
        QCOMPARE(tick.position, std::round(tick.position));
    QCOMPARE(labels(stepTicks({0, 1'000'000}, 5)), (QStringList{u"0"_s, u"0.25M"_s, u"0.50M"_s, u"0.75M"_s, u"1M"_s}));
}

void AxisTicksTest::powersOfTen()
{
    QCOMPARE(labels(logTicks({0.009, 150}, 6)), (QStringList{u"0.01"_s, u"0.1"_s, u"1"_s, u"10"_s, u"100"_s}));
    QCOMPARE(labels(logTicks({0.9, 12}, 8)), (QStringList{u"1"_s, u"2"_s, u"5"_s, u"10"_s}));
    QCOMPARE(labels(logTicks({1e-9, 1e-5}, 6)), (QStringList{u"10⁻⁹"_s, u"10⁻⁸"_s, u"10⁻⁷"_s, u"10⁻⁶"_s, u"10⁻⁵"_s}));
    QVERIFY(logTicks({1e-300, 1e300}, 6).ticks.size() <= 7);
    QVERIFY(logTicks({2.0, 3.0}, 6).ticks.size() >= 3);
}

void AxisTicksTest::times()
{
    const QTimeZone utc = QTimeZone::utc();
    const AxisTicks hours = timeTicks({ms(2026, 1, 31, 21, 50), ms(2026, 2, 1, 3, 10)}, 7, utc);
    QCOMPARE(labels(hours), (QStringList{u"22:00"_s, u"23:00"_s, u"1 Feb"_s, u"01:00"_s, u"02:00"_s, u"03:00"_s}));
    QCOMPARE(hours.caption, u"31 Jan – 1 Feb 2026"_s);
    const AxisTicks seconds = timeTicks({ms(2026, 1, 31, 14, 5, 1), ms(2026, 1, 31, 14, 5, 50)}, 5, utc);
    QCOMPARE(labels(seconds), (QStringList{u"14:05:15"_s, u"14:05:30"_s, u"14:05:45"_s}));
    QCOMPARE(seconds.caption, u"31 Jan 2026"_s);
    QCOMPARE(labels(timeTicks({ms(2026, 1, 30), ms(2026, 2, 2)}, 5, utc)),
             (QStringList{u"30 Jan"_s, u"31 Jan"_s, u"1 Feb"_s, u"2 Feb"_s}));
    QCOMPARE(labels(timeTicks({ms(2025, 11, 20), ms(2026, 3, 2)}, 5, utc)),
             (QStringList{u"Dec 2025"_s, u"Jan 2026"_s, u"Feb 2026"_s, u"Mar 2026"_s}));
    QCOMPARE(labels(timeTicks({ms(2019, 11, 20), ms(2026, 3, 2)}, 5, utc)), (QStringList{u"2020"_s, u"2022"_s, u"2024"_s, u"2026"_s}));
    // Where the clock is put forward there is no midnight missing and no hour twice.
    const QTimeZone berlin("Europe/Berlin");
    const QStringList spring = labels(timeTicks({ms(2026, 3, 28, 23), ms(2026, 3, 29, 5)}, 8, berlin));
    QCOMPARE(spring.first(), u"29 Mar"_s);
    QCOMPARE(QSet<QString>(spring.begin(), spring.end()).size(), spring.size());
}

void AxisTicksTest::durations()
{
    constexpr double minute = 60'000;
    constexpr double hour = 60 * minute;
    QCOMPARE(labels(durationTicks({0, 60'000}, 5)), (QStringList{u"0"_s, u"15 s"_s, u"30 s"_s, u"45 s"_s, u"1 min"_s}));
    QCOMPARE(labels(durationTicks({0, 4 * minute}, 9)).at(3), u"1 min 30 s"_s);
    QCOMPARE(labels(durationTicks({0, 2 * hour}, 5)),
             (QStringList{u"0"_s, u"30 min"_s, u"1 h"_s, u"1 h 30 min"_s, u"2 h"_s}));
    QCOMPARE(labels(durationTicks({0, 48 * hour}, 5)), (QStringList{u"0"_s, u"12 h"_s, u"1 d"_s, u"1 d 12 h"_s, u"2 d"_s}));
    QCOMPARE(labels(durationTicks({-1000, 1000}, 3)), (QStringList{u"−1 s"_s, u"0"_s, u"1 s"_s}));
    QCOMPARE(labels(durationTicks({0, 2000}, 5)), (QStringList{u"0"_s, u"500 ms"_s, u"1.0 s"_s, u"1.5 s"_s, u"2.0 s"_s}));
}

void AxisTicksTest::rangesThatCannotBeDivided()
{
    QVERIFY(numberTicks({1e300, 1e300 * (1 + 1e-15)}, 6).ticks.size() < 100);
    QVERIFY(timeTicks({-1e18, 1e18}, 6, QTimeZone::utc()).ticks.size() < 10);
    QVERIFY(timeTicks({0, 4e15}, 6, QTimeZone::utc()).ticks.size() < 10);
}

void AxisTicksTest::neighboursAmongDoubles()
{
    for (const double value : {0.3, 0.7, 1.0, 1e17, -0.3, 3e-300, 1e300}) {
        double next = value;
        for (int away = 1; away <= 64; ++away) {
            next = std::nextafter(next, HUGE_VAL);
            for (int most = 2; most <= 14; ++most) {
                for (const ScaleMap &scale : {ScaleMap(AxisScale::Linear), ScaleMap(AxisScale::Log), ScaleMap(AxisScale::SymLog)}) {
                    const QList<AxisTick> ticks = valueTicks({value, next}, scale, most).ticks;
                    QVERIFY(ticks.size() <= 2 * most + 2);
                    for (qsizetype i = 1; i < ticks.size(); ++i)
                        QVERIFY(ticks.at(i - 1).position < ticks.at(i).position);
                }
                QVERIFY(stepTicks({value, next}, most).ticks.size() <= 2 * most + 2);
            }
        }
    }
    QVERIFY(stepTicks({1e17, 1e17 + 64}, 6).ticks.size() <= 14);
}

void AxisTicksTest::paddingShowsEverything()
{
    for (const AxisRange data : {AxisRange{0, 1}, AxisRange{5, 5}, AxisRange{0, 0}, AxisRange{-1e308, 1e308}}) {
        const AxisRange shown = paddedRange(data, AxisScale::Linear);
        QVERIFY(shown.lo < shown.hi && std::isfinite(shown.size()));
        if (std::abs(data.hi) < 1e300)
            QVERIFY(shown.lo < data.lo && shown.hi > data.hi);
    }
    const AxisRange log = paddedRange({1e-320, 1e300}, AxisScale::Log);
    QVERIFY(log.lo > 0 && std::isfinite(log.hi));
    QVERIFY(shownRange({3, 3}, 1).size() > 0.5);
    QCOMPARE(shownRange({3, 4}, 1), (AxisRange{3, 4}));
}

void AxisTicksTest::zoomKeepsItsAnchor()
{
    QCOMPARE(zoomed({0, 10}, 2, 0.5), (AxisRange{1, 6}));
    const AxisRange log = zoomed({1, 100}, 10, 0.5, AxisScale::Log);
    QVERIFY(std::abs(log.lo - std::sqrt(10)) < 1e-9 && std::abs(log.hi - 10 * std::sqrt(10)) < 1e-9);
    AxisRange range{0, 1};
    for (int i = 0; i < 1000; ++i)
        range = zoomed(range, 0.7, 0.5);
    QVERIFY(range.lo < range.hi);
    QCOMPARE(panned({0, 10}, 0.1), (AxisRange{1, 11}));
}

QTEST_APPLESS_MAIN(AxisTicksTest)
#include "tst_axisticks.moc"
