// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/pointstable.h"

#include "models/table/column.h"

#include <algorithm>
#include <numeric>

namespace Assay {

using namespace Qt::StringLiterals;

TextTable pointsTable(const QList<PointsOfRun> &lines)
{
    enum Field { RunIdField, RunNameField, KeyField, StepField, TimeField, ValueField };

    std::vector<qsizetype> ends; // of each line's rows
    for (const PointsOfRun &line : lines)
        ends.push_back((ends.empty() ? 0 : ends.back()) + line.line->series().size());
    TextTable table;
    table.columns = {{u"run_id"_s}, {u"run_name"_s}, {u"key"_s}, {u"step"_s, true}, {u"time"_s}, {u"value"_s, true}};
    table.rowCount = ends.empty() ? 0 : ends.back();
    table.cell = [lines, ends](qsizetype row, qsizetype column) -> std::optional<QString> {
        const auto at = size_t(std::ranges::upper_bound(ends, row) - ends.begin());
        const PointsOfRun &line = lines.at(qsizetype(at));
        const PackedSeries &series = line.line->series();
        const auto point = size_t(row - (at > 0 ? ends[at - 1] : 0));
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
