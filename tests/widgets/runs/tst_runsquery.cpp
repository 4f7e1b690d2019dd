// SPDX-License-Identifier: GPL-3.0-or-later
// Typing queries into the runs panel: completion, history, explanations, facets, and the keys of the table.
#include "models/table/runtablebuilder.h"
#include "widgets/panels/runs/facetpanel.h"
#include "widgets/panels/runs/filterfield.h"
#include "widgets/panels/runs/facethistogram.h"
#include "widgets/panels/runs/querypopup.h"
#include "widgets/panels/runs/rungrid.h"
#include "widgets/panels/runs/runspanel.h"

#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include <numeric>

using namespace Assay;
using namespace Qt::StringLiterals;

namespace {

RunTablePtr tableOf(int runs)
{
    RunTableBuilder builder;
    for (int i = 0; i < runs; ++i) {
        Run run;
        run.info.ref = {ExperimentId(u"1"_s), RunId(u"r%1"_s.arg(i))};
        run.info.name = u"run %1"_s.arg(i);
        run.info.startTime = 1'700'000'000'000 - i * 1000;
        run.metrics = {{u"loss"_s, i / 10.0}, {u"epoch"_s, i}};
        run.params = {{u"model"_s, i % 4 ? u"tree"_s : u"it's"_s}, {u"lr"_s, QString::number(i % 3)}};
        builder.add(run);
    }
    return builder.finish();
}

// A panel whose answers are computed at once, as a controller does it in the background.
struct Bench {
    RunView view;
    RunsPanel panel{view};

    explicit Bench(int runs = 40)
    {
        QObject::connect(&panel, &RunsPanel::stateChanged, &panel, [this] { compute(); });
        QObject::connect(&panel, &RunsPanel::facetRequested, &panel, [this](const ColumnKey &key, const QString &search) {
            SilentJob job;
            panel.setFacet(computeFacet({view.table(), view.rows(), key, search, 200, {}}, job).value());
        });
        view.setTable(tableOf(runs), true);
        SilentJob job;
        panel.setColumnStats(computeColumnStats(*view.table(), view.rows(), job), runs);
        panel.setSituation(RunsPanel::Situation::Ready);
        compute();
        panel.resize(1200, 800);
        panel.show();
        QVERIFY(QTest::qWaitForWindowExposed(&panel));
        panel.activateWindow();
    }
    void compute()
    {
        const QuickFilter filter = parseQuickFilter(panel.state().filter);
        panel.setFilterMistake(filter.mistake);
        if (filter.mistake)
            return;
        RowOrderRequest request;
        request.table = view.table();
        request.query = filter.query;
        request.search = filter.search;
        request.keys = panel.state().sortKeys;
        SilentJob job;
        const RowOrder order = computeRowOrder(request, job).value();
        std::vector<uint32_t> all(size_t(view.table()->rowCount()));
        std::iota(all.begin(), all.end(), 0u);
        panel.setCounts(order.found, order.candidates);
        panel.setExplanation(order.rows.empty() && !filter.query.isEmpty()
                                 ? explainQuery(panel.state().filter, *view.table(), HistoryValues::none(), all, {}, job).value() : QueryExplanation());
        panel.setFilterHint(hintText(unknownKeys(filter.query, *view.table())));
        view.setRows(order.rows);
    }
    template <typename T>
    T *find(const QString &name) const { return panel.findChild<T *>(name); }
    FilterField *filter() const { return find<FilterField>(u"runsFilter"_s); }
    void type(const QString &text)
    {
        filter()->setFocus();
        QTest::keyClicks(filter(), text);
    }
    QStringList offered() const
    {
        QStringList all;
        const auto *list = find<QListView>(u"queryCandidates"_s);
        for (int row = 0; filter()->isOffering() && row < list->model()->rowCount(); ++row)
            all.append(list->model()->index(row, 0).data().toString());
        return all;
    }
    QStringList facet() const
    {
        QStringList all;
        const auto *list = find<QListView>(u"facetList"_s);
        for (int row = 0; row < list->model()->rowCount(); ++row)
            all.append(list->model()->index(row, 0).data().toString() + u'·' + list->model()->index(row, 0).data(FacetModel::CountTextRole).toString());
        return all;
    }
    void clickFacet(int row, Qt::KeyboardModifiers modifiers = {})
    {
        auto *list = find<QListView>(u"facetList"_s);
        QTest::mouseClick(list->viewport(), Qt::LeftButton, modifiers, list->visualRect(list->model()->index(row, 0)).center());
    }
};

} // namespace

class RunsQueryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesAQueryFromWhatIsOffered();
    void offersNothingThatIsInTheWay();
    void closesTheListFirst();
    void clicksInTheListCount();
    void remembersQueries();
    void explainsAnEmptyAnswer();
    void hintsAtKeys();
    void filtersByValuesOfAFacet();
    void filtersByARange();
    void searchesInAFacet();
    void followsWhatIsShown();
    void keysReachEverything();
    void marksRuns();
};

void RunsQueryTest::writesAQueryFromWhatIsOffered()
{
    Bench bench;
    bench.type(u"mod"_s);
    QCOMPARE(bench.offered(), QStringList{u"params.model"_s});
    QTest::keyClick(bench.filter(), Qt::Key_Tab);
    QCOMPARE(bench.filter()->text(), u"params.model "_s);
    QVERIFY(bench.filter()->hasFocus());
    QCOMPARE(bench.offered().mid(0, 2), (QStringList{u"="_s, u"!="_s}));
    QTest::keyClick(bench.filter(), Qt::Key_Down);
    QTest::keyClick(bench.filter(), Qt::Key_Return);
    QCOMPARE(bench.filter()->text(), u"params.model = "_s);
    QCOMPARE(bench.offered(), (QStringList{u"'tree'"_s, u"\"it's\""_s}));
    QTest::keyClick(bench.filter(), Qt::Key_Up); // from the end
    QTest::keyClick(bench.filter(), Qt::Key_Return);
    QCOMPARE(bench.filter()->text(), u"params.model = \"it's\""_s);
    QCOMPARE(bench.view.rows().size(), size_t(10));
    QVERIFY(!bench.filter()->isOffering());
    QTest::keyClick(bench.filter(), Qt::Key_Return); // done
    QVERIFY(!bench.filter()->hasFocus());
}

void RunsQueryTest::offersNothingThatIsInTheWay()
{
    Bench bench;
    bench.type(u"metrics.loss > 1"_s);
    QVERIFY(!bench.filter()->isOffering());
    bench.type(u" "_s);
    QVERIFY(!bench.filter()->isOffering()); // AND and OR are known
    QTest::keyClick(bench.filter(), Qt::Key_Space, Qt::ControlModifier);
    QCOMPARE(bench.offered(), (QStringList{u"AND"_s, u"OR"_s}));
    QTest::keyClick(bench.filter(), Qt::Key_Return); // nobody chose one
    QCOMPARE(bench.filter()->text(), u"metrics.loss > 1 "_s);
    bench.filter()->clear();
    QVERIFY(!bench.filter()->isOffering());
    bench.type(u"params.lr"_s);
    QVERIFY(!bench.filter()->isOffering()); // it stands there already
    bench.filter()->clear();
    bench.type(u"nothing like it"_s);
    QVERIFY(!bench.filter()->isOffering());
}

void RunsQueryTest::closesTheListFirst()
{
    Bench bench;
    bench.type(u"metrics.l"_s);
    QVERIFY(bench.filter()->isOffering());
    auto *note = bench.find<QLabel>(u"filterMistake"_s);
    QVERIFY(!note->isVisible()); // the list has the place
    QTest::keyClick(bench.filter(), Qt::Key_Escape);
    QVERIFY(!bench.filter()->isOffering());
    QVERIFY(note->isVisible());
    QCOMPARE(bench.filter()->text(), u"metrics.l"_s);
    QTest::keyClick(bench.filter(), Qt::Key_Escape);
    QCOMPARE(bench.filter()->text(), QString());
}

