// SPDX-License-Identifier: GPL-3.0-or-later
// The run table's groups for copies and exports.
#include "models/items/runtablemodel.h"

using namespace Qt::StringLiterals;

namespace Assay {

TextTable RunTableModel::groupTextTable() const
{
    QList<int> rows;
    for (int row = 0; row < rowCount(); ++row)
        if (isGroup(row))
            rows.append(row);
    return groupTextTable(rows);
}

TextTable RunTableModel::groupTextTable(const QList<int> &rows) const
{
    // Everything by value, as it is read on another thread.
    struct Source {
        ColumnState state;
        std::optional<Aggregate> aggregate; // of `numbers`; else what stands there
        GroupNumbers numbers;
        std::vector<bool> uniform;
    };
    struct Table {
        RunTablePtr runs;
        RunGroups groups;
        std::vector<uint32_t> order;
        std::vector<Source> sources;
        qint64 now;
    };
    auto table = std::make_shared<Table>(Table{m_table, m_grouping.groups(), {}, {}, m_now});
    TextTable texts;
    const auto add = [&](const QString &title, Source source) {
        texts.columns.append({title, source.aggregate.has_value() || source.state.kind == CellKind::Number});
        table->sources.push_back(std::move(source));
    };
    const std::vector<bool> always(m_grouping.groups().count(), true);
    for (const ColumnKey &key : m_grouping.keys())
        add(columnKeyText(key), {stateOf(key), {}, {}, always});
    GroupNumbers sizes;
    for (uint32_t group = 0; group < m_grouping.groups().count(); ++group)
        sizes.counts.push_back(uint32_t(m_grouping.groups().rowsOf(group).size()));
    add(u"runs"_s, {{}, Aggregate::Count, sizes, {}});
    for (const ColumnState &column : m_columns) {
        if (column.kind == CellKind::Name || m_grouping.keys().contains(column.key))
            continue;
        const QString name = columnKeyText(column.key);
        const GroupNumbers *numbers = m_grouping.numbers(column.key);
        if (!numbers && column.column)
            add(name, {column, {}, {}, m_grouping.uniform(column.key)});
        if (numbers)
            add(name + u" ("_s + groupSummaryName(m_grouping.summary()) + u')', {column, m_grouping.aggregate(), *numbers, {}});
        if (numbers && m_grouping.summary() == GroupSummary::Mean)
            add(name + u" (std)"_s, {column, Aggregate::Deviation, *numbers, {}});
    }
    for (int row : rows)
        table->order.push_back(m_nodes[size_t(row)].group);
    texts.rowCount = qsizetype(table->order.size());
    texts.cell = [table](qsizetype row, qsizetype column) -> std::optional<QString> {
        const Source &source = table->sources[size_t(column)];
        const uint32_t group = table->order[size_t(row)];
        if (!source.aggregate)
            return source.uniform[group] ? cellRawText(*table->runs, table->groups.firstRow(group), source.state, table->now) : std::nullopt;
        const double value = source.numbers.at(*source.aggregate, group);
        return NumberTraits::isAbsent(value) ? std::nullopt : std::optional(numberText(value));
    };
    return texts;
}

} // namespace Assay
