// SPDX-License-Identifier: GPL-3.0-or-later
// Whole frames of a chart of 100 lines of 1,000,000 points while it is moved and zoomed, what they are made from, and the
// same by QCustomPlot's own graph.
#include "tests/bench/measure.h"
#include "widgets/chart/plotview.h"

#include <QApplication>
#include <QThread>

#include <qcustomplot.h>

#include <cmath>
#include <random>

using namespace Assay;
using namespace Qt::StringLiterals;

namespace {

constexpr int Lines = 100;
constexpr int Points = 1'000'000;
constexpr int LongPoints = 10'000'000;
constexpr int Frames = 60;
constexpr QSize Size(1600, 900);

enum class Shape { Walk, Noise };

// Steps as most people log them, times that jitter.
PackedSeriesPtr inventSeries(Shape shape, int points, std::mt19937_64 &random)
{
    MetricSeries series;
    series.steps.reserve(size_t(points));
    series.timestamps.reserve(size_t(points));
    series.values.reserve(size_t(points));
    double value = 0;
    for (int i = 0; i < points; ++i) {
        const quint64 bits = random();
        // The sum of four uniform numbers is near enough to a normal one.
        const double sum = double(bits & 0xffff) + double(bits >> 16 & 0xffff) + double(bits >> 32 & 0xffff) + double(bits >> 48);
        const double normal = (sum / 65535 - 2) * 1.7;
        value = shape == Shape::Walk ? value + normal : normal;
        series.add(i, 1'700'000'000'000 + i * 1000LL + qint64(bits % 900), value);
    }
    return packed(std::move(series));
}

QList<PlotLine> inventLines(Shape shape, int count, int points)
{
    std::mt19937_64 random(1);
    QList<PlotLine> lines;
    for (int i = 0; i < count; ++i) {
        PlotLine line;
        line.colorIndex = i;
        line.pyramid = std::make_shared<SeriesPyramid>(inventSeries(shape, points, random), LineRecipe{});
        lines.append(line);
    }
    return lines;
}

QString memoryNote(const QList<PlotLine> &lines)
{
    double bytes = 0;
    double points = 0;
    for (const PlotLine &line : lines) {
        bytes += double(line.pyramid->memoryBytes() + line.pyramid->series().memoryBytes());
        points += double(line.pyramid->size());
    }
    return u"%1 B a point"_s.arg(bytes / points, 0, 'f', 1);
}

// What frame `i` shows of so many points: a drag to the right and back, then a zoom to a hundredth.
AxisRange windowOf(int i, int points)
{
    const double moved = (i < 15 ? i : 30 - std::min(i, 30)) * 0.011;
    const double size = points * (i < 30 ? 0.7 : 0.7 * std::pow(0.865, i - 30));
    return {points * (0.05 + moved), points * (0.05 + moved) + size};
}

struct FrameTimes {
    Bench::Times times;
    double p95 = 0;
};

template <typename F>
FrameTimes measureFrames(int points, int frames, const F &show)
{
    std::vector<double> seconds;
    show(AxisRange{0, double(points)});
    for (int i = 0; i < frames; ++i) {
        const AxisRange window = windowOf(i * Frames / frames, points);
        seconds.push_back(Bench::secondsOf([&] { show(window); }));
    }
    std::ranges::sort(seconds);
    return {Bench::timesOf(seconds), seconds[seconds.size() * 95 / 100]};
}

QString p95Note(const FrameTimes &frames) { return u"p95 %1 ms"_s.arg(frames.p95 * 1e3, 0, 'f', 1); }

void runFrames(QLatin1StringView work, const QList<PlotLine> &lines, int points)
{
    PlotView view;
    view.resize(Size);
    view.setLines(lines);
    view.show();
    QApplication::processEvents();
    const FrameTimes frames = measureFrames(points, Frames, [&](const AxisRange &window) {
        view.setZoom({window, {}});
        QApplication::processEvents();
    });
    Bench::report(work, frames.times, p95Note(frames) + u", "_s + memoryNote(lines));
}

// The frame that follows once the view has come to rest: what moves may have borders of columns rounded, what rests is exact.
void runRest(QLatin1StringView work, const QList<PlotLine> &lines, int points)
{
    constexpr int frames = 20;
    PlotView view;
    view.resize(Size);
    view.setLines(lines);
    view.show();
    QApplication::processEvents();
    std::vector<double> seconds;
    for (int i = 0; i < frames; ++i) {
        for (const double part : {0.99, 1.0}) {
            const AxisRange window = windowOf(i, points);
            view.setZoom({AxisRange{window.lo, window.hi * part}, {}});
            QApplication::processEvents();
        }
        QThread::msleep(120); // its timer is due
        seconds.push_back(Bench::secondsOf([] {
            QApplication::processEvents();
            QApplication::processEvents();
        }));
    }
    std::ranges::sort(seconds);
    Bench::report(work, Bench::timesOf(seconds), p95Note({{}, seconds[seconds.size() * 95 / 100]}));
}

// The same data and the same windows in QCustomPlot as it is, adaptive sampling on, no antialiasing: its fastest.
void runPeer(QLatin1StringView work, const QList<PlotLine> &lines, int points)
{
    QCustomPlot plot;
    plot.resize(Size);
    plot.setNotAntialiasedElements(QCP::aeAll);
    for (const PlotLine &line : lines) {
        QCPGraph *graph = plot.addGraph();
        graph->setAdaptiveSampling(true);
        graph->setPen(QPen(QColor::fromHsv(line.colorIndex * 3, 200, 200), 1));
        QVector<QCPGraphData> data;
        data.reserve(points);
        for (uint32_t i = 0; i < line.pyramid->size(); ++i)
            data.append({line.pyramid->x(i), line.pyramid->y(i)});
        graph->data()->set(data, true);
    }
    plot.yAxis->rescale();
    plot.show();
    QApplication::processEvents();
    const FrameTimes frames = measureFrames(points, 12, [&](const AxisRange &window) {
        plot.xAxis->setRange(window.lo, window.hi);
        plot.replot(QCustomPlot::rpImmediateRefresh);
        QApplication::processEvents();
    });
    Bench::report(work, frames.times, p95Note(frames), u"QCPGraph, adaptive sampling"_s);
}

void runWidth(QLatin1StringView work, const QList<PlotLine> &lines, double width)
{
    PlotPicture picture;
    picture.setLines(lines);
    QList<LineStyle> styles;
    for (const PlotLine &line : lines)
        styles.append({QColor::fromHsv(line.colorIndex * 3, 200, 200), width, Qt::SolidLine});
    const AxisRange y = *picture.yRange({0, double(Points)});
    const FrameTimes frames = measureFrames(Points, Frames, [&](const AxisRange &window) {
        picture.render({window, y, AxisScale::Linear, Size, 1.0}, styles);
    });
    Bench::report(work, frames.times, p95Note(frames));
}

} // namespace

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    const Bench::Works works(argc, argv);
    const bool wantsNoise = works.wants("chart-frame-noise"_L1) || works.wants("chart-width-1"_L1) || works.wants("chart-width-2"_L1);
    const bool wantsWalk = works.wants("chart-frame-walk"_L1);
    const bool wantsRest = works.wants("chart-frame-walk-rest"_L1);
    if (wantsWalk || wantsRest) {
        const QList<PlotLine> lines = inventLines(Shape::Walk, Lines, Points);
        if (wantsWalk)
            runFrames("chart-frame-walk"_L1, lines, Points);
        if (wantsRest)
            runRest("chart-frame-walk-rest"_L1, lines, Points);
        if (wantsWalk && !app.arguments().contains(u"--ours"_s))
            runPeer("chart-frame-walk"_L1, lines, Points);
    }
    if (wantsNoise) {
        const QList<PlotLine> lines = inventLines(Shape::Noise, Lines, Points);
        if (works.wants("chart-frame-noise"_L1))
            runFrames("chart-frame-noise"_L1, lines, Points);
        if (works.wants("chart-width-1"_L1))
            runWidth("chart-width-1"_L1, lines, 1);
        if (works.wants("chart-width-2"_L1))
            runWidth("chart-width-2"_L1, lines, 2);
    }
    if (works.wants("chart-frame-10m"_L1))
        runFrames("chart-frame-10m"_L1, inventLines(Shape::Noise, 1, LongPoints), LongPoints);
    std::mt19937_64 random(1);
    if (works.wants("pyramid-10m"_L1)) {
        const PackedSeriesPtr series = inventSeries(Shape::Noise, LongPoints, random);
        Bench::report("pyramid-10m"_L1, Bench::measure(9, [&] { const SeriesPyramid pyramid(series, LineRecipe{}); }));
    }
    if (works.wants("ema-10m"_L1)) {
        const PackedSeriesPtr series = inventSeries(Shape::Noise, LongPoints, random);
        Bench::report("ema-10m"_L1, Bench::measure(9, [&] { (void)smoothed({SmoothingKind::Ema, 0.99}, {}, series->values); }));
    }
    return 0;
}
