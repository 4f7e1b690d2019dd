// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/arguments.h"
#include "models/chart/chartoptions.h"
#include "models/items/chartdrawing.h"

namespace Assay {

// What of a drawing is said by options of `assayctl chart`. Every failure is InvalidArgument and names the option, what it
// takes and what was written.

// "--size takes width and height …, not: 20".
Error badOptionValue(const QString &option, const QString &wanted, const QString &written);

QList<OptionSpec> chartLookOptions(); // of every chart
Status readChartLook(const Arguments &arguments, ChartDrawing &drawing);

QList<OptionSpec> chartLineOptions(); // of lines alone
Status readChartLines(const Arguments &arguments, ChartDrawing &drawing, ChartOptions &options);

} // namespace Assay
