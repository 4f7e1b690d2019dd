// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/table/rowsort.h"

#include "models/table/queryvalues.h"
#include "models/table/radixsort.h"

#include <cmath>

namespace Assay {

namespace {

// The values of one key, as integers in whose order the rows stand.
struct SortColumn {
    QueryNumbers numbers;
    uint64_t flip = 0;            // of the numbers
    std::vector<uint32_t> places; // of texts, by row of the table; empty: the numbers count

    // f(keyOf), keyOf(row) -> uint64_t
    template <typename F>
    void withKeys(F f) const
    {
        if (!places.empty())
            return f([this](uint32_t row) { return uint64_t(places[row]); });
        f([this](uint32_t row) {
            const double value = numbers.at(row);
            return NumberTraits::isAbsent(value) ? AbsentSortKey : std::isnan(value) ? NaNSortKey : numberSortKey(value) ^ flip;
        });
    }
};

struct Ranks {
    std::vector<uint32_t> byCode;
    uint32_t count = 0; // greater than every rank
};

Ranks ranksOf(const QueryTexts &texts)
{
    std::vector<uint32_t> codes(texts.byCode.size());
    std::iota(codes.begin(), codes.end(), 0u);
    std::sort(codes.begin(), codes.end(), [&](uint32_t a, uint32_t b) { return texts.byCode[a] < texts.byCode[b]; });
    Ranks ranks{std::vector<uint32_t>(codes.size()), 0};
    for (size_t i = 0; i < codes.size(); ++i) {
        if (i > 0 && texts.byCode[codes[i]] != texts.byCode[codes[i - 1]])
            ++ranks.count;
        ranks.byCode[codes[i]] = ranks.count;
    }
    ++ranks.count;
    return ranks;
}

// Counted from 1, so that 0 is left for rows that stand as if their text were empty. Absent ones are last either way.
std::vector<uint32_t> placesOf(const std::vector<uint32_t> &codes, const std::vector<uint32_t> &ranks, uint32_t rankCount,
                               const std::vector<uint32_t> &empty, SortDirection direction)
{
    const bool descending = direction == SortDirection::Descending;
    std::vector<uint32_t> places(codes.size());
    for (size_t row = 0; row < codes.size(); ++row)
        places[row] = CodeTraits::isAbsent(codes[row]) ? rankCount + 1 : descending ? rankCount - 1 - ranks[codes[row]] : ranks[codes[row]] + 1;
    for (const uint32_t row : empty)
        if (!CodeTraits::isAbsent(codes[row]))
            places[row] = descending ? rankCount : 0;
    return places;
}

SortColumn columnOf(const SortKey &key, LoggedOrder logged, QueryValues &values)
{
    SortColumn column;
    column.flip = key.direction == SortDirection::Descending ? ~uint64_t(0) : 0;
    QueryAst::Value keyValue;
    keyValue.kind = QueryAst::Value::Kind::Key;
    keyValue.key = key.key;
    const QueryAst::Value &value = key.expression.root ? *key.expression.root : keyValue;
    const bool isStored = !key.expression.root && key.key.kind == QueryKey::Kind::Stored;
    const TextColumn *stored = isStored ? values.table().text(key.key.column) : nullptr;
    const bool isLogged = key.key.column.group == ColumnGroup::Param || key.key.column.group == ColumnGroup::Tag;
    const bool isText = key.expression.root ? value.type == QueryAst::ValueType::Text : stored != nullptr;
    if (!isText || key.asNumber || (isLogged && stored && logged == LoggedOrder::NumbersWhereAllAre && stored->numbers().all)) {
        column.numbers = values.numbers(value);
        return column;
    }
    const QueryTexts texts = values.texts(value);
    if (texts.isConstant) {
        column.numbers.isConstant = true;
        return column;
    }
    if (!stored) {
        const Ranks ranks = ranksOf(texts);
        column.places = placesOf(texts.codes, ranks.byCode, ranks.count, {}, key.direction);
        return column;
    }
    const bool asMlflow = logged == LoggedOrder::Text && values.table().dialect().tagNamesSortAsEmpty;
    const bool isName = key.key == QueryKey{QueryKey::Kind::Stored, {ColumnGroup::Attribute, Attribute::RunName}, 0};
    const std::vector<uint32_t> none;
    column.places = placesOf(texts.codes, stored->ranks(), stored->dictionary.size(),
                             isName && asMlflow ? values.table().rowsNamedByTag() : none, key.direction);
    return column;
}

void sortByColumns(std::span<uint32_t> rows, std::span<const SortColumn> columns, Job &job)
{
    if (job.isCanceled())
        return;
    columns.front().withKeys([&](const auto &keyOf) {
        sortByKey(rows, keyOf);
        if (columns.size() == 1)
            return;
        for (size_t begin = 0, end = 1; begin < rows.size(); begin = end++) {
            while (end < rows.size() && keyOf(rows[end]) == keyOf(rows[begin]))
                ++end;
            if (end - begin > 1)
                sortByColumns(rows.subspan(begin, end - begin), columns.subspan(1), job);
        }
    });
}

} // namespace

void sortRows(std::span<uint32_t> rows, const QList<SortKey> &keys, LoggedOrder logged, QueryValues &values, Job &job)
{
    std::vector<SortColumn> columns;
    for (const SortKey &key : keys) {
        if (job.isCanceled())
            return;
        columns.push_back(columnOf(key, logged, values));
    }
    if (!columns.empty() && !rows.empty())
        sortByColumns(rows, columns, job);
}

} // namespace Assay
