// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/controllers/comparecontroller.h"
#include "models/items/associationmodel.h"
#include "models/store/openstore.h"
#include "models/table/rungroups.h"
#include "tests/support/testing.h"
#include "widgets/panels/compare/comparegrid.h"
#include "widgets/panels/compare/comparepanel.h"

#include <QComboBox>
#include <QDirIterator>
#include <QLabel>
#include <QTableView>
#include <QTemporaryDir>
#include <QToolButton>

#include <set>

using namespace Assay;
using namespace Assay::Testing;
using namespace Qt::StringLiterals;

class CompareControllerTest : public QObject
{
    Q_OBJECT

    QString m_mlruns;
    std::unique_ptr<StoreRegistry> m_registry;
    std::unique_ptr<OpenStore> m_store;
    std::unique_ptr<RunView> m_view;
    std::unique_ptr<CompareController> m_controller;
    std::unique_ptr<QWidget> m_panel;

    QList<RunRef> allRuns() const
    {
        QList<RunRef> runs;
        for (uint32_t row = 0; row < uint32_t(m_view->table()->rowCount()); ++row)
            runs.append(m_view->table()->ref(row));
        return runs;
    }
    bool settled() const
    {
        return QTest::qWaitFor([&] { return !m_controller->isBusy(); }, 60'000) && QTest::qWaitFor([&] { return !m_controller->isBusy(); }, 60'000);
    }
    QAbstractItemModel *model() const { return m_panel->findChild<CompareGrid *>(u"compareKeys"_s)->model(); }
    int rowOf(const QString &key) const
    {
        for (int row = 0; row < model()->rowCount(); ++row)
            if (model()->index(row, 0).data().toString() == key)
                return row;
        return -1;
    }

private Q_SLOTS:
    void init()
    {
        m_mlruns = fixtureCopy(u"file-3.17/mlruns"_s);
        m_registry = std::make_unique<StoreRegistry>(allStoreFormats());
        SilentJob job;
        const auto candidate = m_registry->locate(m_mlruns, job);
        VERIFY_RESULT(candidate);
        m_store = std::make_unique<OpenStore>(*m_registry, *candidate, OpenOptions{});
        QTRY_VERIFY_WITH_TIMEOUT(m_store->state() == OpenStore::State::Ready, 30'000);
        m_view = std::make_unique<RunView>();
        m_controller = std::make_unique<CompareController>(*m_view, nullptr);
        m_panel.reset(m_controller->widget());
        m_panel->resize(1200, 900);
        m_panel->show();
        m_view->setTable(m_store->runs(), true);
        m_controller->setStore(m_store.get());
    }
    void cleanup()
    {
        m_controller.reset();
        m_panel.reset();
        m_view.reset();
        m_store.reset();
    }

    void readsWhatLiesAmongTheArtifacts()
    {
        m_view->setSelectedRuns(allRuns());
        QVERIFY(settled());
        QVERIFY(rowOf(u"Params"_s) >= 0);
        QVERIFY(rowOf(u"Environment"_s) >= 0);
        QVERIFY2(rowOf(u"mlflow"_s) >= 0 || rowOf(u"python"_s) >= 0, "the environment of the models that lie beside their runs");
        QVERIFY(rowOf(u"Signature"_s) >= 0);
        QVERIFY(rowOf(u"Artifacts"_s) >= 0);
    }

    void survivesARunThatIsGone()
    {
        const QList<RunRef> runs = allRuns();
        QDirIterator it(m_mlruns, {runs.first().run.value}, QDir::Dirs, QDirIterator::Subdirectories);
        QVERIFY(it.hasNext());
        QVERIFY(QDir(it.next()).removeRecursively());
        m_view->setSelectedRuns(runs.mid(0, 3));
        QVERIFY(settled());
        bool isTold = false;
        for (int row = 0; row < model()->rowCount(); ++row)
            isTold = isTold || model()->index(row, 0).data(CompareModel::KindRole).toInt() == int(CompareNode::Kind::Note);
        QVERIFY(isTold);
        m_view->setSelectedRuns({runs[0], {ExperimentId(u"0"_s), RunId(u"nobody"_s)}});
        QVERIFY(settled());
        QVERIFY(m_panel->findChild<QLabel *>(u"compareMessage"_s)->isVisible());
    }

    void makesAnotherRunTheBaseline()
    {
        const QList<RunRef> runs = allRuns().mid(0, 3);
        m_view->setSelectedRuns(runs);
        QVERIFY(settled());
        auto *box = m_panel->findChild<QComboBox *>(u"compareBaseline"_s);
        QTest::keyClick(box, Qt::Key_End);
        QVERIFY(settled());
        QCOMPARE(model()->headerData(1, Qt::Horizontal, CompareModel::RunRole).toString(), runs.last().run.value);
        QVERIFY(model()->headerData(1, Qt::Horizontal, CompareModel::BaselineRole).toBool());
    }

    void colorsFollowTheView()
    {
        const QList<RunRef> runs = allRuns().mid(0, 2);
        m_view->setSelectedRuns(runs);
        QVERIFY(settled());
        m_view->setColumnColors({{runs[0], 5}, {runs[1], 6}});
        QVERIFY(settled());
        const auto color = [this](int run) { return model()->headerData(1 + run, Qt::Horizontal, CompareModel::ColorIndexRole).toInt(); };
        QCOMPARE(std::set({color(0), color(1)}), (std::set{5, 6}));
    }

    void readsArtifactsOnceForManyComparisons()
    {
        m_view->setSelectedRuns(allRuns());
        QVERIFY(settled());
        const qsizetype before = m_controller->parsedFiles();
        QVERIFY(before > 0);
        QTest::mouseClick(m_panel->findChild<QToolButton *>(u"compareOnlyDifferences"_s), Qt::LeftButton);
        QVERIFY(settled());
        QTest::keyClick(m_panel->findChild<QComboBox *>(u"compareBaseline"_s), Qt::Key_End);
        QVERIFY(settled());
        QVERIFY(rowOf(u"Environment"_s) >= 0);
        QCOMPARE(m_controller->parsedFiles(), before);
        m_controller->readFilesAgain();
        QVERIFY(settled());
        QCOMPARE(m_controller->parsedFiles(), before);
    }

    void explains()
    {
        m_view->setSelectedRuns(allRuns());
        QVERIFY(settled());
        QTest::mouseClick(m_panel->findChild<QToolButton *>(u"compareExplain"_s), Qt::LeftButton);
        QVERIFY(settled());
        auto *caption = m_panel->findChild<QLabel *>(u"explainCaption"_s);
        QVERIFY(caption->isVisible() && caption->text().startsWith(u"Association, not cause"_s));
        auto *groups = m_panel->findChild<QComboBox *>(u"explainGroups"_s);
        QTest::keyClick(groups, Qt::Key_Down);
        QVERIFY(m_panel->findChild<QWidget *>(u"explainBest"_s)->isVisible());
        QVERIFY(settled());
        QTest::mouseClick(m_panel->findChild<QToolButton *>(u"compareExplain"_s), Qt::LeftButton);
        QVERIFY(!caption->isVisible());
    }

    void explainsByGroupsOfTheTable()
    {
        m_view->setSelectedRuns(allRuns());
        QVERIFY(settled());
        QTest::mouseClick(m_panel->findChild<QToolButton *>(u"compareExplain"_s), Qt::LeftButton);
        QVERIFY(settled());
        auto *groups = m_panel->findChild<QComboBox *>(u"explainGroups"_s);
        auto *first = m_panel->findChild<QComboBox *>(u"explainFirst"_s), *second = m_panel->findChild<QComboBox *>(u"explainSecond"_s);
        auto *table = m_panel->findChild<QTableView *>(u"explainTable"_s);
        const auto header = [&](int column) { return table->model()->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString(); };
        QTest::keyClick(groups, Qt::Key_End);
        QVERIFY2(groups->currentIndex() == 2, "the table has no groups");
        m_view->setGroupKeys({{ColumnGroup::Attribute, Attribute::Status}});
        QVERIFY(settled());
        QTest::keyClick(groups, Qt::Key_End);
        QCOMPARE(groups->currentIndex(), 3);
        QVERIFY(settled());
        QVERIFY(first->isVisible() && second->isVisible());
        SilentJob job;
        const auto expected = groupRuns(*m_view->table(), m_view->rows(), m_view->groupKeys(), job);
        VERIFY_RESULT(expected);
        QVERIFY(expected->count() > 1);
        QCOMPARE(first->count(), int(expected->count()));
        QCOMPARE(second->count(), first->count() + 1);
        for (size_t i = 0; i < expected->count(); ++i) {
            QVERIFY2(first->itemText(int(i)).endsWith(u" (%1)"_s.arg(expected->rowsOf(i).size())), qPrintable(first->itemText(int(i))));
        }
        QCOMPARE(first->currentIndex(), 0);
        QCOMPARE(second->currentIndex(), 1);
        QVERIFY(header(AssociationModel::First).startsWith(first->currentText().section(u" ("_s, 0, 0)));
        QVERIFY(header(AssociationModel::Second).startsWith(second->currentText().section(u" ("_s, 0, 0)));
        // The same group is on one side only.
        const QString other = second->currentText();
        QTest::keyClick(first, Qt::Key_Down);
        QCOMPARE(first->currentText(), other);
        QVERIFY(second->currentIndex() == 0);
        QTest::keyClick(second, Qt::Key_End);
        QVERIFY(settled());
        QVERIFY2(header(AssociationModel::Second).startsWith(u"Others ("_s), qPrintable(header(AssociationModel::Second)));
        m_view->setGroupKeys({});
        QVERIFY(settled());
        QCOMPARE(groups->currentIndex(), 0);
        QVERIFY(!first->isVisible());
    }
};

QTEST_MAIN(CompareControllerTest)
#include "tst_comparecontroller.moc"
