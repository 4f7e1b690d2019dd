// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/ids.h"
#include "models/chart/seriespyramid.h"
#include "models/table/textexport.h"

namespace Assay {

// Whose points they are.
struct PointsOfRun {
    RunRef run;
    QString runName;
    SeriesPyramidPtr line;
};

// Every logged point of some lines, as logged, whatever the lines look like: run_id, run_name, key, step, time, value.
// Times are ISO 8601 in UTC; values have the fewest digits that read back the same.
TextTable pointsTable(const QList<PointsOfRun> &lines);

} // namespace Assay
