// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/compare/comparepanel.h"

#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QStackedWidget>
#include <QTest>
#include <QTextEdit>
#include <QToolButton>
#include <QTreeView>

using namespace Assay;
using namespace Qt::StringLiterals;

namespace {

ComparisonPtr makeComparison(int runCount)
{
    auto comparison = std::make_shared<Comparison>();
    QList<Run> runs;
    for (int i = 0; i < runCount; ++i) {
        Run run;
        run.info.ref = {ExperimentId(u"1"_s), RunId(u"id%1"_s.arg(i))};
        run.info.name = u"run %1"_s.arg(i);
        run.params = {{u"lr"_s, QString::number(i)}, {u"prompt"_s, u"a long text that goes on and on until number %1 comes"_s.arg(i)}, {u"same"_s, u"x"_s}};
        runs.append(run);
        comparison->runs.append(run.info);
        comparison->colorIndexes.append(i);
    }
    comparison->rows = compareRuns(runs, 0);
    return comparison;
}

} // namespace

class ComparePanelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void teachesWhenThereIsNothingToCompare()
    {
        ComparePanel panel;
        QVERIFY(panel.findChild<QLabel *>(u"compareMessage"_s)->text().contains(u"Select two or more runs"_s));
    }

    void showsOnlyDifferencesUntilAsked()
    {
        ComparePanel panel;
        panel.setComparison(makeComparison(3));
        auto *values = panel.findChild<QTreeView *>(u"compareValues"_s);
        const QModelIndex params = values->model()->index(0, 0);
        QCOMPARE(values->model()->rowCount(params), 2);
        panel.findChild<QToolButton *>(u"compareOnlyDifferences"_s)->click();
        QCOMPARE(values->model()->rowCount(values->model()->index(0, 0)), 3);
        panel.findChild<QLineEdit *>(u"compareSearch"_s)->setText(u"nothing has this"_s);
        QVERIFY(panel.findChild<QLabel *>(u"compareMessage"_s)->text().contains(u"nothing has this"_s));
    }

    void asksForAnotherBaseline()
    {
        ComparePanel panel;
        panel.setComparison(makeComparison(3));
        QSignalSpy chosen(&panel, &ComparePanel::baselineChosen);
        auto *box = panel.findChild<QComboBox *>(u"compareBaseline"_s);
        QCOMPARE(box->currentText(), u"run 0"_s);
        Q_EMIT box->activated(2);
        Q_EMIT panel.findChild<QTreeView *>(u"compareValues"_s)->header()->sectionClicked(2);
        QCOMPARE(chosen.at(0).first().toString(), u"id2"_s);
        QCOMPARE(chosen.at(1).first().toString(), u"id1"_s);
    }

    void showsHowALongValueDiffers()
    {
        ComparePanel panel;
        panel.setComparison(makeComparison(2));
        panel.show();
        auto *values = panel.findChild<QTreeView *>(u"compareValues"_s);
        const QModelIndex params = values->model()->index(0, 0);
        auto *diff = panel.findChild<QTextEdit *>(u"compareTextDiff"_s);
        values->setCurrentIndex(values->model()->index(0, 2, params));
        QVERIFY(!diff->isVisible());
        values->setCurrentIndex(values->model()->index(1, 2, params));
        QVERIFY(diff->isVisible());
        QCOMPARE(diff->toPlainText(), u"a long text that goes on and on until number 01 comes"_s);
    }

    void copiesWhatWasLogged()
    {
        ComparePanel panel;
        panel.setComparison(makeComparison(2));
        panel.show();
        auto *values = panel.findChild<QTreeView *>(u"compareValues"_s);
        const QModelIndex params = values->model()->index(0, 0);
        values->setFocus();
        values->selectionModel()->select(QItemSelection(values->model()->index(0, 1, params), values->model()->index(0, 2, params)), QItemSelectionModel::ClearAndSelect);
        panel.actions().first()->trigger();
        QCOMPARE(QGuiApplication::clipboard()->text(), u"0\t1"_s);
    }

    void takesAThousandRuns()
    {
        ComparePanel panel;
        panel.resize(1200, 700);
        panel.setComparison(makeComparison(1000));
        panel.show();
        QVERIFY(QTest::qWaitForWindowExposed(&panel));
        QCOMPARE(panel.findChild<QTreeView *>(u"compareValues"_s)->model()->columnCount(), 1001);
    }
};

QTEST_MAIN(ComparePanelTest)
#include "tst_comparepanel.moc"
