// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/charts/cards/heatmapcard.h"

#include "models/items/displaytext.h"
#include "widgets/chart/heatmapview.h"

#include <QMenu>

#include <cmath>

using namespace Qt::StringLiterals;

namespace Assay {

namespace {

constexpr qsizetype MostSingles = 16; // different numbers that are rows or columns of their own
constexpr qsizetype MostPlaces = 60;

QStringList firstKeys(const CardKeys &keys)
{
    const QStringList params = keys.numbers + keys.groups;
    QStringList first;
    for (const QString &key : params)
        if (!first.contains(key) && first.size() < 2)
            first.append(key);
    if (first.size() < 2 || keys.metrics.isEmpty())
        return {};
    return first + keys.metrics.mid(0, 1);
}

CellSummary summaryOf(const CardInput &input)
{
    const QString chosen = input.option(u"summary"_s).toString();
    return chosen == "least"_L1 ? CellSummary::Least : chosen == "greatest"_L1 ? CellSummary::Greatest : chosen == "count"_L1 ? CellSummary::Count : CellSummary::Mean;
}

QString titleOf(CellSummary summary, const QString &metric)
{
    const QString name = visibleText(columnTitle(metric), 100);
    switch (summary) {
    case CellSummary::Mean: return HeatMapCard::tr("mean %1").arg(name);
    case CellSummary::Least: return HeatMapCard::tr("least %1").arg(name);
    case CellSummary::Greatest: return HeatMapCard::tr("greatest %1").arg(name);
    case CellSummary::Count: return HeatMapCard::tr("runs");
    }
    return {};
}

CardAnswer work(const CardInput &input, const Job &)
{
    const ChartColumn x = input.column(qsizetype(0)), y = input.column(1), metric = input.column(2);
    const CellSummary summary = summaryOf(input);
    const QList<ValueBin> xBins = cardBins(x, MostSingles, QTimeZone::systemTimeZone()), yBins = cardBins(y, MostSingles, QTimeZone::systemTimeZone());
    const bool isTooWide = xBins.size() > MostPlaces || yBins.size() > MostPlaces;
    const ValueGrid grid = isTooWide ? ValueGrid() : valueGrid(x, xBins, y, yBins, metric, summary);
    HeatMapView::Cells cells;
    if (grid.used > 0) {
        cells = {FrameAxis::ofBins(x, xBins), FrameAxis::ofBins(y, yBins), grid.cells, {}, titleOf(summary, metric.title), false};
        for (const qsizetype count : grid.counts)
            cells.tips.push_back(HeatMapCard::tr("%n runs", nullptr, int(count)));
    }
    const bool isText = metric.isText() && summary != CellSummary::Count;
    const QString note = summary == CellSummary::Count ? missingText({&x, &y}) : missingText({&x, &y, &metric});
    return [=, isEmpty = grid.used == 0](StatCard &card) {
        auto &view = static_cast<HeatMapView &>(card.plot());
        view.setNote(note);
        const auto name = [](const ChartColumn &column) { return visibleText(columnTitle(column.title), 100); };
        if (isText)
            view.setNotice(HeatMapCard::tr("%1 is text: fields are of numbers.").arg(name(metric)));
        else if (isTooWide)
            view.setNotice(HeatMapCard::tr("%1 has too many different texts for a map.").arg(name(xBins.size() > MostPlaces ? x : y)));
        else if (isEmpty)
            view.setNotice(HeatMapCard::tr("No run has %1, %2 and %3.").arg(name(x), name(y), name(metric)));
        else {
            view.setCells(cells);
            view.setColumns(x, xBins, y, yBins);
        }
    };
}

} // namespace

HeatMapCard::HeatMapCard(QWidget *parent)
    : StatCard(new HeatMapView, {firstKeys, work, QT_TRANSLATE_NOOP("Assay::StatCard", "A heat map needs two params and a metric that differ among the runs.")}, parent)
{
    addPicker(tr("x"), u"xKey"_s, Offer::All, 0);
    addPicker(tr("y"), u"yKey"_s, Offer::All, 1);
    addPicker(tr("colour"), u"valueKey"_s, Offer::All, 2);
    addMenu();
}

void HeatMapCard::fillMenu(QMenu &menu)
{
    addChoices(menu, tr("Of the runs in a field"), u"summary"_s,
               {{u"mean"_s, tr("Mean")}, {u"least"_s, tr("Least")}, {u"greatest"_s, tr("Greatest")}, {u"count"_s, tr("Number of runs")}});
}

} // namespace Assay