void RunsQueryTest::clicksInTheListCount()
{
    Bench bench;
    bench.type(u"epo"_s);
    auto *list = bench.find<QListView>(u"queryCandidates"_s);
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualRect(list->model()->index(0, 0)).center());
    QCOMPARE(bench.filter()->text(), u"metrics.epoch "_s);
    QVERIFY(bench.filter()->hasFocus());
}

void RunsQueryTest::remembersQueries()
{
    Bench bench;
    QSignalSpy saved(&bench.panel, &RunsPanel::queryHistoryChanged);
    for (const QString &query : {u"metrics.loss > 1"_s, u"params.lr = '1'"_s, u"metrics.loss > "_s}) {
        bench.filter()->clear();
        bench.type(query);
        bench.panel.table()->setFocus();
    }
    QCOMPARE(saved.size(), 2); // the last one is no query
    bench.filter()->clear();
    bench.filter()->setFocus();
    QTest::keyClick(bench.filter(), Qt::Key_Up);
    QCOMPARE(bench.offered(), (QStringList{u"params.lr = '1'"_s, u"metrics.loss > 1"_s}));
    QTest::keyClick(bench.filter(), Qt::Key_Down);
    QTest::keyClick(bench.filter(), Qt::Key_Return);
    QCOMPARE(bench.filter()->text(), u"metrics.loss > 1"_s);
    QTest::keyClick(bench.filter(), Qt::Key_Down, Qt::ControlModifier);
    QVERIFY(bench.filter()->isOffering());
    QStringList many;
    for (int i = 0; i < 80; ++i)
        many.append(u"depth = %1"_s.arg(i));
    QCOMPARE(QueryHistory(many).queries().size(), QueryHistory::MaxCount);
    QueryHistory history(many);
    QVERIFY(history.add(u"depth = 7"_s));
    QCOMPARE(history.queries().first(), u"depth = 7"_s);
    QCOMPARE(history.queries().size(), QueryHistory::MaxCount);
    QVERIFY(!history.add(u" depth = 7 "_s));
}

void RunsQueryTest::explainsAnEmptyAnswer()
{
    Bench bench;
    bench.type(u"params.model = 'tree' AND metrics.loss > 100"_s);
    QCOMPARE(bench.view.rows().size(), size_t(0));
    QStringList texts;
    for (const QLabel *label : bench.panel.findChildren<QLabel *>())
        if (label->isVisible())
            texts.append(label->text());
    QVERIFY2(texts.contains(u"“params.model = 'tree'” removes 10 of 40 runs\n“metrics.loss > 100” removes all 40 runs"_s), qPrintable(texts.join(u'|')));
    auto *remove = bench.find<QPushButton>(u"runsCulpritAction"_s);
    QVERIFY(remove->isVisible());
    QCOMPARE(remove->text(), u"Remove “metrics.loss > 100”"_s);
    remove->click();
    QCOMPARE(bench.filter()->text(), u"params.model = 'tree'"_s);
    QCOMPARE(bench.view.rows().size(), size_t(30));
    bench.filter()->setText(u"params.model = 'none'"_s);
    QVERIFY(!remove->isVisible()); // clearing is the same
    bench.filter()->setText(u"no such run"_s);
    QVERIFY(!remove->isVisible());
}

void RunsQueryTest::hintsAtKeys()
{
    Bench bench;
    bench.type(u"metrics.los < 1"_s);
    auto *note = bench.find<QLabel>(u"filterMistake"_s);
    QVERIFY(note->isVisible());
    QCOMPARE(note->text(), u"No run has metrics.los. Did you mean metrics.loss?"_s);
    bench.filter()->setText(u"metrics.loss < 1"_s);
    QVERIFY(!note->isVisible());
}

