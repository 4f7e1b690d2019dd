// SPDX-License-Identifier: GPL-3.0-or-later
// Groups and the pivot in the whole window, with a real store.
#include "models/items/runtablemodel.h"
#include "tests/gui/program.h"
#include "tests/support/testing.h"
#include "widgets/panels/runs/columnchooser.h"
#include "widgets/panels/runs/pivotview.h"
#include "widgets/panels/runs/rungrid.h"
#include "widgets/panels/runs/runspanel.h"

#include <QLineEdit>
#include <QStandardPaths>
#include <QTableView>
#include <QTemporaryDir>
#include <QToolButton>

using namespace Assay;
using namespace Assay::Testing;
using namespace Qt::StringLiterals;

namespace {

struct OpenProgram : ProgramWithStore {
    using ProgramWithStore::ProgramWithStore;

    const QAbstractItemModel &model() { return *find<RunGrid>(u"runs"_s)->model(); }
    QStringList groups()
    {
        QStringList all;
        for (int row = 0; row < model().rowCount(); ++row)
            if (const QModelIndex name = model().index(row, 0); name.data(RunTableModel::GroupRole).toBool())
                all.append(u"%1: %2"_s.arg(name.data().toString(), name.data(RunTableModel::ChildCountRole).toString()));
        return all;
    }
    void groupBy(const QString &key)
    {
        find<RunGrid>(u"runs"_s)->setFocus();
        QTest::keyClick(find<RunGrid>(u"runs"_s), Qt::Key_G);
        auto *chooser = find<ColumnChooser>(u"groupChooser"_s);
        QTest::keyClicks(chooser->findChild<QLineEdit *>(u"columnSearch"_s), key);
        QTest::keyClick(chooser->findChild<QLineEdit *>(u"columnSearch"_s), Qt::Key_Return);
        chooser->close();
        QTRY_VERIFY(!window.isBusy());
    }
};

} // namespace

class GroupWindowTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }

    void groupsAreLeftAsTheyWere()
    {
        const QTemporaryDir folder;
        QStringList before;
        {
            OpenProgram program(folder.filePath(u"settings.ini"_s));
            program.groupBy(u"params.model"_s);
            before = program.groups();
            QCOMPARE(before.size(), 4); // three models, and the runs without one
            QVERIFY2(before.last().startsWith(u"model none: "_s), qPrintable(before.last()));
        }
        OpenProgram again(folder.filePath(u"settings.ini"_s));
        QCOMPARE(again.groups(), before);
    }

    void groupsFollowTheFilter()
    {
        OpenProgram program;
        program.groupBy(u"params.model"_s);
        auto *filter = program.find<QLineEdit>(u"runsFilter"_s);
        filter->setText(u"params.model IS NOT NULL"_s);
        QTRY_COMPARE(program.groups().size(), 3);
        int runs = 0;
        for (const QString &group : program.groups())
            runs += group.section(u": "_s, -1).toInt();
        QCOMPARE(runs, int(program.workbench.view().rows().size()));
    }

    void drawsHistories()
    {
        OpenProgram program;
        auto *panel = program.find<RunsPanel>(u"runsPanel"_s);
        RunTableState state = panel->state();
        const ColumnKey loss{ColumnGroup::Metric, u"loss"_s};
        state.columns = {loss};
        state.scales.insert(loss, ColumnScale::History);
        panel->restore(state);
        const auto lines = [&] {
            int count = 0;
            for (int row = 0; row < program.model().rowCount(); ++row)
                count += program.model().index(row, 1).data(RunTableModel::HistoryRole).value<QList<float>>().size() > 1 ? 1 : 0;
            return count;
        };
        QTRY_VERIFY(lines() > 5); // read from the store
    }

    void pivotFindsRuns()
    {
        OpenProgram program;
        program.find<QToolButton>(u"pivotButton"_s)->click();
        auto *table = program.find<QTableView>(u"pivotTable"_s);
        QTRY_VERIFY(table->isVisible() && table->model()->rowCount() > 0);
        int wanted = 0;
        QModelIndex cell;
        for (int row = 0; row < table->model()->rowCount() && wanted == 0; ++row) {
            for (int column = 0; column < table->model()->columnCount() && wanted == 0; ++column) {
                cell = table->model()->index(row, column);
                wanted = cell.data(PivotModel::CountRole).toInt();
            }
        }
        QVERIFY(wanted > 0);
        table->scrollTo(cell);
        QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, table->visualRect(cell).center());
        QTRY_VERIFY(!program.window.isBusy());
        QVERIFY(!table->isVisible());
        QTRY_COMPARE(int(program.workbench.view().rows().size()), wanted);
    }
};

QTEST_MAIN(GroupWindowTest)
#include "tst_groupwindow.moc"
