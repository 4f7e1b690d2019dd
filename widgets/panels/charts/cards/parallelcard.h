// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/panels/charts/cards/statcard.h"

namespace Assay {

// Runs over many columns at once. Keys: the axes, from the left. Options: color (a key; none: the last axis), log and
// linear (keys whose scale was chosen), inverted (keys).
class ParallelCard final : public StatCard
{
    Q_OBJECT

public:
    explicit ParallelCard(QWidget *parent = nullptr);

protected:
    void fillMenu(QMenu &menu) override;

private:
    void changeAxis(const QString &key, bool isLog, bool isInverted);
};

} // namespace Assay
