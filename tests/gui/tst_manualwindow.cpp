// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/program.h"

#include "models/items/manualpages.h"
#include "widgets/dialogs/manualdialog.h"
#include "widgets/text/markdownview.h"

#include <QFile>
#include <QPointer>
#include <QRegularExpression>

using namespace Assay;
using namespace Assay::Testing;
using namespace Qt::StringLiterals;

class ManualWindowTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void opensAtThePageThatIsShown()
    {
        ProgramWithStore program;
        const QAction *action = program.window.actions().action(u"help.manual"_s);
        QCOMPARE(action->shortcut(), QKeySequence(Qt::Key_F1));
        QTest::keyClick(&program.window, Qt::Key_F1);
        QPointer<ManualDialog> manual = program.find<ManualDialog>(u"manualDialog"_s);
        QVERIFY(manual && manual->isVisible() && !manual->isModal());
        QCOMPARE(manual->page(), u"query"_s);
        for (const Page page : {Page::Charts, Page::Compare}) {
            program.window.showPage(page);
            program.window.actions().action(u"help.manual"_s)->trigger();
            QCOMPARE(manual->page(), pageName(page));
        }
        QCOMPARE(program.window.findChildren<ManualDialog *>().size(), 1);
        QTest::keyClick(manual, Qt::Key_Escape);
        QTRY_VERIFY(!manual);
    }

    // Every page is there, begins with a heading, can be laid out, and its links lead somewhere.
    void holdsEveryPage()
    {
        for (const ManualPage &page : manualPages()) {
            QFile file(page.resource());
            QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(page.name));
            const QString text = QString::fromUtf8(file.readAll());
            QVERIFY2(text.startsWith("# "_L1) && MarkdownView::canShow(text), qPrintable(page.name));
            static const QRegularExpression link(u"\\]\\(([^)]*)\\)"_s);
            for (auto it = link.globalMatch(text); it.hasNext();) {
                const QString to = it.next().captured(1);
                QVERIFY2(to.endsWith(".md"_L1) && manualPage(to.chopped(3)), qPrintable(page.name + u": "_s + to));
            }
        }
    }
};

QTEST_MAIN(ManualWindowTest)
#include "tst_manualwindow.moc"
