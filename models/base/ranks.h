// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <vector>

namespace Assay {

// Ranks from 1 to n; equal values share the mean of theirs. None is NaN.
std::vector<double> meanRanks(std::span<const double> values);

} // namespace Assay
