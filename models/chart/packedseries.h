// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/metricseries.h"

#include <cstdint>
#include <memory>

namespace Assay {

// Whole numbers in as little memory as holds them: none where each is as far from the one before (steps mostly), four bytes
// where they lie close together (times of logging), else eight. Immutable, so any thread may read it.
class PackedIntegers
{
public:
    PackedIntegers() = default;
    explicit PackedIntegers(std::vector<qint64> numbers);

    size_t size() const { return m_size; }
    bool empty() const { return m_size == 0; }
    qint64 operator[](size_t i) const
    {
        if (!m_narrow.empty())
            return qint64(m_base + m_narrow[i]);
        return m_wide.empty() ? qint64(m_base + quint64(i) * m_step) : m_wide[i];
    }
    // Calls f(at) with the quickest way to the numbers there is: at(i) is double(*this)[i].
    template <typename F>
    void visit(const F &f) const
    {
        if (!m_narrow.empty())
            f([base = m_base, narrow = m_narrow.data()](size_t i) { return double(qint64(base + narrow[i])); });
        else if (!m_wide.empty())
            f([wide = m_wide.data()](size_t i) { return double(wide[i]); });
        else
            f([base = m_base, step = m_step](size_t i) { return double(qint64(base + quint64(i) * step)); });
    }
    bool isRising() const { return m_isRising; } // none is less than the one before
    bool isStrictlyRising() const { return m_isStrictlyRising; }
    qsizetype memoryBytes() const { return qsizetype(m_narrow.capacity() * sizeof(uint32_t) + m_wide.capacity() * sizeof(qint64)); }

private:
    size_t m_size = 0;
    quint64 m_base = 0; // sums wrap around instead of overflowing
    quint64 m_step = 0;
    std::vector<uint32_t> m_narrow; // above m_base
    std::vector<qint64> m_wide;
    bool m_isRising = true;
    bool m_isStrictlyRising = true;
};

// A MetricSeries as charts keep it: immutable, and smaller.
struct PackedSeries {
    QString key;
    PackedIntegers steps;
    PackedIntegers timestamps;
    std::vector<double> values;

    qsizetype size() const { return qsizetype(values.size()); }
    qsizetype memoryBytes() const;
};

using PackedSeriesPtr = std::shared_ptr<const PackedSeries>;

// 3 ns a point. Any thread.
PackedSeriesPtr packed(MetricSeries series);
MetricSeries unpacked(const PackedSeries &series);

} // namespace Assay
