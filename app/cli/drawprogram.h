// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/job.h"
#include "models/items/chartdrawing.h"

namespace Assay {

// The picture that assay-draw makes of it. That program is started for it and ends with it; a cancelled job ends it early.
Result<QByteArray> drawChart(const ChartDrawing &drawing, Job &job);

} // namespace Assay
