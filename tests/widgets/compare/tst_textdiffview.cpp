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

    void keepsItsPlaceInOtherTexts()
    {
        const QString from = numberedLines(300);
        Shown shown(from, QString(from).replace(u"line 290\n"_s, u"x\n"_s));
        QVERIFY(QTest::qWaitForWindowExposed(&shown.view));
        shown.click(u"textDiffFolding"_s);
        QScrollBar *bar = shown.canvas->verticalScrollBar();
        bar->setValue(bar->maximum() / 2);
        const int before = bar->value();
        QVERIFY(before > 0);
        shown.view.showDiff(std::make_shared<const SideBySide>(diffLines(from, QString(from).replace(u"line 290\n"_s, u"x\ny\n"_s))));
        QCOMPARE(bar->value(), before);
        shown.view.showDiff(std::make_shared<const SideBySide>(diffLines(u"one\n"_s, u"two\n"_s)));
        QCOMPARE(bar->value(), 0);
        shown.view.setDiff({u"other"_s, {}, {}}, std::make_shared<const SideBySide>(diffLines(from, numberedLines(400))));
        QCOMPARE(bar->value(), 0);
    }

    void laysOutWhatIsSeen()
    {
        SideBySide texts;
        for (int i = 0; i < 500; ++i) {
            texts.leftLines.append(QString(100'000, QChar(u'a' + i % 26)));
            texts.rightLines.append(QString(50'000, QChar(u'b' + i % 20)));
            texts.pairs.push_back({i, i, true});
        }
        texts.changes = {0};
        TextDiffView view;
        view.resize(1200, 700);
        view.setDiff({u"prompt"_s, {}, {}}, std::make_shared<const SideBySide>(texts));
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        auto *canvas = view.findChild<TextDiffCanvas *>();
        const int inView = 2 * (canvas->viewport()->height() / canvas->fontMetrics().height() + 2);
        const auto laidOutFor = [&](const auto &act) {
            const qsizetype before = canvas->laidOutLines();
            act();
            canvas->viewport()->repaint();
            return canvas->laidOutLines() - before;
        };
        QVERIFY2(canvas->laidOutLines() > 0 && canvas->laidOutLines() < 6 * inView, qPrintable(QString::number(canvas->laidOutLines())));
        QScrollBar *bar = canvas->verticalScrollBar();
        for (const double part : {0.3, 0.31, 1.0, 0.0})
            QVERIFY(laidOutFor([&] { bar->setValue(int(bar->maximum() * part)); }) <= 2 * inView);
        QVERIFY(laidOutFor([&] { view.resize(900, 700); }) <= 4 * inView);
    }

    void standsStillWhenItScrollsUpToWhatWasGuessed()
    {
        QString from, to;
        for (int i = 0; i < 300; ++i) { // words that wrap to more lines than their characters would
            from += u"%1 "_s.arg(i) + QString(u"abcdefghijklmnopqrstuvwxyzabcde "_s).repeated(i % 9) + u'\n';
            to += u"x%1\n"_s.arg(i);
        }
        Shown shown(from, to);
        QVERIFY(QTest::qWaitForWindowExposed(&shown.view));
        QScrollBar *bar = shown.canvas->verticalScrollBar();
        bar->setValue(bar->maximum());
        QImage before = shown.canvas->viewport()->grab().toImage();
        for (int i = 0; i < 60; ++i) {
            bar->triggerAction(QAbstractSlider::SliderSingleStepSub);
            const QImage after = shown.canvas->viewport()->grab().toImage();
            const int step = bar->singleStep(), rest = after.height() - step;
            QCOMPARE(after.copy(0, step, after.width(), rest), before.copy(0, 0, before.width(), rest));
            before = after;
        }
        while (bar->value() > 0)
            bar->triggerAction(QAbstractSlider::SliderSingleStepSub);
        QVERIFY(shown.canvas->laidOutLines() > 600);
    }

    void wrapsLongLinesAtTheirCells()
    {
        QFont font(u"monospace"_s);
        font.setPixelSize(13);
        const double cell = QFontMetricsF(font).horizontalAdvance(u'm');
        QCOMPARE(WrappedLine(QString(2000, u'a'), font, int(cell * 100) + 1).lineCount(), 20);
        QCOMPARE(WrappedLine::likelyLineCount(2000, font, int(cell * 100) + 1), 20);
        QCOMPARE(WrappedLine(QString(2000, QChar(0x6e2c)), font, int(cell * 100) + 1).lineCount(), 40);
        QCOMPARE(WrappedLine(QString(u"e\u0301"_s).repeated(1000), font, int(cell * 100) + 1).lineCount(), 10);
        QCOMPARE(WrappedLine(u"\U0001F600"_s.repeated(1000), font, int(cell * 100) + 1).lineCount(), 20);
        const WrappedLine line(QString(2000, u'a'), font, int(cell * 100) + 1);
        QCOMPARE(line.offsetAt({int(cell * 10) + 1, 5 * QFontMetrics(font).height() + 2}), 510);
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
