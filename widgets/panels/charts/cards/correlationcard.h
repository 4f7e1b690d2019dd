// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/panels/charts/cards/statcard.h"

namespace Assay {

// How columns go together, two by two. Keys: the columns. Options: method (spearman, pearson).
class CorrelationCard final : public StatCard
{
    Q_OBJECT

public:
    explicit CorrelationCard(QWidget *parent = nullptr);

protected:
    void fillMenu(QMenu &menu) override;
};

} // namespace Assay
