// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/table/rungroups.h"

#include "models/table/radixsort.h"

#include <cmath>

namespace Assay {

namespace {

// The values of one key as numbers in their order: equal values have the same, and absence is the last one.
struct Ranks {
    std::vector<uint32_t> byPosition; // of the given rows
    uint32_t count = 0;               // all are below; the last one is absence
};

Error canceled()
{
    return {ErrorCode::Canceled, {}, {}};
}

// Positions in the order of keyOf(position), numbered: equal keys have the same number. Returns how many there are.
template <typename F>
uint32_t numberByKey(std::vector<uint32_t> &numbers, size_t size, const F &keyOf)
{
    std::vector<uint32_t> order(size);
    std::iota(order.begin(), order.end(), 0u);
    sortByKey(order, keyOf);
    numbers.resize(size);
    uint32_t count = 0;
    for (size_t i = 0; i < size; ++i) {
        count += i == 0 || keyOf(order[i]) != keyOf(order[i - 1]) ? 1 : 0;
        numbers[order[i]] = count - 1;
    }
    return count;
}

template <typename Cells, typename KeyOf>
Ranks rankNumbers(const Cells &cells, std::span<const uint32_t> rows, KeyOf keyOf)
{
    std::vector<uint64_t> keys;
    keys.reserve(rows.size());
    bool hasAbsent = false;
    for (uint32_t row : rows) {
        keys.push_back(keyOf(cells.at(row)));
        hasAbsent = hasAbsent || keys.back() == AbsentSortKey;
    }
    Ranks ranks;
    ranks.count = numberByKey(ranks.byPosition, rows.size(), [&](uint32_t position) { return keys[position]; });
    ranks.count += hasAbsent ? 0 : 1;
    return ranks;
}

// By code: its place when the texts are ordered as numbers, those that are equal as texts.
std::vector<uint32_t> numericRanks(const TextColumn &texts)
{
    const std::vector<uint32_t> &byText = texts.ranks();
    const std::vector<double> &numbers = texts.numbers().byCode;
    std::vector<uint32_t> order(byText.size());
    for (uint32_t code = 0; code < byText.size(); ++code)
        order[byText[code]] = code;
    sortByKey(order, [&](uint32_t code) { return std::isnan(numbers[code]) ? NaNSortKey : numberSortKey(numbers[code]); });
    std::vector<uint32_t> ranks(order.size());
    for (uint32_t place = 0; place < order.size(); ++place)
        ranks[order[place]] = place;
    return ranks;
}

Ranks rankTexts(const TextColumn &texts, std::span<const uint32_t> rows, bool isLogged)
{
    const bool asNumbers = isLogged && texts.numbers().all;
    const std::vector<uint32_t> numeric = asNumbers ? numericRanks(texts) : std::vector<uint32_t>();
    const std::vector<uint32_t> &byCode = asNumbers ? numeric : texts.ranks();
    Ranks ranks;
    ranks.count = texts.dictionary.size() + 1;
    ranks.byPosition.reserve(rows.size());
    for (uint32_t row : rows) {
        const uint32_t code = texts.cells.at(row);
        ranks.byPosition.push_back(CodeTraits::isAbsent(code) ? ranks.count - 1 : byCode[code]);
    }
    return ranks;
}

// Of several stores: two experiments that have the same id there are two.
Ranks rankExperiments(const TextColumn &ids, const TextColumn &stores, std::span<const uint32_t> rows)
{
    const uint32_t storeCount = stores.dictionary.size();
    Ranks ranks;
    ranks.count = ids.dictionary.size() * storeCount + 1;
    ranks.byPosition.reserve(rows.size());
    for (uint32_t row : rows)
        ranks.byPosition.push_back(ids.ranks()[ids.cells.at(row)] * storeCount + stores.cells.at(row));
    return ranks;
}

Ranks rankRows(const RunTable &table, std::span<const uint32_t> rows, const ColumnKey &key)
{
    const Column *column = table.column(key);
    if (!column)
        return {std::vector<uint32_t>(rows.size(), 0), 1};
    if (const auto *numbers = std::get_if<NumberColumn>(column)) {
        return rankNumbers(*numbers, rows, [](double value) {
            return NumberTraits::isAbsent(value) ? AbsentSortKey : std::isnan(value) ? NaNSortKey : numberSortKey(value);
        });
    }
    if (const auto *times = std::get_if<TimeColumn>(column))
        return rankNumbers(*times, rows, [](int64_t value) { return TimeTraits::isAbsent(value) ? AbsentSortKey : timeSortKey(value); });
    const auto &texts = std::get<TextColumn>(*column);
    if (table.isJoined() && key == ColumnKey{ColumnGroup::Attribute, Attribute::ExperimentId})
        return rankExperiments(texts, *table.attributeText(Attribute::Store), rows);
    return rankTexts(texts, rows, key.group != ColumnGroup::Attribute);
}

// Takes one key more into the groups: `groups` becomes the number of the pair (group so far, rank), pairs in their order.
uint32_t refine(std::vector<uint32_t> &groups, uint32_t count, const Ranks &ranks)
{
    const uint64_t pairs = uint64_t(count) * ranks.count;
    const auto pairAt = [&](size_t position) { return uint64_t(groups[position]) * ranks.count + ranks.byPosition[position]; };
    if (pairs > 4 * groups.size() + 1024) {
        std::vector<uint32_t> numbers;
        const uint32_t found = numberByKey(numbers, groups.size(), pairAt);
        groups = std::move(numbers);
        return found;
    }
    std::vector<uint32_t> numbers(size_t(pairs), 0);
    for (size_t position = 0; position < groups.size(); ++position)
        numbers[pairAt(position)] = 1;
    uint32_t found = 0;
    for (uint32_t &number : numbers)
        if (number)
            number = found++;
    for (size_t position = 0; position < groups.size(); ++position)
        groups[position] = numbers[pairAt(position)];
    return found;
}

// The groups' rows side by side, by counting.
void arrange(RunGroups &groups, std::span<const uint32_t> rows, const std::vector<uint32_t> &numbers, uint32_t count)
{
    groups.begins.assign(count + 1, 0);
    for (uint32_t number : numbers)
        ++groups.begins[number + 1];
    std::partial_sum(groups.begins.begin(), groups.begins.end(), groups.begins.begin());
    std::vector<uint32_t> next(groups.begins.begin(), groups.begins.end() - 1);
    groups.firstPositions.assign(count, 0);
    groups.rows.resize(rows.size());
    for (size_t position = 0; position < rows.size(); ++position) {
        uint32_t &place = next[numbers[position]];
        if (place == groups.begins[numbers[position]])
            groups.firstPositions[numbers[position]] = uint32_t(position);
        groups.rows[place++] = rows[position];
    }
}

std::vector<uint32_t> placesOf(const Ranks &ranks, const std::vector<uint32_t> &firstPositions)
{
    std::vector<uint32_t> places;
    for (uint32_t position : firstPositions)
        places.push_back(ranks.byPosition[position]);
    std::vector<uint32_t> used = places;
    std::sort(used.begin(), used.end());
    used.erase(std::unique(used.begin(), used.end()), used.end());
    for (uint32_t &place : places) {
        const auto number = std::lower_bound(used.begin(), used.end(), place) - used.begin();
        place = place == ranks.count - 1 ? RunGroups::AbsentPlace : uint32_t(number);
    }
    return places;
}

} // namespace

Result<RunGroups> groupRuns(const RunTable &table, std::span<const uint32_t> rows, const QList<ColumnKey> &keys, Job &job)
{
    RunGroups groups;
    groups.keys = keys;
    std::vector<Ranks> ranks;
    std::vector<uint32_t> numbers(rows.size(), 0);
    uint32_t count = rows.empty() ? 0 : 1;
    for (const ColumnKey &key : keys) {
        if (job.isCanceled())
            return canceled();
        ranks.push_back(rankRows(table, rows, key));
        count = refine(numbers, count, ranks.back());
    }
    if (job.isCanceled())
        return canceled();
    arrange(groups, rows, numbers, count);
    for (const Ranks &one : ranks)
        groups.places.push_back(placesOf(one, groups.firstPositions));
    return groups;
}

} // namespace Assay
