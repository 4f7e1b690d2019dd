// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/runtablemodel.h"
#include "models/table/runtablebuilder.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Assay;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 Now = 1'700'000'000'000;

RunRef ref(const QString &id)
{
    return {ExperimentId(u"1"_s), RunId(id)};
}

// "a a1>a a2>a orphan>gone x>y y>x b": an id, and after '>' its parent's.
RunTablePtr tableOf(const QString &text)
{
    RunTableBuilder builder;
    int i = 0;
    for (const QString &one : text.split(u' ')) {
        Run run;
        const QStringList parts = one.split(u'>');
        run.info.ref = ref(parts.first());
        run.info.name = "run "_L1 + parts.first();
        run.info.status = i == 0 ? RunStatus::Running : RunStatus::Finished;
        run.info.startTime = Now - 3'600'000;
        run.info.endTime = Now - 3'600'000 + 12'300;
        run.metrics = {{u"val/loss"_s, 0.1 + i}};
        run.params = {{u"lr"_s, u"1e-3"_s}, {u"note"_s, u"two\nlines"_s}};
        if (parts.size() > 1)
            run.tags.insert(TagKey::ParentRunId, parts.last());
        builder.add(run);
        ++i;
    }
    return builder.finish();
}

// The rows as text: depth as dots, id, '+' or '-' for runs with children, '?' hidden parent, '!' missing one, '@' cyclic.
QString shown(const RunTableModel &model)
{
    QStringList rows;
    for (int row = 0; row < model.rowCount(); ++row) {
        const QModelIndex index = model.index(row, 0);
        QString text = u"."_s.repeated(index.data(RunTableModel::DepthRole).toInt()) + model.runAt(row).run.value;
        if (index.data(RunTableModel::ChildCountRole).toInt() > 0)
            text += index.data(RunTableModel::ExpandedRole).toBool() ? u'-' : u'+';
        switch (RunTableModel::Nesting(index.data(RunTableModel::NestingRole).toInt())) {
        case RunTableModel::Nesting::ParentHidden: text += u'?'; break;
        case RunTableModel::Nesting::ParentMissing: text += u'!'; break;
        case RunTableModel::Nesting::Cyclic: text += u'@'; break;
        case RunTableModel::Nesting::Root:
        case RunTableModel::Nesting::Child: break;
        }
        rows.append(text);
    }
    return rows.join(u' ');
}

const QList<ColumnKey> SomeColumns{{ColumnGroup::Attribute, Attribute::Age}, {ColumnGroup::Attribute, Attribute::Duration},
                                   {ColumnGroup::Attribute, Attribute::Status}, {ColumnGroup::Attribute, Attribute::RunId},
                                   {ColumnGroup::Metric, u"val/loss"_s}, {ColumnGroup::Param, u"lr"_s},
                                   {ColumnGroup::Param, u"note"_s}, {ColumnGroup::Param, u"gone"_s}};

} // namespace

class RunTableModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsCells();
    void newOrderKeepsIndexes();
    void nestsRuns();
    void foldsRuns();
    void eyesAreTheViews();
    void headersTellTheOrder();
    void takesSnapshots();
    void holdsManyRuns();
    void groupsRuns();
    void sortsGroups();
    void sumsUpGroups();
};

void RunTableModelTest::showsCells()
{
    RunView view;
    RunTableModel model(view);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    view.setTable(tableOf(u"a b"_s), true);
    model.setColumns(SomeColumns);
    model.setNow(Now);
    QStringList cells;
    for (int column = 0; column < model.columnCount(); ++column)
        cells.append(model.index(1, column).data().toString());
    QCOMPARE(cells, (QStringList{u"run b"_s, u"1 h ago"_s, u"12.3 s"_s, u"FINISHED"_s, u"b"_s, u"1.1"_s, u"1e-3"_s, u"two⏎lines"_s, u""_s}));
    QCOMPARE(model.index(0, 2).data().toString(), u"1 h 00 min"_s); // still running
    QCOMPARE(model.index(0, 3).data(RunTableModel::StatusRole).toInt(), int(RunStatus::Running));
    QCOMPARE(model.index(1, 5).data(RunTableModel::ValueRole).toDouble(), 1.1);
    QVERIFY(!model.index(1, 8).data(RunTableModel::ValueRole).isValid());
    QVERIFY(model.index(1, 5).data(Qt::TextAlignmentRole).toInt() & Qt::AlignRight);
    QVERIFY(model.index(1, 6).data(Qt::TextAlignmentRole).toInt() & Qt::AlignRight); // a param of numbers
    QVERIFY(model.index(1, 7).data(Qt::TextAlignmentRole).toInt() & Qt::AlignLeft);
    QCOMPARE(model.rawText(1, {ColumnGroup::Param, u"note"_s}), std::optional(u"two\nlines"_s));
    QCOMPARE(model.rawText(1, {ColumnGroup::Attribute, Attribute::Age}), std::optional(u"2023-11-14T21:13:20.000Z"_s));
    QVERIFY(!model.rawText(1, {ColumnGroup::Param, u"gone"_s}));
}

