// SPDX-License-Identifier: GPL-3.0-or-later
// Groups, pivot and scales of the runs panel, by clicks and keys.
#include "models/items/pivotmodel.h"
#include "models/table/runtablebuilder.h"
#include "widgets/panels/runs/columnchooser.h"
#include "widgets/panels/runs/rungrid.h"
#include "widgets/panels/runs/runspanel.h"
#include "widgets/panels/runs/runtableheader.h"
#include "widgets/theme/theme.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QPushButton>
#include <QScrollBar>
#include <QTableView>
#include <QTest>
#include <QToolButton>

#include <cmath>

using namespace Assay;
using namespace Qt::StringLiterals;

namespace {

RunRef ref(int number)
{
    return {ExperimentId(u"1"_s), RunId(u"r%1"_s.arg(number))};
}

// Three models by two rates with four seeds each.
RunTablePtr sweep()
{
    RunTableBuilder builder;
    for (int i = 0; i < 24; ++i) {
        Run run;
        run.info.ref = ref(i);
        run.info.name = u"run %1"_s.arg(i);
        run.info.startTime = 1'700'000'000'000 - i * 1000;
        run.info.endTime = *run.info.startTime + 500;
        run.info.status = RunStatus::Finished;
        const int model = i / 8, rate = i / 4 % 2, seed = i % 4;
        run.params = {{u"model"_s, QStringList{u"tree"_s, u"net"_s, u"ada"_s}[model]}, {u"lr"_s, rate ? u"0.1"_s : u"0.01"_s}, {u"seed"_s, QString::number(seed)}};
        run.metrics = {{u"loss"_s, 3 - model + rate / 2.0 + seed / 100.0}, {u"acc"_s, 0.5 + model / 10.0}};
        builder.add(run);
    }
    return builder.finish();
}

// The panel with its rows computed at once.
struct Sweep {
    RunView view;
    RunsPanel panel{view};

    Sweep()
    {
        QObject::connect(&panel, &RunsPanel::stateChanged, &panel, [this] { compute(); });
        view.setTable(sweep(), true);
        SilentJob job;
        panel.setColumnStats(computeColumnStats(*view.table(), view.rows(), job), 24);
        panel.setSituation(RunsPanel::Situation::Ready);
        compute();
        panel.resize(1200, 810);
        panel.show();
        QVERIFY(QTest::qWaitForWindowExposed(&panel));
    }
    void compute()
    {
        RowOrderRequest request;
        request.table = view.table();
        request.query = parseQuickFilter(panel.state().filter).query;
        request.keys = panel.state().sortKeys;
        request.logged = LoggedOrder::NumbersWhereAllAre;
        SilentJob job;
        const auto order = computeRowOrder(request, job);
        panel.setCounts(order->found, order->candidates);
        view.setRows(order->rows);
    }
    RunTableModel &model() { return panel.model(); }
    int column(const QString &key) { return int(model().columns().indexOf(parseQueryKey(key).value().column)); }
    QString cell(int row, const QString &key) { return model().index(row, column(key)).data().toString(); }
    QStringList lines()
    {
        QStringList all;
        for (int row = 0; row < model().rowCount(); ++row)
            all.append(model().index(row, 0).data().toString());
        return all;
    }
    ColumnChooser *chooser() { return panel.findChild<ColumnChooser *>(u"groupChooser"_s); }
    void groupBy(const QString &search)
    {
        auto *field = chooser()->findChild<QLineEdit *>(u"columnSearch"_s);
        field->setText(search);
        QTest::keyClick(field, Qt::Key_Return);
    }
    RunGrid *left() { return panel.table()->pinnedGrid(); }
    RunGrid *grid() { return panel.table()->mainGrid(); }
    QMenu *headerMenu(const QString &key)
    {
        const int section = column(key);
        RunTableHeader *header = grid()->header();
        emit header->customContextMenuRequested(QPoint(header->sectionViewportPosition(section) + 5, 5));
        for (QMenu *menu : panel.findChildren<QMenu *>())
            if (menu->isVisible() && !qobject_cast<QMenu *>(menu->parent()))
                return menu;
        return nullptr;
    }
};

// Of the menu or one below it.
QAction *actionOf(QMenu *menu, const QString &text)
{
    for (QAction *action : menu->actions()) {
        if (action->text() == text)
            return action;
        if (action->menu())
            if (QAction *below = actionOf(action->menu(), text))
                return below;
    }
    return nullptr;
}

} // namespace

class RunGroupsPanelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void groupsByKeyboard();
    void opensGroups();
    void sortsGroupsByTheirMeans();
    void choosesWhatGroupsShow();
    void selectsAndDrawsWholeGroups();
    void nestingAndGroupsExclude();
    void remembersGroups();
    void copiesGroups();
    void filtersForGroups();
    void pivotsRuns();
    void findsTheRunsOfACell();
    void saysWhyThereIsNoPivot();
    void scalesColumns();
    void asksForHistoriesThatAreSeen();
    void knowsBestAndWorst();
    void heatStaysReadable();
};

void RunGroupsPanelTest::groupsByKeyboard()
{
    Sweep sweep;
    sweep.grid()->setFocus();
    QTest::keyClick(sweep.grid(), Qt::Key_G);
    QVERIFY(sweep.chooser()->isVisible());
    sweep.groupBy(u"model"_s);
    QCOMPARE(sweep.lines(), (QStringList{u"model ada"_s, u"model net"_s, u"model tree"_s}));
    sweep.groupBy(u"params.lr"_s);
    QCOMPARE(sweep.lines().first(), u"model ada, lr 0.01"_s);
    QCOMPARE(sweep.lines().size(), 6);
    QCOMPARE(sweep.cell(0, u"metrics.loss"_s), u"1.015 ± 0.013"_s);
    QCOMPARE(sweep.cell(0, u"metrics.acc"_s), u"0.7"_s); // the same in all
    const auto findChips = [&] { return sweep.panel.findChildren<QToolButton *>(u"groupChip"_s); };
    QTRY_COMPARE(findChips().size(), 2); // the old ones go later
    const auto chips = findChips();
    QCOMPARE(chips.first()->text(), u"by model"_s);
    chips.first()->click();
    QCOMPARE(sweep.lines(), (QStringList{u"lr 0.01"_s, u"lr 0.1"_s}));
    sweep.chooser()->findChild<QPushButton *>(u"resetColumns"_s)->click();
    QCOMPARE(sweep.lines().size(), 24);
    sweep.chooser()->close();
}

void RunGroupsPanelTest::opensGroups()
{
    Sweep sweep;
    sweep.groupBy(u"model"_s);
    QTest::mouseClick(sweep.left()->viewport(), Qt::LeftButton, {}, QPoint(10, 26 + 13));
    QCOMPARE(sweep.lines().mid(0, 4), (QStringList{u"model ada"_s, u"model net"_s, u"run 8"_s, u"run 9"_s}));
    QCOMPARE(sweep.lines().size(), 11);
    QTest::mouseClick(sweep.grid()->viewport(), Qt::LeftButton, {}, QPoint(20, 26 + 5));
    QTest::keyClick(sweep.grid(), Qt::Key_Left);
    QCOMPARE(sweep.lines().size(), 3);
    QTest::keyClick(sweep.grid(), Qt::Key_Return);
    QCOMPARE(sweep.lines().size(), 11);
}

void RunGroupsPanelTest::sortsGroupsByTheirMeans()
{
    Sweep sweep;
    sweep.groupBy(u"model"_s);
    QMenu *menu = sweep.headerMenu(u"metrics.loss"_s);
    actionOf(menu, u"Sort descending"_s)->trigger();
    menu->close();
    QCOMPARE(sweep.lines(), (QStringList{u"model tree"_s, u"model net"_s, u"model ada"_s}));
    QTest::mouseClick(sweep.left()->viewport(), Qt::LeftButton, {}, QPoint(10, 13));
    QCOMPARE(sweep.lines().mid(0, 3), (QStringList{u"model tree"_s, u"run 7"_s, u"run 6"_s})); // the runs inside, too
}

