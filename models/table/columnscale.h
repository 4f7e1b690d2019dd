// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/table/columnkey.h"

namespace Assay {

// How a column's numbers are made visible besides their digits: a shade behind them, a bar, or a line of the metric's
// history.
enum class ColumnScale { Off, Heat, Bar, History };

// Which numbers of a column are the good ones.
enum class BetterValues { Unknown, Higher, Lower };

// By the last part of a metric's name: "val/loss", "test_rmse" and "fit_time" are lower, "accuracy", "auc" and "f1_score"
// higher. Unknown for other names, and for what is no metric.
BetterValues guessBetterValues(const ColumnKey &key);

} // namespace Assay
