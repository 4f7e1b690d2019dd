// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/table/runtablejoin.h"

#include "models/table/runtablebuilder.h"

#include <algorithm>
#include <numeric>

namespace Assay {

class RunTableJoin
{
public:
    explicit RunTableJoin(const QList<JoinPart> &parts);
    RunTablePtr make() const;

private:
    struct Part {
        QByteArray store;
        const RunTable *table;
        uint32_t begin; // its first row
    };
    struct Source {
        const RunTable::NamedColumn *named;
        uint32_t begin;
    };

    std::vector<ColumnKey> keys() const;
    std::shared_ptr<const Column> joined(const std::vector<Source> &sources) const;
    template <typename Cells>
    std::shared_ptr<const Column> joinedCells(const std::vector<Source> &sources) const;
    std::shared_ptr<const Column> joinedTexts(const std::vector<Source> &sources) const;
    std::shared_ptr<const Column> stores() const;
    void addRows(RunTable &all) const;

    std::vector<Part> m_parts;
    RunTablePtr m_none; // in place of tables that are not there
    qsizetype m_rowCount = 0;
};

RunTableJoin::RunTableJoin(const QList<JoinPart> &parts) : m_none(RunTableBuilder().finish())
{
    for (const JoinPart &part : parts) {
        const RunTable *table = part.table ? part.table.get() : m_none.get();
        m_parts.push_back({part.store.toUtf8(), table, uint32_t(m_rowCount)});
        m_rowCount += table->rowCount();
    }
}

// Attributes as every table has them, then the store, then the others by group and name.
std::vector<ColumnKey> RunTableJoin::keys() const
{
    std::vector<ColumnKey> all;
    for (const RunTable::NamedColumn &named : m_none->columns())
        all.push_back(named.key);
    all.push_back({ColumnGroup::Attribute, Attribute::Store});
    QHash<ColumnKey, QByteArray> others;
    for (const Part &part : m_parts)
        for (const RunTable::NamedColumn &named : part.table->columns())
            if (named.key.group != ColumnGroup::Attribute && !others.contains(named.key))
                others.insert(named.key, named.key.name.toUtf8());
    QList<ColumnKey> sorted = others.keys();
    std::sort(sorted.begin(), sorted.end(), [&](const ColumnKey &a, const ColumnKey &b) {
        return a.group != b.group ? a.group < b.group : others[a] < others[b];
    });
    all.insert(all.end(), sorted.begin(), sorted.end());
    return all;
}

template <typename Cells>
std::shared_ptr<const Column> RunTableJoin::joinedCells(const std::vector<Source> &sources) const
{
    auto column = std::make_shared<Column>(std::in_place_type<Cells>);
    auto &cells = std::get<Cells>(*column);
    for (const Source &source : sources)
        std::get<Cells>(*source.named->column).forEach([&](uint32_t row, auto value) { cells.set(source.begin + row, value, m_rowCount); });
    cells.finish(m_rowCount);
    return column;
}

std::shared_ptr<const Column> RunTableJoin::joinedTexts(const std::vector<Source> &sources) const
{
    auto column = std::make_shared<Column>(std::in_place_type<TextColumn>);
    auto &texts = std::get<TextColumn>(*column);
    for (const Source &source : sources) {
        const auto &part = std::get<TextColumn>(*source.named->column);
        std::vector<uint32_t> codes(part.dictionary.size(), CodeTraits::absent);
        part.cells.forEach([&](uint32_t row, uint32_t code) {
            if (CodeTraits::isAbsent(codes[code]))
                codes[code] = texts.dictionary.intern(part.dictionary.at(code));
            texts.cells.set(source.begin + row, codes[code], m_rowCount);
        });
    }
    texts.cells.finish(m_rowCount);
    texts.dictionary.shrink();
    return column;
}

std::shared_ptr<const Column> RunTableJoin::joined(const std::vector<Source> &sources) const
{
    const bool isShared = sources.size() == 1 && sources.front().begin == 0;
    if (isShared)
        return sources.front().named->column;
    const Column &first = *sources.front().named->column;
    if (std::holds_alternative<TextColumn>(first))
        return joinedTexts(sources);
    return std::holds_alternative<TimeColumn>(first) ? joinedCells<TimeColumn>(sources) : joinedCells<NumberColumn>(sources);
}

// Every part has its code, also one without runs: the code is the part's number.
std::shared_ptr<const Column> RunTableJoin::stores() const
{
    auto column = std::make_shared<Column>(std::in_place_type<TextColumn>);
    auto &texts = std::get<TextColumn>(*column);
    for (const Part &part : m_parts) {
        const uint32_t code = texts.dictionary.intern({part.store.constData(), size_t(part.store.size())});
        for (uint32_t row = 0; row < uint32_t(part.table->rowCount()); ++row)
            texts.cells.set(part.begin + row, code, m_rowCount);
    }
    texts.cells.finish(m_rowCount);
    texts.dictionary.shrink();
    return column;
}

void RunTableJoin::addRows(RunTable &all) const
{
    for (const Part &part : m_parts) {
        for (const auto &[row, inputs] : part.table->allDatasets())
            all.m_datasets.emplace_back(part.begin + row, inputs);
        for (uint32_t row : part.table->rowsNamedByTag())
            all.m_namedByTag.push_back(part.begin + row);
    }
}

RunTablePtr RunTableJoin::make() const
{
    auto all = std::make_shared<RunTable>();
    all->m_rowCount = m_rowCount;
    if (!m_parts.empty())
        all->m_dialect = m_parts.front().table->dialect();
    for (const Part &part : m_parts)
        if (part.table->rowCount() > 0 && part.table->dialect() != all->m_dialect)
            all->m_dialect = {};
    for (const ColumnKey &key : keys()) {
        if (key == ColumnKey{ColumnGroup::Attribute, Attribute::Store}) {
            all->m_columns.push_back({key, stores()});
            continue;
        }
        std::vector<Source> sources;
        for (const Part &part : m_parts)
            if (const RunTable::NamedColumn *named = part.table->named(key); named && part.table->rowCount() > 0)
                sources.push_back({named, part.begin});
        if (sources.empty())
            sources.push_back({m_none->named(key), 0});
        all->m_columns.push_back({key, joined(sources)});
    }
    all->m_members.resize(m_parts.size());
    std::iota(all->m_members.begin(), all->m_members.end(), 0);
    addRows(*all);
    all->index();
    return all;
}

RunTablePtr joinRuns(const QList<JoinPart> &parts)
{
    return RunTableJoin(parts).make();
}

} // namespace Assay
