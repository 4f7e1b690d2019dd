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
        m_shownInGroups.clear();
        if (!m_nodes.empty())
            emit dataChanged(index(0, 0), index(rowCount() - 1, 0), {Qt::CheckStateRole});
    });
}

void RunTableModel::takeTable()
{
    beginResetModel();
    m_table = m_view.table();
    m_nesting.reset();
    m_ranges.clear();
    m_histories.clear();
    takeGroups();
    updateColumns();
    m_nodes = makeNodes();
    m_places.clear();
    endResetModel();
}

void RunTableModel::takeRows()
{
    if (m_table != m_view.table())
        return;
    takeGroups();
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

std::vector<RunNode> RunTableModel::makeNodes() const
{
    switch (m_mode) {
    case Mode::Flat: break;
    case Mode::Nested:
        if (hasNesting())
            return nestedNodes(m_view.rows(), *m_table, nesting(), m_collapsed);
        break;
    case Mode::Grouped: return groupNodes(m_grouping.groups(), m_grouping.order(m_sortKeys), m_grouping.open());
    }
    return flatNodes(m_view.rows());
}

// The same runs in a new order keep their indexes; other runs and groups are a new model.
void RunTableModel::setNodes(std::vector<RunNode> nodes)
{
    if (nodes == m_nodes) {
        if (m_mode == Mode::Grouped && !m_nodes.empty()) // other numbers in the same groups
            emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
        return;
    }
    std::vector<uint32_t> places(size_t(m_table ? m_table->rowCount() : 0), NoPlace);
    bool hasGroups = false;
    for (size_t i = 0; i < nodes.size(); ++i) {
        hasGroups = hasGroups || nodes[i].isGroup();
        if (!nodes[i].isGroup())
            places[nodes[i].row] = uint32_t(i);
    }
    const bool sameRuns = !hasGroups && nodes.size() == m_nodes.size() && std::all_of(m_nodes.begin(), m_nodes.end(), [&](const RunNode &node) {
        return !node.isGroup() && places[node.row] != NoPlace;
    });
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
    takeGroups();
    setNodes(makeNodes());
    emit headerDataChanged(Qt::Horizontal, 0, 0);
}

bool RunTableModel::isExpanded(const RunNode &node) const
{
    if (node.isGroup())
        return m_grouping.open()[node.group];
    return node.children > 0 && !m_collapsed.contains(m_table->ref(node.row));
}

void RunTableModel::setRowExpanded(int row, bool expanded)
{
    const RunNode node = m_nodes[size_t(row)];
    if (node.children == 0 || expanded == isExpanded(node))
        return;
    if (node.isGroup())
        m_grouping.setOpen(node.group, expanded);
    else if (expanded)
        m_collapsed.remove(m_table->ref(node.row));
    else
        m_collapsed.insert(m_table->ref(node.row));
    const std::vector<RunNode> nodes = makeNodes();
    // What stood or will stand below it: everything deeper that follows.
    const std::vector<RunNode> &longer = expanded ? nodes : m_nodes;
    size_t end = size_t(row) + 1;
    while (end < longer.size() && longer[end].depth > node.depth)
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
    if (m_mode == Mode::Grouped) {
        m_grouping.setAllOpen(expanded);
    } else {
        m_collapsed.clear();
        if (!expanded)
            for (const RunNode &node : makeNodes())
                if (node.children > 0)
                    m_collapsed.insert(m_table->ref(node.row));
    }
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
            if (!m_nodes[i].isGroup())
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
    state.scale = m_scales.value(key, ColumnScale::Off);
    state.better = m_better.contains(key) ? m_better.value(key) : guessBetterValues(key);
    state.isNumeric = state.isNumeric || state.kind == CellKind::Number || state.kind == CellKind::Duration || state.kind == CellKind::Age;
    return state;
}

void RunTableModel::setSortKeys(const QList<SortKey> &keys)
{
    if (keys == m_sortKeys)
        return;
    m_sortKeys = keys;
    if (m_mode == Mode::Grouped)
        setNodes(makeNodes());
    emit headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
}

void RunTableModel::setNow(qint64 ms)
{
    m_now = ms;
    m_grouping.setNow(ms);
    m_ranges.remove({ColumnGroup::Attribute, Attribute::Duration});
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
