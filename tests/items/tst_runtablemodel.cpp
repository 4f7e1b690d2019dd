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
    model.setExpanded(ref(u"a"_s), false);
    QCOMPARE(shown(model), u"a+ b- .b1"_s);
    QCOMPARE(removed.size(), 1);
    view.setRows({4, 5, 3, 2, 1, 0});
    QCOMPARE(shown(model), u"b- .b1 a+"_s); // stays folded in a new order
    model.setExpanded(ref(u"a"_s), true);
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

QTEST_GUILESS_MAIN(RunTableModelTest)
#include "tst_runtablemodel.moc"
