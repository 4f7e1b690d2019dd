// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/comparemodel.h"

#include "models/domain/memberid.h"
#include "models/items/comparetext.h"
#include "models/items/displaytext.h"

#include <cmath>

using namespace Qt::StringLiterals;

namespace Assay {

QString CompareModel::foldName(const CompareNode &node)
{
    return u"%1\n%2"_s.arg(diffSectionName(node.section), node.path);
}

bool CompareModel::isFolded(const CompareNode &node) const
{
    const bool mayFold = node.kind == CompareNode::Kind::Folder && m_comparison->filter.search.isEmpty();
    return m_folded.value(foldName(node), mayFold && node.keys > OpenFolder);
}

// The nodes of a range that are seen; the range begins at a node and ends behind one.
std::vector<uint32_t> CompareModel::linesOf(uint32_t begin, uint32_t end) const
{
    std::vector<uint32_t> lines;
    const std::vector<CompareNode> &nodes = m_comparison->tree.nodes;
    for (uint32_t i = begin; i < end;) {
        const CompareNode &node = nodes[i];
        lines.push_back(i);
        const bool isFold = node.kind == CompareNode::Kind::Section || node.kind == CompareNode::Kind::Folder;
        i = isFold && isFolded(node) ? node.end : i + 1;
    }
    return lines;
}

void CompareModel::setComparison(ComparisonPtr comparison)
{
    beginResetModel();
    m_marks.clear();
    m_comparison = std::move(comparison);
    m_lines = m_comparison ? linesOf(0, uint32_t(m_comparison->tree.nodes.size())) : std::vector<uint32_t>();
    endResetModel();
}

bool CompareModel::isFold(int row) const
{
    return node(row).kind == CompareNode::Kind::Section || node(row).kind == CompareNode::Kind::Folder;
}

void CompareModel::setFolded(int row, bool folded)
{
    if (!isFold(row) || isFolded(node(row)) == folded)
        return;
    const uint32_t at = m_lines[size_t(row)];
    const uint32_t end = node(row).end;
    m_folded.insert(foldName(node(row)), folded);
    const auto first = m_lines.begin() + row + 1;
    if (folded) {
        const auto last = std::lower_bound(first, m_lines.end(), end);
        if (first != last) {
            beginRemoveRows({}, row + 1, int(last - m_lines.begin()) - 1);
            m_lines.erase(first, last);
            endRemoveRows();
        }
    } else if (const std::vector<uint32_t> lines = linesOf(at + 1, end); !lines.empty()) {
        beginInsertRows({}, row + 1, row + int(lines.size()));
        m_lines.insert(first, lines.begin(), lines.end());
        endInsertRows();
    }
    Q_EMIT dataChanged(index(row, 0), index(row, columnCount() - 1), {FoldedRole});
}

int CompareModel::parentRow(int row) const
{
    const int depth = node(row).depth;
    while (--row >= 0)
        if (node(row).depth < depth)
            return row;
    return -1;
}

int CompareModel::rowOf(DiffSection section, const QString &key) const
{
    for (int row = 0; row < rowCount(); ++row)
        if (const DiffRow *found = diffRow(row); found && found->section == section && found->key == key)
            return row;
    return -1;
}

const DiffRow *CompareModel::diffRow(int row) const
{
    return node(row).kind == CompareNode::Kind::Key ? &m_comparison->diff->rows()[node(row).row] : nullptr;
}

TextTable CompareModel::textTable(const QList<int> &rows) const
{
    QList<const DiffRow *> keys;
    for (int row : rows)
        if (const DiffRow *key = diffRow(row))
            keys.append(key);
    TextTable table;
    table.columns = {{u"section"_s}, {u"key"_s}};
    for (const RunInfo &run : m_comparison->runs)
        table.columns.append({run.name.isEmpty() ? run.ref.run.value : run.name});
    table.rowCount = keys.size();
    table.cell = [keys, comparison = m_comparison](qsizetype row, qsizetype column) -> std::optional<QString> {
        const DiffRow &key = *keys[row];
        if (column == 0)
            return diffSectionName(key.section);
        if (column == 1)
            return key.key;
        const DiffValue value = comparison->diff->value(key, column - 2);
        return std::holds_alternative<std::monostate>(value) ? std::nullopt : std::optional(diffValueText(key, value));
    };
    return table;
}

int CompareModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_lines.size());
}

int CompareModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() || !m_comparison ? 0 : int(m_comparison->runs.size()) + 1;
}

Qt::ItemFlags CompareModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags all = QAbstractTableModel::flags(index);
    return index.isValid() && node(index.row()).kind == CompareNode::Kind::Note ? all & ~Qt::ItemIsSelectable : all;
}

