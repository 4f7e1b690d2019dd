// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/panels/charts/cards/statcard.h"

namespace Assay {

// Which params a metric's variation hangs on, by permutation importance. Keys: the metric.
class ImportanceCard final : public StatCard
{
    Q_OBJECT

public:
    explicit ImportanceCard(QWidget *parent = nullptr);
};

} // namespace Assay
