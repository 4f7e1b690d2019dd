// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/runtablemodel.h"

#include <limits>

using namespace Qt::StringLiterals;

namespace Assay {

namespace {
constexpr uint32_t NoPlace = std::numeric_limits<uint32_t>::max();
} // namespace

RunTableModel::RunTableModel(RunView &view, QObject *parent) : QAbstractTableModel(parent), m_view(view)
{
    m_keys = {{ColumnGroup::Attribute, Attribute::RunName}};
    takeTable();
    connect(&view, &RunView::tableChanged, this, &RunTableModel::takeTable);
    connect(&view, &RunView::rowsChanged, this, &RunTableModel::takeRows);
    connect(&view, &RunView::shownChanged, this, [this] {
        if (!m_nodes.empty())
            emit dataChanged(index(0, 0), index(rowCount() - 1, 0), {Qt::CheckStateRole});
    });
}

void RunTableModel::takeTable()
{
    beginResetModel();
    m_table = m_view.table();
    m_nesting.reset();
    updateColumns();
    m_nodes = makeNodes();
    m_places.clear();
    endResetModel();
}

void RunTableModel::takeRows()
{
    if (m_table == m_view.table())
        setNodes(makeNodes());
}

const RunNesting &RunTableModel::nesting() const
{
    if (!m_nesting)
        m_nesting.emplace(*m_table);
    return *m_nesting;
}

bool RunTableModel::hasNesting() const
{
    const TextColumn *parents = m_table ? m_table->text({ColumnGroup::Tag, TagKey::ParentRunId}) : nullptr;
    return parents && parents->cells.valueCount() > 0;
}

std::vector<RunTableModel::Node> RunTableModel::makeNodes() const
{
    const std::vector<uint32_t> &rows = m_view.rows();
    std::vector<Node> nodes;
    nodes.reserve(rows.size());
    if (m_mode == Mode::Flat || !hasNesting()) {
        for (uint32_t row : rows)
            nodes.push_back({row, 0, Nesting::Root, 0});
        return nodes;
    }

    const RunNesting &tree = nesting();
    constexpr uint32_t none = RunNesting::NoRow;
    const auto size = size_t(m_table->rowCount());
    std::vector<bool> isThere(size);
    for (uint32_t row : rows)
        isThere[row] = true;
    const auto parentOf = [&](uint32_t row) {
        const uint32_t parent = tree.place(row) == RunNesting::Place::Child ? tree.parent(row) : none;
        return parent != none && isThere[parent] ? parent : none;
    };
    // Siblings as a linked list in row order: first child and next sibling of each row.
    std::vector<uint32_t> first(size, none), following(size, none), count(size, 0);
    for (auto row = rows.rbegin(); row != rows.rend(); ++row) {
        if (const uint32_t parent = parentOf(*row); parent != none) {
            following[*row] = first[parent];
            first[parent] = *row;
            ++count[parent];
        }
    }
    const auto add = [&](uint32_t row, uint16_t depth) {
        Nesting place = depth > 0 ? Nesting::Child : Nesting::Root;
        switch (tree.place(row)) {
        case RunNesting::Place::Root: break;
        case RunNesting::Place::Child: place = depth > 0 ? Nesting::Child : Nesting::ParentHidden; break;
        case RunNesting::Place::Orphan: place = Nesting::ParentMissing; break;
        case RunNesting::Place::Cyclic: place = Nesting::Cyclic; break;
        }
        nodes.push_back({row, depth, place, count[row]});
        const bool descends = first[row] != none && (m_collapsed.isEmpty() || !m_collapsed.contains(m_table->ref(row)));
        return descends ? first[row] : none;
    };
    std::vector<uint32_t> path; // the rows that stand above the next one
    for (uint32_t root : rows) {
        if (parentOf(root) != none)
            continue;
        uint32_t row = root;
        while (row != none) {
            const auto depth = uint16_t(std::min<size_t>(path.size(), std::numeric_limits<uint16_t>::max()));
            if (const uint32_t child = add(row, depth); child != none) {
                path.push_back(row);
                row = child;
                continue;
            }
            row = path.empty() ? none : following[row];
            while (row == none && !path.empty()) {
                const uint32_t above = path.back();
                path.pop_back();
                row = path.empty() ? none : following[above];
            }
        }
    }
    return nodes;
}

// The same runs in a new order keep their indexes; other runs are a new model.
void RunTableModel::setNodes(std::vector<Node> nodes)
{
    if (nodes == m_nodes)
        return;
    std::vector<uint32_t> places(size_t(m_table ? m_table->rowCount() : 0), NoPlace);
    for (size_t i = 0; i < nodes.size(); ++i)
        places[nodes[i].row] = uint32_t(i);
    const bool sameRuns = nodes.size() == m_nodes.size()
        && std::all_of(m_nodes.begin(), m_nodes.end(), [&](const Node &node) { return places[node.row] != NoPlace; });
    if (!sameRuns) {
        beginResetModel();
        m_nodes = std::move(nodes);
        m_places = std::move(places);
        endResetModel();
        return;
    }
    emit layoutAboutToBeChanged({}, VerticalSortHint);
    const QModelIndexList before = persistentIndexList();
    QModelIndexList after;
    for (const QModelIndex &index : before)
        after.append(this->index(int(places[m_nodes[size_t(index.row())].row]), index.column()));
    m_nodes = std::move(nodes);
    m_places = std::move(places);
    changePersistentIndexList(before, after);
    emit layoutChanged({}, VerticalSortHint);
}

void RunTableModel::setMode(Mode mode)
{
    if (mode == m_mode)
        return;
    m_mode = mode;
    setNodes(makeNodes());
}

void RunTableModel::setExpanded(const RunRef &run, bool expanded)
{
    if (expanded != m_collapsed.contains(run))
        return;
    if (expanded)
        m_collapsed.remove(run);
    else
        m_collapsed.insert(run);
    const int row = rowOf(run);
    const std::vector<Node> nodes = makeNodes();
    if (row < 0 || nodes == m_nodes)
        return;
    // What stood or will stand below the run: everything deeper that follows it.
    const std::vector<Node> &longer = expanded ? nodes : m_nodes;
    size_t end = size_t(row) + 1;
    while (end < longer.size() && longer[end].depth > longer[size_t(row)].depth)
        ++end;
    if (expanded)
        beginInsertRows({}, row + 1, int(end) - 1);
    else
        beginRemoveRows({}, row + 1, int(end) - 1);
    m_nodes = nodes;
    m_places.clear();
    if (expanded)
        endInsertRows();
    else
        endRemoveRows();
    emit dataChanged(index(row, 0), index(row, 0), {ExpandedRole});
}

void RunTableModel::setAllExpanded(bool expanded)
{
    m_collapsed.clear();
    if (!expanded)
        for (const Node &node : makeNodes())
            if (node.children > 0)
                m_collapsed.insert(m_table->ref(node.row));
    setNodes(makeNodes());
}

int RunTableModel::rowOf(const RunRef &run) const
{
    const auto row = m_table ? m_table->rowOf(run) : std::nullopt;
    if (!row)
        return -1;
    if (m_places.empty()) {
        m_places.assign(size_t(m_table->rowCount()), NoPlace);
        for (size_t i = 0; i < m_nodes.size(); ++i)
            m_places[m_nodes[i].row] = uint32_t(i);
    }
    return m_places[*row] == NoPlace ? -1 : int(m_places[*row]);
}

void RunTableModel::setColumns(const QList<ColumnKey> &columns)
{
    QList<ColumnKey> keys{{ColumnGroup::Attribute, Attribute::RunName}};
    for (const ColumnKey &key : columns)
        if (!keys.contains(key))
            keys.append(key);
    if (keys == m_keys)
        return;
    beginResetModel();
    m_keys = keys;
    updateColumns();
    endResetModel();
}

void RunTableModel::updateColumns()
{
    m_columns.clear();
    for (const ColumnKey &key : std::as_const(m_keys))
        m_columns.push_back(stateOf(key));
}

RunTableModel::ColumnState RunTableModel::stateOf(const ColumnKey &key) const
{
    ColumnState state;
    state.key = key;
    state.column = m_table ? m_table->column(key) : nullptr;
    const auto *texts = state.column ? std::get_if<TextColumn>(state.column) : nullptr;
    if (key.group == ColumnGroup::Metric) {
        state.kind = CellKind::Number;
    } else if (key.group != ColumnGroup::Attribute) {
        state.isNumeric = texts && texts->numbers().all;
    } else if (key.name == Attribute::RunName) {
        state.kind = CellKind::Name;
    } else if (key.name == Attribute::RunId) {
        state.kind = CellKind::Id;
    } else if (key.name == Attribute::Status) {
        state.kind = CellKind::State;
    } else if (key.name == Attribute::Age) {
        state.kind = CellKind::Age;
    } else if (key.name == Attribute::Duration) {
        state.kind = CellKind::Duration;
    } else if (key.name == Attribute::StartTime || key.name == Attribute::EndTime) {
        state.kind = CellKind::Time;
    }
    state.isNumeric = state.isNumeric || state.kind == CellKind::Number || state.kind == CellKind::Duration || state.kind == CellKind::Age;
    return state;
}

void RunTableModel::setSortKeys(const QList<SortKey> &keys)
{
    if (keys == m_sortKeys)
        return;
    m_sortKeys = keys;
    emit headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
}

void RunTableModel::setNow(qint64 ms)
{
    m_now = ms;
    emitKind(CellKind::Age);
    emitKind(CellKind::Duration);
}

void RunTableModel::setExperimentNames(const QHash<QString, QString> &names)
{
    if (names == m_experimentNames)
        return;
    m_experimentNames = names;
    emitKind(CellKind::Text);
}

void RunTableModel::emitKind(CellKind kind)
{
    for (size_t column = 0; column < m_columns.size() && !m_nodes.empty(); ++column)
        if (m_columns[column].kind == kind)
            emit dataChanged(index(0, int(column)), index(rowCount() - 1, int(column)), {Qt::DisplayRole, ValueRole});
}

} // namespace Assay
