// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace Assay {

enum class Better { Lower, Higher };

// The points that no other one beats: none is at least as good in both and better in one. Equal points are all on the front.
// Indices, by x from its best end. x and y are finite and of one length. O(n log n), any thread.
std::vector<size_t> paretoFront(std::span<const double> x, std::span<const double> y, Better betterX, Better betterY);

} // namespace Assay
