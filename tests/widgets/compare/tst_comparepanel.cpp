// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/compare/comparepanel.h"

#include "tests/widgets/compare/comparisons.h"
#include "widgets/panels/compare/comparegrid.h"
#include "widgets/panels/compare/compareheader.h"
#include "widgets/panels/compare/explainview.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace Assay;
using namespace Assay::Testing;
using namespace Qt::StringLiterals;

namespace {

QList<Run> makeRuns(int count)
{
    QList<Run> runs;
    for (int i = 0; i < count; ++i) {
        Run run;
        run.info.ref = {ExperimentId(u"1"_s), RunId(u"id%1"_s.arg(i))};
        run.info.name = u"run %1"_s.arg(i);
        run.params = {{u"net.a"_s, QString::number(i)}, {u"net.b"_s, QString::number(i)}, {u"same"_s, u"x"_s}};
        runs.append(run);
    }
    return runs;
}

// A panel whose wishes are fulfilled at once, as the controller does it.
struct Page {
    explicit Page(QList<Run> wanted) : runs(std::move(wanted))
    {
        QObject::connect(&panel, &ComparePanel::orderChosen, &panel, [this](const QStringList &ids) {
            std::sort(runs.begin(), runs.end(), [&](const Run &a, const Run &b) { return ids.indexOf(a.info.ref.run.value) < ids.indexOf(b.info.ref.run.value); });
            show();
        });
        QObject::connect(&panel, &ComparePanel::filterChanged, &panel, [this](const CompareFilter &wish) {
            filter = wish;
            show();
        });
        QObject::connect(&panel, &ComparePanel::toleranceChosen, &panel, [this](const DiffTolerance &wish) {
            tolerance = wish;
            show();
        });
        panel.resize(1200, 700);
        show();
        panel.show();
    }
    void show() { panel.setComparison(comparisonOf(runs, filter, tolerance)); }
    template <typename T>
    T *find(const QString &name) { return panel.findChild<T *>(name); }
    CompareGrid *keys() { return find<CompareGrid>(u"compareKeys"_s); }
    CompareGrid *baseline() { return find<CompareGrid>(u"compareBaselineValues"_s); }
    CompareGrid *values() { return find<CompareGrid>(u"compareValues"_s); }
    QStringList lines()
    {
        QStringList all;
        for (int row = 0; row < keys()->model()->rowCount(); ++row)
            all.append(keys()->model()->index(row, 0).data().toString());
        return all;
    }
    QStringList order()
    {
        QStringList names;
        for (int column = 1; column < values()->model()->columnCount(); ++column)
            names.append(values()->model()->headerData(column, Qt::Horizontal).toString());
        return names;
    }
    QPoint headerPoint(int section)
    {
        CompareHeader *header = (section == 1 ? baseline() : values())->header();
        return {header->sectionViewportPosition(section) + 40, header->height() / 2};
    }
    // From the header of one run onto that of another.
    void dragHeader(int from, int to)
    {
        QWidget *header = (from == 1 ? baseline() : values())->header()->viewport(), *target = (to == 1 ? baseline() : values())->header()->viewport();
        const QPoint start = headerPoint(from), end = header->mapFromGlobal(target->mapToGlobal(headerPoint(to)));
        QTest::mousePress(header, Qt::LeftButton, {}, start);
        QTest::mouseMove(header, start + QPoint(end.x() < start.x() ? -30 : 30, 0));
        QTest::mouseMove(header, end + QPoint(3, 0));
        QTest::mouseMove(header, end);
        QTest::mouseRelease(header, Qt::LeftButton, {}, end);
    }
    CompareGrid *gridOf(int column) { return column == 0 ? keys() : column == 1 ? baseline() : values(); }
    QPoint cellPoint(int row, int column) { return gridOf(column)->visualRect(keys()->model()->index(row, column)).center(); }
    void click(int row, int column, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::mouseClick(gridOf(column)->viewport(), Qt::LeftButton, modifiers, cellPoint(row, column));
    }
    QStringList selected() // "row,column"
    {
        QStringList cells;
        for (const QModelIndex &index : keys()->selectionModel()->selectedIndexes())
            cells.append(u"%1,%2"_s.arg(index.row()).arg(index.column()));
        cells.sort();
        return cells;
    }

