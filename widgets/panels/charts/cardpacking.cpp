// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/charts/cardpacking.h"

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

} // namespace Assay
