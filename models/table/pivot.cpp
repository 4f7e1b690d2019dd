// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/table/pivot.h"

#include <QCoreApplication>

namespace Assay {

namespace {

// By group the line or column it belongs to, and of each of these a group that has its value; absence is the last.
struct Axis {
    std::vector<uint32_t> lineOfGroup;
    std::vector<uint32_t> groupOfLine;
};

Axis axisOf(const std::vector<uint32_t> &places)
{
    uint32_t count = 0;
    bool hasAbsent = false;
    for (uint32_t place : places) {
        if (place == RunGroups::AbsentPlace)
            hasAbsent = true;
        else
            count = std::max(count, place + 1);
    }
    Axis axis;
    axis.groupOfLine.resize(count + (hasAbsent ? 1 : 0));
    for (uint32_t group = 0; group < places.size(); ++group) {
        const uint32_t line = std::min(places[group], count);
        axis.lineOfGroup.push_back(line);
        axis.groupOfLine[line] = group;
    }
    return axis;
}

} // namespace

Result<Pivot> computePivot(const PivotRequest &request, Job &job)
{
    const auto groups = groupRuns(*request.table, request.rows, {request.down, request.across}, job);
    if (!groups)
        return groups.error();
    const Axis down = axisOf(groups->places[0]), across = axisOf(groups->places[1]);
    if (down.groupOfLine.size() * across.groupOfLine.size() > Pivot::MaxCells) {
        return Error{ErrorCode::Unsupported,
                     QCoreApplication::translate("Pivot", "%1 by %2 different values are too many to show")
                         .arg(down.groupOfLine.size()).arg(across.groupOfLine.size()), {}};
    }
    const Medians medians = request.aggregate == Aggregate::Median ? Medians::Compute : Medians::Skip;
    const auto numbers = aggregateGroups(*request.table, *groups, {request.value}, request.clock, medians, job);
    if (!numbers)
        return numbers.error();

    Pivot pivot;
    for (uint32_t group : down.groupOfLine)
        pivot.down.push_back(groups->firstRow(group));
    for (uint32_t group : across.groupOfLine)
        pivot.across.push_back(groups->firstRow(group));
    const size_t cells = pivot.down.size() * pivot.across.size();
    pivot.values.assign(cells, NumberTraits::absent);
    pivot.counts.assign(cells, 0);
    pivot.runs.assign(cells, Pivot::NoRow);
    for (size_t group = 0; group < groups->count(); ++group) {
        const size_t cell = pivot.cell(down.lineOfGroup[group], across.lineOfGroup[group]);
        pivot.values[cell] = numbers->front().at(request.aggregate, group);
        pivot.counts[cell] = uint32_t(groups->rowsOf(group).size());
        pivot.runs[cell] = groups->firstRow(group);
    }
    return pivot;
}

} // namespace Assay
