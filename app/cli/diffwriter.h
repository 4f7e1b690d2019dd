// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/answer.h"
#include "models/table/rundiff.h"

#include <utility>

namespace Assay {

// The answer of `diff`: the runs, the baseline among them, and the rows that are to be written.
struct DiffAnswer {
    QList<Run> runs;
    RunDiff diff;
    std::vector<const DiffRow *> rows = {}; // of `diff`
    QList<std::pair<DiffSection, QString>> notes = {}; // sentences about what could not be read
};

// In the format that the output has.
void writeDiff(Output &output, const DiffAnswer &answer);

} // namespace Assay
