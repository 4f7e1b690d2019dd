// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of the run table that stand for a group of runs.
#include "models/items/displaytext.h"
#include "models/items/runtablemodel.h"

#include <cmath>

using namespace Qt::StringLiterals;

namespace Assay {

void RunTableModel::setGroups(const QList<ColumnKey> &keys, GroupSummary summary)
{
    if (keys == m_grouping.keys() && summary == m_grouping.summary())
        return;
    m_grouping.setKeys(keys);
    m_grouping.setSummary(summary);
    if (m_mode != Mode::Grouped)
        return;
    takeGroups();
    setNodes(makeNodes());
    emit headerDataChanged(Qt::Horizontal, 0, 0);
}

void RunTableModel::takeGroups()
{
    m_shownInGroups.clear();
    forgetRanges();
    if (m_mode == Mode::Grouped)
        m_grouping.setRows(m_table, m_view.rows());
}

std::vector<uint32_t> RunTableModel::tableRows(const QList<int> &rows) const
{
    std::vector<uint32_t> all;
    std::vector<bool> groupsThere(m_mode == Mode::Grouped ? m_grouping.groups().count() : 0);
    for (int row : rows) {
        const RunNode &node = m_nodes[size_t(row)];
        if (node.isGroup()) {
            const auto runs = m_grouping.groups().rowsOf(node.group);
            all.insert(all.end(), runs.begin(), runs.end());
            groupsThere[node.group] = true;
        } else if (groupsThere.empty() || !groupsThere[m_grouping.groupOf(node.row)]) {
            all.push_back(node.row); // a group stands before its runs
        }
    }
    return all;
}

QList<int> RunTableModel::rowsOf(const QList<RunRef> &runs) const
{
    QList<int> rows;
    for (const RunRef &run : runs)
        if (const int row = rowOf(run); row >= 0)
            rows.append(row);
    if (m_mode != Mode::Grouped || runs.isEmpty() || !m_table)
        return rows;
    std::vector<uint32_t> counts(m_grouping.groups().count(), 0);
    for (const RunRef &run : runs)
        if (const auto row = m_table->rowOf(run); row && m_grouping.groupOf(*row) != RunNode::NoGroup)
            ++counts[m_grouping.groupOf(*row)];
    for (size_t i = 0; i < m_nodes.size(); ++i)
        if (m_nodes[i].isGroup() && counts[m_nodes[i].group] == m_nodes[i].children)
            rows.append(int(i));
    return rows;
}

Qt::CheckState RunTableModel::groupShown(uint32_t group) const
{
    if (m_shownInGroups.empty()) {
        m_shownInGroups.assign(m_grouping.groups().count(), 0);
        for (const RunRef &run : m_view.shownRuns())
            if (const auto row = m_table->rowOf(run); row && m_grouping.groupOf(*row) != RunNode::NoGroup)
                ++m_shownInGroups[m_grouping.groupOf(*row)];
    }
    const uint32_t shown = m_shownInGroups[group];
    return shown == 0 ? Qt::Unchecked : shown == m_grouping.groups().rowsOf(group).size() ? Qt::Checked : Qt::PartiallyChecked;
}

QVariant RunTableModel::groupData(const RunNode &node, const ColumnState &column, int role) const
{
    switch (role) {
    case Qt::DisplayRole: return groupText(node, column);
    case Qt::ToolTipRole: return groupToolTip(node, column);
    case Qt::TextAlignmentRole: return int((column.isNumeric ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case Qt::CheckStateRole: return column.kind == CellKind::Name ? QVariant(groupShown(node.group)) : QVariant();
    case ValueRole: {
        const double value = m_grouping.summaryOf(node.group, column.key);
        if (!NumberTraits::isAbsent(value))
            return value;
        return m_grouping.isUniform(node.group, column.key) ? cellValue(*m_table, node.row, column, m_now) : QVariant();
    }
    case CellKindRole: return int(column.kind);
    case StatusRole: // of all its runs
        return m_grouping.isUniform(node.group, {ColumnGroup::Attribute, Attribute::Status})
            ? QVariant(int(runStatusFromName(m_table->attributeText(Attribute::Status)->text(node.row)))) : QVariant();
    case DepthRole: return int(node.depth);
    case ChildCountRole: return int(node.children);
    case ExpandedRole: return isExpanded(node);
    case NestingRole: return int(node.place);
    case GroupRole: return true;
    case GroupPartsRole: return column.kind == CellKind::Name ? QVariant(groupParts(node)) : QVariant();
    case GroupAbsentRole: return column.kind == CellKind::Name ? QVariant::fromValue(groupAbsent(node)) : QVariant();
    case SummaryTextsRole: return summaryTexts(node, column);
    case ScaleRole:
    case FractionRole:
    case HistoryRole:
    case ExtremeRole: return scaleData(node, column, role);
    default: return {};
    }
}

std::optional<QString> RunTableModel::groupCondition(const RunNode &node, const ColumnKey &key, CellFilter filter) const
{
    if (key != m_keys.first())
        return m_grouping.isUniform(node.group, key) && m_table->column(key) ? cellCondition(*m_table, node.row, key, filter) : std::nullopt;
    QStringList parts;
    for (const ColumnKey &one : m_grouping.keys()) {
        const auto part = cellCondition(*m_table, node.row, one, CellFilter::Only);
        if (!part)
            return {};
        parts.append(*part);
    }
    const QString all = parts.join(u" AND "_s);
    return filter == CellFilter::Only ? all : u"NOT ("_s + all + u')';
}

// "model · lr", as the rows say what these are.
QString RunTableModel::groupKeysTitle() const
{
    QStringList titles;
    for (const ColumnKey &key : m_grouping.keys())
        titles.append(columnTitle(key));
    return titles.join(u" · "_s);
}

QStringList RunTableModel::groupParts(const RunNode &node) const
{
    QStringList parts;
    for (const ColumnKey &key : m_grouping.keys()) {
        const ColumnState state = stateOf(key);
        const bool isThere = cellValue(*m_table, node.row, state, m_now).isValid();
        parts << columnTitle(key) << (isThere ? text(node.row, state) : tr("none"));
    }
    return parts;
}

QList<bool> RunTableModel::groupAbsent(const RunNode &node) const
{
    QList<bool> absent;
    for (const std::vector<uint32_t> &places : m_grouping.groups().places)
        absent.append(places[node.group] == RunGroups::AbsentPlace);
    return absent;
}

// What all runs of the group have in common, else what its numbers come to.
QStringList RunTableModel::summaryTexts(const RunNode &node, const ColumnState &column) const
{
    const GroupNumbers *numbers = m_grouping.numbers(column.key);
    const bool isDuration = column.kind == CellKind::Duration;
    if (!numbers || (!isDuration && m_grouping.isUniform(node.group, column.key)))
        return {};
    const double value = m_grouping.summaryOf(node.group, column.key);
    if (NumberTraits::isAbsent(value))
        return {};
    const bool isMean = m_grouping.summary() == GroupSummary::Mean;
    const double deviation = isMean ? numbers->deviations[node.group] : NumberTraits::absent;
    if (!isDuration)
        return meanTexts(value, deviation);
    if (!(std::abs(value) < 1e12)) // no duration that anybody measured
        return {metricText(value)};
    const QString text = durationText(qint64(value * 1000));
    return std::isfinite(deviation) && deviation > 0 ? QStringList{text + u" ± "_s + durationText(qint64(deviation * 1000)), text} : QStringList{text};
}

QString RunTableModel::groupText(const RunNode &node, const ColumnState &column) const
{
    if (column.kind == CellKind::Name) {
        QStringList values;
        const QStringList parts = groupParts(node);
        for (qsizetype i = 0; i + 1 < parts.size(); i += 2)
            values.append(parts[i] + u' ' + parts[i + 1]);
        return values.join(u", "_s);
    }
    const QStringList texts = summaryTexts(node, column);
    if (!texts.isEmpty())
        return texts.first();
    if (column.kind == CellKind::Duration)
        return {};
    if (column.kind == CellKind::Age)
        return text(m_grouping.newestRow(node.group), column);
    if (m_grouping.isUniform(node.group, column.key))
        return text(node.row, column);
    return column.isNumeric ? QString() : tr("various");
}

QString RunTableModel::groupToolTip(const RunNode &node, const ColumnState &column) const
{
    if (column.kind == CellKind::Name)
        return groupText(node, column) + u'\n' + tr("%n run(s)", nullptr, int(node.children));
    if (column.kind == CellKind::Age)
        return tr("Newest run: %1").arg(toolTip(m_grouping.newestRow(node.group), column));
    const GroupNumbers *numbers = m_grouping.numbers(column.key);
    if (!numbers || numbers->counts[node.group] == 0)
        return groupText(node, column);
    const auto number = [&](Aggregate aggregate) {
        const double value = numbers->at(aggregate, node.group);
        return NumberTraits::isAbsent(value) ? u"–"_s : metricText(value);
    };
    QString tip = tr("%1 of %2 runs have %3").arg(countText(numbers->counts[node.group]), countText(node.children), columnKeyText(column.key));
    tip += u'\n' + tr("Mean %1, standard deviation %2").arg(number(Aggregate::Mean), number(Aggregate::Deviation));
    tip += u'\n' + tr("Least %1, most %2").arg(number(Aggregate::Minimum), number(Aggregate::Maximum));
    if (!numbers->medians.empty())
        tip += u'\n' + tr("Median %1").arg(number(Aggregate::Median));
    if (numbers->nans[node.group] > 0)
        tip += u'\n' + tr("%n value(s) are NaN and left out", nullptr, int(numbers->nans[node.group]));
    return tip;
}

} // namespace Assay
