// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRect>
#include <QSize>

#include <optional>
#include <vector>

namespace Assay {

// Places for cards of these sizes (in cells) in rows of `columns` cells, in reading order: none stands before one that
// comes earlier, and their tops never fall. Cards wider than the grid are as wide as the grid.
std::vector<QRect> packCards(const std::vector<QSize> &spans, int columns);

// The next size up or down that a grid of so many columns shows; nothing beyond the largest and the smallest.
enum class Growth { Larger, Smaller };
std::optional<QSize> nextSpan(const QSize &span, Growth growth, int columns);

} // namespace Assay
