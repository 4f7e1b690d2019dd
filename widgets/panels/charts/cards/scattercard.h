// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/panels/charts/cards/statcard.h"

namespace Assay {

// Two columns against each other. Keys: x, y, and a column for the colours. Options: logX, logY, trend (none, linear,
// loess), front, betterX and betterY (lower, higher).
class ScatterCard final : public StatCard
{
    Q_OBJECT

public:
    explicit ScatterCard(QWidget *parent = nullptr);

protected:
    void fillMenu(QMenu &menu) override;
};

} // namespace Assay
