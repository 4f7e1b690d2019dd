// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/panels/charts/cards/statcard.h"

namespace Assay {

// A metric over two columns, cut into bins where they have many values. Keys: x, y, the metric. Options: summary (mean,
// least, greatest, count).
class HeatMapCard final : public StatCard
{
    Q_OBJECT

public:
    explicit HeatMapCard(QWidget *parent = nullptr);

protected:
    void fillMenu(QMenu &menu) override;
};

} // namespace Assay
