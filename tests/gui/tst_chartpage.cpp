// SPDX-License-Identifier: GPL-3.0-or-later
// The charts page in the window: what reaches it from the store, the table and the Edit menu.
#include "tests/gui/program.h"
#include "widgets/panels/charts/chartcard.h"
#include "widgets/panels/charts/chartgrid.h"
#include "widgets/panels/charts/chartspanel.h"
#include "widgets/panels/charts/imagescontent.h"
#include "widgets/panels/charts/imagetiles.h"
#include "widgets/panels/runs/filterfield.h"

#include <QAction>
#include <QComboBox>
#include <QLineEdit>
#include <QMenu>
#include <QSlider>
#include <QToolButton>

using namespace Assay;
using namespace Assay::Testing;
using namespace Qt::StringLiterals;

class ChartPageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void editsOfCardsAreUndoneFromTheMenu();
    void brushesBecomeFilters();
    void picturesFollowTheStep();

private:
    static QAction *editAction(MainWindow &window, const QString &beginning);
};

QAction *ChartPageTest::editAction(MainWindow &window, const QString &beginning)
{
    for (QAction *action : window.findChildren<QAction *>())
        if (action->text().startsWith(beginning))
            return action;
    return nullptr;
}

void ChartPageTest::editsOfCardsAreUndoneFromTheMenu()
{
    ProgramWithStore program;
    program.window.showPage(Page::Charts);
    auto *grid = program.window.findChild<ChartGrid *>();
    QTRY_VERIFY(!grid->visibleKeys().isEmpty());
    const QString key = grid->visibleKeys().first();
    Q_EMIT grid->spanChosen(key, QSize(2, 2));
    QTRY_COMPARE(grid->card(key)->spec().span, QSize(2, 2));
    QAction *undo = editAction(program.window, u"&Undo"_s);
    QVERIFY2(undo && undo->text().contains(u"Resize Card"), qPrintable(undo->text()));
    program.window.showPage(Page::Runs);
    undo->trigger();
    QTRY_VERIFY(program.window.findChild<ChartsPanel *>()->isVisible()); // nothing is undone unseen
    QTRY_COMPARE(grid->card(key)->spec().span, QSize(1, 1));
    QAction *redo = editAction(program.window, u"&Redo"_s);
    redo->trigger();
    QTRY_COMPARE(grid->card(key)->spec().span, QSize(2, 2));
}

void ChartPageTest::brushesBecomeFilters()
{
    ProgramWithStore program;
    program.window.showPage(Page::Charts);
    auto *grid = program.window.findChild<ChartGrid *>();
    QTRY_VERIFY(!grid->visibleKeys().isEmpty());
    auto *filter = program.find<FilterField>(u"runsFilter"_s);
    QVERIFY(filter);
    Q_EMIT grid->card(grid->visibleKeys().first())->filterRequested(u"metrics.loss < 0.5"_s, true);
    QTRY_COMPARE(filter->text(), u"metrics.loss < 0.5"_s);
    Q_EMIT grid->cards().first()->filterRequested(u"params.lr > 1"_s, false);
    QTRY_COMPARE(filter->text(), u"metrics.loss < 0.5 AND NOT (params.lr > 1)"_s);
    editAction(program.window, u"&Undo"_s)->trigger();
    QTRY_COMPARE(filter->text(), u"metrics.loss < 0.5"_s);
}

void ChartPageTest::picturesFollowTheStep()
{
    Program program;
    program.window.open(fixture(u"sqlite-2.22"_s));
    QTRY_VERIFY_WITH_TIMEOUT(program.isReady(), 30'000);
    program.workbench.show(program.workbench.current(), {ExperimentId(u"2"_s)});
    program.window.showPage(Page::Charts);
    auto *panel = program.window.findChild<ChartsPanel *>();
    ChartsState state;
    CardSpec card;
    card.type = CardType::Images;
    card.options = {{u"image"_s, u"heat map"_s}};
    state.dashboard.add(card);
    panel->restore(state);
    auto *grid = panel->findChild<ChartGrid *>();
    QTRY_VERIFY(grid->card(u"#1"_s));
    auto *tiles = grid->card(u"#1"_s)->content()->findChild<ImageTiles *>();
    QVERIFY(tiles);
    QTRY_COMPARE_WITH_TIMEOUT(tiles->tiles().size(), 1, 20'000);
    QTRY_VERIFY_WITH_TIMEOUT(!tiles->tiles().first().picture.isNull(), 20'000);
    QCOMPARE(tiles->tiles().first().caption, u"Step 30"_s);
    auto *slider = panel->findChild<QSlider *>(u"stepSlider"_s);
    QVERIFY(slider->isVisible());
    QTRY_COMPARE(slider->maximum(), 30);
    slider->setFocus();
    QTest::keyClick(slider, Qt::Key_Home);
    QTRY_COMPARE(tiles->tiles().first().caption, u"Step 0"_s);
    QTRY_VERIFY_WITH_TIMEOUT(!tiles->tiles().first().picture.isNull(), 20'000);
    auto *keys = grid->card(u"#1"_s)->content()->findChild<QComboBox *>(u"imageKeys"_s);
    QVERIFY(keys->findText(u"samples/val"_s) >= 0);
}

QTEST_MAIN(ChartPageTest)
#include "tst_chartpage.moc"
