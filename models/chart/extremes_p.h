// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <limits>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

// What building a pyramid and reading it share.
namespace Assay {

// Two numbers, the least and minus the greatest, taken at once where the processor can.
#ifdef __SSE2__
class ExtremePair
{
public:
    void add(double value) { add(_mm_xor_pd(_mm_set1_pd(value), _mm_set_pd(-0.0, 0.0))); }
    void addPair(const double *pair) { add(_mm_loadu_pd(pair)); }
    void store(double *pair) const { _mm_storeu_pd(pair, m_numbers); }

private:
    void add(__m128d other) { m_numbers = _mm_min_pd(m_numbers, other); }

    __m128d m_numbers = _mm_set1_pd(std::numeric_limits<double>::infinity());
};
#else
class ExtremePair
{
public:
    void add(double value) { take(value, -value); }
    void addPair(const double *pair) { take(pair[0], pair[1]); }
    void store(double *pair) const
    {
        pair[0] = m_min;
        pair[1] = m_minusMax;
    }

private:
    void take(double least, double minusMost)
    {
        m_min = least < m_min ? least : m_min;
        m_minusMax = minusMost < m_minusMax ? minusMost : m_minusMax;
    }

    double m_min = std::numeric_limits<double>::infinity();
    double m_minusMax = std::numeric_limits<double>::infinity();
};
#endif

// The first of [begin, end) where `is` holds, else end; it holds for all after the first.
template <typename Predicate>
uint32_t firstIndexWhere(uint32_t begin, uint32_t end, const Predicate &is)
{
    while (begin < end) {
        const uint32_t middle = begin + (end - begin) / 2;
        if (is(middle))
            end = middle;
        else
            begin = middle + 1;
    }
    return begin;
}

} // namespace Assay