QVariant CompareModel::data(const QModelIndex &index, int role) const
{
    Q_ASSERT(checkIndex(index, CheckIndexOption::IndexIsValid));
    const CompareNode &line = node(index.row());
    if (role == KindRole)
        return int(line.kind);
    const DiffRow *row = diffRow(index.row());
    if (role == DiffersRole)
        return row ? !row->equal : line.differing > 0;
    if (index.column() == 0 || !row)
        return index.column() == 0 || line.kind == CompareNode::Kind::Note ? keyData(line, role) : QVariant();
    return valueData(*row, index.column() - 1, role);
}

QVariant CompareModel::keyData(const CompareNode &node, int role) const
{
    const bool isFold = node.kind == CompareNode::Kind::Section || node.kind == CompareNode::Kind::Folder;
    switch (role) {
    case Qt::DisplayRole: return node.kind == CompareNode::Kind::Section ? CompareText::section(node.section) : visibleText(node.label, 300);
    case Qt::ToolTipRole:
        return toolTipText(node.kind == CompareNode::Kind::Key ? m_comparison->diff->rows()[node.row].key : node.kind == CompareNode::Kind::Folder ? node.path : node.label);
    case FullTextRole: return node.kind == CompareNode::Kind::Key ? m_comparison->diff->rows()[node.row].key : node.label;
    case DepthRole: return node.depth;
    case FoldedRole: return isFold ? QVariant(isFolded(node)) : QVariant();
    case CountTextRole:
        if (!isFold || node.keys == 0)
            return {};
        return node.differing > 0 ? tr("%n differ", "keys below a fold", int(node.differing)) : tr("%n the same", "keys below a fold", int(node.keys));
    default: return {};
    }
}

const DiffMarks &CompareModel::marks(const DiffRow &row) const
{
    const auto known = m_marks.constFind(&row);
    return known != m_marks.constEnd() ? known.value() : m_marks.insert(&row, m_comparison->diff->marks(row)).value();
}

QVariant CompareModel::markData(const DiffRow &row, qsizetype run, int role) const
{
    const DiffMarks &found = marks(row);
    const auto number = found.least ? diffNumber(m_comparison->diff->value(row, run)) : std::nullopt;
    if (role == BestRole)
        return number && found.best == *number;
    return !number ? 0 : *number == *found.least ? -1 : *number == *found.greatest ? 1 : 0;
}

QVariant CompareModel::valueData(const DiffRow &row, qsizetype run, int role) const
{
    const RunDiff &diff = *m_comparison->diff;
    switch (role) {
    case Qt::DisplayRole: return visibleText(CompareText::value(row, diff.value(row, run)), 300);
    case Qt::ToolTipRole: return CompareText::toolTip(*m_comparison, row, run, markData(row, run, BestRole).toBool());
    case FullTextRole: return diffValueText(row, diff.value(row, run));
    case AbsentRole: return std::holds_alternative<std::monostate>(diff.value(row, run));
    case SameRole: return run == diff.baseline() || diff.equalsBaseline(row, run);
    case DeltaTextRole: return CompareText::delta(diff, row, run);
    case MarkedRole: return marks(row).least.has_value();
    case NumberRole: {
        const bool isLogged = row.section == DiffSection::Params || row.section == DiffSection::Metrics;
        const auto number = isLogged ? diffNumber(diff.value(row, run)) : std::nullopt;
        return number ? QVariant(*number) : QVariant();
    }
    case ExtremeRole:
    case BestRole: return markData(row, run, role);
    case Qt::TextAlignmentRole: return int(Qt::AlignLeft | Qt::AlignVCenter);
    default: return {};
    }
}

QVariant CompareModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || !m_comparison || section < 0 || section > m_comparison->runs.size())
        return {};
    if (section == 0)
        return role == Qt::DisplayRole ? QVariant(tr("Key")) : QVariant();
    const RunInfo &run = m_comparison->runs[section - 1];
    switch (role) {
    case Qt::DisplayRole: return comparedName(*m_comparison, run, 200);
    case Qt::ToolTipRole: {
        const bool isBaseline = m_comparison->diff->baseline() == section - 1;
        const QString what = isBaseline ? tr("The baseline: deltas are taken to this run.") : tr("Drag to the front to compare with this run.");
        const QString place = run.store.isEmpty() ? run.ref.run.value : u"%1\n%2"_s.arg(run.ref.run.value, run.store);
        return toolTipText(u"%1\n%2\n%3"_s.arg(run.name.left(500), place, what), 2000);
    }
    case ColorIndexRole: return m_comparison->colorIndexes.value(section - 1);
    case BaselineRole: return m_comparison->diff->baseline() == section - 1;
    case RunRole: return runKey(run.ref);
    default: return {};
    }
}

} // namespace Assay
