// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/chartdrawing.h"

namespace Assay {

// A card of statistics, drawn by what the window draws it with. The drawing has a card; GUI thread, returns when it is
// computed and drawn.
DrawnChart drawnCard(const ChartDrawing &drawing);

} // namespace Assay