void RunTableModelTest::newOrderKeepsIndexes()
{
    RunView view;
    view.setTable(tableOf(u"a b c d"_s), true);
    RunTableModel model(view);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    const QPersistentModelIndex b = model.index(1, 0);
    QSignalSpy layout(&model, &QAbstractItemModel::layoutChanged), reset(&model, &QAbstractItemModel::modelReset);
    view.setRows({3, 1, 0, 2});
    QCOMPARE(shown(model), u"d b a c"_s);
    view.setRows({1, 3, 2, 0});
    QCOMPARE(b.row(), 0);
    QCOMPARE(layout.size(), 2);
    QCOMPARE(reset.size(), 0);
    view.setRows({3, 2});
    QCOMPARE(reset.size(), 1);
    QCOMPARE(shown(model), u"d c"_s);
    QCOMPARE(model.rowOf(ref(u"c"_s)), 1);
    QCOMPARE(model.rowOf(ref(u"a"_s)), -1);
}

void RunTableModelTest::nestsRuns()
{
    RunView view;
    view.setTable(tableOf(u"a a1>a a2>a a21>a2 orphan>gone x>y y>x z>x b self>self"_s), true);
    RunTableModel model(view);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    QVERIFY(model.hasNesting());
    QCOMPARE(shown(model), u"a a1 a2 a21 orphan x y z b self"_s);
    model.setMode(RunTableModel::Mode::Nested);
    QCOMPARE(shown(model), u"a- .a1 .a2- ..a21 orphan! x-@ .z y@ b self@"_s);
    view.setRows({9, 8, 7, 6, 5, 4, 3, 2, 1, 0});
    QCOMPARE(shown(model), u"self@ b y@ x-@ .z orphan! a- .a2- ..a21 .a1"_s);
    view.setRows({3, 0, 1}); // the middle generation is filtered out
    QCOMPARE(shown(model), u"a21? a- .a1"_s);
    model.setMode(RunTableModel::Mode::Flat);
    QCOMPARE(shown(model), u"a21 a a1"_s);
}

void RunTableModelTest::foldsRuns()
{
    RunView view;
    view.setTable(tableOf(u"a a1>a a2>a a21>a2 b b1>b"_s), true);
    RunTableModel model(view);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setMode(RunTableModel::Mode::Nested);
    QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved), inserted(&model, &QAbstractItemModel::rowsInserted);
    model.setRowExpanded(model.rowOf(ref(u"a"_s)), false);
    QCOMPARE(shown(model), u"a+ b- .b1"_s);
    QCOMPARE(removed.size(), 1);
    view.setRows({4, 5, 3, 2, 1, 0});
    QCOMPARE(shown(model), u"b- .b1 a+"_s); // stays folded in a new order
    model.setRowExpanded(model.rowOf(ref(u"a"_s)), true);
    QCOMPARE(shown(model), u"b- .b1 a- .a2- ..a21 .a1"_s);
    QCOMPARE(inserted.size(), 1);
    model.setAllExpanded(false);
    QCOMPARE(shown(model), u"b+ a+"_s);
    model.setAllExpanded(true);
    QCOMPARE(shown(model), u"b- .b1 a- .a2- ..a21 .a1"_s);
}

