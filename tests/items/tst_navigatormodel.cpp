// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/navigatormodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Assay;
using namespace Qt::StringLiterals;

namespace {

// The tree as indented text, so that a failing test reads like a diff.
QString print(const QAbstractItemModel &model, const QModelIndex &parent = {}, int depth = 0)
{
    QString text;
    for (int row = 0; row < model.rowCount(parent); ++row) {
        const QModelIndex index = model.index(row, 0, parent);
        const qint64 count = index.data(NavigatorModel::CountRole).toLongLong();
        text += QString(depth, u' ') + index.data().toString() + (count >= 0 ? u" (%1)"_s.arg(count) : QString()) + u'\n'
            + print(model, index, depth + 1);
    }
    return text;
}

NavigatorStore store(qint64 count = 3)
{
    return {u"/data/mlflow.db"_s, u"data"_s, StoreBadge::Live, {},
            {{ExperimentId(u"0"_s), u"Default"_s, 0, false}, {ExperimentId(u"2"_s), u"vision/big/a"_s, count, false},
             {ExperimentId(u"1"_s), u"vision/small"_s, 1, false}, {ExperimentId(u"3"_s), u"alone/in/folder"_s, -1, false},
             {ExperimentId(u"4"_s), u"vision/old"_s, 1, true}},
            {{u"churn"_s, 4}}};
}

} // namespace

class NavigatorModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void foldsNamesThatShareAPrefix()
    {
        NavigatorModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        model.setStores({store()});
        QCOMPARE(print(model), u"data\n Experiments\n  alone/in/folder\n  Default (0)\n  vision\n   big/a (3)\n   small (1)\n   old (1)\n"
                               " Models\n  churn (4)\n"_s);
    }

    void aChangeOfCountsIsNoReset()
    {
        NavigatorModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        model.setStores({store()});
        QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
        QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
        model.setStores({store(17)});
        QCOMPARE(resets.count(), 0);
        QCOMPARE(changes.count(), 1);
        const QModelIndex changed = model.indexOfExperiment(u"/data/mlflow.db"_s, ExperimentId(u"2"_s));
        QCOMPARE(changed.data(NavigatorModel::CountRole).toLongLong(), 17);
        model.setStores({});
        QCOMPARE(model.rowCount(), 0);
    }

    void aFolderStandsForItsExperiments()
    {
        NavigatorModel model;
        model.setStores({store()});
        const QModelIndex experiments = model.index(0, 0, model.index(0, 0));
        QCOMPARE(model.index(2, 0, experiments).data(NavigatorModel::ExperimentIdsRole).toStringList(), (QStringList{u"2"_s, u"1"_s}));
        QCOMPARE(model.index(0, 0, model.index(1, 0, model.index(0, 0))).data(NavigatorModel::ModelNameRole).toString(), u"churn"_s);
        const QString key = model.index(2, 0, experiments).data(NavigatorModel::KeyRole).toString();
        QCOMPARE(model.indexOfKey(key), model.index(2, 0, experiments));
    }
};

QTEST_APPLESS_MAIN(NavigatorModelTest)
#include "tst_navigatormodel.moc"
