// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/rungrouping.h"

#include "models/items/displaytext.h"
#include "models/items/runnodes.h"
#include "models/table/columnnumbers.h"
#include "models/table/radixsort.h"

#include <cmath>

using namespace Qt::StringLiterals;

namespace Assay {

namespace {

constexpr QLatin1StringView SummaryNames[] = {"mean"_L1, "median"_L1, "min"_L1, "max"_L1};

// What stands in a cell, as bits that are equal for equal values.
uint64_t cellBits(const Column &column, uint32_t row)
{
    if (const auto *numbers = std::get_if<NumberColumn>(&column))
        return std::bit_cast<uint64_t>(numbers->at(row) + 0.0);
    if (const auto *times = std::get_if<TimeColumn>(&column))
        return std::bit_cast<uint64_t>(times->at(row));
    return std::get<TextColumn>(column).cells.at(row);
}

} // namespace

QString groupSummaryName(GroupSummary summary)
{
    return SummaryNames[int(summary)];
}

GroupSummary groupSummaryFromName(const QString &name)
{
    const auto found = std::find(std::begin(SummaryNames), std::end(SummaryNames), name);
    return found == std::end(SummaryNames) ? GroupSummary::Mean : GroupSummary(found - std::begin(SummaryNames));
}

void RunGrouping::setRows(RunTablePtr table, const std::vector<uint32_t> &rows)
{
    m_table = std::move(table);
    m_numbers.clear();
    m_uniform.clear();
    m_newest.clear();
    m_groups = {};
    m_groupOfRow.clear();
    m_open.clear();
    if (!m_table || m_keys.isEmpty())
        return;
    SilentJob job; // nobody cancels it
    m_groups = groupRuns(*m_table, rows, m_keys, job).valueOr({});
    m_groupOfRow.assign(size_t(m_table->rowCount()), RunNode::NoGroup);
    for (uint32_t group = 0; group < m_groups.count(); ++group) {
        for (uint32_t row : m_groups.rowsOf(group))
            m_groupOfRow[row] = group;
        m_open.push_back(!m_openValues.isEmpty() && m_openValues.contains(valuesOf(group)));
    }
}

RunGrouping::Values RunGrouping::valuesOf(uint32_t group) const
{
    Values values;
    const uint32_t row = m_groups.firstRow(group);
    for (const ColumnKey &key : m_keys) {
        const Column *column = m_table->column(key);
        const auto *texts = column ? std::get_if<TextColumn>(column) : nullptr;
        values.append(!column ? QString() : !texts ? QString::number(cellBits(*column, row)) : texts->has(row) ? u'=' + texts->text(row) : QString());
    }
    return values;
}

void RunGrouping::setOpen(uint32_t group, bool open)
{
    m_open[group] = open;
    if (open)
        m_openValues.insert(valuesOf(group));
    else
        m_openValues.remove(valuesOf(group));
}

void RunGrouping::setAllOpen(bool open)
{
    m_openValues.clear();
    for (uint32_t group = 0; group < m_groups.count(); ++group)
        setOpen(group, open);
}

Aggregate RunGrouping::aggregate() const
{
    switch (m_summary) {
    case GroupSummary::Mean: return Aggregate::Mean;
    case GroupSummary::Median: return Aggregate::Median;
    case GroupSummary::Minimum: return Aggregate::Minimum;
    case GroupSummary::Maximum: return Aggregate::Maximum;
    }
    return Aggregate::Mean;
}

const GroupNumbers *RunGrouping::numbers(const ColumnKey &key) const
{
    if (!m_table || !isNumberColumn(*m_table, key))
        return nullptr;
    const bool withMedians = m_summary == GroupSummary::Median;
    auto found = m_numbers.constFind(key);
    if (found == m_numbers.cend() || (withMedians && found->medians.size() != m_groups.count())) {
        SilentJob job;
        auto computed = aggregateGroups(*m_table, m_groups, {key}, m_clock, withMedians ? Medians::Compute : Medians::Skip, job);
        found = m_numbers.insert(key, std::move(computed->front()));
    }
    return &*found;
}

double RunGrouping::summaryOf(uint32_t group, const ColumnKey &key) const
{
    const GroupNumbers *found = numbers(key);
    return found ? found->at(aggregate(), group) : NumberTraits::absent;
}

const std::vector<bool> &RunGrouping::uniform(const ColumnKey &key) const
{
    auto found = m_uniform.constFind(key);
    if (found == m_uniform.cend()) {
        std::vector<bool> same(m_groups.count(), true);
        const Column *column = m_table->column(key);
        for (size_t one = 0; column && one < same.size(); ++one) {
            const auto rows = m_groups.rowsOf(one);
            const uint64_t first = cellBits(*column, rows.front());
            same[one] = std::all_of(rows.begin(), rows.end(), [&](uint32_t row) { return cellBits(*column, row) == first; });
        }
        found = m_uniform.insert(key, std::move(same));
    }
    return *found;
}

uint32_t RunGrouping::newestRow(uint32_t group) const
{
    const TimeColumn &times = *m_table->times({ColumnGroup::Attribute, Attribute::StartTime});
    for (size_t one = m_newest.size(); one < m_groups.count(); ++one) {
        const auto rows = m_groups.rowsOf(one); // absent is the least time
        m_newest.push_back(*std::max_element(rows.begin(), rows.end(), [&](uint32_t a, uint32_t b) { return times.at(a) < times.at(b); }));
    }
    return m_newest[group];
}

std::vector<uint32_t> RunGrouping::order(const QList<SortKey> &keys) const
{
    std::vector<uint32_t> order(m_groups.count());
    std::iota(order.begin(), order.end(), 0u);
    for (auto key = keys.crbegin(); key != keys.crend(); ++key) {
        const ColumnKey &column = key->key.column;
        const bool isColumn = key->key.kind == QueryKey::Kind::Stored && key->key.parents == 0;
        const bool isDuration = key->key.kind == QueryKey::Kind::Duration && key->key.parents == 0;
        const uint64_t flip = key->direction == SortDirection::Descending ? ~uint64_t(0) : 0;
        const qsizetype place = isColumn ? m_keys.indexOf(column) : -1;
        const GroupNumbers *numbers = isColumn || isDuration ? this->numbers(column) : nullptr;
        if (place >= 0) {
            const std::vector<uint32_t> &places = m_groups.places[size_t(place)];
            sortByKey(order, [&](uint32_t group) { return places[group] == RunGroups::AbsentPlace ? AbsentSortKey : places[group] ^ (flip >> 1); });
        } else if (numbers) {
            sortByKey(order, [&](uint32_t group) {
                const double value = numbers->at(aggregate(), group);
                return NumberTraits::isAbsent(value) ? AbsentSortKey : std::isnan(value) ? NaNSortKey : numberSortKey(value) ^ flip;
            });
        } else if (isColumn && column == ColumnKey{ColumnGroup::Attribute, Attribute::RunName}) {
            sortByKey(order, [&](uint32_t group) { return group ^ flip; }); // where a group's values stand
        } else {
            sortByKey(order, [&](uint32_t group) { return uint64_t(m_groups.firstPositions[group]); });
        }
    }
    return order;
}

QStringList meanTexts(double mean, double deviation)
{
    if (NumberTraits::isAbsent(mean))
        return {};
    if (!std::isfinite(mean) || !std::isfinite(deviation)) // also when it is absent
        return {metricText(mean)};
    if (deviation == 0)
        return {QString::number(mean, 'g', 12) + u" ± 0"_s, QString::number(mean, 'g', 4) + u" ± 0"_s};
    QStringList texts;
    for (int digits : {2, 1}) {
        const int decimals = std::max(0, digits - 1 - int(std::floor(std::log10(deviation))));
        const bool isPlain = decimals <= 6 && std::abs(mean) < 1e6 && deviation < 1e6;
        const QString first = isPlain ? QString::number(mean, 'f', decimals) : QString::number(mean, 'g', digits + 2);
        const QString second = isPlain ? QString::number(deviation, 'f', decimals) : QString::number(deviation, 'g', digits);
        texts.append(first + u" ± "_s + second);
    }
    for (int digits : {4, 3, 2})
        texts.append(u'≈' + QString::number(mean, 'g', digits));
    return texts;
}

} // namespace Assay
