// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>

#include <span>

namespace Assay {

// A metric's history as a little line: at most `most` points in logged order, each the mean of those it stands for,
// between 0 (the least) and 1; all 0.5 when they are equal. NaN, a gap, where none of them is finite.
QList<float> historyShape(std::span<const double> values, qsizetype most = 48);

} // namespace Assay
