// SPDX-License-Identifier: GPL-3.0-or-later
// The cards of the charts page, moved, resized, renamed and laid over each other with the mouse.
#include "tests/widgets/panels/chartsfixture.h"
#include "widgets/panels/charts/lastvaluebars.h"

#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QPointer>
#include <QScrollBar>
#include <QToolButton>

using namespace Assay;
using namespace Qt::StringLiterals;
using Testing::ChartsFixture;

namespace {

const QStringList Metrics{u"acc"_s, u"loss"_s, u"lr"_s, u"train/loss"_s};

QWidget *titleOf(ChartCard &card) { return card.findChild<QWidget *>(u"cardTitle"_s); }

QPoint partOf(const QWidget &widget, double part)
{
    return widget.mapToGlobal(QPoint(int(widget.width() * part), widget.height() / 2));
}

QAction *actionOf(const QMenu &menu, const QString &text)
{
    for (QAction *action : menu.actions())
        if (action->text() == text)
            return action;
    return nullptr;
}

} // namespace

class ChartCardsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void draggedBesideAnotherItMoves();
    void draggedOntoAnotherItIsLaidOver();
    void escapeLeavesItWhereItWas();
    void theCornerMakesItLarger();
    void doubleClickOnTheTitleFillsTheView();
    void theMenuChangesTheCard();
    void pinnedCardsStandOnTop();
    void titlesAreEditedInPlace();
    void cardsAreAdded();
    void loggedOnceIsABar();
    void splitsByAColumn();
    void rangeIsWritten();
    void expressionsAreDrawn();
    void expressionsSayWhatTheyLack();
    void undoneAsItWas();
    void unknownCardsSaySo();
    void wrongExpressionsSaySo();
    void manyMetricsFewWidgets();
    void metricsOfTheMachineHaveUnits();
    void longNamesAndTextInstead();

private:
    static QMenu *openMenu(ChartsFixture &page, const QString &id);
};

QMenu *ChartCardsTest::openMenu(ChartsFixture &page, const QString &id)
{
    QTest::mouseClick(page.card(id).findChild<QToolButton *>(u"cardMenu"_s), Qt::LeftButton);
    QMenu *menu = nullptr;
    for (QMenu *each : page.panel.findChildren<QMenu *>(u"cardActions"_s))
        if (each->isVisible())
            menu = each;
    return menu;
}

void ChartCardsTest::draggedBesideAnotherItMoves()
{
    ChartsFixture page(Metrics);
    QVERIFY(page.isReady());
    QCOMPARE(page.grid().visibleKeys().mid(0, 3), (QStringList{u"acc"_s, u"loss"_s, u"lr"_s}));
    QSignalSpy edited(&page.panel, &ChartsPanel::dashboardEdited);
    ChartsFixture::drag(titleOf(page.card(u"lr"_s)), {20, 8}, partOf(page.card(u"acc"_s), 0.1));
    QTRY_COMPARE(page.grid().visibleKeys().mid(0, 3), (QStringList{u"lr"_s, u"acc"_s, u"loss"_s}));
    QVERIFY(page.card(u"lr"_s).x() < page.card(u"acc"_s).x());
    QCOMPARE(edited.size(), 1);
    // Not into a section of other metrics.
    ChartsFixture::drag(titleOf(page.card(u"lr"_s)), {20, 8}, partOf(page.card(u"train/loss"_s), 0.9));
    QTest::qWait(60);
    QCOMPARE(edited.size(), 1);
    QVERIFY(!page.panel.findChild<QWidget *>(u"dropMark"_s)->isVisible());
}

void ChartCardsTest::draggedOntoAnotherItIsLaidOver()
{
    ChartsFixture page(Metrics);
    QVERIFY(page.isReady());
    ChartsFixture::drag(titleOf(page.card(u"train/loss"_s)), {20, 8}, partOf(page.card(u"loss"_s), 0.5));
    QTRY_COMPARE(page.plot(u"loss"_s).lines().size(), 4); // two runs, two metrics
    QCOMPARE(page.card(u"loss"_s).seriesNames(), (QStringList{u"loss"_s, u"train/loss"_s}));
    const PlotLine last = page.plot(u"loss"_s).lines().last();
    QCOMPARE(last.name, u"name 0 · train/loss"_s);
    QCOMPARE(last.colorIndex % 8, page.view.colorIndex(Testing::runRef(0)));
    QVERIFY(page.grid().card(u"train/loss"_s)); // stays where it was
    QMenu *menu = openMenu(page, u"loss"_s);
    QAction *remove = actionOf(*actionOf(*menu, u"Remove metric"_s)->menu(), u"loss"_s);
    QVERIFY(remove);
    remove->trigger();
    menu->close();
    QTRY_COMPARE(page.card(u"loss"_s).seriesNames(), QStringList{u"train/loss"_s});
}

