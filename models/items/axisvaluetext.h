// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/chart/axis.h"
#include "models/items/cardspec.h"

namespace Assay {

// A place on the x axis as people write it, whole: a number; a time in their zone, "2026-01-31 14:05:09"; a span, "90 s".
QString axisValueText(XAxis axis, double value);
// Reads such a text, dates without a time too, and spans as "90", "90s", "1.5 h", "2d" (of nothing behind it: seconds).
// Nothing for what is none, or not finite.
std::optional<double> axisValue(XAxis axis, const QString &text);

// Whether an axis can show it: finite, the lesser first, and wide enough for doubles to tell its pixels apart.
bool isShowable(const AxisRange &range);
// The part of an axis that a card always shows, options "x" and "y" of its spec: [least, greatest].
std::optional<AxisRange> fixedRange(const CardSpec &spec, const QString &axis);
void setFixedRange(CardSpec &spec, const QString &axis, const std::optional<AxisRange> &range);

} // namespace Assay
