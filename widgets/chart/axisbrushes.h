// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/brushquery.h"
#include "widgets/chart/plotframe.h"

namespace Assay {

// What a brush from one part of an axis to another covers of a column. Ends get as few digits as the pixel (a part of the
// axis, too) leaves them; of texts those whose place is covered.
AxisBrush brushOfAxis(const FrameAxis &axis, const ChartColumn &column, double from, double to, double pixel);
// The bins from one to another, both included, of a column that was cut into them.
AxisBrush brushOfBins(const ChartColumn &column, const QList<ValueBin> &bins, qsizetype from, qsizetype to);

} // namespace Assay
