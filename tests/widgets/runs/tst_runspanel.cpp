// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/table/runtablebuilder.h"
#include "widgets/panels/runs/filterfield.h"
#include "widgets/panels/runs/columnchooser.h"
#include "widgets/panels/runs/rungrid.h"
#include "widgets/panels/runs/runtableheader.h"
#include "widgets/panels/runs/runspanel.h"
#include "widgets/text/fittingnumber.h"

#include <QComboBox>
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QListView>
#include <QMenu>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace Assay;
using namespace Qt::StringLiterals;

namespace {

RunRef ref(int number)
{
    return {ExperimentId(u"1"_s), RunId(u"r%1"_s.arg(number))};
}

RunTablePtr tableOf(int runs)
{
    RunTableBuilder builder;
    for (int i = 0; i < runs; ++i) {
        Run run;
        run.info.ref = ref(i);
        run.info.name = u"run %1"_s.arg(i);
        run.info.status = i % 2 ? RunStatus::Finished : RunStatus::Failed;
        run.info.startTime = 1'700'000'000'000 - i * 1000;
        run.info.endTime = *run.info.startTime + 500;
        run.metrics = {{u"loss"_s, i / 3.0}, {u"acc"_s, -i}};
        run.params = {{u"model"_s, i % 2 ? u"tree"_s : u"it's"_s}, {u"lr"_s, QString::number(i)}};
        if (i % 5 == 4)
            run.tags.insert(TagKey::ParentRunId, ref(i - 1).run.value);
        builder.add(run);
    }
    return builder.finish();
}

// A panel with its rows computed at once, as a controller does it in the background.
struct Bench {
    RunView view;
    RunsPanel panel{view};
    QuickFilter filterNow;
    int changes = 0;

    explicit Bench(int runs, int width = 1200)
    {
        QObject::connect(&panel, &RunsPanel::stateChanged, &panel, [this] {
            ++changes;
            compute();
        });
        view.setTable(tableOf(runs), true);
        SilentJob job;
        panel.setColumnStats(computeColumnStats(*view.table(), view.rows(), job), runs);
        panel.setSituation(RunsPanel::Situation::Ready);
        panel.setTitle(u"vision"_s);
        compute();
        panel.resize(width, 810);
        panel.show();
        QVERIFY(QTest::qWaitForWindowExposed(&panel));
    }
    void compute()
    {
        filterNow = followQuickFilter(filterNow, panel.state().filter);
        panel.setFilterMistake(filterNow.mistake);
        RowOrderRequest request;
        request.table = view.table();
        request.query = filterNow.query;
        request.search = filterNow.search;
        request.keys = panel.state().sortKeys;
        request.logged = LoggedOrder::NumbersWhereAllAre;
        SilentJob job;
        const auto order = computeRowOrder(request, job);
        panel.setCounts(order->found, order->candidates);
        view.setRows(order->rows);
    }
    RunGrid *grid() { return panel.table()->mainGrid(); }
    int column(const QString &key) { return int(panel.model().columns().indexOf(parseQueryKey(key).value().column)); }
    QStringList names(int count)
    {
        QStringList all;
        for (int row = 0; row < std::min(count, panel.model().rowCount()); ++row)
            all.append(panel.model().index(row, 0).data().toString());
        return all;
    }
    void clickHeader(const QString &key, Qt::KeyboardModifiers modifiers = {})
    {
        const int section = column(key);
        RunGrid *half = grid()->isColumnHidden(section) ? panel.table()->pinnedGrid() : grid();
        RunTableHeader *header = half->header();
        half->scrollTo(panel.model().index(0, section));
        const QPoint point(header->sectionViewportPosition(section) + header->sectionSize(section) / 2, 10);
        QTest::mouseClick(header->viewport(), Qt::LeftButton, modifiers, point);
    }
    QString caption() { return panel.findChild<QLabel *>(u"runsCaption"_s)->text(); }
    FilterField *filter() { return panel.findChild<FilterField *>(u"runsFilter"_s); }
};

QMenu *openMenu(QWidget *panel)
{
    for (QMenu *menu : panel->findChildren<QMenu *>())
        if (menu->isVisible())
            return menu;
    return nullptr;
}

void trigger(QMenu *menu, const QString &text)
{
    for (QAction *action : menu->actions()) {
        if (action->text() == text) {
            action->trigger();
            menu->close();
            return;
        }
    }
    QFAIL(qPrintable("no action "_L1 + text));
}

} // namespace

class RunsPanelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsRunsAndTellingColumns();
    void filtersWhileTyping();
    void underlinesMistakes();
    void sortsByHeaderClicks();
    void choosesColumns();
    void pinsColumns();
    void keepsTheSelection();
    void pointsOutTheHoveredRun();
    void answersKeys();
    void clicksEyes();
    void copiesRows();
    void filtersForCells();
    void nestsRuns();
    void saysWhatIsMissing();
    void remembersItsState();
    void shortensNumbersHonestly();
};

void RunsPanelTest::showsRunsAndTellingColumns()
{
    Bench bench(100'000);
    QCOMPARE(bench.panel.model().columns().size(), 8); // name, age, duration, status, 2 metrics, 2 params
    QVERIFY2(bench.panel.table()->fullyVisibleRows() >= 25, qPrintable(QString::number(bench.panel.table()->fullyVisibleRows())));
    QVERIFY(bench.caption().startsWith(u"100\u2009000"_s));
    bench.grid()->verticalScrollBar()->setValue(bench.grid()->verticalScrollBar()->maximum());
    QCOMPARE(bench.panel.table()->pinnedGrid()->rowAt(5), bench.grid()->rowAt(5)); // both halves show the same rows
    QVERIFY(bench.grid()->rowAt(5) > 99'900);
}

void RunsPanelTest::filtersWhileTyping()
{
    Bench bench(40);
    QTest::keyClicks(bench.filter(), u"RUN 3"_s);
    QCOMPARE(bench.names(3), (QStringList{u"run 3"_s, u"run 30"_s, u"run 31"_s}));
    QVERIFY(bench.caption().startsWith(u"11 of 40 runs"_s));
    QTest::keyClick(bench.filter(), Qt::Key_Escape);
    QCOMPARE(bench.panel.model().rowCount(), 40);
    QTest::keyClicks(bench.filter(), u"metrics.loss > 12 and params.model = 'tree'"_s);
    QCOMPARE(bench.names(9), (QStringList{u"run 37"_s, u"run 39"_s}));
}

void RunsPanelTest::underlinesMistakes()
{
    Bench bench(40);
    bench.filter()->activateWindow();
    bench.filter()->setFocus();
    QTest::keyClicks(bench.filter(), u"metrics.loss >"_s);
    auto *note = bench.panel.findChild<QLabel *>(u"filterMistake"_s);
    QCOMPARE(note->text(), u"expected a value after '>' at column 15"_s);
    QVERIFY(bench.filter()->property("invalid").toBool());
    QCOMPARE(bench.filter()->text(), u"metrics.loss >"_s);
    QCOMPARE(bench.panel.model().rowCount(), 40);
    QTest::keyClicks(bench.filter(), u" 12"_s);
    QCOMPARE(bench.filter()->text(), u"metrics.loss > 12"_s);
    QVERIFY(!bench.filter()->property("invalid").toBool());
    QVERIFY(!note->isVisible());
    QCOMPARE(bench.panel.model().rowCount(), 3);
    QTest::keyClicks(bench.filter(), u" and"_s);
    QCOMPARE(bench.panel.model().rowCount(), 3); // what was found before goes on
}

void RunsPanelTest::sortsByHeaderClicks()
{
    Bench bench(40);
    bench.clickHeader(u"metrics.acc"_s);
    QCOMPARE(bench.names(2), (QStringList{u"run 39"_s, u"run 38"_s}));
    bench.clickHeader(u"metrics.acc"_s);
    QCOMPARE(bench.names(2), (QStringList{u"run 0"_s, u"run 1"_s}));
    bench.clickHeader(u"params.model"_s);
    QCOMPARE(bench.panel.state().sortKeys.size(), 1);
    bench.clickHeader(u"metrics.acc"_s, Qt::ShiftModifier);
    QCOMPARE(bench.names(2), (QStringList{u"run 38"_s, u"run 36"_s}));
    QCOMPARE(bench.panel.model().headerData(bench.column(u"metrics.acc"_s), Qt::Horizontal, RunTableModel::SortPlaceRole).toInt(), 2);
    QCOMPARE(bench.panel.findChildren<QToolButton *>(u"sortChip"_s).last()->text(), u"acc ↑"_s);
    bench.clickHeader(u"params.lr"_s); // numbers, although it is a param
    bench.clickHeader(u"params.lr"_s);
    QCOMPARE(bench.names(2), (QStringList{u"run 39"_s, u"run 38"_s}));
    bench.clickHeader(u"params.lr"_s);
    QVERIFY(bench.panel.state().sortKeys.isEmpty());
    QCOMPARE(bench.names(2), (QStringList{u"run 0"_s, u"run 1"_s}));
}

void RunsPanelTest::choosesColumns()
{
    Bench bench(10);
    bench.panel.findChild<QToolButton *>(u"columns"_s)->click();
    auto *chooser = bench.panel.findChild<ColumnChooser *>(u"columnChooser"_s);
    QVERIFY(chooser->isVisible());
    auto *search = chooser->findChild<QLineEdit *>(u"columnSearch"_s);
    QTest::keyClicks(search, u"run i"_s);
    QTest::keyClick(search, Qt::Key_Return);
    QVERIFY(bench.column(u"run_id"_s) > 0);
    QTest::keyClick(search, Qt::Key_Return);
    QCOMPARE(bench.column(u"run_id"_s), -1);
    search->setText(u"acc"_s);
    QTest::keyClick(search, Qt::Key_Return);
    QCOMPARE(bench.column(u"metrics.acc"_s), -1);
    chooser->findChild<QPushButton *>(u"resetColumns"_s)->click();
    QVERIFY(bench.column(u"metrics.acc"_s) > 0);
    QVERIFY(bench.panel.state().columns.isEmpty());
    search->clear();
    auto *list = chooser->findChild<QListView *>(u"columnList"_s);
    const auto clickHeading = [&](const QString &title) {
        for (int row = 0; row < list->model()->rowCount(); ++row)
            if (const QModelIndex index = list->model()->index(row, 0); index.data().toString() == title) {
                list->scrollTo(index);
                QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualRect(index).center());
            }
    };
    clickHeading(u"Parameters"_s); // all of them are shown
    QCOMPARE(bench.column(u"params.lr"_s), -1);
    QCOMPARE(bench.column(u"params.model"_s), -1);
    clickHeading(u"Parameters"_s);
    QVERIFY(bench.column(u"params.lr"_s) > 0 && bench.column(u"params.model"_s) > 0);
    const int before = list->model()->rowCount();
    chooser->findChild<QComboBox *>(u"columnNarrowing"_s)->setCurrentIndex(1);
    QVERIFY(list->model()->rowCount() < before);
    chooser->close();
}

void RunsPanelTest::pinsColumns()
{
    Bench bench(10);
    const int status = bench.column(u"status"_s);
    QVERIFY(!bench.grid()->isColumnHidden(status));
    RunTableHeader *header = bench.grid()->header();
    const QPoint point(header->sectionViewportPosition(status) + 5, 5);
    emit header->customContextMenuRequested(point);
    trigger(openMenu(&bench.panel), u"Pin column at the left"_s);
    QVERIFY(bench.grid()->isColumnHidden(status));
    QVERIFY(!bench.panel.table()->pinnedGrid()->isColumnHidden(status));
    QVERIFY(bench.grid()->isColumnHidden(0));
    // Drag: the last column before the first of the main half.
    const int last = bench.panel.model().columnCount() - 1;
    const ColumnKey moved = bench.panel.model().columns()[last];
    bench.grid()->header()->moveSection(last, 1);
    QTRY_COMPARE(bench.panel.model().columns()[2], moved); // behind the name and the pinned status
}

void RunsPanelTest::keepsTheSelection()
{
    Bench bench(40);
    QTest::mouseClick(bench.grid()->viewport(), Qt::LeftButton, {}, QPoint(20, 26 * 3 + 5));
    QTRY_COMPARE(bench.view.selectedRuns(), QList{ref(3)});
    QCOMPARE(bench.view.currentRun(), std::optional(ref(3)));
    QTest::mouseClick(bench.panel.table()->pinnedGrid()->viewport(), Qt::LeftButton, Qt::ControlModifier, QPoint(150, 26 * 5 + 5));
    QTRY_COMPARE(bench.view.selectedRuns(), (QList{ref(3), ref(5)}));
    bench.filter()->setText(u"loss"_s); // nothing there
    QCOMPARE(bench.panel.model().rowCount(), 0);
    QTest::qWait(1);
    bench.filter()->clear();
    bench.clickHeader(u"metrics.acc"_s);
    QCOMPARE(bench.panel.table()->selectedRows(), (QList{34, 36}));
    QCOMPARE(bench.view.selectedRuns(), (QList{ref(3), ref(5)}));
}

void RunsPanelTest::pointsOutTheHoveredRun()
{
    Bench bench(40);
    QTest::mouseMove(bench.grid()->viewport(), QPoint(20, 26 * 3 + 5));
    QTRY_COMPARE(bench.view.hoveredRun(), std::optional(ref(3)));
    bench.view.setHoveredRun(ref(7)); // in a chart
    QCOMPARE(bench.panel.table()->hoveredRow(), 7);
    bench.view.setHoveredRun({});
    QCOMPARE(bench.panel.table()->hoveredRow(), -1);
}

void RunsPanelTest::answersKeys()
{
    Bench bench(40);
    bench.panel.activateWindow();
    bench.grid()->setFocus();
    QTest::mouseClick(bench.grid()->viewport(), Qt::LeftButton, {}, QPoint(20, 5));
    QTest::keyClick(bench.grid(), Qt::Key_J);
    QTest::keyClick(bench.grid(), Qt::Key_J);
    QTest::keyClick(bench.grid(), Qt::Key_K);
    QTRY_COMPARE(bench.view.selectedRuns(), QList{ref(1)});
    QVERIFY(bench.view.isShown(ref(1)));
    QTest::keyClick(bench.grid(), Qt::Key_Space);
    QVERIFY(!bench.view.isShown(ref(1)));
    QTest::keyClick(bench.grid(), Qt::Key_Down, Qt::ShiftModifier);
    QTRY_COMPARE(bench.view.selectedRuns(), (QList{ref(1), ref(2)}));
    QTest::keyClick(bench.grid(), Qt::Key_Slash);
    QCOMPARE(QApplication::focusWidget(), bench.filter());
    QTest::keyClick(bench.filter(), Qt::Key_Return);
    QCOMPARE(QApplication::focusWidget(), bench.grid());
}

void RunsPanelTest::clicksEyes()
{
    Bench bench(40);
    QCOMPARE(bench.view.shownRuns().size(), RunView::FirstShown);
    RunGrid *left = bench.panel.table()->pinnedGrid();
    QTest::mouseClick(left->viewport(), Qt::LeftButton, {}, QPoint(14, 26 * 2 + 13));
    QVERIFY(!bench.view.isShown(ref(2)));
    QVERIFY(bench.view.selectedRuns().isEmpty()); // the eye alone
    QTest::mouseClick(left->viewport(), Qt::LeftButton, Qt::AltModifier, QPoint(14, 26 * 12 + 13));
    QCOMPARE(bench.view.shownRuns(), QList{ref(12)});
}

void RunsPanelTest::copiesRows()
{
    Bench bench(40);
    RunTableState state;
    state.columns = {{ColumnGroup::Metric, u"loss"_s}, {ColumnGroup::Param, u"model"_s}};
    bench.panel.restore(state);
    bench.view.setSelectedRuns({ref(1), ref(2)});
    QTest::keyClick(bench.grid(), Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(),
             u"run_name\tmetrics.loss\tparams.model\nrun 1\t0.3333333333333333\ttree\nrun 2\t0.6666666666666666\tit's\n"_s);
    const auto copy = [&](const QString &title) {
        emit bench.grid()->customContextMenuRequested(bench.grid()->visualRect(bench.panel.model().index(1, 0)).center());
        QMenu *menu = openMenu(&bench.panel);
        for (QAction *action : menu->findChildren<QAction *>())
            if (action->text() == title)
                action->trigger();
        menu->close();
        return QGuiApplication::clipboard()->text();
    };
    QVERIFY(copy(u"LaTeX"_s).contains(u"run 2 & 0.6666666666666666 & it's \\\\\n"_s));
    QVERIFY(copy(u"JSON"_s).contains(u"[\"run 1\", 0.3333333333333333, \"tree\"]"_s));
    QSignalSpy formulas(&bench.panel, &RunsPanel::formulasChanged);
    copy(u"CSV and TSV without formulas"_s);
    QCOMPARE(formulas.size(), 1);
    QCOMPARE(bench.panel.formulas(), Formulas::Neutralised);
    const TextTable all = bench.panel.textTable(RunsPanel::Rows::Shown);
    QCOMPARE(all.rowCount, 40);
    QCOMPARE(all.cell(39, 0), std::optional(u"run 39"_s));
}

void RunsPanelTest::filtersForCells()
{
    Bench bench(40);
    const int model = bench.column(u"params.model"_s);
    const auto menuAt = [&](int row) {
        bench.grid()->scrollTo(bench.panel.model().index(row, model));
        emit bench.grid()->customContextMenuRequested(bench.grid()->visualRect(bench.panel.model().index(row, model)).center());
        return openMenu(&bench.panel);
    };
    trigger(menuAt(0), u"Only runs with this value"_s);
    QCOMPARE(bench.filter()->text(), u"params.model = \"it's\""_s);
    QCOMPARE(bench.panel.model().rowCount(), 20);
    trigger(menuAt(0), u"Without runs with this value"_s);
    QCOMPARE(bench.filter()->text(), u"params.model = \"it's\" AND params.model != \"it's\""_s);
    QCOMPARE(bench.panel.model().rowCount(), 0);
    auto *clear = bench.panel.findChild<QPushButton *>(u"runsMessageAction"_s);
    QVERIFY(clear->isVisible());
    clear->click();
    QCOMPARE(bench.panel.model().rowCount(), 40);
}

void RunsPanelTest::nestsRuns()
{
    Bench bench(20);
    bench.panel.findChild<QToolButton *>(u"nested"_s)->click();
    QCOMPARE(bench.panel.model().mode(), RunTableModel::Mode::Nested);
    QCOMPARE(bench.panel.model().index(4, 0).data(RunTableModel::DepthRole).toInt(), 1);
    RunGrid *left = bench.panel.table()->pinnedGrid();
    QTest::mouseClick(left->viewport(), Qt::LeftButton, {}, QPoint(10, 26 * 3 + 13));
    QCOMPARE(bench.panel.model().rowCount(), 19);
    QVERIFY(bench.panel.state().nested);
    QTest::mouseClick(bench.grid()->viewport(), Qt::LeftButton, {}, QPoint(20, 26 * 3 + 5));
    QTest::keyClick(bench.grid(), Qt::Key_Right);
    QCOMPARE(bench.panel.model().rowCount(), 20);
}

void RunsPanelTest::saysWhatIsMissing()
{
    RunView view;
    RunsPanel panel(view);
    auto *message = panel.findChild<QLabel *>(u"runsMessage"_s);
    panel.setSituation(RunsPanel::Situation::Loading);
    QCOMPARE(message->text(), u"Reading runs…"_s);
    panel.setSituation(RunsPanel::Situation::Failed, u"no permission"_s);
    QCOMPARE(message->text(), u"The runs could not be read"_s);
    QSignalSpy retry(&panel, &RunsPanel::retryRequested);
    panel.findChild<QPushButton *>(u"runsMessageAction"_s)->click();
    QCOMPARE(retry.size(), 1);
    panel.setSituation(RunsPanel::Situation::Ready);
    QCOMPARE(message->text(), u"No runs here yet"_s);
    view.setTable(tableOf(3), false);
    panel.setCounts(0, 3);
    panel.setSituation(RunsPanel::Situation::Partial);
    QVERIFY(panel.findChild<QLabel *>(u"runsCaption"_s)->text().endsWith(u"reading…"_s));
}

void RunsPanelTest::remembersItsState()
{
    RunTableState state;
    state.columns = {{ColumnGroup::Metric, u"a/b c"_s}, {ColumnGroup::Param, u"`odd`"_s}, {ColumnGroup::Attribute, Attribute::Age}};
    state.pinned = {{ColumnGroup::Metric, u"a/b c"_s}};
    state.widths = {{{ColumnGroup::Metric, u"a/b c"_s}, 123}};
    state.sortKeys = {parseSortKey(u"metrics.`a/b c`:desc"_s).value(), parseSortKey(u"age"_s).value()};
    state.filter = u"metrics.x > 1"_s;
    state.nested = true;
    state.kin = Kin::Children;
    state.sortKeys.append(parseSortKey(u"argmin(metrics.`a/b c`) - 1:desc"_s).value());
    QCOMPARE(RunTableState::fromMap(state.toMap()), state);
    QCOMPARE(RunTableState::fromMap({{u"columns"_s, QStringList{u"foo.bar"_s, u"age"_s}}, {u"sort"_s, 7}}).columns.size(), 1);

    Bench bench(40);
    bench.panel.restore(state);
    QCOMPARE(bench.changes, 0);
    QCOMPARE(bench.filter()->text(), u"metrics.x > 1"_s);
    QCOMPARE(bench.panel.table()->pinnedGrid()->columnWidth(bench.column(u"metrics.`a/b c`"_s)), 123);
    bench.panel.table()->pinnedGrid()->header()->resizeSection(bench.column(u"metrics.`a/b c`"_s), 150);
    QCOMPARE(bench.panel.state().widths.value({ColumnGroup::Metric, u"a/b c"_s}), 150);
    QCOMPARE(bench.changes, 1);
}

void RunsPanelTest::shortensNumbersHonestly()
{
    const QFontMetrics metrics{QFont()};
    const QString exact = u"0.12345678901234567"_s;
    const int all = metrics.horizontalAdvance(exact);
    QCOMPARE(fittingNumber(0.12345678901234567, exact, metrics, all), exact);
    const QString shorter = fittingNumber(0.12345678901234567, exact, metrics, metrics.horizontalAdvance(u"≈0.1235"_s));
    QCOMPARE(shorter, u"≈0.1235"_s);
    QCOMPARE(fittingNumber(0.12345678901234567, exact, metrics, 3), u"…"_s);
}

QTEST_MAIN(RunsPanelTest)
#include "tst_runspanel.moc"
