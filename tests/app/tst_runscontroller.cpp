// SPDX-License-Identifier: GPL-3.0-or-later
// The runs page on stores that MLflow wrote: from the database to the cells.
#include "app/controllers/runscontroller.h"
#include "models/store/openstore.h"
#include "tests/support/testing.h"
#include "widgets/panels/runs/filterfield.h"
#include "widgets/panels/runs/rungrid.h"
#include "widgets/panels/runs/runspanel.h"
#include "widgets/panels/runs/runtableheader.h"

#include <QFile>
#include <QLabel>
#include <QMenu>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace Assay;
using namespace Qt::StringLiterals;

namespace {

struct Bench {
    StoreRegistry registry{allStoreFormats()};
    std::unique_ptr<OpenStore> store;
    RunView view;
    QVariantMap remembered;
    RunsController controller{view,
                              {[this](const QString &) { return remembered; },
                               [this](const QString &, const QVariantMap &state) { remembered = state; }},
                              nullptr};
    std::unique_ptr<QWidget> widget{controller.widget()};

    void open(const QString &path)
    {
        SilentJob job;
        const auto candidate = registry.locate(Testing::fixture(path), job);
        VERIFY_RESULT(candidate);
        controller.setStore(nullptr);
        store = std::make_unique<OpenStore>(registry, *candidate, OpenOptions());
        controller.setStore(store.get());
        store->reload();
        wait();
    }
    void wait() { QTRY_VERIFY(!controller.isBusy()); }
    RunsPanel &panel() { return static_cast<RunsPanel &>(*widget); }
    QString caption() { return widget->findChild<QLabel *>(u"runsCaption"_s)->text(); }
    QStringList names()
    {
        QStringList all;
        for (int row = 0; row < panel().model().rowCount(); ++row)
            all.append(panel().model().index(row, 0).data().toString());
        return all;
    }
    void type(const QString &text)
    {
        auto *field = widget->findChild<FilterField *>(u"runsFilter"_s);
        field->clear();
        QTest::keyClicks(field, text);
        wait();
    }
    ~Bench() { controller.setStore(nullptr); }
};

} // namespace

class RunsControllerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsAStore_data();
    void showsAStore();
    void readsHistoriesForAQuery_data() { showsAStore_data(); }
    void readsHistoriesForAQuery();
    void showsTheKinOfWhatIsFound();
    void sortsAndRemembers();
    void exportsWhatIsShown();
    void looksAtAnotherStore();
};

void RunsControllerTest::showsAStore_data()
{
    QTest::addColumn<QString>("path");
    QTest::newRow("files") << u"file-3.17/mlruns"_s;
    QTest::newRow("database") << u"sqlite-3.17/mlflow.db"_s;
}

void RunsControllerTest::showsAStore()
{
    QFETCH(QString, path);
    Bench bench;
    bench.open(path);
    QVERIFY(bench.caption().startsWith(u"37 run"_s)); // the active runs of the active experiments
    bench.type(u"metrics.auc > 0.8"_s);
    QCOMPARE(bench.names(), (QStringList{u"uses-model"_s, u"model"_s}));
    QVERIFY(bench.caption().startsWith(u"2 of 37 runs"_s));
    bench.type(u"SWEEP-child"_s);
    QCOMPARE(bench.names(), (QStringList{u"sweep-child-2"_s, u"sweep-child-1"_s, u"sweep-child-0"_s}));
    bench.type({});
    QCOMPARE(bench.names().size(), 37);
    bench.controller.setShowsDeleted(true);
    bench.wait();
    QCOMPARE(bench.names().size(), 40);
    for (const Experiment &experiment : bench.store->experiments())
        if (experiment.name == u"vision/Prüfstand 2"_s)
            bench.view.setExperiments({experiment.id});
    bench.wait();
    QCOMPARE(bench.widget->findChild<QLabel *>(u"runsTitle"_s)->text(), u"vision/Prüfstand 2"_s);
    QVERIFY(bench.names().size() < 37 && !bench.names().isEmpty());
}