    QList<Run> runs;
    CompareFilter filter;
    DiffTolerance tolerance;
    ComparePanel panel;
};

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
        Page page(makeRuns(3));
        QCOMPARE(page.lines().mid(0, 4), (QStringList{u"Params"_s, u"net."_s, u"a"_s, u"b"_s}));
        QTest::mouseClick(page.find<QToolButton>(u"compareOnlyDifferences"_s), Qt::LeftButton);
        QVERIFY(page.lines().contains(u"same"_s));
        QTest::keyClicks(page.find<QLineEdit>(u"compareSearch"_s), u"nothing has this"_s);
        QVERIFY(page.find<QLabel>(u"compareMessage"_s)->text().contains(u"nothing has this"_s));
    }

    void makesTheRunThatIsDraggedToTheFrontTheBaseline()
    {
        Page page(makeRuns(3));
        QVERIFY(QTest::qWaitForWindowExposed(&page.panel));
        page.dragHeader(3, 1);
        QCOMPARE(page.order(), (QStringList{u"run 2"_s, u"run 0"_s, u"run 1"_s}));
        QCOMPARE(page.find<QComboBox>(u"compareBaseline"_s)->currentText(), u"run 2"_s);
        QVERIFY(page.values()->model()->headerData(1, Qt::Horizontal, CompareModel::BaselineRole).toBool());
        for (int column = 0; column < 4; ++column)
            QCOMPARE(page.values()->header()->visualIndex(column), column);
        QCOMPARE(page.values()->model()->index(2, 2).data(CompareModel::DeltaTextRole).toString(), u"−2 (−100 %)"_s);
    }

    void movesRunsByTheirHeadersOverTheBorder()
    {
        Page page(makeRuns(4));
        QVERIFY(QTest::qWaitForWindowExposed(&page.panel));
        page.dragHeader(1, 3);
        QCOMPARE(page.order(), (QStringList{u"run 1"_s, u"run 2"_s, u"run 0"_s, u"run 3"_s}));
        page.dragHeader(4, 2);
        QCOMPARE(page.order(), (QStringList{u"run 1"_s, u"run 3"_s, u"run 2"_s, u"run 0"_s}));
    }

    void makesTheRunThatIsChosenTheBaseline()
    {
        Page page(makeRuns(3));
        auto *box = page.find<QComboBox>(u"compareBaseline"_s);
        box->setFocus();
        QTest::keyClick(box, Qt::Key_Down);
        QCOMPARE(page.order(), (QStringList{u"run 1"_s, u"run 0"_s, u"run 2"_s}));
    }

    void foldsByClickAndKeys()
    {
        Page page(makeRuns(2));
        QVERIFY(QTest::qWaitForWindowExposed(&page.panel));
        CompareGrid *keys = page.keys();
        QTest::mouseClick(keys->viewport(), Qt::LeftButton, {}, keys->visualRect(keys->model()->index(1, 0)).center());
        QVERIFY(!page.lines().contains(u"a"_s));
        QTest::keyClick(keys, Qt::Key_Right);
        QVERIFY(page.lines().contains(u"a"_s));
        QTest::keyClick(keys, Qt::Key_Down);
        QTest::keyClick(keys, Qt::Key_Left);
        QCOMPARE(keys->currentIndex().row(), 1);
        QTest::keyClick(keys, Qt::Key_Left);
        QVERIFY(!page.lines().contains(u"a"_s));
    }

    void tellsOfTheToleranceAndLetsGoOfIt()
    {
        Page page(makeRuns(2));
        auto *edit = page.find<QLineEdit>(u"compareTolerance"_s);
        auto *chip = page.find<QToolButton>(u"compareToleranceChip"_s);
        QVERIFY(!chip->isVisible());
        QTest::keyClicks(edit, u"x"_s);
        QTest::keyClick(edit, Qt::Key_Return);
        QVERIFY(edit->property("invalid").toBool());
        QVERIFY(!chip->isVisible());
        edit->clear();
        QTest::keyClicks(edit, u"1.5"_s);
        QTest::keyClick(edit, Qt::Key_Return);
        QVERIFY(chip->isVisible() && chip->text().contains(u"1.5"_s));
        QVERIFY2(!page.lines().contains(u"net."_s), "0 and 1 are equal within 1.5");
        QTest::mouseClick(chip, Qt::LeftButton);
        QVERIFY(!chip->isVisible());
        QVERIFY(page.lines().contains(u"net."_s));
    }

    void showsLongTextsSideBySide()
    {
        QList<Run> runs = makeRuns(2);
        for (int i = 0; i < 2; ++i)
            runs[i].params = {{u"prompt"_s, u"a long text that goes on\nuntil number %1 comes"_s.arg(i)}, {u"lr"_s, QString::number(i)}};
        Page page(runs);
        QObject::connect(&page.panel, &ComparePanel::textDiffRequested, &page.panel, [&](const QString &from, const QString &to) {
            page.panel.setTextDiff(std::make_shared<const SideBySide>(diffLines(from, to)));
        });
        QVERIFY(QTest::qWaitForWindowExposed(&page.panel));
        CompareGrid *values = page.values();
        auto *diff = page.find<QWidget>(u"compareTextDiff"_s);
        QTest::mouseClick(values->viewport(), Qt::LeftButton, {}, values->visualRect(values->model()->index(1, 2)).center());
        QVERIFY(!diff->isVisible());
        QTest::mouseClick(values->viewport(), Qt::LeftButton, {}, values->visualRect(values->model()->index(2, 2)).center());
        QVERIFY(diff->isVisible());
        QVERIFY(page.find<QLabel>(u"textDiffCount"_s)->text().startsWith(u"1 change"_s));
        QCoreApplication::processEvents(); // the buttons find their places
        QTest::keyClick(page.find<QComboBox>(u"compareBaseline"_s), Qt::Key_Down);
        QVERIFY2(diff->isVisible(), "the same cell is the current one of the next comparison");
        QCoreApplication::processEvents();
        QTest::mouseClick(page.find<QToolButton>(u"textDiffClose"_s), Qt::LeftButton);
        QVERIFY(!diff->isVisible());
        page.show();
        QVERIFY(!diff->isVisible());
    }

    void keepsTheOpenTextsThroughUpdates()
    {
        QList<Run> runs = makeRuns(2);
        const auto lines = [](int changed) {
            QStringList all;
            for (int i = 0; i < 200; ++i)
                all.append(i == changed ? u"changed"_s : u"line %1"_s.arg(i));
            return all.join(u'\n');
        };
        runs[0].params = {{u"prompt"_s, lines(-1)}};
        runs[1].params = {{u"prompt"_s, lines(190)}};
        Page page(runs);
        int asked = 0;
        QObject::connect(&page.panel, &ComparePanel::textDiffRequested, &page.panel, [&](const QString &from, const QString &to) {
            ++asked;
            page.panel.setTextDiff(std::make_shared<const SideBySide>(diffLines(from, to)));
        });
        QVERIFY(QTest::qWaitForWindowExposed(&page.panel));
        page.click(1, 2);
        page.find<QToolButton>(u"textDiffFolding"_s)->click();
        QCoreApplication::processEvents();
        QScrollBar *bar = page.find<QAbstractScrollArea>(u"textDiffCanvas"_s)->verticalScrollBar();
        bar->setValue(bar->maximum() / 3);
        const int place = bar->value();
        QVERIFY(place > 0);
        page.show();
        QCOMPARE(asked, 1);
        QCOMPARE(bar->value(), place);
        page.runs[1].params = {{u"prompt"_s, lines(180)}};
        page.show();
        QCOMPARE(asked, 2);
        QCOMPARE(bar->value(), place);
    }

    void copiesWhatWasLogged()
    {
        Page page(makeRuns(2));
        QVERIFY(QTest::qWaitForWindowExposed(&page.panel));
        CompareGrid *values = page.values();
        page.click(2, 1);
        page.click(2, 2, Qt::ShiftModifier);
        QTest::keyClick(values, Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QGuiApplication::clipboard()->text(), u"0\t1"_s);
    }

    void copiesRowsAsATable()
    {
        Page page(makeRuns(2));
        QVERIFY(QTest::qWaitForWindowExposed(&page.panel));
        CompareGrid *keys = page.keys();
        const QPoint at = keys->visualRect(keys->model()->index(2, 0)).center();
        QTest::mouseClick(keys->viewport(), Qt::LeftButton, {}, at);
        Q_EMIT keys->customContextMenuRequested(at);
        auto *menu = page.find<QMenu>(u"compareCellMenu"_s);
        QVERIFY(menu);
        for (QAction *action : menu->actions().at(1)->menu()->actions())
            if (action->text() == u"Markdown"_s)
                action->trigger();
        menu->close();
        const QStringList lines = QGuiApplication::clipboard()->text().split(u'\n');
        QCOMPARE(lines.at(0).simplified(), u"| section | key | run 0 | run 1 |"_s);
        QCOMPARE(lines.at(2).simplified(), u"| params | net.a | 0 | 1 |"_s);
    }

    void paintsWhateverWasLogged()
    {
        QList<Run> runs = makeRuns(3);
        runs[0].params = {{QString(5000, u'k'), QString(5000, u'v')}, {QString(5000, u'.') + u'x', u"\u202e\x07\n"_s}, {QString(), QString()}};
        runs[0].metrics = {{u"loss"_s, qQNaN()}, {u"a"_s, qInf()}, {u"b"_s, 1.7976931348623157e308}};
        runs[1].params = {};
        runs[1].metrics = {{u"loss"_s, -qInf()}, {u"a"_s, 1}, {u"b"_s, -1.7976931348623157e308}};
        runs[2].info.name = QString(5000, u'n');
        Page page(runs);
        QVERIFY(QTest::qWaitForWindowExposed(&page.panel));
        QVERIFY(!page.panel.grab().isNull());
        for (int row = 0; row < page.values()->model()->rowCount(); ++row)
            QVERIFY(page.values()->model()->index(row, 1).data(Qt::ToolTipRole).toString().size() < 10'000);
        page.runs = {Run(), Run()};
        page.show();
        QVERIFY(!page.panel.grab().isNull());
    }

    void takesAThousandRuns()
    {
        Page page(makeRuns(1000));
        QVERIFY(QTest::qWaitForWindowExposed(&page.panel));
        QCOMPARE(page.values()->model()->columnCount(), 1001);
        page.values()->horizontalScrollBar()->setValue(page.values()->horizontalScrollBar()->maximum());
        QCOMPARE(page.values()->horizontalScrollBar()->value(), page.values()->horizontalScrollBar()->maximum());
        QVERIFY(page.values()->columnAt(page.values()->viewport()->width() - 5) == 1000);
        page.dragHeader(1000, 1);
        QCOMPARE(page.order().first(), u"run 999"_s);
    }

    void keepsTheBaselineInView()
    {
        QList<Run> runs = makeRuns(1000);
        for (int i = 0; i < runs.size(); ++i)
            for (int key = 0; key < 100; ++key)
                runs[i].params.insert(u"p%1"_s.arg(key), QString::number(i));
        Page page(runs);
        QVERIFY(QTest::qWaitForWindowExposed(&page.panel));
        page.values()->horizontalScrollBar()->setValue(page.values()->horizontalScrollBar()->maximum());
        QCOMPARE(page.baseline()->columnAt(10), 1);
        QCOMPARE(page.baseline()->header()->sectionViewportPosition(1), 0);
        QVERIFY(page.baseline()->viewport()->width() > 100);
        QVERIFY(page.values()->columnAt(0) > 2);
        page.baseline()->verticalScrollBar()->setValue(page.baseline()->verticalScrollBar()->maximum());
        const int last = page.values()->model()->rowCount() - 1;
        QVERIFY(page.values()->verticalScrollBar()->value() > 0);
        for (CompareGrid *grid : {page.keys(), page.baseline(), page.values()}) {
            QCOMPARE(grid->verticalScrollBar()->value(), page.values()->verticalScrollBar()->value());
            QCOMPARE(grid->rowAt(grid->viewport()->height() - 1), last);
        }
        page.show();
        QVERIFY2(page.values()->columnAt(0) > 2, "the next comparison of the same runs stays where it was scrolled to");
    }

    void goesByKeysOverTheBorders()
    {
        Page page(makeRuns(8));
        QVERIFY(QTest::qWaitForWindowExposed(&page.panel));
        page.click(2, 0);
        QCOMPARE(page.selected().size(), 9);
        page.keys()->setFocus();
        const auto press = [&](Qt::Key key, Qt::KeyboardModifiers modifiers = {}) { QTest::keyClick(QApplication::focusWidget(), key, modifiers); };
        press(Qt::Key_Right);
        QCOMPARE(page.selected(), QStringList{u"2,1"_s});
        QVERIFY(page.baseline()->hasFocus());
        press(Qt::Key_Right);
        QCOMPARE(page.selected(), QStringList{u"2,2"_s});
        QVERIFY(page.values()->hasFocus());
        press(Qt::Key_Left, Qt::ShiftModifier);
        press(Qt::Key_Down, Qt::ShiftModifier);
        QCOMPARE(page.selected(), (QStringList{u"2,1"_s, u"2,2"_s, u"3,1"_s, u"3,2"_s}));
        press(Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QGuiApplication::clipboard()->text(), u"0\t1\n0\t1"_s);
        press(Qt::Key_End);
        QCOMPARE(page.selected(), QStringList{u"3,8"_s});
        QVERIFY(page.values()->horizontalScrollBar()->value() > 0);
        press(Qt::Key_Home);
        QCOMPARE(page.keys()->currentIndex().column(), 0);
        QVERIFY(page.keys()->hasFocus());
    }

    void selectsByMouseOverTheBorder()
    {
        Page page(makeRuns(4));
        QVERIFY(QTest::qWaitForWindowExposed(&page.panel));
        const QStringList square{u"2,1"_s, u"2,2"_s, u"3,1"_s, u"3,2"_s};
        page.click(2, 1);
        page.click(3, 2, Qt::ShiftModifier);
        QCOMPARE(page.selected(), square);
        page.click(2, 3);
        QWidget *from = page.values()->viewport(), *to = page.baseline()->viewport();
        const QPoint end = from->mapFromGlobal(to->mapToGlobal(page.cellPoint(3, 1)));
        QTest::mousePress(from, Qt::LeftButton, {}, page.cellPoint(2, 2));
        QTest::mouseMove(from, page.cellPoint(2, 2) - QPoint(20, 0));
        QTest::mouseMove(from, end);
        QTest::mouseRelease(from, Qt::LeftButton, {}, end);
        QCOMPARE(page.selected(), square);
    }

    void listsGroupsAsFarAsTheyCanBeChosen()
    {
        ExplainView view;
        auto *groups = view.findChild<QComboBox *>(u"explainGroups"_s), *first = view.findChild<QComboBox *>(u"explainFirst"_s);
        const int place = groups->findData(int(ExplainView::Groups::OfTable));
        const auto isOffered = [&] { return groups->model()->index(place, 0).flags().testFlag(Qt::ItemIsEnabled); };
        QList<ExplainView::Group> all;
        while (all.size() < ExplainView::MostGroups)
            all.append({u"seed = %1"_s.arg(all.size()), 1});
        view.setGroups(all);
        QVERIFY(isOffered());
        QCOMPARE(first->count(), all.size());
        groups->setCurrentIndex(place);
        all.append({u"seed = one more"_s, 1});
        view.setGroups(all);
        QVERIFY(!isOffered());
        QCOMPARE(first->count(), 0);
        QCOMPARE(view.question().groups, ExplainView::Groups::Median);
        QVERIFY(groups->itemData(place, Qt::ToolTipRole).toString() != u"Group the runs in the table first"_s);
    }
};

QTEST_MAIN(ComparePanelTest)
#include "tst_comparepanel.moc"