void ChartCardsTest::escapeLeavesItWhereItWas()
{
    ChartsFixture page(Metrics);
    QVERIFY(page.isReady());
    QWidget *title = titleOf(page.card(u"lr"_s));
    QTest::mousePress(title, Qt::LeftButton, {}, {20, 8});
    QTest::mouseMove(title, title->mapFromGlobal(partOf(page.card(u"acc"_s), 0.3)));
    QTest::mouseMove(title, title->mapFromGlobal(partOf(page.card(u"acc"_s), 0.1)));
    QVERIFY(page.panel.findChild<QWidget *>(u"dropMark"_s)->isVisible());
    QTest::keyClick(title, Qt::Key_Escape);
    QVERIFY(!page.panel.findChild<QWidget *>(u"dropMark"_s)->isVisible());
    QTest::mouseRelease(title, Qt::LeftButton, {}, title->mapFromGlobal(partOf(page.card(u"acc"_s), 0.1)));
    QTest::qWait(60);
    QCOMPARE(page.grid().visibleKeys().first(), u"acc"_s);
}

void ChartCardsTest::theCornerMakesItLarger()
{
    ChartsFixture page(Metrics);
    QVERIFY(page.isReady());
    ChartCard &card = page.card(u"acc"_s);
    const QSize before = card.size();
    auto *grip = card.findChild<QWidget *>(u"cardGrip"_s);
    ChartsFixture::drag(grip, {8, 8}, grip->mapToGlobal(QPoint(before.width() - 20, before.height() - 40)));
    QTRY_COMPARE(page.card(u"acc"_s).spec().span, QSize(2, 2));
    QTRY_COMPARE(page.card(u"acc"_s).size(), (page.card(u"loss"_s).size() * 2 + QSize(8, 8)));
    QVERIFY(page.plot(u"acc"_s).width() > before.width());
    // The next one stands beside it, the one after it below that.
    QCOMPARE(page.card(u"loss"_s).y(), page.card(u"acc"_s).y());
    QCOMPARE(page.card(u"lr"_s).x(), page.card(u"loss"_s).x());
    grip = page.card(u"acc"_s).findChild<QWidget *>(u"cardGrip"_s);
    ChartsFixture::drag(grip, {8, 8}, page.card(u"acc"_s).mapToGlobal(QPoint(30, 30)));
    QTRY_COMPARE(page.card(u"acc"_s).size(), before);
    QVERIFY(page.panel.state().dashboard.isEmpty());
}

void ChartCardsTest::doubleClickOnTheTitleFillsTheView()
{
    ChartsFixture page(Metrics);
    QVERIFY(page.isReady());
    QTest::mouseDClick(titleOf(page.card(u"loss"_s)), Qt::LeftButton, {}, {20, 8});
    QCOMPARE(page.grid().visibleKeys(), QStringList{u"loss"_s});
    QVERIFY(!page.card(u"loss"_s).findChild<QWidget *>(u"cardGrip"_s)->isVisible());
    QTest::mouseDClick(titleOf(page.card(u"loss"_s)), Qt::LeftButton, {}, {20, 8});
    QCOMPARE(page.grid().visibleKeys().size(), 4);
}

void ChartCardsTest::theMenuChangesTheCard()
{
    ChartsFixture page(Metrics);
    QVERIFY(page.isReady());
    QMenu *menu = openMenu(page, u"loss"_s);
    QVERIFY(menu);
    actionOf(*menu, u"Duplicate"_s)->trigger();
    menu->close();
    QTRY_COMPARE(page.grid().visibleKeys().first(), u"#1"_s);
    QCOMPARE(page.card(u"#1"_s).seriesNames(), QStringList{u"loss"_s});
    QTRY_COMPARE(page.plot(u"#1"_s).lines().size(), 2);
    menu = openMenu(page, u"loss"_s);
    actionOf(*menu, u"Remove"_s)->trigger();
    menu->close();
    QTRY_VERIFY(!page.grid().card(u"loss"_s));
    menu = openMenu(page, u"acc"_s);
    actionOf(*menu, u"Add metric…"_s)->trigger();
    menu->close();
    QTRY_VERIFY(page.panel.findChild<QWidget *>(u"metricChooser"_s));
    auto *search = page.panel.findChild<QLineEdit *>(u"metricSearch"_s);
    QTest::keyClicks(search, u"TRAIN"_s);
    QTest::keyClick(search, Qt::Key_Return);
    QTRY_COMPARE(page.card(u"acc"_s).seriesNames(), (QStringList{u"acc"_s, u"train/loss"_s}));
    // Removed cards can be had back.
    QMenu *add = page.panel.findChild<QToolButton *>(u"addCard"_s)->menu();
    Q_EMIT add->aboutToShow();
    add->actions().last()->trigger();
    QTRY_VERIFY(page.grid().card(u"loss"_s));
}

