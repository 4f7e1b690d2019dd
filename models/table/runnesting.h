// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/table/runtable.h"

#include <limits>

namespace Assay {

// Which run of a table stands below which, by tag mlflow.parentRunId. The parent may stand in another experiment; of
// several runs with its id the one in the run's own experiment is meant. Immutable; thread-safe.
class RunNesting
{
public:
    static constexpr uint32_t NoRow = std::numeric_limits<uint32_t>::max();
    enum class Place : uint8_t {
        Root,   // names no parent
        Child,
        Orphan, // names a parent that is not in the table
        Cyclic, // is its own ancestor
    };

    RunNesting() = default;
    explicit RunNesting(const RunTable &table); // O(rows log rows)

    Place place(uint32_t row) const { return m_places.empty() ? Place::Root : m_places[row]; }
    // As the tag says; NoRow when there is none.
    uint32_t parent(uint32_t row) const { return m_parents.empty() ? NoRow : m_parents[row]; }
    // 0 for roots, 1 for orphans; nothing in or below a cycle.
    std::optional<int> depth(uint32_t row) const;
    bool isFlat() const { return m_parents.empty(); } // no run names a parent

private:
    void findCycles();
    void findDepths();

    std::vector<uint32_t> m_parents; // empty when flat
    std::vector<Place> m_places;
    std::vector<int32_t> m_depths;   // NoDepth in and below cycles
};

} // namespace Assay
