// SPDX-License-Identifier: GPL-3.0-or-later
// The cards of the charts page by keys alone.
#include "tests/widgets/panels/chartsfixture.h"

#include <QAccessible>
#include <QMenu>
#include <QScrollBar>
#include <QToolButton>

using namespace Assay;
using namespace Qt::StringLiterals;
using Testing::ChartsFixture;

namespace {

constexpr Qt::KeyboardModifiers Moving = Qt::ControlModifier | Qt::ShiftModifier;

QStringList metrics(int count)
{
    QStringList names;
    for (int i = 0; i < count; ++i)
        names.append(u"m%1"_s.arg(i, 2, 10, QLatin1Char('0')));
    return names;
}

QString focused()
{
    const auto *card = qobject_cast<ChartCard *>(QApplication::focusWidget());
    return card ? card->key() : QString();
}

void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
{
    QTest::keyClick(QApplication::focusWidget(), key, modifiers);
}

} // namespace

class CardKeysTest : public QObject
{
    Q_OBJECT

private:
    static void focus(ChartsFixture &page, const QString &key)
    {
        page.panel.activateWindow();
        page.card(key).setFocus(Qt::TabFocusReason);
        QTRY_COMPARE(focused(), key);
    }
    // Opens the card's menu; whether the entry can be chosen, and then chooses it.
    static bool choose(ChartsFixture &page, const QString &id, const QString &begin)
    {
        QTest::mouseClick(page.card(id).findChild<QToolButton *>(u"cardMenu"_s), Qt::LeftButton);
        bool isEnabled = false;
        for (QMenu *menu : page.panel.findChildren<QMenu *>(u"cardActions"_s)) {
            if (!menu->isVisible())
                continue;
            for (QAction *each : menu->actions()) {
                isEnabled = isEnabled || (each->text().startsWith(begin) && each->isEnabled());
                if (each->text().startsWith(begin))
                    each->trigger();
            }
            menu->close();
        }
        return isEnabled;
    }

private Q_SLOTS:
    void arrowsGoFromCardToCard()
    {
        ChartsFixture page(metrics(40));
        QVERIFY(page.isReady());
        focus(page, u"m00"_s);
        press(Qt::Key_Right);
        QCOMPARE(focused(), u"m01"_s);
        const int left = page.card(u"m01"_s).x();
        press(Qt::Key_Down);
        const QString below = focused();
        QVERIFY(below > u"m01"_s);
        QCOMPARE(page.card(below).x(), left);
        press(Qt::Key_Up);
        press(Qt::Key_Left);
        press(Qt::Key_Left);
        QCOMPARE(focused(), u"m00"_s);
        QScrollBar *bar = page.grid().verticalScrollBar();
        for (int i = 0; i < 12; ++i) {
            press(Qt::Key_Down);
            QVERIFY(!focused().isEmpty());
            QVERIFY(page.grid().viewport()->rect().contains(page.card(focused()).geometry().center()));
        }
        QVERIFY(bar->value() > 0);
        const QString far = focused();
        bar->setValue(0);
        QVERIFY2(!page.grid().card(far), "there are cards only for what is in view");
        press(Qt::Key_Down);
        QCOMPARE(focused(), far);
        press(Qt::Key_Up);
        QVERIFY(focused() < far);
    }

    void tabGoesAsOneReads()
    {
        ChartsFixture page(metrics(40) + QStringList{u"train/loss"_s});
        QVERIFY(page.isReady());
        QScrollBar *bar = page.grid().verticalScrollBar();
        for (const double part : {0.0, 0.7, 0.4, 0.0}) { // cards are made for what is in view, and used again
            bar->setValue(int(bar->maximum() * part));
            const QStringList keys = page.grid().visibleKeys();
            QStringList wanted, cards;
            for (const QString &key : keys)
                if (page.grid().viewport()->rect().contains(page.card(key).geometry()))
                    wanted.append(key);
            QVERIFY(wanted.size() > 2);
            focus(page, wanted.first());
            for (int i = 0; i < 200 && cards.size() < wanted.size(); ++i) {
                if (!focused().isEmpty())
                    cards.append(focused());
                if (cards.size() < wanted.size())
                    press(Qt::Key_Tab);
            }
            QCOMPARE(cards, wanted);
        }
    }

