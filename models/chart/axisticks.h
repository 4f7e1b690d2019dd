// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/chart/axis.h"

#include <QList>
#include <QString>
#include <QTimeZone>

namespace Assay {

struct AxisTick {
    double position = 0.0;
    QString label; // may be empty: a line of the grid without a number

    friend bool operator==(const AxisTick &, const AxisTick &) = default;
};

struct AxisTicks {
    QList<AxisTick> ticks;
    QString caption; // what all labels have in common and so do not repeat: the day; mostly empty
};

// Round places inside `range`, at most `most` of them (at least 2 are allowed), with labels in QLocale's language that are
// short and tell neighbours apart: "0.25", "15k", "3×10⁻⁷".
AxisTicks numberTicks(const AxisRange &range, int most);
AxisTicks stepTicks(const AxisRange &range, int most); // the same, only whole numbers
// On a logarithmic axis: powers of ten, with 2 and 5 between them where there is room.
AxisTicks logTicks(const AxisRange &range, int most);
// On a symmetric logarithmic axis that is linear up to `unit` around 0: 0, and powers of ten from 10 units on, on both sides.
AxisTicks symlogTicks(const AxisRange &range, double unit, int most);
// Whichever of numberTicks(), logTicks() and symlogTicks() belongs to the scale.
AxisTicks valueTicks(const AxisRange &range, const ScaleMap &scale, int most);
// `range` in milliseconds since 1970 UTC; midnights, full hours and so on of `zone`.
AxisTicks timeTicks(const AxisRange &range, int most, const QTimeZone &zone);
// `range` in milliseconds: "45 s", "1 h 30 min".
AxisTicks durationTicks(const AxisRange &range, int most);
AxisTicks withDurationLabels(AxisTicks ticks); // the same places

} // namespace Assay
