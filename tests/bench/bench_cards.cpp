// SPDX-License-Identifier: GPL-3.0-or-later
// parallel-brush: one frame while a brush is drawn, moved and taken away over parallel coordinates of 10,000 runs on 12 axes,
// 1600 × 900: which runs are inside, their lines, the picture. importance-1000: permutation importance of 20 params over 1,000
// runs, which a worker computes.
#include "models/chart/importance.h"
#include "tests/bench/measure.h"
#include "widgets/chart/parallelview.h"
#include "widgets/theme/theme.h"

#include <QApplication>
#include <QImage>
#include <QPainter>

using namespace Assay;
using namespace Assay::Bench;
using namespace Qt::StringLiterals;

namespace {

constexpr QLatin1StringView Brush{"parallel-brush"}, Ranking{"importance-1000"};

ChartColumn column(const QString &title, int runs, std::mt19937_64 &random)
{
    ChartColumn made;
    made.title = title;
    for (int i = 0; i < runs; ++i)
        made.values.push_back(drawUnit(random));
    made.states.assign(size_t(runs), CellState::Value);
    return made;
}

void brush()
{
    std::mt19937_64 random(1);
    QList<ParallelView::Axis> axes;
    for (int axis = 0; axis < 12; ++axis)
        axes.append({column(u"params.p%1"_s.arg(axis), 10'000, random), false, false});
    ParallelView view;
    view.setPalette(Theme::light().palette());
    view.resize(1600, 900);
    CardRuns runs;
    runs.shade = axes.last().column;
    view.setRuns(runs);
    view.setAxes(axes);
    view.show();
    QImage frame(view.size(), QImage::Format_ARGB32_Premultiplied);
    const auto draw = [&] { view.render(&frame); };
    draw();
    std::vector<double> seconds;
    const auto step = [&](qsizetype axis, double low, double high) {
        seconds.push_back(secondsOf([&] {
            view.setBrush(axis, std::pair(low, high));
            draw();
        }));
    };
    for (int i = 1; i <= 100; ++i)
        step(3, 0.2, 0.2 + i * 0.006); // drawn
    for (int i = 0; i < 100; ++i)
        step(3, 0.2 - i * 0.002, 0.8 - i * 0.002); // moved
    for (int i = 1; i <= 60; ++i)
        step(7, 0.9 - i * 0.01, 0.9); // a second one
    std::vector<double> sorted = seconds;
    std::sort(sorted.begin(), sorted.end());
    const double p95 = sorted[sorted.size() * 95 / 100], most = sorted.back();
    report(Brush, timesOf(seconds), u"p95 %1 ms, longest %2 ms"_s.arg(p95 * 1000, 0, 'f', 1).arg(most * 1000, 0, 'f', 1));
}

void rank()
{
    std::mt19937_64 random(1);
    ImportanceRequest request;
    for (int i = 0; i < 20; ++i)
        request.params.push_back(column(u"params.p%1"_s.arg(i), 1000, random));
    request.metric = column(u"metrics.m"_s, 1000, random);
    for (size_t run = 0; run < 1000; ++run)
        request.metric.values[run] += 2 * request.params[0].values[run] + request.params[1].values[run];
    SilentJob job;
    double score = 0;
    const Times times = measure(3, [&] { score = paramImportance(request, job)->rSquared; });
    report(Ranking, times, u"R² %1"_s.arg(score, 0, 'f', 2));
}

} // namespace

int main(int argc, char *argv[])
{
    const QApplication application(argc, argv);
    const Works works(argc, argv);
    if (works.wants(Brush))
        brush();
    if (works.wants(Ranking))
        rank();
    return 0;
}
