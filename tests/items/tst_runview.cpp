// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/runview.h"
#include "models/table/runtablebuilder.h"

#include <QSignalSpy>
#include <QTest>

using namespace Assay;
using namespace Qt::StringLiterals;

namespace {

RunRef ref(int number)
{
    return {ExperimentId(u"1"_s), RunId(u"run%1"_s.arg(number, 4, 10, QLatin1Char('0')))};
}

RunTablePtr tableOf(int from, int to)
{
    RunTableBuilder builder;
    for (int i = from; i < to; ++i) {
        RunInfo info;
        info.ref = ref(i);
        builder.addRun(info);
    }
    return builder.finish();
}

} // namespace

class RunViewTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void firstRowsAreDrawnUntilTheyAreChosen();
    void chosenRunsSurviveFilterAndSnapshot();
    void colorsStay();
    void drawnRunsDifferInColor();
    void marksOutliveASession();
    void marksOfNobodysChoice();
    void marksOfRubbish();
    void clearForgetsEverything();
};

void RunViewTest::firstRowsAreDrawnUntilTheyAreChosen()
{
    RunView view;
    QVERIFY(view.shownRuns().isEmpty());
    view.setTable(tableOf(0, 30), false);
    QCOMPARE(view.shownRuns().size(), RunView::FirstShown);
    QCOMPARE(view.shownRuns().first(), ref(0));
    QSignalSpy shown(&view, &RunView::shownChanged);
    view.setRows({29, 3});
    QCOMPARE(shown.size(), 1);
    QCOMPARE(view.shownRuns(), (QList{ref(29), ref(3)}));
    view.setShown({ref(3)}, false);
    view.setRows({3, 29, 4});
    QCOMPARE(view.shownRuns(), QList{ref(29)});
}

void RunViewTest::chosenRunsSurviveFilterAndSnapshot()
{
    RunView view;
    view.setTable(tableOf(0, 5), true);
    view.setShownOnly({ref(1), ref(4)});
    view.setRows({0, 1});
    QCOMPARE(view.shownRuns(), QList{ref(1)});
    view.setTable(tableOf(4, 9), true);
    QCOMPARE(view.shownRuns(), QList{ref(4)});
    QCOMPARE(view.positionOf(ref(4)), std::optional<qsizetype>(0));
    QVERIFY(!view.positionOf(ref(1)));
    QVERIFY(view.isShown(ref(1)));
}

void RunViewTest::colorsStay()
{
    RunView view;
    view.setTable(tableOf(0, 5), true);
    const int first = view.colorIndex(ref(2));
    QVERIFY(view.colorIndex(ref(3)) != first);
    view.setRows({2});
    QCOMPARE(view.colorIndex(ref(2)), first);
}

void RunViewTest::drawnRunsDifferInColor()
{
    RunView view;
    view.setTable(tableOf(0, 40), true);
    const int third = view.colorIndex(ref(3));
    QCOMPARE(view.colorIndex(ref(9)), 9);
    view.setRows({20, 21, 3, 22});
    QCOMPARE(view.colorIndex(ref(3)), third);
    QSet<int> colors;
    for (const RunRef &run : view.shownRuns())
        colors.insert(view.colorIndex(run));
    QCOMPARE(colors, (QSet<int>{0, 1, 2, 3}));
    view.setRows({5, 20, 21, 22}); // 5 comes back: 21 had its colour's place meanwhile or not, none is doubled
    colors.clear();
    for (const RunRef &run : view.shownRuns())
        colors.insert(view.colorIndex(run));
    QCOMPARE(colors.size(), 4);
}

void RunViewTest::marksOutliveASession()
{
    RunView view;
    view.setTable(tableOf(0, 40), true);
    view.setShownOnly({ref(7), ref(3), ref(30)});
    view.setShown({ref(7)}, false);
    QHash<RunRef, int> colors;
    for (const int run : {3, 7, 30})
        colors.insert(ref(run), view.colorIndex(ref(run)));
    const QVariantMap kept = view.marks().toMap();

    RunView later;
    later.restore(RunMarks::fromMap(kept));
    later.setTable(tableOf(0, 40), true);
    QCOMPARE(later.shownRuns(), (QList{ref(3), ref(30)}));
    for (const int run : {3, 7, 30})
        QCOMPARE(later.colorIndex(ref(run)), colors.value(ref(run)));
}

void RunViewTest::marksOfNobodysChoice()
{
    RunView view;
    view.setTable(tableOf(0, 40), true);
    const int last = view.colorIndex(view.shownRuns().last());
    RunView later;
    later.restore(RunMarks::fromMap(view.marks().toMap()));
    later.setTable(tableOf(0, 41), true);
    later.setRows({40, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9}); // a new run stands first, and takes no colour that somebody has
    QVERIFY(!later.isShownChosen());
    QCOMPARE(later.shownRuns().size(), RunView::FirstShown);
    QSet<int> colors;
    for (const RunRef &run : later.shownRuns())
        colors.insert(later.colorIndex(run));
    QCOMPARE(colors.size(), RunView::FirstShown);
    QCOMPARE(view.shownRuns().last(), ref(9));
    QCOMPARE(later.colorIndex(ref(9)), last);
}

void RunViewTest::marksOfRubbish()
{
    const RunMarks marks = RunMarks::fromMap({{u"shown"_s, 5}, {u"colors"_s, QVariantMap{{u"a/b"_s, -1}, {u"c"_s, u"x"_s}, {u"1/d"_s, 4}}}});
    QCOMPARE(marks.colors, (QHash<RunRef, int>{{{ExperimentId(u"1"_s), RunId(u"d"_s)}, 4}}));
    RunView view;
    view.restore(marks);
    view.setTable(tableOf(0, 3), true);
    QVERIFY(view.isShownChosen());
}

void RunViewTest::clearForgetsEverything()
{
    RunView view;
    view.setTable(tableOf(0, 4), true);
    view.setShownOnly({ref(1)});
    view.setSelectedRuns({ref(1)});
    view.setCurrentRun(ref(1));
    view.setHoveredRun(ref(1));
    QSignalSpy hovered(&view, &RunView::hoveredChanged);
    view.clear();
    QVERIFY(!view.hoveredRun());
    QCOMPARE(hovered.size(), 1);
    QVERIFY(!view.table());
    QVERIFY(view.rows().empty());
    QVERIFY(view.selectedRuns().isEmpty());
    QVERIFY(!view.currentRun());
    view.setTable(tableOf(0, 4), true);
    QCOMPARE(view.shownRuns().size(), 4);
}

QTEST_GUILESS_MAIN(RunViewTest)
#include "tst_runview.moc"