void ChartCardsTest::pinnedCardsStandOnTop()
{
    ChartsFixture page(Metrics);
    QVERIFY(page.isReady());
    QMenu *menu = openMenu(page, u"train/loss"_s);
    actionOf(*menu, u"Pin to top"_s)->trigger();
    menu->close();
    QTRY_COMPARE(page.grid().visibleKeys().first(), u"train/loss"_s);
    QCOMPARE(page.grid().sections().first().prefix, QString(ChartSection::Pinned));
    // Another one is pinned by dragging it there.
    ChartsFixture::drag(titleOf(page.card(u"acc"_s)), {20, 8}, partOf(page.card(u"train/loss"_s), 0.05));
    QTRY_COMPARE(page.grid().visibleKeys().mid(0, 2), (QStringList{u"acc"_s, u"train/loss"_s}));
    auto *pin = page.card(u"train/loss"_s).findChild<QToolButton *>(u"cardPinned"_s);
    QVERIFY(pin->isVisible());
    QTest::mouseClick(pin, Qt::LeftButton);
    QTRY_COMPARE(page.grid().sections().first().keys, QStringList{u"acc"_s});
}

void ChartCardsTest::titlesAreEditedInPlace()
{
    ChartsFixture page(Metrics);
    QVERIFY(page.isReady());
    page.card(u"loss"_s).editTitle();
    auto *field = page.card(u"loss"_s).findChild<QLineEdit *>(u"cardTitleField"_s);
    QTest::keyClicks(field, u"How wrong"_s);
    QTest::keyClick(field, Qt::Key_Return);
    QTRY_COMPARE(page.card(u"loss"_s).spec().title, u"How wrong"_s);
    QTRY_VERIFY(!page.card(u"loss"_s).findChild<QLineEdit *>(u"cardTitleField"_s));
    page.card(u"loss"_s).editTitle();
    field = page.card(u"loss"_s).findChild<QLineEdit *>(u"cardTitleField"_s);
    QTest::keyClicks(field, u"Other"_s);
    QTest::keyClick(field, Qt::Key_Escape);
    QTRY_VERIFY(!page.card(u"loss"_s).findChild<QLineEdit *>(u"cardTitleField"_s));
    QCOMPARE(page.card(u"loss"_s).spec().title, u"How wrong"_s);
}

void ChartCardsTest::cardsAreAdded()
{
    ChartsFixture page(Metrics);
    QVERIFY(page.isReady());
    QMenu *add = page.panel.findChild<QToolButton *>(u"addCard"_s)->menu();
    Q_EMIT add->aboutToShow();
    actionOf(*add, u"Line chart"_s)->trigger();
    auto *list = page.panel.findChild<QListView *>(u"metricList"_s);
    QTRY_VERIFY(list && list->isVisible());
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualRect(list->model()->index(1, 0)).center());
    QTRY_COMPARE(page.grid().visibleKeys().first(), u"#1"_s);
    QTRY_COMPARE(page.plot(u"#1"_s).lines().size(), 2);
    QCOMPARE(page.card(u"#1"_s).seriesNames(), QStringList{u"loss"_s});
}

