// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/ids.h"

namespace Assay {

// An experiment of one of several stores that stand together: the same id can stand in each of them.
struct MemberExperiment {
    qsizetype member = -1; // its number among the stores; -1: of a store that stands alone
    ExperimentId own;      // as the store has it

    friend bool operator==(const MemberExperiment &, const MemberExperiment &) = default;
};

// Both in one id, and back. What is no such id is taken as it is.
ExperimentId memberExperiment(const MemberExperiment &experiment);
MemberExperiment splitMember(const ExperimentId &id);

// What tells a run from others that are shown: its id, and which of several stores it is of.
QString runKey(const RunRef &run);

} // namespace Assay
