// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/chart/pareto.h"

#include <QtGlobal>

#include <algorithm>
#include <limits>
#include <numeric>

namespace Assay {

std::vector<size_t> paretoFront(std::span<const double> x, std::span<const double> y, Better betterX, Better betterY)
{
    Q_ASSERT(x.size() == y.size());
    const double xSign = betterX == Better::Lower ? 1 : -1, ySign = betterY == Better::Lower ? 1 : -1;
    std::vector<size_t> order(x.size());
    std::iota(order.begin(), order.end(), size_t(0));
    std::stable_sort(order.begin(), order.end(), [&](size_t a, size_t b) {
        const double ax = x[a] * xSign, bx = x[b] * xSign;
        return ax != bx ? ax < bx : y[a] * ySign < y[b] * ySign;
    });
    std::vector<size_t> front;
    double best = std::numeric_limits<double>::infinity();
    for (size_t i : order) {
        const bool isSame = !front.empty() && x[front.back()] == x[i] && y[front.back()] == y[i];
        if (y[i] * ySign < best || isSame) {
            best = y[i] * ySign;
            front.push_back(i);
        }
    }
    return front;
}

} // namespace Assay