void RunTableModelTest::eyesAreTheViews()
{
    RunView view;
    view.setTable(tableOf(u"a b"_s), true);
    RunTableModel model(view);
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    QCOMPARE(model.index(1, 0).data(Qt::CheckStateRole).toInt(), int(Qt::Checked));
    QVERIFY(model.setData(model.index(1, 0), Qt::Unchecked, Qt::CheckStateRole));
    QCOMPARE(view.shownRuns(), QList{ref(u"a"_s)});
    QCOMPARE(changed.size(), 1);
    QCOMPARE(model.index(1, 0).data(Qt::CheckStateRole).toInt(), int(Qt::Unchecked));
    QVERIFY(model.index(0, 0).data(RunTableModel::ColorIndexRole) != model.index(1, 0).data(RunTableModel::ColorIndexRole));
    QCOMPARE(model.index(1, 0).data(RunTableModel::RunRefRole).value<RunRef>(), ref(u"b"_s));
}

void RunTableModelTest::headersTellTheOrder()
{
    RunView view;
    view.setTable(tableOf(u"a b"_s), true);
    RunTableModel model(view);
    model.setColumns(SomeColumns);
    QSignalSpy changed(&model, &QAbstractItemModel::headerDataChanged);
    model.setSortKeys({parseSortKey(u"params.lr"_s).value(), parseSortKey(u"metrics.`val/loss`:desc"_s).value()});
    QCOMPARE(changed.size(), 1);
    QCOMPARE(model.headerData(5, Qt::Horizontal, RunTableModel::SortPlaceRole).toInt(), 2);
    QCOMPARE(model.headerData(5, Qt::Horizontal, RunTableModel::SortDirectionRole).toInt(), int(SortDirection::Descending));
    QCOMPARE(model.headerData(6, Qt::Horizontal, RunTableModel::SortPlaceRole).toInt(), 1);
    QCOMPARE(model.headerData(0, Qt::Horizontal, RunTableModel::SortPlaceRole).toInt(), 0);
    QCOMPARE(model.headerData(5, Qt::Horizontal, Qt::ToolTipRole).toString(), u"metrics.`val/loss`"_s);
    QCOMPARE(model.headerData(0, Qt::Horizontal).toString(), u"Name"_s);
}

void RunTableModelTest::takesSnapshots()
{
    RunView view;
    RunTableModel model(view);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    QCOMPARE(model.rowCount(), 0);
    view.setTable(tableOf(u"a b"_s), false);
    view.setTable(tableOf(u"a b c d"_s), true, {3, 2});
    QCOMPARE(shown(model), u"d c"_s);
    view.setTable(nullptr, true);
    QCOMPARE(model.rowCount(), 0);
}

void RunTableModelTest::holdsManyRuns()
{
    constexpr uint32_t runs = 100'000;
    RunTableBuilder builder;
    RunInfo info;
    for (uint32_t i = 0; i < runs; ++i) {
        info.ref = ref(QString::number(i));
        builder.addRun(info);
        if (i % 10)
            builder.setText(builder.tagColumn("mlflow.parentRunId"), i, std::to_string(i / 10 * 10));
    }
    RunView view;
    view.setTable(builder.finish(), true);
    RunTableModel model(view);
    QCOMPARE(model.rowCount(), int(runs));
    std::vector<uint32_t> reversed = view.rows();
    std::reverse(reversed.begin(), reversed.end());
    view.setRows(std::move(reversed));
    QCOMPARE(model.runAt(0), ref(u"99999"_s));
    model.setMode(RunTableModel::Mode::Nested);
    QCOMPARE(model.runAt(0), ref(u"99990"_s));
    QCOMPARE(model.index(1, 0).data(RunTableModel::DepthRole).toInt(), 1);
    QCOMPARE(model.rowCount(), int(runs));
    model.setAllExpanded(false);
    QCOMPARE(model.rowCount(), int(runs) / 10);
}