void RunGroupsPanelTest::choosesWhatGroupsShow()
{
    Sweep sweep;
    sweep.groupBy(u"model"_s);
    auto *summary = sweep.chooser()->findChild<QComboBox *>(u"groupSummary"_s);
    summary->setCurrentIndex(int(GroupSummary::Maximum));
    QCOMPARE(sweep.cell(2, u"metrics.loss"_s), u"3.53"_s);
    summary->setCurrentIndex(int(GroupSummary::Minimum));
    QCOMPARE(sweep.cell(2, u"metrics.loss"_s), u"3"_s);
    QCOMPARE(sweep.panel.state().summary, GroupSummary::Minimum);
}

void RunGroupsPanelTest::selectsAndDrawsWholeGroups()
{
    Sweep sweep;
    sweep.groupBy(u"model"_s);
    QTest::mouseClick(sweep.grid()->viewport(), Qt::LeftButton, {}, QPoint(20, 26 + 5));
    QTRY_COMPARE(sweep.view.selectedRuns().size(), 8);
    QCOMPARE(sweep.view.selectedRuns().first(), ref(8));
    QVERIFY(!sweep.view.currentRun());
    QTest::mouseClick(sweep.left()->viewport(), Qt::LeftButton, {}, QPoint(32, 2 * 26 + 13)); // the eye of a group that is drawn
    QVERIFY(!sweep.view.isShown(ref(0)) && !sweep.view.isShown(ref(7)));
    QTest::mouseClick(sweep.left()->viewport(), Qt::LeftButton, {}, QPoint(32, 2 * 26 + 13));
    QVERIFY(sweep.view.isShown(ref(0)) && sweep.view.isShown(ref(7)));
    QCOMPARE(sweep.panel.textTable(RunsPanel::Rows::Selected).rowCount, 1);
    sweep.headerMenu(u"metrics.loss"_s)->close();
    sweep.groupBy(u"params.lr"_s); // both groups of the model stay selected
    QCOMPARE(sweep.panel.table()->selectedRows(), (QList{2, 3}));
}

void RunGroupsPanelTest::nestingAndGroupsExclude()
{
    Sweep sweep;
    RunTableState state;
    state.nested = true;
    sweep.panel.restore(state);
    sweep.groupBy(u"model"_s);
    QVERIFY(!sweep.panel.state().nested);
    QCOMPARE(sweep.model().mode(), RunTableModel::Mode::Grouped);
    QMenu *menu = sweep.headerMenu(u"params.model"_s);
    actionOf(menu, u"Stop grouping by this"_s)->trigger();
    menu->close();
    QCOMPARE(sweep.model().mode(), RunTableModel::Mode::Flat);
}

void RunGroupsPanelTest::remembersGroups()
{
    RunTableState state;
    state.groupBy = {{ColumnGroup::Param, u"model"_s}, {ColumnGroup::Tag, u"a b"_s}};
    state.summary = GroupSummary::Median;
    state.scales = {{{ColumnGroup::Metric, u"loss"_s}, ColumnScale::Heat}, {{ColumnGroup::Param, u"lr"_s}, ColumnScale::Bar}};
    state.better = {{{ColumnGroup::Metric, u"loss"_s}, BetterValues::Unknown}, {{ColumnGroup::Metric, u"x"_s}, BetterValues::Higher}};
    state.pivot = {true, {ColumnGroup::Param, u"model"_s}, {ColumnGroup::Param, u"lr"_s}, {ColumnGroup::Metric, u"loss"_s}, Aggregate::Deviation};
    QCOMPARE(RunTableState::fromMap(state.toMap()), state);
    QCOMPARE(RunTableState::fromMap({{u"summary"_s, u"mode"_s}, {u"scales"_s, u"heat"_s}, {u"pivot"_s, 3}}), RunTableState());
    QCOMPARE(state.betterOf({ColumnGroup::Metric, u"loss"_s}), BetterValues::Unknown);
    QCOMPARE(state.betterOf({ColumnGroup::Metric, u"val_loss"_s}), BetterValues::Lower);
}

