// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/compare/textdiffview.h"

#include "widgets/panels/compare/textdiffcanvas.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QScrollBar>
#include <QTest>
#include <QToolButton>

using namespace Assay;
using namespace Qt::StringLiterals;

namespace {

QString numberedLines(int count)
{
    QString text;
    for (int i = 0; i < count; ++i)
        text += u"line %1\n"_s.arg(i);
    return text;
}

} // namespace

class TextDiffViewTest : public QObject
{
    Q_OBJECT

private:
    struct Shown {
        Shown(const QString &from, const QString &to)
        {
            view.resize(900, 300);
            view.setDiff({u"prompt"_s, u"left run"_s, u"right run"_s}, std::make_shared<const SideBySide>(diffLines(from, to)));
            view.show();
        }
        QString count() { return view.findChild<QLabel *>(u"textDiffCount"_s)->text(); }
        void click(const QString &button) { QTest::mouseClick(view.findChild<QToolButton *>(button), Qt::LeftButton); }

        TextDiffView view;
        TextDiffCanvas *canvas = view.findChild<TextDiffCanvas *>();
    };

private Q_SLOTS:
    void foldsWhatIsUnchanged()
    {
        const QString from = numberedLines(200);
        Shown shown(from, QString(from).replace(u"line 100\n"_s, u"line hundred\n"_s));
        QVERIFY(QTest::qWaitForWindowExposed(&shown.view));
        QCOMPARE(shown.canvas->rowCount(), 3 + 1 + 3 + 2);
        QTest::mouseClick(shown.canvas->viewport(), Qt::LeftButton, {}, QPoint(100, 10));
        QCOMPARE(shown.canvas->rowCount(), 100 + 1 + 3 + 1);
        shown.click(u"textDiffFolding"_s);
        QCOMPARE(shown.canvas->rowCount(), 200);
    }

    void stepsFromChangeToChange()
    {
        const QString from = numberedLines(300);
        Shown shown(from, QString(from).replace(u"line 50\n"_s, u"x\n"_s).replace(u"line 250\n"_s, u"y\n"_s));
        QVERIFY(QTest::qWaitForWindowExposed(&shown.view));
        QVERIFY(shown.count().startsWith(u"2 change"_s));
        shown.click(u"textDiffFolding"_s);
        shown.click(u"textDiffNext"_s);
        const int first = shown.canvas->verticalScrollBar()->value();
        QCOMPARE(shown.count(), u"Change 1 of 2"_s);
        QTest::keyClick(shown.canvas, Qt::Key_F7);
        QCOMPARE(shown.count(), u"Change 2 of 2"_s);
        QVERIFY(shown.canvas->verticalScrollBar()->value() > first);
        QVERIFY(!shown.view.findChild<QToolButton *>(u"textDiffNext"_s)->isEnabled());
        QTest::keyClick(shown.canvas, Qt::Key_F7, Qt::ShiftModifier);
        QCOMPARE(shown.count(), u"Change 1 of 2"_s);
    }

    void copiesWhatIsSelectedOnOneSide()
    {
        Shown shown(u"one\ntwo\nthree\n"_s, u"one\n2\nthree\n"_s);
        QVERIFY(QTest::qWaitForWindowExposed(&shown.view));
        QWidget *at = shown.canvas->viewport();
        const int line = shown.canvas->fontMetrics().height() + 2;
        QTest::mousePress(at, Qt::LeftButton, {}, QPoint(at->width() / 2 + 2, 6));
        QTest::mouseMove(at, QPoint(at->width() - 2, 6 + line));
        QTest::mouseRelease(at, Qt::LeftButton, {}, QPoint(at->width() - 2, 6 + line));
        QCOMPARE(shown.canvas->selectedText(), u"one\n2"_s);
        QTest::keyClick(shown.canvas, Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QGuiApplication::clipboard()->text(), u"one\n2"_s);
    }

    void copiesTheWholeDifferenceWithoutASelection()
    {
        Shown shown(u"one\ntwo\n"_s, u"one\n2\n"_s);
        QTest::keyClick(shown.canvas, Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QGuiApplication::clipboard()->text(), u"--- left run\n+++ right run\n one\n-two\n+2\n"_s);
    }

    void showsLongAndStrangeTexts()
    {
        Shown shown(QString(500'000, u'x') + u"\x07\u202e\n\tтекст 測試\n"_s, numberedLines(40'000));
        QVERIFY(QTest::qWaitForWindowExposed(&shown.view));
        QVERIFY(shown.canvas->verticalScrollBar()->maximum() > 0);
        shown.canvas->verticalScrollBar()->setValue(shown.canvas->verticalScrollBar()->maximum());
        shown.view.resize(200, 100);
        QVERIFY(!shown.canvas->grab().isNull());
    }
};

QTEST_MAIN(TextDiffViewTest)
#include "tst_textdiffview.moc"