void ChartCardsTest::loggedOnceIsABar()
{
    ChartsFixture page({u"final"_s, u"loss"_s});
    page.answer = [](const SeriesKey &key) { return Testing::steps(key.metric, key.metric == u"final"_s ? 1 : 50, 7); };
    QVERIFY(page.isReady());
    ChartCard &card = page.card(u"final"_s);
    QTRY_VERIFY(card.findChild<LastValueBars *>());
    auto *bars = card.findChild<LastValueBars *>();
    QVERIFY(bars->isVisible() && !card.plot().isVisible());
    QCOMPARE(bars->note(), u"2 values, each logged once"_s);
    QCOMPARE(bars->shownRows(), 2);
    QVERIFY(!page.card(u"loss"_s).findChild<LastValueBars *>());
    // A click on the first bar, which is of the table's first run, selects that.
    QTest::mouseClick(bars, Qt::LeftButton, {}, QPoint(bars->width() / 2, bars->height() / 4));
    QCOMPARE(page.view.selectedRuns(), QList{Testing::runRef(0)});
    // Of a run that goes on there may be more: it stays a line.
    page.view.setTable(Testing::runTable(2, {u"final"_s, u"loss"_s}, 1.0, RunStatus::Running), true);
    QTRY_VERIFY(page.plot(u"final"_s).isVisible());
    QVERIFY(!bars->isVisible());
}

void ChartCardsTest::splitsByAColumn()
{
    ChartsFixture page({u"loss"_s}, 5);
    QVERIFY(page.isReady());
    QMenu *facets = actionOf(*openMenu(page, u"loss"_s), u"Split by"_s)->menu();
    Q_EMIT facets->aboutToShow();
    QAction *optimizer = actionOf(*facets, u"optimizer"_s);
    QVERIFY(optimizer);
    optimizer->trigger();
    QTRY_VERIFY(page.grid().card(u"#2"_s));
    QTRY_COMPARE(page.plot(u"#1"_s).lines().size(), 3);
    QTRY_COMPARE(page.plot(u"#2"_s).lines().size(), 2);
    QCOMPARE(cardTitle(page.card(u"#1"_s).spec()), u"loss · optimizer = adam"_s);
    QCOMPARE(page.card(u"#2"_s).runs(), (QList{Testing::runRef(3), Testing::runRef(1)}));
    QTRY_COMPARE(page.plot(u"loss"_s).lines().size(), 5);
}

void ChartCardsTest::rangeIsWritten()
{
    ChartsFixture page({u"loss"_s});
    QVERIFY(page.isReady());
    QTRY_COMPARE(page.plot(u"loss"_s).lines().size(), 2);
    const AxisRange whole = page.plot(u"loss"_s).yRange();
    actionOf(*openMenu(page, u"loss"_s), u"Range of the axes…"_s)->trigger();
    const QPointer editor = page.panel.findChild<QWidget *>(u"rangeEditor"_s);
    auto *from = editor->findChild<QLineEdit *>(u"yFrom"_s), *to = editor->findChild<QLineEdit *>(u"yTo"_s);
    QTest::keyClicks(to, u"1"_s);
    QTest::keyClicks(from, u"2"_s); // the greater first: said, and not taken
    QVERIFY(editor->findChild<QLabel *>(u"rangeMistake"_s)->text().startsWith(u"Not a range"_s));
    QTest::keyClick(from, Qt::Key_Backspace);
    QTest::keyClicks(from, u"-0.5"_s);
    QSignalSpy edited(&page.panel, &ChartsPanel::dashboardEdited);
    QTest::keyClick(from, Qt::Key_Tab); // written to its end
    QTRY_COMPARE(page.plot(u"loss"_s).yRange(), (AxisRange{-0.5, 1}));
    QCOMPARE(edited.size(), 1); // one step to undo, not one for each key
    auto *xTo = editor->findChild<QLineEdit *>(u"xTo"_s);
    QTest::keyClicks(xTo, u"20"_s);
    QTest::keyClick(xTo, Qt::Key_Return);
    QTRY_COMPARE(page.plot(u"loss"_s).xRange().hi, 20.0);
    QTRY_VERIFY(!editor);
    // It is the card's: a zoom goes away from it, and comes back to it.
    page.plot(u"loss"_s).setZoom({AxisRange{5, 6}, AxisRange{0, 9}});
    page.plot(u"loss"_s).showAll();
    QCOMPARE(page.plot(u"loss"_s).yRange(), (AxisRange{-0.5, 1}));
    QCOMPARE(page.panel.state().dashboard.card(u"loss"_s).options.value(u"y"_s).toList(), (QVariantList{-0.5, 1.0}));
    page.panel.setDashboard({});
    QTRY_COMPARE(page.plot(u"loss"_s).yRange(), whole);
}

