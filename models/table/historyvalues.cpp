// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/table/historyvalues.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace Assay {

namespace {

// A second NaN that no reader produces, beside that of absence.
constexpr double Unread = std::bit_cast<double>(NumberTraits::AbsentBits + 1);

bool isUnread(double value)
{
    return std::bit_cast<uint64_t>(value) == std::bit_cast<uint64_t>(Unread);
}

double medianOf(std::vector<double> &values)
{
    const auto middle = values.begin() + qptrdiff(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    if (values.size() % 2 == 1)
        return *middle;
    const double below = *std::max_element(values.begin(), middle);
    const double sum = below + *middle;
    return std::isinf(sum) && std::isfinite(below) && std::isfinite(*middle) ? below / 2 + *middle / 2 : sum / 2;
}

} // namespace

std::vector<uint32_t> stepOrder(const MetricSeries &series)
{
    std::vector<uint32_t> order(size_t(series.size()));
    std::iota(order.begin(), order.end(), 0u);
    const auto isBefore = [&](uint32_t a, uint32_t b) {
        return series.steps[a] != series.steps[b] ? series.steps[a] < series.steps[b] : series.timestamps[a] < series.timestamps[b];
    };
    if (!std::is_sorted(order.begin(), order.end(), isBefore))
        std::stable_sort(order.begin(), order.end(), isBefore);
    return order;
}

HistorySummary summarizeHistory(const MetricSeries &series)
{
    HistorySummary summary;
    summary.fill(NumberTraits::absent);
    const auto set = [&](HistoryFunction function, double value) {
        summary[size_t(function)] = NumberTraits::isAbsent(value) ? value : canonicalNaN(value);
    };
    if (series.size() == 0)
        return summary;
    const std::vector<uint32_t> order = stepOrder(series);
    set(HistoryFunction::First, series.values[order.front()]);
    set(HistoryFunction::Count, double(series.size()));

    std::vector<double> values;
    std::optional<uint32_t> least, greatest;
    long double sum = 0, stepSum = 0;
    for (const uint32_t i : order) {
        const double value = series.values[i];
        if (std::isnan(value))
            continue;
        values.push_back(value);
        sum += value;
        stepSum += series.steps[i];
        if (!least || value < series.values[*least])
            least = i;
        if (!greatest || value > series.values[*greatest])
            greatest = i;
    }
    if (values.empty()) {
        for (const auto function : {HistoryFunction::Min, HistoryFunction::Max, HistoryFunction::Mean, HistoryFunction::Median,
                                    HistoryFunction::StandardDeviation, HistoryFunction::ArgMin, HistoryFunction::ArgMax, HistoryFunction::Slope})
            set(function, std::numeric_limits<double>::quiet_NaN());
        return summary;
    }
    const auto count = static_cast<long double>(values.size());
    const long double mean = sum / count, stepMean = stepSum / count;
    long double squares = 0, stepSquares = 0, products = 0;
    for (const uint32_t i : order) {
        const double value = series.values[i];
        if (std::isnan(value))
            continue;
        const long double distance = value - mean, stepDistance = static_cast<long double>(series.steps[i]) - stepMean;
        squares += distance * distance;
        stepSquares += stepDistance * stepDistance;
        products += distance * stepDistance;
    }
    set(HistoryFunction::Min, series.values[*least]);
    set(HistoryFunction::Max, series.values[*greatest]);
    set(HistoryFunction::Mean, double(mean));
    if (values.size() > 1)
        set(HistoryFunction::StandardDeviation, double(std::sqrt(squares / (count - 1))));
    if (stepSquares > 0)
        set(HistoryFunction::Slope, double(products / stepSquares));
    set(HistoryFunction::ArgMin, double(series.steps[*least]));
    set(HistoryFunction::ArgMax, double(series.steps[*greatest]));
    set(HistoryFunction::Median, medianOf(values));
    return summary;
}

double valueAtStep(const MetricSeries &series, qint64 step)
{
    std::optional<size_t> latest;
    for (size_t i = 0; i < series.values.size(); ++i) {
        if (series.steps[i] != step)
            continue;
        const bool isLater = !latest || series.timestamps[i] > series.timestamps[*latest]
            || (series.timestamps[i] == series.timestamps[*latest] && series.values[i] > series.values[*latest]);
        if (isLater)
            latest = i;
    }
    return latest ? canonicalNaN(series.values[*latest]) : NumberTraits::absent;
}

const HistoryValues &HistoryValues::none()
{
    static const HistoryValues nothing;
    return nothing;
}

HistoryValues::Metric &HistoryValues::metric(const QString &key)
{
    Metric &metric = m_metrics[key];
    const auto rows = size_t(m_table->rowCount());
    metric.summaries.resize(rows);
    metric.isRead.resize(rows);
    return metric;
}

void HistoryValues::add(uint32_t row, const MetricSeries &series, const QList<qint64> &steps)
{
    Metric &own = metric(series.key);
    own.summaries[row] = summarizeHistory(series);
    own.isRead[row] = true;
    for (const qint64 step : steps) {
        std::vector<double> &values = own.atSteps[step];
        values.resize(size_t(m_table->rowCount()), Unread);
        values[row] = valueAtStep(series, step);
    }
}

HistoryValues HistoryValues::movedTo(const RunTablePtr &table) const
{
    if (table == m_table)
        return *this;
    HistoryValues moved(table);
    if (!table || !m_table)
        return moved;
    const TextColumn &status = *table->attributeText(Attribute::Status);
    std::vector<std::optional<uint32_t>> before(size_t(table->rowCount()));
    for (uint32_t row = 0; row < before.size(); ++row) {
        if (hasEnded(runStatusFromName(status.text(row))))
            before[row] = m_table->rowOf(table->ref(row));
    }
    for (auto it = m_metrics.cbegin(); it != m_metrics.cend(); ++it) {
        const NumberColumn *now = table->numbers({ColumnGroup::Metric, it.key()});
        const NumberColumn *then = m_table->numbers({ColumnGroup::Metric, it.key()});
        if (!now || !then)
            continue;
        Metric &own = moved.metric(it.key());
        for (auto step = it->atSteps.cbegin(); step != it->atSteps.cend(); ++step)
            own.atSteps[step.key()].resize(before.size(), Unread);
        for (uint32_t row = 0; row < before.size(); ++row) {
            if (!before[row] || !it->isRead[*before[row]]
                || std::bit_cast<uint64_t>(now->at(row)) != std::bit_cast<uint64_t>(then->at(*before[row])))
                continue;
            own.summaries[row] = it->summaries[*before[row]];
            own.isRead[row] = true;
            for (auto step = it->atSteps.cbegin(); step != it->atSteps.cend(); ++step)
                own.atSteps[step.key()][row] = (*step)[*before[row]];
        }
    }
    return moved;
}

std::vector<double> HistoryValues::values(const HistoryCall &call) const
{
    const auto metric = m_metrics.constFind(call.metric);
    std::vector<double> values(m_table ? size_t(m_table->rowCount()) : 0, NumberTraits::absent);
    if (metric == m_metrics.cend())
        return values;
    if (call.function == HistoryFunction::AtStep) {
        const auto atStep = metric->atSteps.constFind(call.step);
        if (atStep == metric->atSteps.cend())
            return values;
        std::replace_copy_if(atStep->begin(), atStep->end(), values.begin(), isUnread, NumberTraits::absent);
        return values;
    }
    for (size_t row = 0; row < values.size(); ++row)
        if (metric->isRead[row])
            values[row] = metric->summaries[row][size_t(call.function)];
    return values;
}

std::vector<bool> HistoryValues::unread(const RunTable &table, const HistoryCall &call) const
{
    std::vector<bool> rows(size_t(table.rowCount()));
    const NumberColumn *column = table.numbers({ColumnGroup::Metric, call.metric});
    if (!column)
        return rows;
    column->forEach([&](uint32_t row, double) { rows[row] = true; });
    const auto metric = m_metrics.constFind(call.metric);
    if (metric == m_metrics.cend())
        return rows;
    const auto atStep = metric->atSteps.constFind(call.step);
    const bool asksStep = call.function == HistoryFunction::AtStep;
    if (asksStep && atStep == metric->atSteps.cend())
        return rows;
    for (size_t row = 0; row < rows.size(); ++row)
        rows[row] = rows[row] && !(asksStep ? !isUnread((*atStep)[row]) : bool(metric->isRead[row]));
    return rows;
}

} // namespace Assay
