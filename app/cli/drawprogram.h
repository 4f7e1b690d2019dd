// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/job.h"
#include "models/items/chartdrawing.h"

namespace Assay {

// What assay-draw makes of it: a picture, and what is not in it; NotFound, with the reason, where there is nothing to see.
// That program is started for it and ends with it; a cancelled job ends it early.
Result<DrawnChart> drawChart(const ChartDrawing &drawing, Job &job);

} // namespace Assay
