// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/linegroups.h"

#include "models/items/displaytext.h"
#include "models/items/runtablemodel.h"

namespace Assay {

using namespace Qt::StringLiterals;

namespace {

QString valueText(const Column &column, uint32_t row)
{
    if (const auto *texts = std::get_if<TextColumn>(&column))
        return texts->has(row) ? visibleText(texts->text(row), 60) : u"–"_s;
    if (const auto *numbers = std::get_if<NumberColumn>(&column))
        return NumberTraits::isAbsent(numbers->at(row)) ? u"–"_s : metricText(numbers->at(row));
    const auto *times = std::get_if<TimeColumn>(&column);
    return !times || TimeTraits::isAbsent(times->at(row)) ? u"–"_s : timeText(times->at(row));
}

} // namespace

QString groupValuesText(const RunTable &table, const RunGroups &groups, size_t group)
{
    QStringList values;
    for (const ColumnKey &key : groups.keys) {
        const Column *column = table.column(key);
        values.append(u"%1 = %2"_s.arg(RunTableModel::columnTitle(key), column ? valueText(*column, groups.firstRow(group)) : u"–"_s));
    }
    return values.join(u", "_s);
}

QList<LineGroup> lineGroups(const RunView &view, const QList<RunRef> &runs)
{
    const RunTablePtr table = view.table();
    std::vector<std::pair<qsizetype, uint32_t>> places; // in the table as shown
    for (const RunRef &run : runs) {
        const auto row = table->rowOf(run);
        const auto position = view.positionOf(run);
        if (row && position)
            places.emplace_back(*position, *row);
    }
    std::ranges::sort(places);
    std::vector<uint32_t> rows;
    for (const auto &[position, row] : places)
        rows.push_back(row);
    SilentJob job;
    const auto groups = groupRuns(*table, rows, view.groupKeys(), job);
    QList<LineGroup> all;
    for (size_t i = 0; groups && i < groups->count(); ++i) {
        LineGroup group;
        group.values = groupValuesText(*table, *groups, i);
        for (const uint32_t row : groups->rowsOf(i))
            group.runs.append(table->ref(row));
        all.append(group);
    }
    return all;
}

} // namespace Assay
