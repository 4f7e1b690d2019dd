// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/job.h"
#include "models/chart/chartoptions.h"
#include "models/chart/seriespyramid.h"

namespace Assay {

// One run's line in a group; `xOffset` is subtracted from its points' x.
struct BandMember {
    SeriesPyramidPtr pyramid;
    double xOffset = 0;
};

// The line of a group of runs and how far its runs reach around it, at each x that any of them has. Where fewer than two
// runs count, nothing reaches anywhere: low = high = line.
struct GroupBand {
    std::vector<double> x;
    std::vector<double> line, low, high; // NaN where no run counts
    std::vector<uint32_t> counts;        // of runs, by x
};

// The rule: all x that any run has, in order; of more than MostBandPoints, or MostBandWork divided by the runs, every n-th
// and the last (of runs with very many points together, every n-th of each run's). A run counts at an x
// from its first to its last point, with the value on the straight line between its two points around that x; of points at
// the same x the last one. Where one of the two is NaN or infinite it does not count.
// O(points · runs). `spread` None gives no low and high. Any thread; what is there so far when `job` is canceled.
inline constexpr size_t MostBandPoints = 1'000'000;
inline constexpr size_t MostBandWork = 50'000'000; // x times runs
GroupBand groupBand(std::span<const BandMember> members, GroupLine line, BandSpread spread, Job &job,
                    size_t mostWork = MostBandWork);

// What is drawn of a band: its line, and the two that it reaches between (null without a spread).
struct BandPyramids {
    SeriesPyramidPtr line;
    SeriesPyramidPtr low, high;
};
BandPyramids bandPyramids(GroupBand band, AxisScale yScale);

} // namespace Assay
