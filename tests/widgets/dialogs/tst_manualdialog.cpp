// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/dialogs/manualdialog.h"
#include "widgets/text/markdownview.h"

#include <QListWidget>
#include <QTest>

using namespace Assay;
using namespace Qt::StringLiterals;

class ManualDialogTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void leadsFromPageToPage()
    {
        ManualDialog dialog({{u"one"_s, u"First"_s, u"# First\n\nSee [the second](two.md)."_s}, {u"two"_s, u"Second"_s, u"# Second"_s}});
        const auto *list = dialog.findChild<QListWidget *>(u"manualPages"_s);
        auto *text = dialog.findChild<MarkdownView *>(u"manualText"_s);
        QCOMPARE(list->count(), 2);
        QCOMPARE(dialog.page(), u"one"_s);
        QVERIFY(text->toPlainText().contains("See the second."_L1));
        for (const QString &elsewhere : {u"https://example.com/two.md"_s, u"file:///etc/two.md"_s, u"three.md"_s, u"../two.md"_s, u"two"_s}) {
            emit text->linkActivated(QUrl(elsewhere));
            QCOMPARE(dialog.page(), u"one"_s);
        }
        emit text->linkActivated(QUrl(u"two.md"_s));
        QCOMPARE(dialog.page(), u"two"_s);
        QCOMPARE(list->currentRow(), 1);
        QVERIFY(text->toPlainText().startsWith("Second"_L1));
        dialog.showPage(u"three"_s);
        QCOMPARE(dialog.page(), u"two"_s);
    }
};

QTEST_MAIN(ManualDialogTest)
#include "tst_manualdialog.moc"
