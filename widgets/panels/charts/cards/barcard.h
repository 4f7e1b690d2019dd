// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/panels/charts/cards/statcard.h"

namespace Assay {

// A metric's value of each run that is drawn, the latest or the least or greatest it had, or of groups of all runs. Keys:
// the metric or "min(…)" of one, a column to group by.
// Options: summary of groups (mean with its deviation, best, count), order (best, worst, table).
class BarCard final : public StatCard
{
    Q_OBJECT

public:
    explicit BarCard(QWidget *parent = nullptr);

protected:
    void fillMenu(QMenu &menu) override;

private:
    void addValues(QMenu &menu);
};

} // namespace Assay
