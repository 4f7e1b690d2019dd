// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/columnlistmodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Assay;
using namespace Qt::StringLiterals;

namespace {

ColumnStats column(ColumnGroup group, const QString &name, qsizetype count, qsizetype distinct)
{
    ColumnStats stats;
    stats.key = {group, name};
    stats.count = count;
    stats.distinct = distinct;
    return stats;
}

std::vector<ColumnStats> sample()
{
    using enum ColumnGroup;
    return {column(Attribute, u"run_id"_s, 5, 5), column(Metric, u"loss"_s, 5, 5),      column(Metric, u"train/acc"_s, 5, 1),
            column(Metric, u"train/loss"_s, 4, 4), column(Metric, u"val/loss"_s, 5, 5), column(Metric, u"zero"_s, 0, 0),
            column(Param, u"lr"_s, 5, 2)};
}

QStringList rows(const ColumnListModel &model)
{
    QStringList all;
    for (int row = 0; row < model.rowCount(); ++row) {
        const QModelIndex index = model.index(row);
        all.append((index.data(ColumnListModel::HeadingRole).toBool() ? u"# "_s : QString()) + index.data().toString());
    }
    return all;
}

QModelIndex find(const ColumnListModel &model, const QString &text)
{
    for (int row = 0; row < model.rowCount(); ++row)
        if (model.index(row).data().toString() == text)
            return model.index(row);
    return {};
}

Qt::CheckState stateOf(const ColumnListModel &model, const QString &text)
{
    return Qt::CheckState(find(model, text).data(Qt::CheckStateRole).toInt());
}

} // namespace

class ColumnListModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void groupsByPrefix()
    {
        ColumnListModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setColumns(sample(), 5);
        // One column alone needs no heading of its own, and stands before those that have one.
        QCOMPARE(rows(model), (QStringList{u"# Attributes"_s, u"Age"_s, u"Duration"_s, u"Run ID"_s, u"# Metrics"_s, u"loss"_s, u"val/loss"_s,
                                           u"zero"_s, u"# train/"_s, u"train/acc"_s, u"train/loss"_s, u"# Parameters"_s, u"lr"_s}));
        QCOMPARE(find(model, u"train/"_s).data(ColumnListModel::CountTextRole).toString(), u"2"_s);
    }

    void narrows()
    {
        ColumnListModel model;
        model.setColumns(sample(), 5);
        model.setNarrowing(ColumnListModel::Narrowing::Differing);
        QCOMPARE(rows(model), (QStringList{u"# Attributes"_s, u"Age"_s, u"Duration"_s, u"Run ID"_s, u"# Metrics"_s, u"loss"_s, u"train/loss"_s,
                                           u"val/loss"_s, u"# Parameters"_s, u"lr"_s}));
        model.setNarrowing(ColumnListModel::Narrowing::WithValues);
        QVERIFY(!find(model, u"zero"_s).isValid());
        QVERIFY(find(model, u"train/acc"_s).isValid());
        model.setSearch(u"LOSS"_s);
        QCOMPARE(rows(model), (QStringList{u"# Metrics"_s, u"loss"_s, u"train/loss"_s, u"val/loss"_s}));
    }

    void aHeadingTicksAllBelowIt()
    {
        ColumnListModel model;
        model.setColumns(sample(), 5);
        model.setShown({{ColumnGroup::Metric, u"train/acc"_s}});
        QCOMPARE(stateOf(model, u"train/"_s), Qt::PartiallyChecked);
        QSignalSpy toggled(&model, &ColumnListModel::toggled);
        QVERIFY(model.setData(find(model, u"train/"_s), Qt::Checked, Qt::CheckStateRole));
        QCOMPARE(toggled.size(), 1);
        QCOMPARE(toggled.first().first().value<QList<ColumnKey>>(), (QList<ColumnKey>{{ColumnGroup::Metric, u"train/acc"_s}, {ColumnGroup::Metric, u"train/loss"_s}}));
        QCOMPARE(stateOf(model, u"train/"_s), Qt::Checked);
        QCOMPARE(stateOf(model, u"Metrics"_s), Qt::PartiallyChecked);
        model.setData(find(model, u"Metrics"_s), Qt::Checked, Qt::CheckStateRole);
        QCOMPARE(toggled.last().first().value<QList<ColumnKey>>().size(), 5);
        model.setSearch(u"val"_s); // what is not listed is left alone
        model.setData(find(model, u"Metrics"_s), Qt::Unchecked, Qt::CheckStateRole);
        QCOMPARE(toggled.last().first().value<QList<ColumnKey>>().size(), 1);
        model.setSearch({});
        QCOMPARE(stateOf(model, u"loss"_s), Qt::Checked);
        QCOMPARE(stateOf(model, u"val/loss"_s), Qt::Unchecked);
    }

    void groupsHaveNoTickForAll()
    {
        ColumnListModel model;
        model.setPurpose(ColumnListModel::Purpose::Groups);
        model.setColumns(sample(), 5);
        QVERIFY(!model.setData(find(model, u"Metrics"_s), Qt::Checked, Qt::CheckStateRole));
        QVERIFY(!find(model, u"Metrics"_s).data(Qt::CheckStateRole).isValid());
    }
};

QTEST_GUILESS_MAIN(ColumnListModelTest)
#include "tst_columnlistmodel.moc"
