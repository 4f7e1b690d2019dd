// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/table/columnnumbers.h"
#include "models/table/rungroups.h"

#include <atomic>
#include <cmath>
#include <thread>

namespace Assay {

namespace {

constexpr size_t CellsForTwoThreads = 50'000; // fewer are done before a thread has started

double medianOf(std::span<double> numbers)
{
    const auto middle = numbers.begin() + std::ptrdiff_t(numbers.size() / 2);
    std::nth_element(numbers.begin(), middle, numbers.end());
    if (numbers.size() % 2 == 1)
        return *middle;
    return std::midpoint(*std::max_element(numbers.begin(), middle), *middle);
}

// f(lane, number) for all numbers, four lanes in turn: their sums do not wait for one another.
template <typename F>
void inLanes(std::span<const double> numbers, F f)
{
    const double *number = numbers.data();
    const double *const end = number + numbers.size();
    for (; end - number >= 4; number += 4) {
        f(0, number[0]);
        f(1, number[1]);
        f(2, number[2]);
        f(3, number[3]);
    }
    for (; number != end; ++number)
        f(0, *number);
}

// One group after the other; `buffer` holds the numbers of one, NaN left out.
class Aggregator
{
public:
    Aggregator(std::span<const double> values, const RunGroups &groups, Medians medians, GroupNumbers &out)
        : m_values(values), m_groups(groups), m_withMedians(medians == Medians::Compute), m_out(out)
    {
        const size_t count = groups.count();
        for (std::vector<uint32_t> *counts : {&out.counts, &out.nans})
            counts->assign(count, 0);
        for (std::vector<double> *numbers : {&out.means, &out.deviations, &out.minima, &out.maxima})
            numbers->assign(count, NumberTraits::absent);
        out.medians.assign(m_withMedians ? count : 0, NumberTraits::absent);
    }
    void add(size_t group)
    {
        const std::span<const uint32_t> rows = m_groups.rowsOf(group);
        if (rows.size() > m_buffer.size())
            m_buffer.resize(rows.size());
        uint32_t nans = 0;
        size_t count = 0;
        for (uint32_t row : rows) { // without branches
            const double value = m_values[row];
            m_buffer[count] = value;
            count += value == value ? 1 : 0;
            nans += value != value && !NumberTraits::isAbsent(value) ? 1 : 0;
        }
        m_out.counts[group] = uint32_t(count) + nans;
        m_out.nans[group] = nans;
        if (count > 0)
            addNumbers(group, std::span(m_buffer).first(count));
        else if (nans > 0)
            addNaN(group);
    }

private:
    void addNumbers(size_t group, std::span<double> numbers)
    {
        double sums[4] = {}, least[4], most[4];
        std::fill_n(least, 4, numbers.front());
        std::fill_n(most, 4, numbers.front());
        inLanes(numbers, [&](size_t lane, double value) {
            sums[lane] += value;
            least[lane] = std::min(least[lane], value);
            most[lane] = std::max(most[lane], value);
        });
        const double mean = (sums[0] + sums[1] + sums[2] + sums[3]) / double(numbers.size());
        m_out.means[group] = canonicalNaN(mean);
        m_out.minima[group] = *std::min_element(least, least + 4);
        m_out.maxima[group] = *std::max_element(most, most + 4);
        if (numbers.size() > 1) {
            double squares[4] = {};
            inLanes(numbers, [&](size_t lane, double value) { squares[lane] += (value - mean) * (value - mean); });
            const double sum = squares[0] + squares[1] + squares[2] + squares[3];
            m_out.deviations[group] = canonicalNaN(std::sqrt(sum / double(numbers.size() - 1)));
        }
        if (m_withMedians)
            m_out.medians[group] = canonicalNaN(medianOf(numbers));
    }
    void addNaN(size_t group)
    {
        constexpr double nan = std::numeric_limits<double>::quiet_NaN();
        for (std::vector<double> *numbers : {&m_out.means, &m_out.deviations, &m_out.minima, &m_out.maxima})
            (*numbers)[group] = nan;
        if (m_withMedians)
            m_out.medians[group] = nan;
    }

    std::span<const double> m_values;
    const RunGroups &m_groups;
    bool m_withMedians;
    GroupNumbers &m_out;
    std::vector<double> m_buffer;
};

} // namespace

double GroupNumbers::at(Aggregate aggregate, size_t group) const
{
    switch (aggregate) {
    case Aggregate::Count: return counts[group];
    case Aggregate::Mean: return means[group];
    case Aggregate::Deviation: return deviations[group];
    case Aggregate::Median: return medians[group];
    case Aggregate::Minimum: return minima[group];
    case Aggregate::Maximum: return maxima[group];
    }
    return NumberTraits::absent;
}

Result<std::vector<GroupNumbers>> aggregateGroups(const RunTable &table, const RunGroups &groups, const QList<ColumnKey> &columns,
                                                  const QueryClock &clock, Medians medians, Job &job)
{
    std::vector<GroupNumbers> all(size_t(columns.size()));
    std::atomic<size_t> next = 0;
    const auto work = [&] {
        for (size_t i = next++; i < all.size() && !job.isCanceled(); i = next++) {
            const QueryNumbers numbers = columnNumbers(table, columns[qsizetype(i)], clock);
            Aggregator aggregator(numbers.view, groups, medians, all[i]);
            for (size_t group = 0; group < groups.count(); ++group) {
                if (group % 1024 == 0 && job.isCanceled())
                    return;
                aggregator.add(group);
            }
        }
    };
    const bool isMuch = columns.size() > 1 && groups.rows.size() * size_t(columns.size()) > CellsForTwoThreads;
    std::jthread other;
    if (isMuch)
        other = std::jthread(work);
    work();
    if (other.joinable())
        other.join();
    if (job.isCanceled())
        return Error{ErrorCode::Canceled, {}, {}};
    return all;
}

} // namespace Assay