namespace {

// "id:model:loss …"; a loss of "-" is absent.
RunTablePtr seedsOf(const QString &text)
{
    RunTableBuilder builder;
    for (const QString &one : text.split(u' ')) {
        const QStringList parts = one.split(u':');
        Run run;
        run.info.ref = ref(parts[0]);
        run.info.status = RunStatus::Finished;
        run.info.startTime = Now - 3'600'000 * parts[0].at(0).toLatin1();
        run.params = {{u"model"_s, parts[1]}, {u"seed"_s, parts[0]}};
        if (parts[2] != u"-"_s)
            run.metrics = {{u"loss"_s, parts[2].toDouble()}};
        builder.add(run);
    }
    return builder.finish();
}

const ColumnKey ModelKey{ColumnGroup::Param, u"model"_s}, LossKey{ColumnGroup::Metric, u"loss"_s}, SeedKey{ColumnGroup::Param, u"seed"_s};

// Groups as "[tree 2]", their open runs as ids.
QString grouped(const RunTableModel &model)
{
    QStringList rows;
    for (int row = 0; row < model.rowCount(); ++row) {
        const QModelIndex index = model.index(row, 0);
        rows.append(!model.isGroup(row) ? model.runAt(row).run.value
                                        : u"[%1 %2]"_s.arg(index.data(RunTableModel::GroupPartsRole).toStringList().value(1)).arg(index.data(RunTableModel::ChildCountRole).toInt()));
    }
    return rows.join(u' ');
}

} // namespace

void RunTableModelTest::groupsRuns()
{
    RunView view;
    RunTableModel model(view);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    view.setTable(seedsOf(u"a:tree:1 b:net:2 c:tree:3 d:net:4"_s), true);
    model.setColumns({ModelKey, LossKey});
    model.setGroups({ModelKey}, GroupSummary::Mean);
    QCOMPARE(grouped(model), u"a b c d"_s); // not before the mode says so
    model.setMode(RunTableModel::Mode::Grouped);
    QCOMPARE(grouped(model), u"[net 2] [tree 2]"_s);
    QCOMPARE(model.headerData(0, Qt::Horizontal).toString(), u"model"_s);
    model.setRowExpanded(1, true);
    QCOMPARE(grouped(model), u"[net 2] [tree 2] a c"_s);
    QCOMPARE(model.rowOf(ref(u"c"_s)), 3);
    QCOMPARE(model.rowOf(ref(u"b"_s)), -1);
    QCOMPARE(model.tableRows({1, 2, 3}), (std::vector<uint32_t>{0, 2}));
    QCOMPARE(model.tableRows({0, 3}), (std::vector<uint32_t>{1, 3, 2}));
    QCOMPARE(model.rowsOf({ref(u"a"_s), ref(u"b"_s), ref(u"d"_s)}), (QList<int>{2, 0}));

    view.setTable(seedsOf(u"a:tree:1 b:net:2 c:tree:3 d:net:4 e:tree:5 f:ada:1"_s), true); // the same group stays open
    QCOMPARE(grouped(model), u"[ada 1] [net 2] [tree 3] a c e"_s);
    view.setRows({4, 2, 1});
    QCOMPARE(grouped(model), u"[net 1] [tree 2] e c"_s);
    model.setAllExpanded(true);
    QCOMPARE(grouped(model), u"[net 1] b [tree 2] e c"_s);
    model.setAllExpanded(false);
    QCOMPARE(grouped(model), u"[net 1] [tree 2]"_s);
    QVERIFY(model.setData(model.index(1, 0), Qt::Unchecked, Qt::CheckStateRole));
    QVERIFY(!view.isShown(ref(u"e"_s)) && !view.isShown(ref(u"c"_s)) && view.isShown(ref(u"b"_s)));
    view.setShown({ref(u"c"_s)}, true);
    QCOMPARE(model.index(1, 0).data(Qt::CheckStateRole).toInt(), int(Qt::PartiallyChecked));
    view.setShown({ref(u"e"_s)}, true);
    QCOMPARE(model.index(1, 0).data(Qt::CheckStateRole).toInt(), int(Qt::Checked));
    model.setMode(RunTableModel::Mode::Flat);
    QCOMPARE(grouped(model), u"e c b"_s);
}