void RunsControllerTest::readsHistoriesForAQuery()
{
    QFETCH(QString, path);
    Bench bench;
    bench.open(path);
    bench.type(u"max(metrics.loss) - min(metrics.loss) > 0.5 AND run_name LIKE 'churn%'"_s);
    QStringList names = bench.names();
    names.sort();
    QCOMPARE(names, (QStringList{u"churn-grid-1"_s, u"churn-grid-2"_s, u"churn-grid-3"_s, u"churn-grid-4"_s, u"churn-grid-5"_s, u"churn-grid-6"_s}));
    QVERIFY(bench.caption().startsWith(u"6 of 37 runs"_s));
    QVERIFY(!bench.caption().contains(u"reading"_s));
    bench.type(u"max(metrics.loss) > 1e300"_s);
    QVERIFY(bench.names().isEmpty());
    bench.store->reload(); // what was read of ended runs still holds
    bench.wait();
    bench.type(u"metrics.loss @ 0 > metrics.loss AND has(metrics.grad_norm)"_s);
    QVERIFY(!bench.names().isEmpty());
}

void RunsControllerTest::showsTheKinOfWhatIsFound()
{
    Bench bench;
    bench.open(u"sqlite-3.17/mlflow.db"_s);
    bench.type(u"run_name = 'sweep-child-1'"_s);
    QCOMPARE(bench.names(), QStringList{u"sweep-child-1"_s});
    QAction *parents = bench.widget->findChild<QMenu *>(u"nestedMenu"_s)->actions().at(2);
    QCOMPARE(parents->text(), u"Also their parents"_s);
    parents->trigger();
    bench.wait();
    QCOMPARE(bench.names(), (QStringList{u"sweep"_s, u"sweep-child-1"_s}));
    QVERIFY2(bench.caption().startsWith(u"1 of 37 runs, 1 of their kin"_s), qPrintable(bench.caption()));
    QVERIFY(bench.panel().state().nested);
    bench.widget->findChild<QToolButton *>(u"nested"_s)->click(); // no tree, no kin
    bench.wait();
    QCOMPARE(bench.names(), QStringList{u"sweep-child-1"_s});
}

void RunsControllerTest::sortsAndRemembers()
{
    Bench bench;
    bench.open(u"sqlite-3.17/mlflow.db"_s);
    RunTableModel &model = bench.panel().model();
    const auto auc = int(model.columns().indexOf(ColumnKey{ColumnGroup::Metric, u"auc"_s}));
    QVERIFY(auc > 0);
    RunTableHeader *header = bench.panel().table()->mainGrid()->header();
    emit header->sectionClicked(auc);
    emit header->sectionClicked(auc);
    bench.wait();
    QCOMPARE(bench.names().mid(0, 2), (QStringList{u"model"_s, u"uses-model"_s}));
    QCOMPARE(bench.remembered.value(u"sort"_s).toStringList(), QStringList{u"metrics.auc:desc"_s});
    bench.open(u"sqlite-3.17/mlflow.db"_s); // as it was left
    QCOMPARE(bench.names().mid(0, 2), (QStringList{u"model"_s, u"uses-model"_s}));
}

void RunsControllerTest::exportsWhatIsShown()
{
    Bench bench;
    bench.open(u"file-3.17/mlruns"_s);
    bench.type(u"metrics.auc > 0.8"_s);
    QTemporaryDir folder;
    QSignalSpy exported(&bench.controller, &RunsController::exported), failed(&bench.controller, &PageController::failed);
    bench.controller.exportShown(folder.filePath(u"runs.csv"_s));
    QTRY_COMPARE(exported.size(), 1);
    QFile file(folder.filePath(u"runs.csv"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QList<QByteArray> lines = file.readAll().split('\n');
    QCOMPARE(lines.size(), 4); // header, two runs, the end
    QVERIFY(lines[0].startsWith("run_name,age,duration,status,"));
    QVERIFY(lines[1].startsWith("uses-model,2023-11-15T01:18:20.000Z,60,FINISHED,"));
    bench.controller.exportShown(folder.filePath(u"no/such/folder.csv"_s));
    QTRY_COMPARE(failed.size(), 1);
}

void RunsControllerTest::looksAtAnotherStore()
{
    Bench bench;
    bench.open(u"file-3.17/mlruns"_s);
    bench.view.setSelectedRuns({bench.panel().model().runAt(0)});
    bench.open(u"sqlite-2.22/mlflow.db"_s);
    QVERIFY(bench.view.selectedRuns().isEmpty());
    QCOMPARE(bench.names().size(), 36);
    bench.controller.setStore(nullptr);
    QCOMPARE(bench.names().size(), 0);
    QCOMPARE(bench.widget->findChild<QLabel *>(u"runsMessage"_s)->text(), u"No store is open"_s);
}

QTEST_MAIN(RunsControllerTest)
#include "tst_runscontroller.moc"
