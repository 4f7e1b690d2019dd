// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/session.h"
#include "models/chart/chartoptions.h"
#include "models/items/chartdrawing.h"

namespace Assay {

// The lines of these keys, of every run that has what they need: histories are read for it. A metric's own name is taken
// as it is, however it is written; everything else is an expression. InvalidQuery where that cannot be understood, NotFound
// when no run has what is needed; how many lack it is a warning. Where columns decide how lines look, their values stand
// behind the run's name.
Status fillLines(ChartDrawing &drawing, Session &session, const QList<Run> &runs, const QStringList &keys, const ChartOptions &options);

// Of a key that is neither: with where the expression stops making sense.
Error noSuchMetric(const QString &key, const Error &asExpression);

} // namespace Assay
