// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/pointstable.h"

#include "models/table/column.h"

#include <algorithm>

namespace Assay {

using namespace Qt::StringLiterals;

namespace {

// Where each line's rows end when each has `count` of them.
template <typename Lines, typename Count>
std::vector<qsizetype> endsOf(const Lines &lines, const Count &count)
{
    std::vector<qsizetype> ends;
    for (const auto &line : lines)
        ends.push_back((ends.empty() ? 0 : ends.back()) + qsizetype(count(line)));
    return ends;
}

// The line and the point of a row.
std::pair<qsizetype, uint32_t> placeOf(const std::vector<qsizetype> &ends, qsizetype row)
{
    const auto line = size_t(std::ranges::upper_bound(ends, row) - ends.begin());
    return {qsizetype(line), uint32_t(row - (line > 0 ? ends[line - 1] : 0))};
}

} // namespace

TextTable groupPointsTable(const QList<LineOfGroup> &lines, XAxis axis)
{
    enum Field { GroupField, XField, ValueField, LowField, HighField };

    const std::vector<qsizetype> ends = endsOf(lines, [](const LineOfGroup &line) { return line.line->size(); });
    TextTable table;
    table.columns = {{u"group"_s}, {u"x"_s, axis != XAxis::WallTime}, {u"value"_s, true}, {u"low"_s, true}, {u"high"_s, true}};
    table.rowCount = ends.empty() ? 0 : ends.back();
    table.cell = [lines, ends, axis](qsizetype row, qsizetype column) -> std::optional<QString> {
        const auto [at, point] = placeOf(ends, row);
        const LineOfGroup &line = lines.at(at);
        const auto reach = [point = point](const SeriesPyramidPtr &edge) {
            return edge && point < edge->size() ? std::optional(numberText(edge->y(point))) : std::nullopt;
        };
        switch (Field(column)) {
        case GroupField: return line.name;
        case XField: {
            const double x = line.line->x(point) - line.xOffset;
            return axis == XAxis::WallTime ? isoTimeText(qint64(std::clamp(x, -9e18, 9e18))) : numberText(x);
        }
        case ValueField: return numberText(line.line->y(point));
        case LowField: return reach(line.low);
        case HighField: return reach(line.high);
        }
        return std::nullopt;
    };
    return table;
}

TextTable pointsTable(const QList<PointsOfRun> &lines)
{
    enum Field { RunIdField, RunNameField, KeyField, StepField, TimeField, ValueField };

    const std::vector<qsizetype> ends = endsOf(lines, [](const PointsOfRun &line) { return line.line->series().size(); });
    TextTable table;
    table.columns = {{u"run_id"_s}, {u"run_name"_s}, {u"key"_s}, {u"step"_s, true}, {u"time"_s}, {u"value"_s, true}};
    table.rowCount = ends.empty() ? 0 : ends.back();
    table.cell = [lines, ends](qsizetype row, qsizetype column) -> std::optional<QString> {
        const auto [at, point] = placeOf(ends, row);
        const PointsOfRun &line = lines.at(at);
        const PackedSeries &series = line.line->series();
        switch (Field(column)) {
        case RunIdField: return line.run.run.value;
        case RunNameField: return line.runName;
        case KeyField: return series.key;
        case StepField: return QString::number(series.steps[point]);
        case TimeField: return isoTimeText(series.timestamps[point]);
        case ValueField: return numberText(series.values[point]);
        }
        return std::nullopt;
    };
    return table;
}

} // namespace Assay
