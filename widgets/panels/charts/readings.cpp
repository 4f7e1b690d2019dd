// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/charts/readings.h"

#include "models/items/displaytext.h"
#include "widgets/panels/charts/chartcard.h"

#include <QCoreApplication>

namespace Assay {

namespace {

struct ReadingsText {
    Q_DECLARE_TR_FUNCTIONS(ReadingTable)
};

std::optional<double> valueAt(const SeriesPyramidPtr &pyramid, double x, ReadingRule rule)
{
    const auto point = pyramid ? pointAt(*pyramid, x, rule) : std::nullopt;
    return point ? std::optional(pyramid->y(*point)) : std::nullopt;
}

QString axisTitle(XAxis axis)
{
    switch (axis) {
    case XAxis::Step: return ReadingsText::tr("Step");
    case XAxis::WallTime: return ReadingsText::tr("Time");
    case XAxis::RelativeTime: return ReadingsText::tr("After");
    case XAxis::Metric: return ReadingsText::tr("At");
    }
    return {};
}

} // namespace

QString placeText(XAxis axis, double x)
{
    switch (axis) {
    case XAxis::Step:
    case XAxis::Metric: return metricText(x);
    case XAxis::WallTime: return timeText(qint64(x));
    case XAxis::RelativeTime: return durationText(qint64(x));
    }
    return {};
}

ReadingModel::Table readingsOf(ChartCard &card, const ReadingPlace &place)
{
    const QList<PlotLine> &lines = card.plot().lines();
    const bool isSmoothed = std::ranges::any_of(lines, [](const PlotLine &line) { return bool(line.raw); });
    ReadingModel::Table table;
    table.columns = {ReadingsText::tr("Value")};
    if (isSmoothed)
        table.columns.append(ReadingsText::tr("Smoothed"));
    table.hasDifference = place.reference.has_value();
    table.atTitle = axisTitle(place.axis);
    for (qsizetype i = lines.size(); i-- > 0;) { // the first run of the table lies on top, and stands first here
        const PlotLine &line = lines.at(i);
        ReadingModel::Row row{card.runs().value(i), line.name, line.colorIndex, {}, {}, 0, {}};
        const double x = place.x + line.xOffset;
        if (const auto point = pointAt(*line.pyramid, x, place.rule)) {
            row.at = line.pyramid->x(*point) - line.xOffset;
            row.atText = placeText(place.axis, row.at);
        }
        const auto drawn = valueAt(line.pyramid, x, place.rule);
        row.values = {isSmoothed ? valueAt(line.raw ? line.raw : line.pyramid, x, place.rule) : drawn};
        if (isSmoothed)
            row.values.append(drawn);
        if (const auto before = place.reference ? valueAt(line.pyramid, *place.reference + line.xOffset, place.rule) : std::nullopt; before && drawn)
            row.difference = *drawn - *before;
        table.rows.append(row);
    }
    return table;
}

} // namespace Assay