void RunsQueryTest::filtersByValuesOfAFacet()
{
    Bench bench;
    bench.panel.showFacet({ColumnGroup::Param, u"model"_s});
    QCOMPARE(bench.facet(), (QStringList{u"tree·30"_s, u"it's·10"_s}));
    QCOMPARE(bench.find<QLabel>(u"facetSummary"_s)->text(), u"40 run(s), 2 value(s)"_s);
    bench.clickFacet(1);
    QCOMPARE(bench.filter()->text(), u"params.model = \"it's\""_s);
    QCOMPARE(bench.view.rows().size(), size_t(10));
    QCOMPARE(bench.facet(), QStringList{u"it's·10"_s}); // counts what is shown
    bench.filter()->clear();
    bench.clickFacet(1, Qt::ControlModifier);
    QCOMPARE(bench.filter()->text(), u"params.model != \"it's\""_s);
    bench.filter()->setText(u"metrics.loss > 1 or depth = 1"_s);
    auto *list = bench.find<QListView>(u"facetList"_s);
    list->setFocus();
    list->setCurrentIndex(list->model()->index(0, 0));
    QTest::keyClick(list, Qt::Key_Return);
    QCOMPARE(bench.filter()->text(), u"(metrics.loss > 1 or depth = 1) AND params.model = 'tree'"_s);
    QTest::keyClick(list, Qt::Key_Escape);
    QVERIFY(!bench.find<FacetPanel>(u"facetPanel"_s)->isVisible());
}

void RunsQueryTest::filtersByARange()
{
    Bench bench;
    bench.panel.showFacet({ColumnGroup::Metric, u"epoch"_s}); // 0 to 39, bins of two
    auto *histogram = bench.find<FacetHistogram>(u"facetHistogram"_s);
    QVERIFY(histogram->isVisible());
    QVERIFY(!bench.find<QLineEdit>(u"facetSearch"_s)->isVisible());
    const auto at = [&](size_t bin) { return histogram->binRect(bin).center(); };
    QTest::mousePress(histogram, Qt::LeftButton, {}, at(2));
    QTest::mouseMove(histogram, at(4));
    QTest::mouseRelease(histogram, Qt::LeftButton, {}, at(4));
    QCOMPARE(bench.filter()->text(), u"metrics.epoch BETWEEN 4 AND 9"_s);
    QCOMPARE(bench.view.rows().size(), size_t(6));
    bench.filter()->clear();
    QTest::mouseClick(histogram, Qt::LeftButton, Qt::AltModifier, at(0));
    QCOMPARE(bench.filter()->text(), u"metrics.epoch NOT BETWEEN 0 AND 1"_s);
    bench.filter()->clear();
    histogram->setFocus();
    QTest::keyClick(histogram, Qt::Key_Right);
    QTest::keyClick(histogram, Qt::Key_Right, Qt::ShiftModifier);
    QTest::keyClick(histogram, Qt::Key_Return);
    QCOMPARE(bench.filter()->text(), u"metrics.epoch BETWEEN 0 AND 3"_s);
    // The values of a drag over any bins are those that its condition finds.
    bench.filter()->clear();
    bench.panel.showFacet({ColumnGroup::Metric, u"loss"_s});
    const FacetModel &model = bench.find<FacetPanel>(u"facetPanel"_s)->model();
    const Facet facet = model.facet();
    for (size_t first = 0; first < facet.bins.size(); ++first) {
        for (size_t last = first; last < facet.bins.size(); ++last) {
            const qsizetype count = model.rangeCount(first, last);
            bench.filter()->setText(model.rangeCondition(first, last, CellFilter::Only));
            QCOMPARE(qsizetype(bench.view.rows().size()), count);
            bench.filter()->clear();
        }
    }
}

