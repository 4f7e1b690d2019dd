// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/table/runnesting.h"

namespace Assay {

namespace {
constexpr int32_t Unvisited = -1;
constexpr int32_t NoDepth = -2;
} // namespace

RunNesting::RunNesting(const RunTable &table)
{
    const TextColumn *tags = table.text({ColumnGroup::Tag, TagKey::ParentRunId});
    if (!tags || tags->cells.valueCount() == 0)
        return;
    m_parents.assign(size_t(table.rowCount()), NoRow);
    m_places.assign(size_t(table.rowCount()), Place::Root);
    std::vector<QList<uint32_t>> candidates;
    for (uint32_t code = 0; code < tags->dictionary.size(); ++code)
        candidates.push_back(table.rowsOf(RunId(tags->dictionary.text(code))));
    const auto &experiments = table.attributeText(Attribute::ExperimentId)->cells;
    const TextColumn *stores = table.isJoined() ? table.attributeText(Attribute::Store) : nullptr;
    tags->cells.forEach([&](uint32_t row, uint32_t code) {
        QList<uint32_t> rows = candidates[code];
        if (stores) // no run is the parent of one in another store
            rows.removeIf([&](uint32_t parent) { return stores->cells.at(parent) != stores->cells.at(row); });
        m_places[row] = rows.isEmpty() ? Place::Orphan : Place::Child;
        if (rows.isEmpty())
            return;
        const auto own = std::find_if(rows.begin(), rows.end(), [&](uint32_t parent) {
            return experiments.at(parent) == experiments.at(row);
        });
        m_parents[row] = own == rows.end() ? rows.first() : *own;
    });
    findCycles();
    findDepths();
}

// Follows each run's ancestors once; coming back to one that was met on the same walk closes a cycle.
void RunNesting::findCycles()
{
    std::vector<uint32_t> walks(m_parents.size(), 0); // the walk that met a row first
    uint32_t walk = 0;
    for (uint32_t start = 0; start < m_parents.size(); ++start) {
        ++walk;
        uint32_t row = start;
        while (row != NoRow && walks[row] == 0) {
            walks[row] = walk;
            row = m_parents[row];
        }
        if (row == NoRow || walks[row] != walk)
            continue;
        for (uint32_t member = row; m_places[member] != Place::Cyclic; member = m_parents[member])
            m_places[member] = Place::Cyclic;
    }
}

// Walks up to the first ancestor whose depth is known, and back down.
void RunNesting::findDepths()
{
    m_depths.assign(m_parents.size(), Unvisited);
    std::vector<uint32_t> path;
    for (uint32_t start = 0; start < m_parents.size(); ++start) {
        uint32_t row = start;
        for (; m_depths[row] == Unvisited && m_places[row] == Place::Child; row = m_parents[row])
            path.push_back(row);
        if (m_depths[row] == Unvisited)
            m_depths[row] = m_places[row] == Place::Root ? 0 : m_places[row] == Place::Orphan ? 1 : NoDepth;
        int32_t depth = m_depths[row];
        for (; !path.empty(); path.pop_back())
            m_depths[path.back()] = depth = depth == NoDepth ? NoDepth : depth + 1;
    }
}

std::optional<int> RunNesting::depth(uint32_t row) const
{
    if (m_depths.empty())
        return 0;
    return m_depths[row] == NoDepth ? std::nullopt : std::optional(int(m_depths[row]));
}

} // namespace Assay
