// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/run.h"
#include "models/table/rungroups.h"
#include "models/table/runnesting.h"

#include <QSet>

namespace Assay {

// One line of the run table: a run, or a group of runs that stands above them.
struct RunNode {
    enum class Place {
        Root,
        Child,
        ParentMissing, // the store has no such run
        ParentHidden,  // it is not among the rows
        Cyclic,        // the run is its own ancestor
    };
    static constexpr uint32_t NoGroup = std::numeric_limits<uint32_t>::max();

    uint32_t row = 0; // of the table; of a group its first run
    uint16_t depth = 0;
    Place place = Place::Root;
    uint32_t children = 0;    // directly below, shown or folded away
    uint32_t group = NoGroup; // of RunGroups, when this is one

    bool isGroup() const { return group != NoGroup; }
    friend bool operator==(const RunNode &, const RunNode &) = default;
};

// Three ways to make lines of rows, which stand in their order.
std::vector<RunNode> flatNodes(const std::vector<uint32_t> &rows);
// Runs below their parents, where these are among the rows; nothing below those that are folded.
std::vector<RunNode> nestedNodes(const std::vector<uint32_t> &rows, const RunTable &table, const RunNesting &nesting, const QSet<RunRef> &folded);
// Groups in the order given, their runs below those that are open (by group).
std::vector<RunNode> groupNodes(const RunGroups &groups, const std::vector<uint32_t> &order, const std::vector<bool> &open);

} // namespace Assay
