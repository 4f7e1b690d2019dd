// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/problemsmodel.h"
#include "models/items/rundetailmodel.h"
#include "models/items/versionsmodel.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace Assay;
using namespace Qt::StringLiterals;

namespace {

QString print(const QAbstractItemModel &model, const QModelIndex &parent = {}, int depth = 0)
{
    QString text;
    for (int row = 0; row < model.rowCount(parent); ++row) {
        QStringList cells;
        for (int column = 0; column < model.columnCount(parent); ++column)
            cells.append(model.index(row, column, parent).data().toString());
        while (!cells.isEmpty() && cells.last().isEmpty())
            cells.removeLast();
        text += QString(depth, u' ') + cells.join(u" | "_s) + u'\n' + print(model, model.index(row, 0, parent), depth + 1);
    }
    return text;
}

Run makeRun(const QString &id, const QString &lr)
{
    Run run;
    run.info.ref = {ExperimentId(u"1"_s), RunId(id)};
    run.info.name = u"run "_s + id;
    run.info.status = RunStatus::Finished;
    run.info.startTime = 0;
    run.info.endTime = 90'000;
    run.params = {{u"lr"_s, lr}, {u"same"_s, u"x"_s}};
    run.metrics = {{u"loss"_s, lr == "0.5"_L1 ? 1.0 : 3.0}};
    run.tags = {{u"mlflow.note.content"_s, u"a note"_s}, {u"team"_s, u"blue"_s}};
    return run;
}

} // namespace

class DetailModelsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsOneRunWhole()
    {
        RunDetailModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        model.setRun(makeRun(u"a"_s, u"0.5"_s), 90'000);
        QCOMPARE(print(model), u"Overview\n Status | Finished\n Started | 1970-01-01 00:00:00 (1 min ago)\n Duration | 1 min 30 s\n"
                               " Run ID | a\nMetrics\n loss | 1\nParams\n lr | 0.5\n same | x\nTags\n team | blue\n"_s);
        model.setSearch(u"LR"_s);
        QCOMPARE(print(model), u"Params\n lr | 0.5\n"_s);
        model.setRun({}, 0);
        QCOMPARE(model.rowCount(), 0);
    }

    void showsVersionsNewestFirst()
    {
        VersionsModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        RegisteredModel registered;
        for (const QString &number : {u"1"_s, u"2"_s}) {
            ModelVersion version;
            version.version = number;
            version.currentStage = u"Staging"_s;
            version.runId = u"0123456789abcdef"_s;
            registered.versions.append(version);
        }
        model.setModel(registered, {}, 0);
        QCOMPARE(model.index(0, VersionsModel::VersionColumn).data().toString(), u"v2"_s);
        QCOMPARE(model.index(0, VersionsModel::RunColumn).data().toString(), u"01234567"_s);
        QCOMPARE(model.indexOfVersion(u"1"_s).row(), 1);
    }

    void saysWhereAProblemIs()
    {
        Problem inFile;
        inFile.path = u"1/ab/metrics/loss"_s;
        inFile.line = 7;
        QCOMPARE(problemPlace(inFile), u"1/ab/metrics/loss, line 7"_s);
        Problem inTable;
        inTable.path = u"mlflow.db"_s;
        inTable.table = u"params"_s;
        inTable.row = u"lr"_s;
        QCOMPARE(problemPlace(inTable), u"table params, row lr"_s);
        ProblemsModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        model.setProblems({{u"store"_s, inFile}});
        QCOMPARE(model.rowCount(), 1);
    }
};

QTEST_APPLESS_MAIN(DetailModelsTest)
#include "tst_detailmodels.moc"