namespace {

// The pivot as text, line by line.
QString pivotText(Sweep &sweep)
{
    const QAbstractItemModel *model = sweep.panel.findChild<QTableView *>(u"pivotTable"_s)->model();
    QStringList lines;
    for (int row = 0; row < model->rowCount(); ++row) {
        QString line = model->headerData(row, Qt::Vertical).toString() + u':';
        for (int column = 0; column < model->columnCount(); ++column)
            line += u' ' + model->index(row, column).data(PivotModel::TextsRole).toStringList().value(0);
        lines.append(line);
    }
    return lines.join(u'\n');
}

void choose(Sweep &sweep, const QString &name, const QString &text)
{
    auto *choice = sweep.panel.findChild<QComboBox *>(name);
    const int index = choice->findText(text);
    QVERIFY2(index >= 0, qPrintable(text));
    choice->setCurrentIndex(index);
    emit choice->activated(index);
}

// WCAG 2: 4.5 is enough to read.
double contrast(const QColor &a, const QColor &b)
{
    const auto light = [](const QColor &color) {
        const auto part = [](double x) { return x <= 0.03928 ? x / 12.92 : std::pow((x + 0.055) / 1.055, 2.4); };
        return 0.2126 * part(color.redF()) + 0.7152 * part(color.greenF()) + 0.0722 * part(color.blueF());
    };
    const double one = light(a) + 0.05, other = light(b) + 0.05;
    return std::max(one, other) / std::min(one, other);
}

} // namespace

void RunGroupsPanelTest::copiesGroups()
{
    Sweep sweep;
    RunTableState state;
    state.columns = {{ColumnGroup::Param, u"model"_s}, {ColumnGroup::Metric, u"acc"_s}, {ColumnGroup::Metric, u"loss"_s}, {ColumnGroup::Attribute, Attribute::Status}};
    state.groupBy = {{ColumnGroup::Param, u"model"_s}};
    state.summary = GroupSummary::Minimum;
    sweep.panel.restore(state);
    QCOMPARE(textTable(sweep.panel.textTable(RunsPanel::Rows::Shown), TextFormat::Tsv),
             u"params.model\truns\tmetrics.acc (min)\tmetrics.loss (min)\tstatus\nada\t8\t0.7\t1\tFINISHED\n"
             "net\t8\t0.6\t2\tFINISHED\ntree\t8\t0.5\t3\tFINISHED\n"_s);
    state.summary = GroupSummary::Mean;
    state.columns.removeLast();
    sweep.panel.restore(state);
    QTest::mouseClick(sweep.grid()->viewport(), Qt::LeftButton, {}, QPoint(20, 26 + 5));
    const QStringList lines = textTable(sweep.panel.textTable(RunsPanel::Rows::Selected), TextFormat::Tsv).split(u'\n');
    QCOMPARE(lines.size(), 3);
    QCOMPARE(lines[0], u"params.model\truns\tmetrics.acc (mean)\tmetrics.acc (std)\tmetrics.loss (mean)\tmetrics.loss (std)"_s);
    QVERIFY2(lines[1].startsWith(u"net\t8\t0.6\t"_s), qPrintable(lines[1]));
}

void RunGroupsPanelTest::filtersForGroups()
{
    Sweep sweep;
    sweep.groupBy(u"model"_s);
    sweep.groupBy(u"params.lr"_s);
    const auto condition = [&](int row, const QString &key, CellFilter filter) {
        return sweep.model().condition(sweep.model().index(row, sweep.column(key)), filter).value_or(u"none"_s);
    };
    QCOMPARE(condition(1, u"run_name"_s, CellFilter::Only), u"params.model = 'ada' AND params.lr = '0.1'"_s);
    QCOMPARE(condition(1, u"run_name"_s, CellFilter::Exclude), u"NOT (params.model = 'ada' AND params.lr = '0.1')"_s);
    QCOMPARE(condition(1, u"params.model"_s, CellFilter::Exclude), u"params.model != 'ada'"_s);
    QCOMPARE(condition(1, u"metrics.loss"_s, CellFilter::Only), u"none"_s);
    QMenu *menu = nullptr;
    emit sweep.left()->customContextMenuRequested(QPoint(100, 26 + 13));
    for (QMenu *one : sweep.panel.findChildren<QMenu *>(u"runMenu"_s))
        menu = one->isVisible() ? one : menu;
    QVERIFY(!actionOf(menu, u"Copy run ID"_s));
    actionOf(menu, u"Only runs with this value"_s)->trigger();
    menu->close();
    QCOMPARE(sweep.lines(), QStringList{u"model ada, lr 0.1"_s});
}

