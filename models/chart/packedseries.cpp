// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/chart/packedseries.h"

#include <algorithm>
#include <limits>

namespace Assay {

PackedIntegers::PackedIntegers(std::vector<qint64> numbers) : m_size(numbers.size())
{
    if (numbers.empty())
        return;
    const quint64 step = numbers.size() > 1 ? quint64(numbers[1]) - quint64(numbers[0]) : 0;
    bool isRegular = true;
    qint64 least = numbers[0];
    qint64 most = numbers[0];
    for (size_t i = 1; i < numbers.size(); ++i) {
        isRegular &= quint64(numbers[i]) - quint64(numbers[i - 1]) == step;
        m_isRising &= numbers[i] >= numbers[i - 1];
        m_isStrictlyRising &= numbers[i] > numbers[i - 1];
        least = std::min(least, numbers[i]);
        most = std::max(most, numbers[i]);
    }
    if (isRegular) {
        m_base = quint64(numbers[0]);
        m_step = step;
    } else if (quint64(most) - quint64(least) <= std::numeric_limits<uint32_t>::max()) {
        m_base = quint64(least);
        m_narrow.resize(numbers.size());
        std::ranges::transform(numbers, m_narrow.begin(), [this](qint64 number) { return uint32_t(quint64(number) - m_base); });
    } else {
        m_wide = std::move(numbers);
        m_wide.shrink_to_fit();
    }
}

qsizetype PackedSeries::memoryBytes() const
{
    return steps.memoryBytes() + timestamps.memoryBytes() + qsizetype(values.capacity() * sizeof(double));
}

PackedSeriesPtr packed(MetricSeries series)
{
    auto small = std::make_shared<PackedSeries>();
    small->key = std::move(series.key);
    small->steps = PackedIntegers(std::move(series.steps));
    small->timestamps = PackedIntegers(std::move(series.timestamps));
    small->values = std::move(series.values);
    small->values.shrink_to_fit();
    return small;
}

MetricSeries unpacked(const PackedSeries &series)
{
    MetricSeries whole;
    whole.key = series.key;
    whole.values = series.values;
    whole.steps.reserve(series.values.size());
    whole.timestamps.reserve(series.values.size());
    for (size_t i = 0; i < series.values.size(); ++i) {
        whole.steps.push_back(series.steps[i]);
        whole.timestamps.push_back(series.timestamps[i]);
    }
    return whole;
}

} // namespace Assay
