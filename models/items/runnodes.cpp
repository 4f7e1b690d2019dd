// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/runnodes.h"

namespace Assay {

namespace {

constexpr uint32_t NoRow = RunNesting::NoRow;

// The rows as a tree: siblings as a linked list in row order, by row.
struct RowTree {
    std::vector<uint32_t> parent, firstChild, nextSibling, childCount;

    RowTree(const std::vector<uint32_t> &rows, size_t size, const RunNesting &nesting)
        : parent(size, NoRow), firstChild(size, NoRow), nextSibling(size, NoRow), childCount(size, 0)
    {
        std::vector<bool> isThere(size);
        for (uint32_t row : rows)
            isThere[row] = true;
        for (auto row = rows.rbegin(); row != rows.rend(); ++row) {
            const uint32_t above = nesting.place(*row) == RunNesting::Place::Child ? nesting.parent(*row) : NoRow;
            if (above == NoRow || !isThere[above])
                continue;
            parent[*row] = above;
            nextSibling[*row] = firstChild[above];
            firstChild[above] = *row;
            ++childCount[above];
        }
    }
};

RunNode::Place placeOf(RunNesting::Place place, bool isBelow)
{
    switch (place) {
    case RunNesting::Place::Root: break;
    case RunNesting::Place::Child: return isBelow ? RunNode::Place::Child : RunNode::Place::ParentHidden;
    case RunNesting::Place::Orphan: return RunNode::Place::ParentMissing;
    case RunNesting::Place::Cyclic: return RunNode::Place::Cyclic;
    }
    return isBelow ? RunNode::Place::Child : RunNode::Place::Root;
}

} // namespace

std::vector<RunNode> flatNodes(const std::vector<uint32_t> &rows)
{
    std::vector<RunNode> nodes;
    nodes.reserve(rows.size());
    for (uint32_t row : rows)
        nodes.push_back({row});
    return nodes;
}

std::vector<RunNode> nestedNodes(const std::vector<uint32_t> &rows, const RunTable &table, const RunNesting &nesting, const QSet<RunRef> &folded)
{
    const RowTree tree(rows, size_t(table.rowCount()), nesting);
    std::vector<RunNode> nodes;
    nodes.reserve(rows.size());
    std::vector<uint32_t> path; // the rows that stand above the next one
    const auto add = [&](uint32_t row) {
        const auto depth = uint16_t(std::min<size_t>(path.size(), std::numeric_limits<uint16_t>::max()));
        nodes.push_back({row, depth, placeOf(nesting.place(row), depth > 0), tree.childCount[row]});
        const bool descends = tree.firstChild[row] != NoRow && (folded.isEmpty() || !folded.contains(table.ref(row)));
        return descends ? tree.firstChild[row] : NoRow;
    };
    for (uint32_t root : rows) {
        if (tree.parent[root] != NoRow)
            continue;
        uint32_t row = root;
        while (row != NoRow) {
            if (const uint32_t child = add(row); child != NoRow) {
                path.push_back(row);
                row = child;
                continue;
            }
            row = path.empty() ? NoRow : tree.nextSibling[row];
            while (row == NoRow && !path.empty()) {
                const uint32_t above = path.back();
                path.pop_back();
                row = path.empty() ? NoRow : tree.nextSibling[above];
            }
        }
    }
    return nodes;
}

std::vector<RunNode> groupNodes(const RunGroups &groups, const std::vector<uint32_t> &order, const std::vector<bool> &open)
{
    std::vector<RunNode> nodes;
    nodes.reserve(order.size());
    for (uint32_t group : order) {
        const auto rows = groups.rowsOf(group);
        nodes.push_back({groups.firstRow(group), 0, RunNode::Place::Root, uint32_t(rows.size()), group});
        if (open[group])
            for (uint32_t row : rows)
                nodes.push_back({row, 1, RunNode::Place::Child});
    }
    return nodes;
}

} // namespace Assay