void RunGroupsPanelTest::pivotsRuns()
{
    Sweep sweep;
    sweep.panel.findChild<QToolButton *>(u"pivotButton"_s)->click();
    QVERIFY(sweep.panel.findChild<QTableView *>(u"pivotTable"_s)->isVisible());
    choose(sweep, u"pivotDown"_s, u"model"_s);
    choose(sweep, u"pivotAcross"_s, u"lr"_s);
    choose(sweep, u"pivotValue"_s, u"loss"_s);
    QCOMPARE(pivotText(sweep), u"ada: 1.015 1.515\nnet: 2.015 2.515\ntree: 3.015 3.515"_s);
    const QAbstractItemModel *model = sweep.panel.findChild<QTableView *>(u"pivotTable"_s)->model();
    QCOMPARE(model->index(0, 0).data(PivotModel::ExtremeRole).toInt(), 1); // a loss
    QCOMPARE(model->index(2, 1).data(PivotModel::FractionRole).toDouble(), 1.0);
    choose(sweep, u"pivotAggregate"_s, u"Count"_s);
    QCOMPARE(pivotText(sweep), u"ada: 4 4\nnet: 4 4\ntree: 4 4"_s);
    choose(sweep, u"pivotAggregate"_s, u"Maximum"_s);
    choose(sweep, u"pivotAcross"_s, u"seed"_s);
    QCOMPARE(pivotText(sweep).section(u'\n', 0, 0), u"ada: 1.5 1.51 1.52 1.53"_s);
    QCOMPARE(sweep.panel.state().pivot.across, (ColumnKey{ColumnGroup::Param, u"seed"_s}));
}

void RunGroupsPanelTest::findsTheRunsOfACell()
{
    Sweep sweep;
    RunTableState state;
    state.filter = u"params.seed != '0'"_s;
    state.pivot = {true, {ColumnGroup::Param, u"model"_s}, {ColumnGroup::Param, u"lr"_s}, {ColumnGroup::Metric, u"loss"_s}, Aggregate::Mean};
    sweep.panel.restore(state);
    sweep.compute();
    auto *table = sweep.panel.findChild<QTableView *>(u"pivotTable"_s);
    QTRY_VERIFY(table->isVisible());
    QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, table->visualRect(table->model()->index(1, 1)).center());
    QCOMPARE(sweep.panel.state().filter, u"params.seed != '0' AND params.model = 'net' AND params.lr = '0.1'"_s);
    QVERIFY(!table->isVisible());
    QCOMPARE(sweep.lines(), (QStringList{u"run 13"_s, u"run 14"_s, u"run 15"_s}));
}

void RunGroupsPanelTest::saysWhyThereIsNoPivot()
{
    Sweep sweep;
    RunTableState state;
    state.pivot = {true, {ColumnGroup::Param, u"model"_s}, {ColumnGroup::Param, u"model"_s}, {ColumnGroup::Metric, u"loss"_s}, Aggregate::Mean};
    sweep.panel.restore(state);
    QCOMPARE(sweep.panel.findChild<QLabel *>(u"pivotProblem"_s)->text(), u"Choose different columns down and across"_s);
}

void RunGroupsPanelTest::scalesColumns()
{
    Sweep sweep;
    const int loss = sweep.column(u"metrics.loss"_s);
    QVERIFY(!sweep.model().index(0, loss).data(RunTableModel::FractionRole).isValid());
    QMenu *menu = sweep.headerMenu(u"metrics.loss"_s);
    actionOf(menu, u"Heat"_s)->trigger();
    menu->close();
    QCOMPARE(sweep.model().index(7, loss).data(RunTableModel::FractionRole).toDouble(), 1.0); // 3.53
    QCOMPARE(sweep.model().index(16, loss).data(RunTableModel::FractionRole).toDouble(), 0.0); // 1
    menu = sweep.headerMenu(u"metrics.loss"_s);
    actionOf(menu, u"Bar"_s)->trigger();
    menu->close();
    QCOMPARE(sweep.model().index(16, loss).data(RunTableModel::FractionRole).toDouble(), 1 / 3.53); // from zero
    QCOMPARE(sweep.panel.state().scales.size(), 1);
    const QImage shown = sweep.grid()->viewport()->grab(sweep.grid()->visualRect(sweep.model().index(7, loss))).toImage();
    menu = sweep.headerMenu(u"metrics.loss"_s);
    actionOf(menu, u"Off"_s)->trigger();
    menu->close();
    QVERIFY(sweep.panel.state().scales.isEmpty());
    QVERIFY(shown != sweep.grid()->viewport()->grab(sweep.grid()->visualRect(sweep.model().index(7, loss))).toImage());
}

