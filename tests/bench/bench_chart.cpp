// SPDX-License-Identifier: GPL-3.0-or-later
// Whole frames of a chart of 100 lines of 100,000 points while it is moved and zoomed, and the building of a pyramid.
#include "widgets/chart/plotview.h"

#include <QApplication>
#include <QElapsedTimer>

#include <algorithm>
#include <cstdio>
#include <random>

using namespace Assay;
using namespace Qt::StringLiterals;

namespace {

constexpr int Lines = 100;
constexpr int Points = 100'000;
constexpr int Frames = 40;

enum class Shape { Walk, Noise };

PackedSeriesPtr inventSeries(Shape shape, int points, std::mt19937 &random)
{
    std::normal_distribution<double> normal;
    MetricSeries series;
    double value = 0;
    for (int i = 0; i < points; ++i) {
        value = shape == Shape::Walk ? value + normal(random) : normal(random);
        series.add(i, 1'700'000'000'000 + i * 1000LL, value);
    }
    return packed(std::move(series));
}

// `work` is done once without being counted; the median of what follows is printed, with the 95th percentile.
template <typename F>
void measure(const char *work, int repeats, F f)
{
    std::vector<double> seconds;
    for (int i = 0; i <= repeats; ++i) {
        QElapsedTimer clock;
        clock.start();
        f(i);
        if (i > 0)
            seconds.push_back(double(clock.nsecsElapsed()) * 1e-9);
    }
    std::ranges::sort(seconds);
    std::printf("{\"work\": \"%s\", \"seconds\": %.6f, \"repeats\": %d, \"note\": \"p95 %.1f ms\"}\n", work, seconds[seconds.size() / 2],
                repeats, seconds[seconds.size() * 95 / 100] * 1e3);
    std::fflush(stdout);
}

void measureFrames(const char *work, Shape shape)
{
    std::mt19937 random(1);
    PlotView view;
    QList<PlotLine> lines;
    for (int i = 0; i < Lines; ++i) {
        PlotLine line;
        line.colorIndex = i;
        line.pyramid = std::make_shared<SeriesPyramid>(inventSeries(shape, Points, random), LineRecipe{});
        lines.append(line);
    }
    view.resize(1600, 900);
    view.setLines(lines);
    view.show();
    QApplication::processEvents();
    measure(work, Frames, [&](int frame) {
        // Whole, then ever closer, always moving.
        const double size = Points * std::pow(0.9, frame);
        view.setZoom({AxisRange{100.0 + frame * 7, 100.0 + frame * 7 + size}, {}});
        QApplication::processEvents();
    });
}

} // namespace

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    const QStringList wanted = app.arguments().mid(1);
    const auto isWanted = [&wanted](QLatin1StringView work) { return wanted.isEmpty() || wanted.contains(work); };
    if (isWanted("chart-frame-walk"_L1))
        measureFrames("chart-frame-walk", Shape::Walk);
    if (isWanted("chart-frame-noise"_L1))
        measureFrames("chart-frame-noise", Shape::Noise);
    if (isWanted("pyramid-10m"_L1)) {
        std::mt19937 random(1);
        const auto series = inventSeries(Shape::Noise, 10'000'000, random);
        measure("pyramid-10m", 7, [&](int) { const SeriesPyramid pyramid(series, LineRecipe{}); });
    }
    return 0;
}
