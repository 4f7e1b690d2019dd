// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/table/association.h"

#include "models/base/ranks.h"
#include "models/table/columnscale.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

namespace Assay {

namespace {

constexpr qsizetype LeastRuns = 4;

struct Moments {
    double mean = 0;
    double squares = 0; // sum of squared distances to the mean
};

Moments momentsOf(const std::vector<double> &values)
{
    Moments moments;
    moments.mean = std::accumulate(values.begin(), values.end(), 0.0) / double(values.size());
    for (double value : values)
        moments.squares += (value - moments.mean) * (value - moments.mean);
    return moments;
}

double correlation(const std::vector<double> &a, const std::vector<double> &b)
{
    const Moments x = momentsOf(a), y = momentsOf(b);
    double product = 0;
    for (size_t i = 0; i < a.size(); ++i)
        product += (a[i] - x.mean) * (b[i] - y.mean);
    const double scale = std::sqrt(x.squares) * std::sqrt(y.squares);
    return scale > 0 ? std::clamp(product / scale, -1.0, 1.0) : 0;
}

// The share of the variance of `values` that lies between the groups.
double correlationRatio(const std::vector<uint32_t> &groups, const std::vector<double> &values)
{
    const Moments all = momentsOf(values);
    std::map<uint32_t, std::pair<double, double>> sums; // of values, and how many
    for (size_t i = 0; i < values.size(); ++i) {
        sums[groups[i]].first += values[i];
        sums[groups[i]].second += 1;
    }
    double between = 0;
    for (const auto &[group, sum] : sums) {
        const double distance = sum.first / sum.second - all.mean;
        between += sum.second * distance * distance;
    }
    return all.squares > 0 ? std::clamp(between / all.squares, 0.0, 1.0) : 0;
}

double adjusted(double share, qsizetype n, qsizetype k)
{
    return n > k ? std::max(0.0, 1 - (1 - share) * double(n - 1) / double(n - k)) : 0;
}

double middle(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    const size_t half = values.size() / 2;
    return values.size() % 2 == 1 ? values[half] : values[half - 1] / 2 + values[half] / 2;
}

// Runs with a value of the metric, and which group each of them is in.
struct Sample {
    std::vector<uint32_t> rows;
    std::vector<double> metric;
    std::vector<bool> isFirst;
};

void part(Sample &sample, const ColumnKey &metric, const AssociationSplit &split, double median)
{
    const size_t n = sample.rows.size();
    sample.isFirst.assign(n, false);
    if (split.kind == AssociationSplit::Kind::Best) {
        std::vector<size_t> order(n);
        std::iota(order.begin(), order.end(), size_t(0));
        const bool isLower = guessBetterValues(metric) == BetterValues::Lower;
        std::stable_sort(order.begin(), order.end(), [&](size_t a, size_t b) {
            return isLower ? sample.metric[a] < sample.metric[b] : sample.metric[a] > sample.metric[b];
        });
        for (size_t i = 0; i < std::min(n, size_t(std::max<qsizetype>(split.count, 0))); ++i)
            sample.isFirst[order[i]] = true;
        return;
    }
    std::vector<uint32_t> given = split.rows;
    std::sort(given.begin(), given.end());
    for (size_t i = 0; i < n; ++i)
        sample.isFirst[i] = split.kind == AssociationSplit::Kind::Median ? sample.metric[i] > median
                                                                          : std::binary_search(given.begin(), given.end(), sample.rows[i]);
}

GroupValues valuesOf(const TextColumn &column, const std::vector<uint32_t> &codes, const std::vector<double> &numbers)
{
    GroupValues group;
    group.count = qsizetype(codes.size());
    if (codes.empty())
        return group;
    std::map<uint32_t, qsizetype> counts;
    for (uint32_t code : codes)
        ++counts[code];
    for (const auto &[code, count] : counts) {
        const QString text = column.dictionary.text(code);
        const bool isBefore = count == group.commonCount && text.toUtf8() < group.common.toUtf8();
        if (count < group.commonCount || (count == group.commonCount && !isBefore))
            continue;
        group.common = text;
        group.commonCount = count;
    }
    if (!numbers.empty()) {
        group.median = middle(numbers);
        group.least = *std::min_element(numbers.begin(), numbers.end());
        group.greatest = *std::max_element(numbers.begin(), numbers.end());
    }
    return group;
}

// Nothing for a param of which nothing can be said.
std::optional<ParamAssociation> associationOf(const QString &param, const TextColumn &column, const Sample &sample)
{
    std::vector<uint32_t> codes;
    std::vector<double> metric, numbers;
    std::vector<bool> isFirst;
    std::map<uint32_t, std::optional<double>> known;
    for (size_t i = 0; i < sample.rows.size(); ++i) {
        const uint32_t code = column.cells.at(sample.rows[i]);
        if (CodeTraits::isAbsent(code))
            continue;
        const auto [it, isNew] = known.try_emplace(code);
        if (isNew)
            it->second = parseNumber(column.dictionary.at(code));
        codes.push_back(code);
        metric.push_back(sample.metric[i]);
        isFirst.push_back(sample.isFirst[i]);
        if (it->second && !std::isnan(*it->second))
            numbers.push_back(*it->second);
    }
    ParamAssociation found;
    found.param = param;
    found.n = qsizetype(codes.size());
    found.missing = qsizetype(sample.rows.size()) - found.n;
    found.distinct = qsizetype(known.size());
    found.isNumeric = numbers.size() == codes.size();
    if (found.distinct < 2 || found.n < LeastRuns)
        return std::nullopt;
    const std::vector<double> ranks = meanRanks(metric);
    if (found.isNumeric)
        found.rho = correlation(meanRanks(numbers), ranks);
    found.share = found.isNumeric ? found.rho * found.rho : correlationRatio(codes, ranks);
    found.strength = adjusted(found.share, found.n, found.isNumeric ? 2 : found.distinct);
    std::vector<uint32_t> groupCodes[2];
    std::vector<double> groupNumbers[2];
    for (size_t i = 0; i < codes.size(); ++i) {
        groupCodes[isFirst[i] ? 0 : 1].push_back(codes[i]);
        if (found.isNumeric)
            groupNumbers[isFirst[i] ? 0 : 1].push_back(numbers[i]);
    }
    found.first = valuesOf(column, groupCodes[0], groupNumbers[0]);
    found.second = valuesOf(column, groupCodes[1], groupNumbers[1]);
    return found;
}

} // namespace

Association associate(const RunTable &table, const std::vector<uint32_t> &rows, const ColumnKey &metric, const AssociationSplit &split, const Job &job)
{
    Association association{metric};
    const NumberColumn *numbers = table.numbers(metric);
    Sample sample;
    for (uint32_t row : rows) {
        const double value = numbers ? numbers->at(row) : NumberTraits::absent;
        if (std::isnan(value)) { // absence is a NaN, too
            ++association.withoutMetric;
            continue;
        }
        sample.rows.push_back(row);
        sample.metric.push_back(value);
    }
    association.n = qsizetype(sample.rows.size());
    if (sample.rows.empty())
        return association;
    association.median = middle(sample.metric);
    part(sample, metric, split, *association.median);
    association.firstCount = std::count(sample.isFirst.begin(), sample.isFirst.end(), true);
    association.secondCount = association.n - association.firstCount;
    for (const RunTable::NamedColumn &named : table.columns()) {
        if (job.isCanceled())
            return {};
        const auto *column = std::get_if<TextColumn>(named.column.get());
        if (named.key.group != ColumnGroup::Param || !column)
            continue;
        const bool isThere = std::any_of(sample.rows.begin(), sample.rows.end(), [&](uint32_t row) { return column->has(row); });
        if (auto found = associationOf(named.key.name, *column, sample))
            association.params.push_back(std::move(*found));
        else if (isThere)
            ++association.constant;
    }
    std::stable_sort(association.params.begin(), association.params.end(), [](const ParamAssociation &a, const ParamAssociation &b) { return a.strength > b.strength; });
    return association;
}

} // namespace Assay
