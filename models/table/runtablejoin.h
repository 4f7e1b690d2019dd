// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/table/runtable.h"

#include <QList>

namespace Assay {

// One of several stores whose runs stand in one table.
struct JoinPart {
    QString store;         // its short name, which no other part has
    RunTablePtr table = {}; // null: nothing is known of it
};

// The runs of all parts in one table, part after part, with a column `store` more. A part's number is its place in the
// list, so a run keeps its ref as long as the list has the same stores. Cells are copied once; what only the first part has
// is shared. Where the parts' stores answer the same query differently the newest MLflow's answer holds. Any thread.
RunTablePtr joinRuns(const QList<JoinPart> &parts);

} // namespace Assay