void RunTableModelTest::sortsGroups()
{
    RunView view;
    RunTableModel model(view);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    view.setTable(seedsOf(u"a:x:1 b:y:2 c:x:9 d:z:- e:y:4 f:w:2"_s), true);
    model.setMode(RunTableModel::Mode::Grouped);
    model.setGroups({ModelKey}, GroupSummary::Mean);
    const auto sortedBy = [&](const QString &keys) {
        RowOrderRequest request;
        request.table = view.table();
        for (const QString &key : keys.split(u' '))
            request.keys.append(parseSortKey(key).value());
        SilentJob job;
        model.setSortKeys(request.keys);
        view.setRows(computeRowOrder(request, job)->rows);
        return grouped(model);
    };
    QCOMPARE(sortedBy(u"metrics.loss"_s), u"[w 1] [y 2] [x 2] [z 1]"_s);
    QCOMPARE(sortedBy(u"metrics.loss:desc"_s), u"[x 2] [y 2] [w 1] [z 1]"_s);
    model.setGroups({ModelKey}, GroupSummary::Minimum);
    QCOMPARE(sortedBy(u"metrics.loss"_s), u"[x 2] [w 1] [y 2] [z 1]"_s);
    QCOMPARE(sortedBy(u"params.model:desc"_s), u"[z 1] [y 2] [x 2] [w 1]"_s);
    QCOMPARE(sortedBy(u"run_name:desc"_s), u"[z 1] [y 2] [x 2] [w 1]"_s);
    QCOMPARE(sortedBy(u"run_id"_s), u"[x 2] [y 2] [z 1] [w 1]"_s); // by their first runs
    model.setGroups({ModelKey}, GroupSummary::Median);
    model.setAllExpanded(true);
    QCOMPARE(sortedBy(u"metrics.loss:desc"_s), u"[x 2] c a [y 2] e b [w 1] f [z 1] d"_s);
}

void RunTableModelTest::sumsUpGroups()
{
    RunView view;
    RunTableModel model(view);
    view.setTable(seedsOf(u"1:x:0.911 2:x:0.915 3:y:2 4:z:nan 5:z:- 6:y:2"_s), true);
    model.setColumns({ModelKey, LossKey, SeedKey, {ColumnGroup::Attribute, Attribute::Age}});
    model.setNow(Now - 3'600'000 * '0');
    model.setGroups({ModelKey}, GroupSummary::Mean);
    model.setMode(RunTableModel::Mode::Grouped);
    const auto cell = [&](int row, int column) { return model.index(row, column).data().toString(); };
    QCOMPARE(cell(0, 0), u"model x"_s);
    QCOMPARE(cell(0, 1), u"x"_s);
    QCOMPARE(model.index(0, 0).data(RunTableModel::GroupAbsentRole).value<QList<bool>>(), QList<bool>{false});
    QCOMPARE(cell(0, 2), u"0.9130 ± 0.0028"_s);
    QCOMPARE(cell(0, 3), u"1.50 ± 0.71"_s); // seeds are numbers
    QCOMPARE(cell(1, 2), u"2"_s);           // all the same
    QCOMPARE(cell(1, 4), u"3 h ago"_s);     // of the newest one
    QCOMPARE(cell(2, 2), u"NaN"_s);
    QVERIFY(model.index(2, 2).data(Qt::ToolTipRole).toString().contains(u"1 of 2 runs have metrics.loss"_s));
    model.setGroups({ModelKey}, GroupSummary::Maximum);
    QCOMPARE(cell(0, 2), u"0.915"_s);
    model.setGroups({LossKey}, GroupSummary::Maximum);
    QCOMPARE(cell(4, 0), u"loss none"_s);
    QCOMPARE(model.index(4, 0).data(RunTableModel::GroupAbsentRole).value<QList<bool>>(), QList<bool>{true});
    QCOMPARE(meanTexts(1234567, 1000), (QStringList{u"1.235e+06 ± 1e+03"_s, u"1.23e+06 ± 1e+03"_s, u"≈1.235e+06"_s, u"≈1.23e+06"_s, u"≈1.2e+06"_s}));
    QCOMPARE(meanTexts(0.5, 0.25).first(), u"0.50 ± 0.25"_s);
    QCOMPARE(meanTexts(1205.6, 109).first(), u"1206 ± 109"_s);
    QCOMPARE(meanTexts(1, 0).first(), u"1 ± 0"_s);
    QCOMPARE(meanTexts(0.25, NumberTraits::absent), QStringList{u"0.25"_s});
}

QTEST_GUILESS_MAIN(RunTableModelTest)
#include "tst_runtablemodel.moc"
