// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <algorithm>
#include <cstdint>
#include <functional>
#include <numeric>
#include <vector>

namespace Assay {

// The cells of one column. Held densely when at least a third of the rows have a value, else as sorted (row, value)
// pairs, so that 12,000 keys of which each run has a few cost what is there and not rows x keys.
// `Traits::absent` marks a cell without a value and `Traits::isAbsent` knows it.
template <typename T, typename Traits>
class CellVector
{
public:
    // The value or Traits::absent. O(1) dense, O(log cells) sparse.
    T at(uint32_t row) const
    {
        if (m_dense)
            return row < m_values.size() ? m_values[row] : Traits::absent;
        const auto it = std::lower_bound(m_rows.begin(), m_rows.end(), row);
        return it != m_rows.end() && *it == row ? m_values[size_t(it - m_rows.begin())] : Traits::absent;
    }
    qsizetype valueCount() const { return m_count; }
    bool isDense() const { return m_dense; }
    // Dense: one value for each row (may end before the last row). Sparse: the values of rows().
    const std::vector<T> &values() const { return m_values; }
    const std::vector<uint32_t> &rows() const { return m_rows; } // empty when dense
    qsizetype memoryBytes() const
    {
        return qsizetype(m_values.capacity() * sizeof(T) + m_rows.capacity() * sizeof(uint32_t));
    }
    // One value a row, absent ones marked.
    std::vector<T> toDense(qsizetype rowCount) const
    {
        std::vector<T> all(size_t(rowCount), Traits::absent);
        forEach([&](uint32_t row, T value) { all[row] = value; });
        return all;
    }
    // f(row, value) for every cell that has a value, by row.
    template <typename F>
    void forEach(F &&f) const
    {
        if (!m_dense) {
            for (size_t i = 0; i < m_rows.size(); ++i)
                f(m_rows[i], m_values[i]);
            return;
        }
        for (size_t row = 0; row < m_values.size(); ++row)
            if (!Traits::isAbsent(m_values[row]))
                f(uint32_t(row), m_values[row]);
    }

    // Building, in any order of rows; of two values of one row the later one counts. `rowsSoFar` helps to choose the form
    // early.
    void set(uint32_t row, T value, qsizetype rowsSoFar)
    {
        ++m_count;
        if (!m_dense && m_count >= 16 && m_count * 3 >= rowsSoFar)
            makeDense(rowsSoFar);
        if (m_dense) {
            if (row >= m_values.size())
                m_values.resize(std::max<size_t>(row + 1, std::min<size_t>(size_t(rowsSoFar), m_values.size() * 2)), Traits::absent);
            m_values[row] = value;
        } else {
            m_rows.push_back(row);
            m_values.push_back(value);
        }
    }
    // After the last set(): the final form, with no spare capacity.
    void finish(qsizetype rowCount)
    {
        const bool dense = m_count * 3 >= rowCount;
        if (dense && !m_dense)
            makeDense(rowCount);
        if (m_dense && m_values.size() > size_t(rowCount))
            m_values.resize(size_t(rowCount));
        if (!m_dense && std::adjacent_find(m_rows.begin(), m_rows.end(), std::greater_equal<>()) != m_rows.end())
            sortByRow();
        m_count = m_dense ? std::count_if(m_values.begin(), m_values.end(), [](T value) { return !Traits::isAbsent(value); })
                          : qsizetype(m_values.size());
        m_values.shrink_to_fit();
        m_rows.shrink_to_fit();
    }

private:
    void makeDense(qsizetype rowCount)
    {
        std::vector<T> all(size_t(rowCount), Traits::absent);
        for (size_t i = 0; i < m_rows.size(); ++i) {
            if (m_rows[i] >= all.size())
                all.resize(m_rows[i] + 1, Traits::absent);
            all[m_rows[i]] = m_values[i];
        }
        m_values = std::move(all);
        m_rows = {};
        m_dense = true;
    }
    void sortByRow()
    {
        std::vector<uint32_t> order(m_rows.size());
        std::iota(order.begin(), order.end(), 0u);
        std::stable_sort(order.begin(), order.end(), [this](uint32_t a, uint32_t b) { return m_rows[a] < m_rows[b]; });
        std::vector<uint32_t> rows;
        std::vector<T> values;
        rows.reserve(order.size());
        values.reserve(order.size());
        for (uint32_t i : order) {
            if (!rows.empty() && rows.back() == m_rows[i]) {
                values.back() = m_values[i];
                continue;
            }
            rows.push_back(m_rows[i]);
            values.push_back(m_values[i]);
        }
        m_rows = std::move(rows);
        m_values = std::move(values);
    }

    std::vector<T> m_values;
    std::vector<uint32_t> m_rows;
    qsizetype m_count = 0;
    bool m_dense = false;
};

} // namespace Assay
