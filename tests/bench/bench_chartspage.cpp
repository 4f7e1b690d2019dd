// SPDX-License-Identifier: GPL-3.0-or-later
// The charts page with 40 cards of 20 runs in view, 2,000 points each: charts-page-open from the table and its histories
// to the painted page, charts-page-hover the pointer on another run in one card until all cards and their lines show it,
// charts-page-cursor the pointer elsewhere on the same run, charts-page-zoom one notch of the wheel until all cards show it,
// charts-page-wheel the last of eight in a row; and of both (-hold) the longest time that other events had to wait.
#include "models/items/runview.h"
#include "models/table/runtablebuilder.h"
#include "tests/bench/measure.h"
#include "widgets/panels/charts/chartcard.h"
#include "widgets/panels/charts/chartgrid.h"
#include "widgets/panels/charts/chartspanel.h"
#include "widgets/theme/theme.h"

#include <QApplication>
#include <QEventLoop>
#include <QMouseEvent>
#include <QThread>
#include <QTimer>
#include <QWheelEvent>

#include <atomic>
#include <chrono>
#include <cmath>
#include <memory>

using namespace Assay;
using namespace Assay::Bench;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

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
    void resize(const QSize &size) { m_panel.resize(size); }
    void setTheme(const Theme &theme) { m_panel.setPalette(theme.palette()); }
    bool isPainting() { return m_panel.findChild<ChartGrid *>()->isPainting(); }
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

struct Busy {
    double whole = 0;   // seconds until nothing was left to paint
    double longest = 0; // that another event had to wait for its turn
};

// `act`, and the event loop from then on for `least` and until nothing is left to paint, while another thread posts an event
// every millisecond.
template <typename F>
Busy runAfter(Page &page, std::chrono::milliseconds least, const F &act)
{
    using Clock = std::chrono::steady_clock;
    const auto begin = Clock::now();
    const auto since = [](Clock::time_point time) { return std::chrono::duration<double>(Clock::now() - time).count(); };
    Busy busy;
    QEventLoop loop;
    bool isDone = false;
    const auto look = [&](Clock::time_point sent) {
        busy.longest = std::max(busy.longest, since(sent));
        if (isDone || page.isPainting())
            return;
        isDone = true;
        QCoreApplication::sendPostedEvents(); // what was painted last comes to the screen
        busy.whole = since(begin);
    };
    std::atomic<bool> isOver = false;
    const std::unique_ptr<QThread> thread(QThread::create([&] {
        while (!isOver) {
            QMetaObject::invokeMethod(&loop, [&look, sent = Clock::now()] { look(sent); }, Qt::QueuedConnection);
            QThread::msleep(1);
        }
    }));
    thread->start();
    act();
    QTimer timer;
    QObject::connect(&timer, &QTimer::timeout, &loop, [&] {
        if (isDone && Clock::now() - begin >= least)
            loop.quit();
    });
    timer.start(1);
    loop.exec();
    isOver = true;
    thread->wait();
    return busy;
}

void turnWheel(PlotView &plot, int notches)
{
    const QPointF at = QRectF(plot.area()).center();
    QWheelEvent event(at, plot.mapToGlobal(at), {}, {0, 120 * notches}, Qt::NoButton, Qt::ControlModifier, Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(&plot, &event);
}

// `act` is told which turn it is.
template <typename F>
void measureAll(Page &page, QLatin1StringView work, const QByteArray &holdWork, const F &act)
{
    constexpr int turns = 20;
    std::vector<double> whole;
    double longest = 0;
    for (int i = 0; i < turns; ++i) {
        const Busy busy = runAfter(page, 300ms, [&] { act(i); }); // and comes to rest
        whole.push_back(busy.whole);
        longest = std::max(longest, busy.longest);
    }
    report(work, timesOf(std::move(whole)), u"%1 cards"_s.arg(page.cards()));
    report(QLatin1StringView(holdWork), {longest, turns}, u"the longest of all"_s);
}

// A notch every 30 ms, as fast as a hand turns.
void measureMoving(Page &page, PlotView &plot, const QString &note)
{
    constexpr int turns = 10;
    std::vector<double> whole;
    double longest = 0;
    for (int turn = 0; turn < turns; ++turn) {
        for (int i = 0; i < 8; ++i) {
            const Busy busy = runAfter(page, i < 7 ? 30ms : 400ms, [&] { turnWheel(plot, turn % 2 == 0 ? 1 : -1); });
            longest = std::max(longest, busy.longest);
            if (i == 7)
                whole.push_back(busy.whole);
        }
    }
    report("charts-page-wheel"_L1, timesOf(std::move(whole)), note);
    report("charts-page-wheel-hold"_L1, {longest, turns * 8}, u"the longest of all"_s);
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
        measureAll(page, "charts-page-zoom"_L1, "charts-page-zoom-hold", [&](int i) { turnWheel(plot, i % 2 == 0 ? 1 : -1); });
    if (works.wants("charts-page-resize"_L1))
        measureAll(page, "charts-page-resize"_L1, "charts-page-resize-hold", [&](int i) { page.resize(PageSize + QSize(40 * (i % 2), 0)); });
    if (works.wants("charts-page-theme"_L1))
        measureAll(page, "charts-page-theme"_L1, "charts-page-theme-hold", [&](int i) { page.setTheme(i % 2 == 0 ? Theme::dark() : Theme::light()); });
    if (works.wants("charts-page-wheel"_L1))
        measureMoving(page, plot, cards);
    return 0;
}