void ChartCardsTest::expressionsAreDrawn()
{
    ChartsFixture page(Metrics);
    QVERIFY(page.isReady());
    actionOf(*openMenu(page, u"loss"_s), u"Add metric…"_s)->trigger();
    auto *chooser = page.panel.findChild<QWidget *>(u"metricChooser"_s);
    auto *field = chooser->findChild<QLineEdit *>(u"metricSearch"_s);
    auto *hint = chooser->findChild<QLabel *>(u"expressionHint"_s);
    QVERIFY(!chooser->findChild<QWidget *>(u"drawExpression"_s)->isVisible());
    QTest::keyClicks(field, u"metrics.loss - "_s);
    QVERIFY2(hint->text().startsWith(u"expected a key"_s), qPrintable(hint->text()));
    QTest::keyClick(field, Qt::Key_Return); // nothing yet
    QVERIFY(chooser->isVisible());
    QTest::keyClicks(field, u"2 * metrics.acc"_s);
    QVERIFY(chooser->findChild<QWidget *>(u"drawExpression"_s)->isVisible());
    QTest::keyClick(field, Qt::Key_Return);
    QTRY_COMPARE(page.card(u"loss"_s).spec().keys, (QStringList{u"metrics.loss"_s, u"metrics.loss - 2 * metrics.acc"_s}));
    QTRY_COMPARE(page.plot(u"loss"_s).lines().size(), 4); // two runs
    const PlotLine line = page.plot(u"loss"_s).lines().at(1);
    QCOMPARE(line.name, u"name 1 · metrics.loss - 2 * metrics.acc"_s);
    QCOMPARE(line.pyramid->y(7), -0.7);
    QVERIFY(QTest::qWaitFor([&page] { return !page.panel.isBusy(); }));
    actionOf(*actionOf(*openMenu(page, u"loss"_s), u"Remove metric"_s)->menu(), u"metrics.loss - 2 * metrics.acc"_s)->trigger();
    QTRY_COMPARE(page.plot(u"loss"_s).lines().size(), 2);
}

void ChartCardsTest::expressionsSayWhatTheyLack()
{
    ChartsFixture page(Metrics);
    QVERIFY(page.isReady());
    ChartsState state = page.panel.state();
    CardSpec card;
    card.id = u"#1"_s;
    card.keys = {u"metrics.loss * params.missing"_s};
    state.dashboard.set(card);
    card.id = u"#2"_s;
    card.keys = {u"metrics.loss +"_s};
    state.dashboard.set(card);
    card.id = u"#3"_s;
    card.keys = {u"metrics.nowhere + 1"_s};
    state.dashboard.set(card);
    page.panel.restore(state);
    QTRY_VERIFY(page.grid().card(u"#3"_s));
    QTRY_COMPARE(page.plot(u"#1"_s).notice(), u"The run has no value of metrics.loss * params.missing."_s);
    QVERIFY2(page.plot(u"#2"_s).notice().startsWith(u"expected a key or a value"_s), qPrintable(page.plot(u"#2"_s).notice()));
    QCOMPARE(page.plot(u"#3"_s).notice(), u"None of the runs that are drawn has this metric."_s);
    QVERIFY(QTest::qWaitFor([&page] { return !page.panel.isBusy(); }));
}

void ChartCardsTest::undoneAsItWas()
{
    ChartsFixture page(Metrics);
    QVERIFY(page.isReady());
    QSignalSpy edited(&page.panel, &ChartsPanel::dashboardEdited);
    QSignalSpy changed(&page.panel, &ChartsPanel::stateChanged);
    ChartsFixture::drag(titleOf(page.card(u"lr"_s)), {20, 8}, partOf(page.card(u"acc"_s), 0.1));
    QCOMPARE(edited.size(), 1);
    QVERIFY(!edited.first().at(0).toString().isEmpty());
    QTRY_COMPARE(page.grid().visibleKeys().first(), u"lr"_s);
    page.panel.setDashboard(Dashboard::fromMap(edited.first().at(1).toMap()));
    QTRY_COMPARE(page.grid().visibleKeys().first(), u"acc"_s);
    page.panel.setDashboard(Dashboard::fromMap(edited.first().at(2).toMap()));
    QTRY_COMPARE(page.grid().visibleKeys().first(), u"lr"_s);
    QCOMPARE(edited.size(), 1);
    QCOMPARE(changed.size(), 3); // each is remembered
}

