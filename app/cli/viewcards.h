// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/arguments.h"
#include "models/chart/chartoptions.h"
#include "models/items/chartdrawing.h"
#include "models/items/viewfile.h"

namespace Assay {

// One picture of `assayctl chart`, before any run is looked at.
struct WantedChart {
    ChartDrawing drawing; // with a card of statistics, or to be filled with lines
    QStringList keys;     // of lines
    QString only;         // of lines: a query, when not all runs are meant
    bool isTitled = false;
    ChartOptions options = {}; // of lines: the columns that they follow
};

QList<OptionSpec> viewCardOptions(); // --view-file, --card-id

// The cards of a saved view that can be drawn, each with the look of `drawing`: all, or the one that --card-id names by its
// id or its title. InvalidArgument when there is none.
Result<QList<WantedChart>> chartsOfView(const Arguments &arguments, const ViewFile &view, const ChartDrawing &look);

// "charts.svg" is "charts-2.svg" for the second of several.
QString numberedFile(const QString &file, qsizetype number);

} // namespace Assay