void RunsQueryTest::searchesInAFacet()
{
    Bench bench;
    bench.panel.showFacet({ColumnGroup::Param, u"model"_s});
    auto *search = bench.find<QLineEdit>(u"facetSearch"_s);
    search->setFocus();
    QTest::keyClicks(search, u"TRE"_s);
    QTRY_COMPARE(bench.facet(), QStringList{u"tree·30"_s});
    QTest::keyClick(search, Qt::Key_Down);
    QVERIFY(bench.find<QListView>(u"facetList"_s)->hasFocus());
}

void RunsQueryTest::followsWhatIsShown()
{
    Bench bench;
    bench.panel.showFacet({ColumnGroup::Param, u"model"_s});
    bench.filter()->setText(u"metrics.epoch < 4"_s);
    QCOMPARE(bench.facet(), (QStringList{u"tree·3"_s, u"it's·1"_s}));
}

void RunsQueryTest::keysReachEverything()
{
    Bench bench;
    auto *grid = bench.panel.table()->mainGrid();
    grid->setFocus();
    const auto column = int(bench.panel.model().columns().indexOf(ColumnKey{ColumnGroup::Param, u"model"_s}));
    QVERIFY(column > 0);
    grid->setCurrentIndex(bench.panel.model().index(0, column));
    QTRY_VERIFY(bench.view.currentRun());
    QTest::keyClick(grid, Qt::Key_F);
    QCOMPARE(bench.facet(), (QStringList{u"tree·30"_s, u"it's·10"_s}));
    QTest::keyClick(bench.find<QListView>(u"facetList"_s), Qt::Key_Escape);
    QVERIFY(grid->hasFocus());
    QTest::keyClick(grid, Qt::Key_S);
    QCOMPARE(bench.panel.state().sortKeys.size(), 1);
    QCOMPARE(bench.panel.model().index(0, column).data().toString(), u"it's"_s);
    QTest::keyClick(grid, Qt::Key_S);
    QCOMPARE(bench.panel.state().sortKeys.first().direction, SortDirection::Descending);
    QTest::keyClick(grid, Qt::Key_Left); // it is the last column
    QTest::keyClick(grid, Qt::Key_S, Qt::ShiftModifier);
    QCOMPARE(bench.panel.state().sortKeys.size(), 2);
    QTest::keyClick(grid, Qt::Key_C);
    auto *chooser = bench.find<QFrame>(u"columnChooser"_s);
    QVERIFY(chooser->isVisible());
    chooser->hide();
    QSignalSpy opened(&bench.panel, &RunsPanel::runActivated);
    QTest::keyClick(grid, Qt::Key_Return);
    QCOMPARE(opened.size(), 1);
}

void RunsQueryTest::marksRuns()
{
    Bench bench;
    auto *grid = bench.panel.table()->mainGrid();
    grid->setFocus();
    grid->setCurrentIndex(bench.panel.model().index(0, 3));
    QTest::keyClick(grid, Qt::Key_X); // off
    QTest::keyClick(grid, Qt::Key_J);
    QTest::keyClick(grid, Qt::Key_X);
    QTest::keyClick(grid, Qt::Key_Down);
    QTest::keyClick(grid, Qt::Key_J);
    QTest::keyClick(grid, Qt::Key_X);
    QCOMPARE(bench.panel.table()->selectedRows(), (QList<int>{1, 3}));
    QTest::keyClick(grid, Qt::Key_K);
    QCOMPARE(bench.panel.table()->selectedRows(), (QList<int>{1, 3}));
    QTest::keyClick(grid, Qt::Key_Escape);
    QCOMPARE(bench.panel.table()->selectedRows(), QList<int>{2});
    QTest::keyClick(grid, Qt::Key_J);
    QCOMPARE(bench.panel.table()->selectedRows(), QList<int>{3});
    QVERIFY(runTableKeyTexts().size() >= 12);
}

QTEST_MAIN(RunsQueryTest)
#include "tst_runsquery.moc"