void ChartCardsTest::unknownCardsSaySo()
{
    ChartsFixture page(Metrics);
    ChartsState state;
    state.dashboard = Dashboard::fromMap({{u"cards"_s, QVariantList{QVariantMap{{u"id"_s, u"#1"_s}, {u"type"_s, u"hologram"_s}, {u"spin"_s, 3}}}}});
    page.panel.restore(state);
    QVERIFY(page.isReady());
    QTRY_VERIFY(page.grid().card(u"#1"_s));
    const auto *label = page.card(u"#1"_s).findChild<QLabel *>(u"unknownCard"_s);
    QVERIFY(label && label->isVisible() && label->text().contains(u"hologram"));
    QVERIFY(!page.plot(u"#1"_s).isVisible());
    QCOMPARE(page.panel.state(), state);
}

void ChartCardsTest::wrongExpressionsSaySo()
{
    ChartsFixture page(Metrics);
    QVERIFY(page.isReady());
    auto *field = page.panel.findChild<QLineEdit *>(u"chartsSearch"_s);
    QTest::mouseClick(page.panel.findChild<QToolButton *>(u"searchExpression"_s), Qt::LeftButton);
    QTest::keyClicks(field, u"^(l|t"_s);
    const auto *error = page.panel.findChild<QLabel *>(u"searchError"_s);
    QVERIFY(error && error->isVisible() && error->text().contains(u"regular expression"));
    QTest::keyClicks(field, u")r"_s);
    QVERIFY(!error->isVisible());
    QTRY_COMPARE(page.grid().visibleKeys(), (QStringList{u"lr"_s, u"train/loss"_s}));
    QVERIFY(page.panel.state().searchIsExpression);
}

void ChartCardsTest::manyMetricsFewWidgets()
{
    QStringList metrics;
    for (int i = 0; i < 12'000; ++i)
        metrics.append(u"part%1/metric_%2"_s.arg(i % 7).arg(i, 5, 10, QLatin1Char('0')));
    ChartsFixture page(metrics);
    QVERIFY(page.isReady());
    const qsizetype atFirst = page.panel.findChildren<QWidget *>().size();
    QScrollBar *bar = page.grid().verticalScrollBar();
    for (int part = 1; part <= 20; ++part) {
        bar->setValue(bar->maximum() / 20 * part);
        QVERIFY(page.isReady());
        QVERIFY(page.panel.findChildren<ChartCard *>().size() <= 30);
    }
    QVERIFY2(page.panel.findChildren<QWidget *>().size() < 2 * atFirst + 200, qPrintable(QString::number(page.panel.findChildren<QWidget *>().size())));
    page.panel.findChild<QLineEdit *>(u"chartsSearch"_s)->setText(u"_11999"_s);
    QTRY_COMPARE(page.grid().visibleKeys().size(), 1);
}

void ChartCardsTest::metricsOfTheMachineHaveUnits()
{
    ChartsFixture page({u"loss"_s, u"system/cpu_utilization_percentage"_s});
    page.grid().setFolded(u"system"_s, false);
    QVERIFY(page.isReady());
    QCOMPARE(page.grid().sections().last().prefix, u"system"_s);
    ChartCard &card = page.card(u"system/cpu_utilization_percentage"_s);
    QVERIFY(titleOf(card)->accessibleName().contains(u"system/cpu_utilization_percentage (%)"));
    QVERIFY(!titleOf(page.card(u"loss"_s))->accessibleName().contains(u'('));
}

void ChartCardsTest::longNamesAndTextInstead()
{
    const QString longName = u"very/"_s + QString(5000, u'n');
    ChartsFixture page({longName, u"size"_s}, 1);
    RunTableBuilder builder;
    Run withMetric;
    withMetric.info.ref = Testing::runRef(0);
    withMetric.metrics.insert(u"size"_s, 3.0);
    withMetric.metrics.insert(longName, 3.0);
    builder.add(withMetric);
    Run withText; // the same name is a text of another run
    withText.info.ref = Testing::runRef(1);
    withText.params.insert(u"size"_s, u"large"_s);
    builder.add(withText);
    page.view.setTable(builder.finish(), true);
    QVERIFY(page.isReady());
    QTRY_COMPARE(page.plot(u"size"_s).lines().size(), 1);
    QVERIFY(page.card(longName).width() <= page.grid().viewport()->width());
    QVERIFY(titleOf(page.card(longName))->accessibleName().size() < 600);
    QVERIFY(!page.card(longName).grab().isNull());
}

QTEST_MAIN(ChartCardsTest)
#include "tst_chartcards.moc"
