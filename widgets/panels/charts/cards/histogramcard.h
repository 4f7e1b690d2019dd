// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/panels/charts/cards/statcard.h"

namespace Assay {

// How many runs have which value of a column. Keys: the column.
class HistogramCard final : public StatCard
{
    Q_OBJECT

public:
    explicit HistogramCard(QWidget *parent = nullptr);
};

} // namespace Assay
