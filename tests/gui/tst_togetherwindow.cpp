// SPDX-License-Identifier: GPL-3.0-or-later
// Several stores in one table, chart and comparison, in the whole window.
#include "models/domain/memberid.h"
#include "models/items/runtablemodel.h"
#include "tests/gui/program.h"
#include "widgets/panels/charts/chartspanel.h"
#include "widgets/panels/runs/rungrid.h"

#include <QLineEdit>
#include <QStandardPaths>
#include <QTableView>
#include <QTemporaryDir>
#include <QTreeView>

using namespace Assay;
using namespace Assay::Testing;
using namespace Qt::StringLiterals;

namespace {

constexpr int Wait = 30'000; // ms

struct TwoStores : Program {
    explicit TwoStores(const QString &settingsFile = {}) : Program(settingsFile) {}

    QString here = fixture(u"sqlite-2.22/mlflow.db"_s), there = fixture(u"file-2.22/mlruns"_s);

    QTreeView *tree() { return find<QTreeView>(u"navigatorTree"_s); }
    QModelIndex storeIndex(const QString &location)
    {
        for (int row = 0; row < tree()->model()->rowCount(); ++row)
            if (const QModelIndex index = tree()->model()->index(row, 0); index.data(NavigatorModel::LocationRole).toString() == location)
                return index;
        return {};
    }
    QModelIndex experimentIndex(const QString &location, const QString &name)
    {
        const QModelIndex section = tree()->model()->index(0, 0, storeIndex(location));
        const QModelIndexList found = tree()->model()->match(tree()->model()->index(0, 0, section), Qt::DisplayRole, name, 1, Qt::MatchExactly | Qt::MatchRecursive);
        return found.value(0);
    }
    void click(const QModelIndex &index, Qt::KeyboardModifiers modifiers = {})
    {
        tree()->scrollTo(index);
        QTest::mouseClick(tree()->viewport(), Qt::LeftButton, modifiers, tree()->visualRect(index).center());
    }
    bool isWhole() { return isReady() && workbench.current()->runsComplete() && workbench.view().table() == workbench.current()->runs() && !window.isBusy(); }
    bool openBoth()
    {
        window.open(here);
        window.open(there);
        return QTest::qWaitFor([&] { return library.stores().size() == 2 && isWhole() && storeIndex(here).isValid() && storeIndex(there).isValid()
                                         && tree()->model()->rowCount(storeIndex(there)) > 1 && tree()->model()->rowCount(storeIndex(here)) > 1; }, Wait);
    }
    QStringList shownStores()
    {
        QSet<QString> stores;
        for (uint32_t row : workbench.view().rows())
            stores.insert(workbench.view().table()->info(row).store);
        QStringList sorted(stores.begin(), stores.end());
        sorted.sort();
        return sorted;
    }
    std::optional<RunRef> firstOf(const QString &store)
    {
        for (uint32_t row : workbench.view().rows())
            if (workbench.view().table()->info(row).store == store)
                return workbench.view().table()->ref(row);
        return {};
    }
};

const QStringList Both{u"file-2.22"_s, u"sqlite-2.22"_s};

} // namespace

class TogetherWindowTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }

    void ctrlAndAClickAddAStore()
    {
        TwoStores program;
        QVERIFY(program.openBoth());
        program.click(program.storeIndex(program.here));
        program.click(program.storeIndex(program.there), Qt::ControlModifier);
        QTRY_VERIFY_WITH_TIMEOUT(program.isWhole() && program.shownStores().size() == 2, Wait);
        QCOMPARE(program.shownStores(), Both);
        QCOMPARE(program.workbench.shown().size(), 2);
        QVERIFY(program.window.windowTitle().contains(u"file-2.22 + sqlite-2.22"_s));
        const QAbstractItemModel &table = *program.find<RunGrid>(u"runs"_s)->model();
        QCOMPARE(table.headerData(1, Qt::Horizontal).toString(), u"Store"_s);
        // One of them alone again.
        program.click(program.storeIndex(program.there));
        QTRY_VERIFY_WITH_TIMEOUT(program.isWhole() && program.workbench.shown().size() == 1, Wait);
        QCOMPARE(program.workbench.current()->location(), program.there);
    }

    void experimentsOfBothAreChosen()
    {
        TwoStores program;
        QVERIFY(program.openBoth());
        program.click(program.experimentIndex(program.here, u"Default"_s));
        program.click(program.experimentIndex(program.there, u"Default"_s), Qt::ControlModifier);
        QTRY_VERIFY_WITH_TIMEOUT(program.isWhole() && program.shownStores().size() == 2, Wait);
        QCOMPARE(program.workbench.view().experiments().size(), 2);
        QCOMPARE(program.workbench.choices().size(), 2);
        QCOMPARE(program.tree()->selectionModel()->selectedIndexes().size(), 2);
    }

    void oneQueryAsksBoth()
    {
        TwoStores program;
        QVERIFY(program.openBoth());
        program.workbench.show({{program.here, {}}, {program.there, {}}});
        QTRY_VERIFY_WITH_TIMEOUT(program.isWhole() && program.shownStores() == Both, Wait);
        auto *filter = program.find<QLineEdit>(u"runsFilter"_s);
        filter->setText(u"store = 'file-2.22'"_s);
        QTRY_COMPARE(program.shownStores(), QStringList{u"file-2.22"_s});
        filter->setText(u"store != 'file-2.22' AND duration >= 0"_s);
        QTRY_COMPARE(program.shownStores(), QStringList{u"sqlite-2.22"_s});
    }

    void drawsAndComparesAcross()
    {
        TwoStores program;
        QVERIFY(program.openBoth());
        program.workbench.show({{program.here, {}}, {program.there, {}}});
        QTRY_VERIFY_WITH_TIMEOUT(program.isWhole() && program.shownStores() == Both, Wait);
        RunView &view = program.workbench.view();
        const RunRef one = *program.firstOf(Both[0]), two = *program.firstOf(Both[1]);
        program.window.showPage(Page::Charts);
        QCOMPARE(program.find<ChartsPanel>(u"chartsPanel"_s)->state().options.colorBy, u"store"_s);
        view.setShownOnly({one, two});
        QTRY_VERIFY_WITH_TIMEOUT(!program.window.isBusy() && view.colorIndex(one) != view.colorIndex(two), Wait);
        view.setSelectedRuns({one, two});
        program.window.showPage(Page::Compare);
        auto *values = program.find<QTableView>(u"compareValues"_s);
        QTRY_COMPARE(values->model()->columnCount(), 3);
        for (int column : {1, 2})
            QVERIFY(values->model()->headerData(column, Qt::Horizontal).toString().contains(u" · "_s + (column == 1 ? Both[0] : Both[1])));
        // Promotion is for one store.
        program.window.showPage(Page::Models);
        QTRY_VERIFY(!program.window.isBusy());
        QVERIFY(!program.find<QWidget>(u"modelList"_s)->isVisible());
    }

    void aClosedStoreLeavesTheOther()
    {
        TwoStores program;
        QVERIFY(program.openBoth());
        program.workbench.show({{program.here, {}}, {program.there, {}}});
        QTRY_VERIFY_WITH_TIMEOUT(program.isWhole() && program.shownStores() == Both, Wait);
        program.workbench.close(program.here);
        QTRY_VERIFY_WITH_TIMEOUT(program.isWhole(), Wait);
        QCOMPARE(program.workbench.current()->location(), program.there);
        QCOMPARE(program.library.stores().size(), 1);
    }

    void theWindowRemembers()
    {
        const QTemporaryDir folder;
        const QString settings = folder.filePath(u"settings.ini"_s);
        {
            TwoStores program(settings);
            QVERIFY(program.openBoth());
            program.workbench.show({{program.here, {ExperimentId(u"0"_s)}}, {program.there, {ExperimentId(u"0"_s)}}});
            QTRY_VERIFY_WITH_TIMEOUT(program.isWhole() && program.shownStores() == Both, Wait);
            program.find<QLineEdit>(u"runsFilter"_s)->setText(u"store IS NOT NULL"_s);
            QTRY_VERIFY(!program.window.isBusy());
            program.window.close();
        }
        TwoStores again(settings);
        again.window.restoreSession();
        QTRY_VERIFY_WITH_TIMEOUT(again.workbench.shown().size() == 2 && again.isWhole(), Wait);
        QCOMPARE(again.shownStores(), Both);
        QCOMPARE(again.workbench.view().experiments().size(), 2);
        QCOMPARE(again.find<QLineEdit>(u"runsFilter"_s)->text(), u"store IS NOT NULL"_s);
    }
};

QTEST_MAIN(TogetherWindowTest)
#include "tst_togetherwindow.moc"
