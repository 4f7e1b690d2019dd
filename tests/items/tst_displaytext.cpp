// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/displaytext.h"

#include <QTest>

#include <limits>

using namespace Assay;
using namespace Qt::StringLiterals;

class DisplayTextTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesDurations()
    {
        QCOMPARE(durationText(850), u"850 ms"_s);
        QCOMPARE(durationText(12'340), u"12.3 s"_s);
        QCOMPARE(durationText(245'000), u"4 min 05 s"_s);
        QCOMPARE(durationText(3'840'000), u"1 h 04 min"_s);
        QCOMPARE(durationText(-5), u"\u22125 ms"_s);
        QVERIFY(!durationText(std::numeric_limits<qint64>::max()).isEmpty());
        QVERIFY(!durationText(std::numeric_limits<qint64>::min()).isEmpty());
    }

    void writesAges()
    {
        QCOMPARE(ageText(1000, 2000), u"just now"_s);
        QCOMPARE(ageText(0, 3 * 3'600'000), u"3 h ago"_s);
        QCOMPARE(ageText(300'000, 0), u"in 5 min"_s);
        QCOMPARE(ageText(std::numeric_limits<qint64>::min(), 1), QString::number(std::numeric_limits<qint64>::min()));
    }

    void writesTimesOutsideTheCalendarAsNumbers()
    {
        QCOMPARE(timeText(0), u"1970-01-01 00:00:00"_s);
        QCOMPARE(timeText(std::numeric_limits<qint64>::max()), QString::number(std::numeric_limits<qint64>::max()));
    }

    void writesSizesAndCounts()
    {
        QCOMPARE(sizeText(512), u"512 B"_s);
        QCOMPARE(sizeText(3482), u"3.4 KiB"_s);
        QCOMPARE(countText(1234567), u"1\u2009234\u2009567"_s);
        QCOMPARE(countText(-123), u"-123"_s);
    }

    void hidesNothing()
    {
        QCOMPARE(visibleText(u"a\tb\nc"), u"a⇥b⏎c"_s);
        QCOMPARE(visibleText(u"x\u202Ey\u200B"), u"x\\u{202e}y\\u{200b}"_s);
        QCOMPARE(visibleText(u"\x1b[31m"), u"\\x1b[31m"_s);
        QCOMPARE(visibleText(u"🎯"), u"🎯"_s);
        QCOMPARE(visibleText(QString(10'000, u'a'), 10), QString(10, u'a') + u"… (10\u2009000 characters)"_s);
    }
};

QTEST_APPLESS_MAIN(DisplayTextTest)
#include "tst_displaytext.moc"
