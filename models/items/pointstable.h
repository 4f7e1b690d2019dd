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

// A line that stands for several runs.
struct LineOfGroup {
    QString name;
    double xOffset = 0; // subtracted from the points' x
    SeriesPyramidPtr line;
    SeriesPyramidPtr low, high; // or null
};

// What groups' lines are made of: group, x as on the axis (times as ISO 8601 where `axis` has such), value, low, high.
TextTable groupPointsTable(const QList<LineOfGroup> &lines, XAxis axis);

// Every logged point of some lines, as logged, whatever the lines look like: run_id, run_name, key, step, time, value.
// Times are ISO 8601 in UTC; values have the fewest digits that read back the same.
TextTable pointsTable(const QList<PointsOfRun> &lines);

} // namespace Assay
