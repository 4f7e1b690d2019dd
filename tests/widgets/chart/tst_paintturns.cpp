// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chart/paintturns.h"

#include <QTest>

using namespace Assay;
using namespace Qt::StringLiterals;

class PaintTurnsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneAfterTheOther();
    void othersHaveTheirTurnBetweenSlices();
    void askingAgainReplacesAndKeepsThePlace();
    void whatIsLookedAtComesFirst();
    void whoIsGoneIsForgotten();
    void paintingMayAskAgain();

private:
    std::function<void()> note(const QString &what)
    {
        return [this, what] { m_log.append(what); };
    }

    QStringList m_log;
};

void PaintTurnsTest::oneAfterTheOther()
{
    m_log.clear();
    PaintTurns turns;
    QObject a, b;
    turns.ask(&a, note(u"a"_s));
    turns.ask(&b, note(u"b"_s));
    QVERIFY(m_log.isEmpty()); // never at once
    QVERIFY(!turns.isEmpty());
    QTRY_VERIFY(turns.isEmpty());
    QCOMPARE(m_log, QStringList({u"a"_s, u"b"_s}));
}

void PaintTurnsTest::othersHaveTheirTurnBetweenSlices()
{
    m_log.clear();
    PaintTurns turns(std::chrono::microseconds(0)); // one a slice
    QObject plots[5];
    QStringList expected;
    for (int i = 0; i < 5; ++i) {
        turns.ask(&plots[i], [this, i] {
            m_log.append(u"paint %1"_s.arg(i));
            QMetaObject::invokeMethod(this, note(u"input %1"_s.arg(i)), Qt::QueuedConnection);
        });
        expected << u"paint %1"_s.arg(i) << u"input %1"_s.arg(i);
    }
    QTRY_COMPARE(m_log, expected);
    QVERIFY(turns.isEmpty());
}

void PaintTurnsTest::askingAgainReplacesAndKeepsThePlace()
{
    m_log.clear();
    PaintTurns turns(std::chrono::microseconds(0));
    QObject a, b;
    turns.ask(&a, note(u"out of date"_s));
    turns.ask(&b, note(u"b"_s));
    turns.ask(&a, note(u"a"_s));
    QTRY_VERIFY(turns.isEmpty());
    QCOMPARE(m_log, QStringList({u"a"_s, u"b"_s}));
}

void PaintTurnsTest::whatIsLookedAtComesFirst()
{
    m_log.clear();
    PaintTurns turns(std::chrono::microseconds(0));
    QObject a, b, c, other;
    turns.ask(&a, note(u"a"_s));
    turns.ask(&b, note(u"b"_s));
    turns.ask(&c, note(u"c"_s));
    turns.putFirst(&c);
    turns.putFirst(&other); // does not wait
    QTRY_VERIFY(turns.isEmpty());
    QCOMPARE(m_log, QStringList({u"c"_s, u"a"_s, u"b"_s}));
}

void PaintTurnsTest::whoIsGoneIsForgotten()
{
    m_log.clear();
    PaintTurns turns(std::chrono::microseconds(0));
    auto gone = std::make_unique<QObject>();
    QObject stays;
    turns.ask(gone.get(), note(u"gone"_s));
    turns.ask(&stays, note(u"stays"_s));
    gone.reset();
    QTRY_VERIFY(turns.isEmpty());
    QCOMPARE(m_log, QStringList({u"stays"_s}));
}

void PaintTurnsTest::paintingMayAskAgain()
{
    m_log.clear();
    PaintTurns turns(std::chrono::microseconds(0));
    QObject a;
    turns.ask(&a, [&] {
        m_log.append(u"first"_s);
        turns.ask(&a, note(u"again"_s));
    });
    QTRY_COMPARE(m_log, QStringList({u"first"_s, u"again"_s}));
    turns.ask(&a, note(u"later"_s)); // after all was quiet
    QTRY_COMPARE(m_log.size(), 3);
}

QTEST_GUILESS_MAIN(PaintTurnsTest)
#include "tst_paintturns.moc"
