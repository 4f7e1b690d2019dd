// SPDX-License-Identifier: GPL-3.0-or-later
// Queries in the whole window: typed, completed, explained, remembered; facets; the keys of the table.
#include "tests/gui/program.h"
#include "tests/support/testing.h"
#include "widgets/dialogs/shortcutsdialog.h"
#include "widgets/panels/runs/facetpanel.h"
#include "widgets/panels/runs/filterfield.h"
#include "widgets/panels/runs/rungrid.h"

#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QStandardPaths>
#include <QTemporaryDir>

using namespace Assay;
using namespace Assay::Testing;
using namespace Qt::StringLiterals;

namespace {

struct OpenProgram : ProgramWithStore {
    using ProgramWithStore::ProgramWithStore;

    FilterField *filter() { return find<FilterField>(u"runsFilter"_s); }
    RunGrid *grid() { return find<RunGrid>(u"runs"_s); }
    qsizetype rows() { return qsizetype(workbench.view().rows().size()); }
    void type(const QString &text)
    {
        filter()->setFocus();
        QTest::keyClicks(filter(), text);
        QTRY_VERIFY(!window.isBusy());
    }
};

} // namespace

class QueryWindowTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }

    void filtersByWhatIsOffered()
    {
        OpenProgram program;
        const qsizetype all = program.rows();
        program.type(u"status = "_s);
        QVERIFY(program.filter()->isOffering());
        QTest::keyClick(program.filter(), Qt::Key_Down);
        QTest::keyClick(program.filter(), Qt::Key_Return);
        QVERIFY(program.filter()->text().startsWith(u"status = '"_s));
        QTRY_VERIFY(!program.window.isBusy());
        QVERIFY(program.rows() > 0 && program.rows() < all);
    }

    void explainsWhyNothingIsFound()
    {
        OpenProgram program;
        program.type(u"depth >= 0 AND run_name = 'there is none'"_s);
        auto *remove = program.find<QPushButton>(u"runsCulpritAction"_s);
        QTRY_VERIFY(remove->isVisible());
        QCOMPARE(remove->text(), u"Remove “run_name = 'there is none'”"_s);
        remove->click();
        QTRY_VERIFY(program.rows() > 0);
        QCOMPARE(program.filter()->text(), u"depth >= 0"_s);
        // An answer is explained, too, where one asks for it.
        program.type(u" AND status = 'FINISHED'"_s);
        QTRY_VERIFY(program.find<QLabel>(u"runsCaption"_s)->toolTip().contains(u"“status = 'FINISHED'” removes"_s));
    }

    void remembersQueriesOfAStore()
    {
        const QTemporaryDir folder;
        const QString settings = folder.filePath(u"settings.ini"_s);
        {
            OpenProgram program(settings);
            program.type(u"depth >= 0"_s);
            QTest::keyClick(program.filter(), Qt::Key_Return);
            QVERIFY(!program.filter()->hasFocus());
            program.filter()->clear();
            QTRY_VERIFY(!program.window.isBusy());
        }
        OpenProgram program(settings);
        program.filter()->setFocus();
        QTest::keyClick(program.filter(), Qt::Key_Up);
        QVERIFY(program.filter()->isOffering());
        QTest::keyClick(program.filter(), Qt::Key_Return);
        QCOMPARE(program.filter()->text(), u"depth >= 0"_s);
    }

    void listsTheValuesOfAColumn()
    {
        OpenProgram program;
        auto *grid = program.grid();
        grid->setFocus();
        const QAbstractItemModel *model = grid->model();
        int status = 0;
        while (status < model->columnCount() && model->headerData(status, Qt::Horizontal).toString() != u"Status"_s)
            ++status;
        grid->setCurrentIndex(model->index(0, status));
        QTest::keyClick(grid, Qt::Key_F);
        auto *list = program.find<QListView>(u"facetList"_s);
        QTRY_VERIFY(list->isVisible() && list->model()->rowCount() > 1);
        const QString value = list->model()->index(0, 0).data().toString();
        const QString count = list->model()->index(0, 0).data(FacetModel::CountTextRole).toString();
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualRect(list->model()->index(0, 0)).center());
        QCOMPARE(program.filter()->text(), u"status = '%1'"_s.arg(value));
        QTRY_COMPARE(QString::number(program.rows()), count);
        QTRY_COMPARE(list->model()->rowCount(), 1);
    }

    void listsAllKeys()
    {
        OpenProgram program;
        program.grid()->setFocus();
        QTest::keyClick(program.grid(), Qt::Key_Question);
        auto *dialog = program.window.findChild<ShortcutsDialog *>();
        QVERIFY(dialog && dialog->isVisible());
        QStringList texts;
        for (const QLabel *label : dialog->findChildren<QLabel *>())
            texts.append(label->text());
        for (const QAction *action : program.window.actions().all())
            if (!action->shortcut().isEmpty())
                QVERIFY2(texts.contains(action->shortcut().toString(QKeySequence::NativeText)), qPrintable(action->text()));
        QVERIFY(texts.contains(u"Choose columns"_s));
    }
};

QTEST_MAIN(QueryWindowTest)
#include "tst_querywindow.moc"
