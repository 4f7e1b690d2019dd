// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/table/columnstats.h"

#include <cmath>
#include <unordered_set>

using namespace Qt::StringLiterals;

namespace Assay {

namespace {

void addNumber(ColumnStats &stats, double number)
{
    if (std::isnan(number))
        return;
    stats.minimum = std::min(stats.minimum.value_or(number), number);
    stats.maximum = std::max(stats.maximum.value_or(number), number);
}

// f(value) for the rows of `wanted` that have one.
template <typename Cells, typename F>
void forWanted(const Cells &cells, const std::vector<bool> &wanted, F f)
{
    cells.forEach([&](uint32_t row, auto value) {
        if (wanted[row])
            f(value);
    });
}

template <typename Cells, typename BitsOf>
void countNumbers(ColumnStats &stats, const Cells &cells, const std::vector<bool> &wanted, BitsOf bitsOf)
{
    std::unordered_set<uint64_t> seen;
    forWanted(cells, wanted, [&](auto value) {
        ++stats.count;
        addNumber(stats, double(value));
        if (qsizetype(seen.size()) < ColumnStats::DistinctCap)
            seen.insert(bitsOf(value));
    });
    stats.distinct = qsizetype(seen.size());
    stats.allNumbers = stats.count > 0;
}

void countTexts(ColumnStats &stats, const TextColumn &texts, const std::vector<bool> &wanted)
{
    std::vector<bool> used(texts.dictionary.size());
    forWanted(texts.cells, wanted, [&](uint32_t code) {
        ++stats.count;
        used[code] = true;
    });
    stats.allNumbers = stats.count > 0;
    // Ids and addresses have a text a run; their numbers are of no use to anybody.
    const bool isLogged = stats.key.group == ColumnGroup::Param || stats.key.group == ColumnGroup::Tag;
    for (uint32_t code = 0; code < used.size(); ++code) {
        if (!used[code])
            continue;
        stats.distinct = std::min(stats.distinct + 1, ColumnStats::DistinctCap);
        const double number = isLogged ? texts.numbers().byCode[code] : NumberTraits::absent;
        if (NumberTraits::isAbsent(number))
            stats.allNumbers = false;
        else
            addNumber(stats, number);
    }
}

} // namespace

std::vector<ColumnStats> computeColumnStats(const RunTable &table, const std::vector<uint32_t> &rows, Job &job)
{
    std::vector<bool> wanted(size_t(table.rowCount()));
    for (uint32_t row : rows)
        wanted[row] = true;
    std::vector<ColumnStats> all;
    for (const RunTable::NamedColumn &named : table.columns()) {
        if (job.isCanceled())
            break;
        ColumnStats stats;
        stats.key = named.key;
        if (const auto *numbers = std::get_if<NumberColumn>(named.column.get()))
            countNumbers(stats, *numbers, wanted, [](double value) { return std::bit_cast<uint64_t>(value + 0.0); });
        else if (const auto *times = std::get_if<TimeColumn>(named.column.get()))
            countNumbers(stats, *times, wanted, [](int64_t value) { return std::bit_cast<uint64_t>(value); });
        else
            countTexts(stats, std::get<TextColumn>(*named.column), wanted);
        all.push_back(std::move(stats));
    }
    return all;
}

QList<ColumnKey> chooseColumns(const std::vector<ColumnStats> &stats, qsizetype limit)
{
    QList<ColumnKey> chosen;
    for (QLatin1StringView name : {Attribute::RunName, Attribute::Age, Attribute::Duration, Attribute::Status})
        chosen.append({ColumnGroup::Attribute, name});
    const ColumnKey store{ColumnGroup::Attribute, Attribute::Store};
    if (std::any_of(stats.begin(), stats.end(), [&](const ColumnStats &one) { return one.key == store; }))
        chosen.insert(1, store);
    for (const ColumnStats &one : stats)
        if (one.key == ColumnKey{ColumnGroup::Attribute, Attribute::ExperimentId} && one.varies())
            chosen.append(one.key);
    for (ColumnGroup group : {ColumnGroup::Metric, ColumnGroup::Param}) {
        std::vector<const ColumnStats *> telling;
        for (const ColumnStats &one : stats)
            if (one.key.group == group && one.varies() && !one.key.name.startsWith("system/"_L1))
                telling.push_back(&one);
        std::stable_sort(telling.begin(), telling.end(), [](const auto *a, const auto *b) { return a->count > b->count; });
        for (qsizetype i = 0; i < std::min(limit, qsizetype(telling.size())); ++i)
            chosen.append(telling[size_t(i)]->key);
    }
    return chosen;
}

} // namespace Assay
