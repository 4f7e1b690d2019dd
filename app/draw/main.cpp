// SPDX-License-Identifier: GPL-3.0-or-later
// assay-draw: reads a chart's drawing (models/items/chartdrawing.h) from standard input and writes what became of it to
// standard output. Needs no display. Started by assayctl; of no use to people.
#include "app/draw/cardpicture.h"
#include "widgets/chart/plotsheet.h"

#include <QApplication>
#include <QLocale>
#include <QTranslator>

#include <cstdio>

using namespace Assay;

namespace {

QByteArray readInput()
{
    QByteArray bytes;
    char piece[64 << 10];
    while (const size_t count = std::fread(piece, 1, sizeof piece, stdin))
        bytes.append(piece, qsizetype(count));
    return bytes;
}

QList<PlotLine> linesOf(const ChartDrawing &drawing)
{
    QList<PlotLine> lines;
    for (const ChartDrawing::Line &line : drawing.lines) {
        PlotLine plot;
        plot.name = line.name;
        plot.colorIndex = line.colorIndex;
        plot.dash = line.dash;
        plot.marker = line.marker;
        plot.xOffset = drawing.recipe.x == XAxis::RelativeTime ? line.start : 0.0;
        const PackedSeriesPtr series = packed(*line.series);
        const PackedSeriesPtr xSeries = line.xSeries ? packed(*line.xSeries) : nullptr;
        plot.pyramid = std::make_shared<const SeriesPyramid>(series, drawing.recipe, xSeries);
        if (!drawing.recipe.smoothing.isNone())
            plot.raw = std::make_shared<const SeriesPyramid>(series, drawing.recipe.raw(), xSeries);
        lines.append(plot);
    }
    return lines;
}

DrawnChart drawnLines(const ChartDrawing &drawing)
{
    PlotSheet sheet(drawing.title, drawing.size, drawing.isDark);
    sheet.plot().setAxes(drawing.recipe.x, drawing.recipe.yScale, drawing.recipe.xScale);
    sheet.plot().setLines(linesOf(drawing));
    sheet.plot().setZoom({drawing.x, drawing.y});
    return {sheet.file(drawing.format, drawing.scale), {}, {}};
}

} // namespace

int main(int argc, char *argv[])
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    QFont font = QApplication::font();
    font.setPixelSize(13); // as in the window
    QApplication::setFont(font);
    QTranslator translator;
    if (translator.load(QLocale(), QStringLiteral("assay"), QStringLiteral("_"), QStringLiteral(":/translations")))
        QApplication::installTranslator(&translator);
    const auto drawing = ChartDrawing::fromBytes(readInput());
    if (!drawing)
        return 2;
    const QByteArray answer = (drawing->card ? drawnCard(*drawing) : drawnLines(*drawing)).toBytes();
    const bool isWritten = std::fwrite(answer.constData(), 1, size_t(answer.size()), stdout) == size_t(answer.size()) && std::fflush(stdout) == 0;
    return isWritten ? 0 : 1;
}
