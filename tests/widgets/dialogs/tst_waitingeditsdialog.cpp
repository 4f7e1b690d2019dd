// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/dialogs/waitingeditsdialog.h"

#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTreeView>

using namespace Assay;
using namespace Qt::StringLiterals;

namespace {

QList<WaitingEditsModel::Entry> entriesOf(const QStringList &keys)
{
    QList<WaitingEditsModel::Entry> entries;
    for (const QString &key : keys) {
        WaitingEdit waiting;
        waiting.edit = RunEdit::tag({ExperimentId(u"1"_s), RunId(u"r1"_s)}, key, {}, u"mine"_s);
        entries.append({u"https://mlflow.example"_s, u"mlflow.example"_s, waiting});
    }
    return entries;
}

} // namespace

class TestWaitingEditsDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void staysWithTheChangeThatIsLookedAt();
};

void TestWaitingEditsDialog::staysWithTheChangeThatIsLookedAt()
{
    WaitingEditsDialog dialog;
    auto *list = dialog.findChild<QTreeView *>(u"waitingEdits"_s);
    QSignalSpy drops(&dialog, &WaitingEditsDialog::dropRequested);
    dialog.setEntries(entriesOf({u"a"_s, u"b"_s, u"c"_s}));
    list->setCurrentIndex(list->model()->index(1, 0));
    dialog.setEntries(entriesOf({u"b"_s, u"c"_s})); // the first was made meanwhile
    QCOMPARE(list->currentIndex().row(), 0);
    dialog.findChild<QPushButton *>(u"waitingDrop"_s)->click();
    QCOMPARE(drops.value(0).value(1).value<WaitingEdit>().edit.key, u"b"_s);
    dialog.setEntries(entriesOf({u"c"_s})); // it is gone itself: the next
    QCOMPARE(list->currentIndex().row(), 0);
    dialog.setEntries({});
    QVERIFY(!dialog.findChild<QPushButton *>(u"waitingDrop"_s)->isEnabled());
}

QTEST_MAIN(TestWaitingEditsDialog)
#include "tst_waitingeditsdialog.moc"
