// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/chart/barview.h"
#include "widgets/chart/plotpicture.h"

namespace Assay {

// Lines of one point each, as bars: what was logged once has no course, and a dot in an empty chart says little. The lines'
// numbers stand for runs.
class LastValueBars final : public BarView
{
    Q_OBJECT

public:
    using BarView::BarView;

    // Whether they are better shown so.
    static bool fits(const QList<PlotLine> &lines);

    void setLines(const QList<PlotLine> &lines); // fits() them; the first ones are drawn below, and so stand last
};

} // namespace Assay
