// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/chart/seriespyramid.h"

namespace Assay {

// Which point of a series is meant by a place on the x axis where it may have none.
enum class ReadingRule {
    Nearest, // the closest one on either side; of two equally close the later one
    LastAt,  // the last one at or before the place, as a run knew it then; nothing before its first
};

// A point of the pyramid; of several at the same x the last one. Nothing for a series without points. NaN and infinities
// are points: what was logged is what is read. O(log points).
std::optional<uint32_t> pointAt(const SeriesPyramid &pyramid, double x, ReadingRule rule);

} // namespace Assay