    void movesAsADragDoes()
    {
        ChartsFixture page(metrics(6) + QStringList{u"train/loss"_s});
        QVERIFY(page.isReady());
        QSignalSpy edited(&page.panel, &ChartsPanel::dashboardEdited);
        focus(page, u"m00"_s);
        press(Qt::Key_Right, Moving);
        QTRY_COMPARE(page.grid().visibleKeys().mid(0, 3), (QStringList{u"m01"_s, u"m00"_s, u"m02"_s}));
        QCOMPARE(focused(), u"m00"_s);
        QCOMPARE(edited.size(), 1);
        QCOMPARE(edited.first().first().toString(), u"Move Card"_s);
        press(Qt::Key_Left, Moving);
        QTRY_COMPARE(page.grid().visibleKeys().mid(0, 3), (QStringList{u"m00"_s, u"m01"_s, u"m02"_s}));
        press(Qt::Key_Left, Moving);
        press(Qt::Key_Up, Moving);
        QCOMPARE(edited.size(), 2);
        press(Qt::Key_Down, Moving); // behind the one below
        QTRY_VERIFY(page.grid().visibleKeys().first() == u"m01"_s);
        QCOMPARE(edited.size(), 3);
        // The last of its section stays in it.
        focus(page, u"m05"_s);
        press(Qt::Key_Right, Moving);
        QTest::qWait(30);
        QCOMPARE(edited.size(), 3);
        page.panel.setDashboard(Dashboard::fromMap(edited.first().at(1).toMap()));
        QTRY_COMPARE(page.grid().visibleKeys().mid(0, 2), (QStringList{u"m00"_s, u"m01"_s}));
    }

    void growsAndShrinks()
    {
        ChartsFixture page(metrics(4));
        QVERIFY(page.isReady());
        QSignalSpy edited(&page.panel, &ChartsPanel::dashboardEdited);
        focus(page, u"m01"_s);
        press(Qt::Key_Plus);
        QTRY_COMPARE(page.card(u"m01"_s).spec().span, QSize(2, 1));
        press(Qt::Key_Plus);
        QTRY_COMPARE(page.card(u"m01"_s).spec().span, QSize(2, 2));
        press(Qt::Key_Minus);
        press(Qt::Key_Minus);
        QTRY_COMPARE(page.card(u"m01"_s).spec().span, QSize(1, 1));
        press(Qt::Key_Minus);
        QCOMPARE(edited.size(), 4);
        QCOMPARE(focused(), u"m01"_s);
    }

    void fillsThePageAndComesBack()
    {
        ChartsFixture page(metrics(20));
        QVERIFY(page.isReady());
        focus(page, u"m00"_s);
        press(Qt::Key_Return);
        QCOMPARE(page.grid().enlarged(), u"m00"_s);
        press(Qt::Key_Right);
        QCOMPARE(page.grid().enlarged(), u"m01"_s);
        QCOMPARE(focused(), u"m01"_s);
        press(Qt::Key_Right, Moving);
        QCOMPARE(page.grid().enlarged(), u"m01"_s);
        press(Qt::Key_Escape);
        QCOMPARE(page.grid().enlarged(), QString());
        QCOMPARE(focused(), u"m01"_s);
        QCOMPARE(page.grid().visibleKeys().at(1), u"m01"_s);
        // The chart in it has its own keys, and gives back the others.
        page.plot(u"m01"_s).setFocus(Qt::TabFocusReason);
        press(Qt::Key_Left);
        QVERIFY(page.plot(u"m01"_s).hasFocus());
        press(Qt::Key_F);
        QCOMPARE(page.grid().enlarged(), u"m01"_s);
        press(Qt::Key_F);
        QCOMPARE(page.grid().enlarged(), QString());
        press(Qt::Key_0);
        press(Qt::Key_Escape);
        QCOMPARE(focused(), u"m01"_s);
        press(Qt::Key_F);
        QTest::mouseClick(page.card(u"m01"_s).findChild<QToolButton *>(u"enlargeChart"_s), Qt::LeftButton);
        QCOMPARE(page.grid().enlarged(), QString());
    }

