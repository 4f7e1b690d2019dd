// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/table/runtablepatch.h"

#include <algorithm>

namespace Assay {

class RunTablePatch
{
public:
    enum class NewRuns { StayOut, ComeBehind };
    RunTablePatch(const RunTable &table, const RunTable &fresh, NewRuns newRuns);
    bool isEmpty() const { return m_rows.empty(); }
    RunTablePtr make() const; // null where nothing changes

private:
    struct Row {
        uint32_t target;
        uint32_t source;
    };

    bool isTarget(uint32_t row) const { return m_isTarget[row]; }
    // Nothing where the column stays as it is.
    std::shared_ptr<const Column> patched(const Column *old, const Column *fresh) const;
    template <typename Cells>
    std::shared_ptr<const Column> patchedCells(const Cells &old, const Cells &fresh) const;
    std::shared_ptr<const Column> patchedTexts(const TextColumn &old, const TextColumn &fresh) const;
    void addColumn(RunTable &next, const ColumnKey &key, std::shared_ptr<const Column> column) const;
    void addRowFacts(RunTable &next) const;

    const RunTable &m_table;
    const RunTable &m_fresh;
    qsizetype m_rowCount;    // with the new ones
    std::vector<Row> m_rows; // by target
    std::vector<bool> m_isTarget;
};

namespace {

template <typename Cells>
bool hasValues(const Cells &column)
{
    if constexpr (std::is_same_v<Cells, TextColumn>)
        return column.cells.valueCount() > 0;
    else
        return column.valueCount() > 0;
}

template <typename T>
bool isSameBits(T a, T b)
{
    if constexpr (std::is_same_v<T, double>)
        return std::bit_cast<uint64_t>(a) == std::bit_cast<uint64_t>(b);
    else
        return a == b;
}

// Of any column: one without values of the same type.
Column emptyLike(const Column &column)
{
    return std::visit([](const auto &typed) { return Column(std::in_place_type<std::decay_t<decltype(typed)>>); }, column);
}

} // namespace

RunTablePatch::RunTablePatch(const RunTable &table, const RunTable &fresh, NewRuns newRuns)
    : m_table(table), m_fresh(fresh), m_rowCount(table.rowCount()), m_isTarget(size_t(table.rowCount()))
{
    for (uint32_t source = 0; source < uint32_t(fresh.rowCount()); ++source) {
        if (const auto target = table.rowOf(fresh.ref(source))) {
            m_rows.push_back({*target, source});
            m_isTarget[*target] = true;
        } else if (newRuns == NewRuns::ComeBehind) {
            m_rows.push_back({uint32_t(m_rowCount++), source});
        }
    }
    std::sort(m_rows.begin(), m_rows.end(), [](const Row &a, const Row &b) { return a.target < b.target; });
}

template <typename Cells>
std::shared_ptr<const Column> RunTablePatch::patchedCells(const Cells &old, const Cells &fresh) const
{
    const bool isSame = std::all_of(m_rows.begin(), m_rows.end(), [&](const Row &row) { return isSameBits(old.at(row.target), fresh.at(row.source)); });
    if (isSame)
        return nullptr;
    const qsizetype rowCount = m_rowCount;
    auto column = std::make_shared<Column>(std::in_place_type<Cells>);
    auto &next = std::get<Cells>(*column);
    const auto absent = Cells().at(0);
    old.forEach([&](uint32_t row, auto value) {
        if (!isTarget(row))
            next.set(row, value, rowCount);
    });
    for (const Row &row : m_rows)
        if (const auto value = fresh.at(row.source); !isSameBits(value, absent))
            next.set(row.target, value, rowCount);
    next.finish(rowCount);
    return column;
}

// The dictionary is made anew: it names no text that no run has.
std::shared_ptr<const Column> RunTablePatch::patchedTexts(const TextColumn &old, const TextColumn &fresh) const
{
    const bool isSame = std::all_of(m_rows.begin(), m_rows.end(), [&](const Row &row) { return old.utf8(row.target) == fresh.utf8(row.source); });
    if (isSame)
        return nullptr;
    const qsizetype rowCount = m_rowCount;
    auto column = std::make_shared<Column>(std::in_place_type<TextColumn>);
    auto &next = std::get<TextColumn>(*column);
    std::vector<uint32_t> codes(old.dictionary.size(), CodeTraits::absent);
    old.cells.forEach([&](uint32_t row, uint32_t code) {
        if (isTarget(row))
            return;
        if (CodeTraits::isAbsent(codes[code]))
            codes[code] = next.dictionary.intern(old.dictionary.at(code));
        next.cells.set(row, codes[code], rowCount);
    });
    for (const Row &row : m_rows)
        if (const auto text = fresh.utf8(row.source))
            next.cells.set(row.target, next.dictionary.intern(*text), rowCount);
    next.cells.finish(rowCount);
    next.dictionary.shrink();
    return column;
}

std::shared_ptr<const Column> RunTablePatch::patched(const Column *old, const Column *fresh) const
{
    const Column none = emptyLike(old ? *old : *fresh);
    const Column &before = old ? *old : none;
    const Column &after = fresh && fresh->index() == before.index() ? *fresh : none;
    if (const auto *texts = std::get_if<TextColumn>(&before))
        return patchedTexts(*texts, std::get<TextColumn>(after));
    if (const auto *times = std::get_if<TimeColumn>(&before))
        return patchedCells(*times, std::get<TimeColumn>(after));
    return patchedCells(std::get<NumberColumn>(before), std::get<NumberColumn>(after));
}

void RunTablePatch::addColumn(RunTable &next, const ColumnKey &key, std::shared_ptr<const Column> column) const
{
    const bool isWanted = key.group == ColumnGroup::Attribute || std::visit([](const auto &typed) { return hasValues(typed); }, *column);
    if (isWanted)
        next.m_columns.push_back({key, std::move(column)});
}

RunTablePtr RunTablePatch::make() const
{
    auto next = std::make_shared<RunTable>();
    next->m_rowCount = m_rowCount;
    next->m_dialect = m_table.m_dialect;
    bool isChanged = m_rowCount != m_table.m_rowCount;
    for (const RunTable::NamedColumn &named : m_table.m_columns) {
        auto changed = patched(named.column.get(), m_fresh.column(named.key));
        isChanged = isChanged || changed;
        addColumn(*next, named.key, changed ? std::move(changed) : named.column);
    }
    for (const RunTable::NamedColumn &named : m_fresh.m_columns) {
        if (m_table.column(named.key))
            continue;
        if (auto added = patched(nullptr, named.column.get())) {
            isChanged = true;
            addColumn(*next, named.key, std::move(added));
        }
    }
    addRowFacts(*next);
    isChanged = isChanged || next->m_datasets != m_table.m_datasets || next->m_namedByTag != m_table.m_namedByTag;
    if (!isChanged)
        return nullptr;
    const auto attributesEnd = std::find_if(next->m_columns.begin(), next->m_columns.end(),
                                            [](const auto &named) { return named.key.group != ColumnGroup::Attribute; });
    std::sort(attributesEnd, next->m_columns.end(), [](const auto &a, const auto &b) {
        return a.key.group != b.key.group ? a.key.group < b.key.group : a.key.name.toUtf8() < b.key.name.toUtf8();
    });
    next->m_members = m_table.m_members;
    if (m_rowCount != m_table.m_rowCount) {
        next->index();
        return next;
    }
    next->indexColumns();
    next->m_rowsById = m_table.m_rowsById;
    return next;
}

// What stands beside the columns.
void RunTablePatch::addRowFacts(RunTable &next) const
{
    for (const auto &entry : m_table.m_datasets)
        if (!isTarget(entry.first))
            next.m_datasets.push_back(entry);
    for (uint32_t row : m_table.m_namedByTag)
        if (!isTarget(row))
            next.m_namedByTag.push_back(row);
    for (const Row &row : m_rows) {
        if (const auto &inputs = m_fresh.datasets(row.source); !inputs.empty())
            next.m_datasets.emplace_back(row.target, inputs);
        if (std::binary_search(m_fresh.m_namedByTag.begin(), m_fresh.m_namedByTag.end(), row.source))
            next.m_namedByTag.push_back(row.target);
    }
    std::sort(next.m_datasets.begin(), next.m_datasets.end(), [](const auto &a, const auto &b) { return a.first < b.first; });
    std::sort(next.m_namedByTag.begin(), next.m_namedByTag.end());
}

RunTablePtr patchRuns(const RunTablePtr &table, const RunTable &fresh)
{
    const RunTablePatch patch(*table, fresh, RunTablePatch::NewRuns::StayOut);
    const RunTablePtr made = patch.isEmpty() ? nullptr : patch.make();
    return made ? made : table;
}

RunTablePtr mergeRuns(const RunTablePtr &table, const RunTable &fresh)
{
    const RunTablePatch patch(*table, fresh, RunTablePatch::NewRuns::ComeBehind);
    const RunTablePtr made = patch.isEmpty() ? nullptr : patch.make();
    return made ? made : table;
}

} // namespace Assay