void RunGroupsPanelTest::asksForHistoriesThatAreSeen()
{
    Sweep sweep;
    QList<SeriesKey> wanted;
    connect(&sweep.panel, &RunsPanel::historiesWanted, this, [&](const QList<SeriesKey> &keys) { wanted = keys; });
    QMenu *menu = sweep.headerMenu(u"params.lr"_s);
    QVERIFY(!actionOf(menu, u"History as a line"_s)); // metrics alone have one
    menu->close();
    sweep.panel.resize(1200, 300);
    menu = sweep.headerMenu(u"metrics.loss"_s);
    actionOf(menu, u"History as a line"_s)->trigger();
    menu->close();
    QTRY_VERIFY(!wanted.isEmpty());
    QVERIFY2(wanted.size() >= 5 && wanted.size() < 15, qPrintable(QString::number(wanted.size())));
    QCOMPARE(wanted.first(), (SeriesKey{ref(0), u"loss"_s}));
    const qsizetype before = sweep.model().missingHistories(0, 23).size();
    sweep.model().setHistory(wanted.first(), {0, 1, 0.5});
    QCOMPARE(before, 24);
    QCOMPARE(sweep.model().missingHistories(0, 23).size(), 23);
    QCOMPARE(sweep.model().index(0, sweep.column(u"metrics.loss"_s)).data(RunTableModel::HistoryRole).value<QList<float>>().size(), 3);
    wanted.clear();
    sweep.grid()->verticalScrollBar()->setValue(sweep.grid()->verticalScrollBar()->maximum());
    QTRY_VERIFY(wanted.contains(SeriesKey{ref(23), u"loss"_s}));
}

void RunGroupsPanelTest::knowsBestAndWorst()
{
    Sweep sweep;
    const auto extremes = [&] {
        QString text;
        for (int row = 0; row < sweep.model().rowCount(); ++row)
            if (const int extreme = sweep.model().index(row, sweep.column(u"metrics.loss"_s)).data(RunTableModel::ExtremeRole).toInt())
                text += u"%1%2 "_s.arg(QLatin1Char(extreme > 0 ? '+' : '-')).arg(row);
        return text.trimmed();
    };
    QCOMPARE(extremes(), u"-7 +16"_s); // a loss
    QMenu *menu = sweep.headerMenu(u"metrics.loss"_s);
    actionOf(menu, u"Higher is better"_s)->trigger();
    menu->close();
    QCOMPARE(extremes(), u"+7 -16"_s);
    menu = sweep.headerMenu(u"metrics.loss"_s);
    actionOf(menu, u"Sort best first"_s)->trigger();
    menu->close();
    QCOMPARE(sweep.lines().first(), u"run 7"_s);
    sweep.groupBy(u"model"_s);
    QCOMPARE(extremes(), u"+0 -2"_s); // of the groups
    menu = sweep.headerMenu(u"metrics.loss"_s);
    actionOf(menu, u"Neither"_s)->trigger();
    menu->close();
    QCOMPARE(extremes(), QString());
    QCOMPARE(sweep.panel.state().better.value({ColumnGroup::Metric, u"loss"_s}), BetterValues::Unknown);
}

void RunGroupsPanelTest::heatStaysReadable()
{
    for (const Theme *theme : {&Theme::light(), &Theme::dark()})
        for (double fraction : {0.0, 0.25, 0.5, 0.75, 1.0})
            QVERIFY2(contrast(theme->heat(fraction), theme->color(ColorRole::Text)) >= 4.5, qPrintable(QString::number(fraction)));
}

QTEST_MAIN(RunGroupsPanelTest)
#include "tst_rungroupspanel.moc"