    void aFarCardKeepsTheFocus()
    {
        ChartsFixture page(metrics(40));
        QVERIFY(page.isReady());
        for (const Qt::Key back : {Qt::Key_Escape, Qt::Key_F}) {
            page.grid().ensureVisible(u"m35"_s);
            focus(page, u"m35"_s);
            press(Qt::Key_Return);
            QCOMPARE(page.grid().enlarged(), u"m35"_s);
            press(back);
            QCOMPARE(page.grid().enlarged(), QString());
            QCOMPARE(focused(), u"m35"_s);
            QVERIFY(page.grid().viewport()->rect().contains(page.card(u"m35"_s).geometry().center()));
        }
    }

    void theMenuSaysTheSame()
    {
        ChartsFixture page(metrics(3));
        QVERIFY(page.isReady());
        QVERIFY(!choose(page, u"m00"_s, u"Move earlier"_s));
        QVERIFY(!choose(page, u"m00"_s, u"Smaller"_s));
        QVERIFY(choose(page, u"m00"_s, u"Move later"_s));
        QTRY_COMPARE(page.grid().visibleKeys().mid(0, 2), (QStringList{u"m01"_s, u"m00"_s}));
        QVERIFY(choose(page, u"m00"_s, u"Larger"_s));
        QTRY_COMPARE(page.card(u"m00"_s).spec().span, QSize(2, 1));
        QVERIFY(choose(page, u"m00"_s, u"Move earlier"_s));
        QTRY_COMPARE(page.grid().visibleKeys().first(), u"m00"_s);
    }

    void saysWhatItIs()
    {
        ChartsFixture page(metrics(2));
        QVERIFY(page.isReady());
        QAccessibleInterface *card = QAccessible::queryAccessibleInterface(&page.card(u"m01"_s));
        QVERIFY(card->state().focusable);
        QCOMPARE(card->text(QAccessible::Name), u"m01"_s);
        QVERIFY(!card->text(QAccessible::Description).isEmpty());
    }

    void nextSizes_data()
    {
        QTest::addColumn<QSize>("span");
        QTest::addColumn<int>("columns");
        QTest::addColumn<QSize>("larger");
        QTest::addColumn<QSize>("smaller");
        QTest::newRow("least") << QSize(1, 1) << 3 << QSize(2, 1) << QSize();
        QTest::newRow("wide") << QSize(3, 1) << 3 << QSize(3, 2) << QSize(2, 1);
        QTest::newRow("high") << QSize(1, 2) << 3 << QSize(2, 2) << QSize(1, 1);
        QTest::newRow("one column") << QSize(1, 1) << 1 << QSize(1, 2) << QSize();
        QTest::newRow("wider than the grid") << QSize(4, 1) << 2 << QSize(2, 2) << QSize(1, 1);
        QTest::newRow("largest") << QSize(4, 3) << 6 << QSize() << QSize(3, 3);
    }
    void nextSizes()
    {
        QFETCH(QSize, span);
        QFETCH(int, columns);
        QTEST(nextSpan(span, Growth::Larger, columns).value_or(QSize()), "larger");
        QTEST(nextSpan(span, Growth::Smaller, columns).value_or(QSize()), "smaller");
    }
};

QTEST_MAIN(CardKeysTest)
#include "tst_cardkeys.moc"
