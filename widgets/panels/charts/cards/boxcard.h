// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/panels/charts/cards/statcard.h"

namespace Assay {

// How a column spreads, in groups. Keys: the column, one to group by. Options: kind (box, violin), dots, log.
class BoxCard final : public StatCard
{
    Q_OBJECT

public:
    explicit BoxCard(QWidget *parent = nullptr);

protected:
    void fillMenu(QMenu &menu) override;
};

} // namespace Assay
