// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/charts/cardpacking.h"

#include "models/items/cardspec.h"

#include <algorithm>

namespace Assay {

std::vector<QRect> packCards(const std::vector<QSize> &spans, int columns)
{
    std::vector<int> filledTo(size_t(columns), 0); // rows taken from above, by column
    std::vector<QRect> places;
    places.reserve(spans.size());
    int row = 0;
    int column = 0;
    for (const QSize &span : spans) {
        const int wide = std::min(span.width(), columns);
        const auto isFree = [&] {
            return column + wide <= columns
                && std::all_of(filledTo.begin() + column, filledTo.begin() + column + wide, [row](int to) { return to <= row; });
        };
        while (!isFree()) {
            if (++column >= columns) {
                column = 0;
                ++row;
            }
        }
        places.emplace_back(column, row, wide, span.height());
        std::fill_n(filledTo.begin() + column, wide, row + span.height());
        column += wide;
    }
    return places;
}

// In turns wider and higher: 1 × 1, 2 × 1, 2 × 2, 3 × 2 …
std::optional<QSize> nextSpan(const QSize &span, Growth growth, int columns)
{
    const int wide = std::min(span.width(), columns), high = span.height();
    if (growth == Growth::Smaller)
        return wide > high ? std::optional(QSize(wide - 1, high)) : high > 1 ? std::optional(QSize(wide, high - 1)) : std::nullopt;
    const bool canWiden = wide < std::min(columns, CardSpec::MostSpan.width());
    if (canWiden && wide <= high)
        return QSize(wide + 1, high);
    if (high < CardSpec::MostSpan.height())
        return QSize(wide, high + 1);
    return canWiden ? std::optional(QSize(wide + 1, high)) : std::nullopt;
}

} // namespace Assay
