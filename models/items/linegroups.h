// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/runview.h"
#include "models/table/rungroups.h"

namespace Assay {

// Runs that charts draw as one line, since the table puts them together.
struct LineGroup {
    QString values;     // "lr = 0.1, opt = adam"
    QList<RunRef> runs; // as the table shows them
};

// The groups of some of the runs by the view's groupKeys(), in the order of groupRuns(). Costs what the runs cost, however
// many others the table has.
QList<LineGroup> lineGroups(const RunView &view, const QList<RunRef> &runs);

// "lr = 0.1, opt = adam": what the runs of a group have in common. Any thread.
QString groupValuesText(const RunTable &table, const RunGroups &groups, size_t group);

} // namespace Assay
