// SPDX-License-Identifier: GPL-3.0-or-later
// A brush in a card becomes the query of the table, and is undone like any other change of it.
#include "tests/gui/program.h"
#include "widgets/chart/histogramview.h"
#include "widgets/panels/charts/cardcontent.h"
#include "widgets/panels/charts/chartcard.h"
#include "widgets/panels/charts/chartgrid.h"
#include "widgets/panels/charts/chartspanel.h"
#include "widgets/panels/runs/filterfield.h"

#include <QAction>
#include <QStandardPaths>
#include <QToolButton>

using namespace Assay;
using namespace Assay::Testing;
using namespace Qt::StringLiterals;

namespace {

struct BrushProgram : ProgramWithStore {
    FilterField *filter() { return find<FilterField>(u"runsFilter"_s); }
    std::vector<uint32_t> rows() { return workbench.view().rows(); }
    QAction *action(const QString &id) { return window.actions().action(id); }

    // A histogram of a metric that differs among the runs, with a brush over its first bins.
    HistogramView *brushed()
    {
        window.showPage(Page::Charts);
        auto *panel = window.findChild<ChartsPanel *>();
        ChartsState state = panel->state();
        CardSpec spec;
        spec.type = CardType::Histogram;
        const QString id = state.dashboard.add(spec);
        panel->restore(state);
        auto *grid = panel->findChild<ChartGrid *>();
        if (!QTest::qWaitFor([&] { return grid->card(id) && grid->card(id)->content() && !window.isBusy(); }, 20'000))
            return nullptr;
        auto *view = grid->card(id)->content()->findChild<HistogramView *>();
        view->grab();
        const QRectF area = view->frame().area();
        const int y = int(area.center().y());
        QTest::mousePress(view, Qt::LeftButton, {}, {int(area.left()) + 2, y});
        QTest::mouseMove(view, QPoint(int(area.left() + area.width() / 3), y));
        QTest::mouseRelease(view, Qt::LeftButton, {}, {int(area.left() + area.width() / 3), y});
        return view;
    }
};

} // namespace

class BrushWindowTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }

    void keepsWhatIsBrushed()
    {
        BrushProgram program;
        const auto before = program.rows();
        HistogramView *view = program.brushed();
        QVERIFY(view);
        const auto count = size_t(view->brushedCount());
        QVERIFY(count > 0 && count < before.size());
        const QString condition = brushCondition(view->brushes()).value_or(QString());
        QTest::mouseClick(view->findChild<QToolButton *>(u"brushKeep"_s), Qt::LeftButton);
        QCOMPARE(program.filter()->text(), condition);
        QTRY_VERIFY(!program.window.isBusy());
        QCOMPARE(program.rows().size(), count);
        QTRY_VERIFY(program.action(u"edit.undo"_s)->isEnabled());
        program.action(u"edit.undo"_s)->trigger();
        QTRY_COMPARE(program.filter()->text(), QString());
        QTRY_COMPARE(program.rows(), before);
    }

    // Joined to what was there; the two of them are all runs that have a value.
    void excludesWhatIsBrushed()
    {
        BrushProgram program;
        program.filter()->setText(u"status != 'FAILED' OR status = 'FAILED'"_s);
        QTRY_VERIFY(!program.window.isBusy());
        HistogramView *view = program.brushed();
        QVERIFY(view);
        const auto inside = view->brushedCount();
        const QString condition = brushCondition(view->brushes()).value_or(QString());
        QTest::mouseClick(view->findChild<QToolButton *>(u"brushExclude"_s), Qt::LeftButton);
        QCOMPARE(program.filter()->text(), u"(status != 'FAILED' OR status = 'FAILED') AND NOT (%1)"_s.arg(condition));
        QTRY_VERIFY(!program.window.isBusy());
        const auto left = qsizetype(program.rows().size());
        QVERIFY(left > 0 && inside > 0);
        QVERIFY(left + inside <= program.workbench.view().table()->rowCount());
    }
};

QTEST_MAIN(BrushWindowTest)
#include "tst_brushwindow.moc"
