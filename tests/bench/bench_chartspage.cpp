// SPDX-License-Identifier: GPL-3.0-or-later
// The charts page with 40 cards of 20 runs in view, 2,000 points each: charts-page-open from the table and its histories
// to the painted page, charts-page-hover the pointer on another run in one card until all cards and their lines show it,
// charts-page-cursor the pointer elsewhere on the same run, charts-page-zoom one notch of the wheel in all cards.
#include "models/items/runview.h"
#include "models/table/runtablebuilder.h"
#include "tests/bench/measure.h"
#include "widgets/panels/charts/chartcard.h"
#include "widgets/panels/charts/chartgrid.h"
#include "widgets/panels/charts/chartspanel.h"

#include <QApplication>
#include <QMouseEvent>
#include <QWheelEvent>

#include <cmath>

using namespace Assay;
using namespace Assay::Bench;
using namespace Qt::StringLiterals;

namespace {

constexpr int Cards = 40;
constexpr int Runs = 20;
constexpr int Points = 2'000;
constexpr QSize PageSize{1600, 2200}; // all cards are in view

QString metricName(int card) { return u"metric_%1"_s.arg(card, 2, 10, QLatin1Char('0')); }

RunTablePtr makeTable()
{
    RunTableBuilder builder;
    for (int i = 0; i < Runs; ++i) {
        Run run;
        run.info.ref = {ExperimentId(u"1"_s), RunId(u"run%1"_s.arg(i))};
        run.info.name = u"name %1"_s.arg(i);
        run.info.status = RunStatus::Finished;
        for (int card = 0; card < Cards; ++card)
            run.metrics.insert(metricName(card), 1.0);
        builder.add(run);
    }
    return builder.finish();
}

MetricSeries makeSeries(const SeriesKey &key)
{
    MetricSeries series;
    series.key = key.metric;
    const double level = key.run.run.value.mid(3).toInt();
    for (int i = 0; i < Points; ++i)
        series.add(i, i * 1000, level + 0.3 * std::sin(i / 40.0));
    return series;
}

// As read from a store, which is not measured here.
MetricSeries seriesOf(const SeriesKey &key)
{
    static QHash<SeriesKey, MetricSeries> all;
    auto it = all.constFind(key);
    if (it == all.cend())
        it = all.insert(key, makeSeries(key));
    return *it;
}

// Everything that waits for the event loop, painting too.
void settle()
{
    for (int i = 0; i < 4; ++i) {
        QCoreApplication::sendPostedEvents();
        QCoreApplication::processEvents();
    }
}

class Page
{
public:
    explicit Page(const RunTablePtr &table)
    {
        m_panel.setView(&m_view);
        QObject::connect(&m_panel, &ChartsPanel::seriesRequested, &m_panel, [this](const QList<SeriesKey> &keys) { m_requested = keys; });
        m_panel.resize(PageSize);
        m_panel.show();
        m_view.setTable(table, true, {});
        settle();
        m_panel.setView(&m_view);
        std::vector<uint32_t> rows(Runs);
        for (uint32_t i = 0; i < Runs; ++i)
            rows[i] = i;
        m_view.setRows(rows);
        QList<RunRef> all;
        for (uint32_t row : rows)
            all.append(table->ref(row));
        m_view.setShownOnly(all);
    }
    ~Page() { m_panel.setView(nullptr); }

    void open()
    {
        while (m_panel.isBusy()) {
            settle();
            for (const SeriesKey &key : std::exchange(m_requested, {}))
                m_panel.setSeries(key, seriesOf(key));
        }
        settle();
    }
    PlotView &plot(int card) { return m_panel.findChild<ChartGrid *>()->card(metricName(card))->plot(); }
    qsizetype cards() { return m_panel.findChild<ChartGrid *>()->cards().size(); }

private:
    RunView m_view;
    ChartsPanel m_panel;
    QList<SeriesKey> m_requested;
};

void movePointer(PlotView &plot, double x, double y)
{
    const QRect area = plot.area();
    const QPointF at(area.left() + x * area.width(), area.bottom() - (y - plot.yRange().lo) / plot.yRange().size() * area.height());
    QMouseEvent event(QEvent::MouseMove, at, plot.mapToGlobal(at), Qt::NoButton, Qt::NoButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&plot, &event);
    settle();
}

void turnWheel(PlotView &plot, int notches)
{
    const QPointF at = QRectF(plot.area()).center();
    QWheelEvent event(at, plot.mapToGlobal(at), {}, {0, 120 * notches}, Qt::NoButton, Qt::ControlModifier, Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(&plot, &event);
    settle();
}

} // namespace

int main(int argc, char *argv[])
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    const Works works(argc, argv);
    const RunTablePtr table = makeTable();
    if (works.wants("charts-page-open"_L1))
        report("charts-page-open"_L1, measure(7, [&table] { Page(table).open(); }), u"%1 lines"_s.arg(Cards * Runs));
    Page page(table);
    page.open();
    const QString cards = u"%1 cards"_s.arg(page.cards());
    PlotView &plot = page.plot(1);
    int turn = 0;
    if (works.wants("charts-page-hover"_L1))
        report("charts-page-hover"_L1, measure(60, [&] { ++turn; movePointer(plot, 0.5, 2.0 + turn % 15); }), cards);
    if (works.wants("charts-page-cursor"_L1))
        report("charts-page-cursor"_L1, measure(60, [&] { ++turn; movePointer(plot, 0.2 + 0.01 * (turn % 60), 4.5); }), cards);
    if (works.wants("charts-page-zoom"_L1))
        report("charts-page-zoom"_L1, measure(40, [&] { turnWheel(plot, ++turn % 2 == 0 ? 1 : -1); }), cards);
    return 0;
}
