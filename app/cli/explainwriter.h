// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/answer.h"
#include "models/table/association.h"

namespace Assay {

// The answer of `diff --explain`: params by how much of the metric goes with them, in the format that the output has.
struct ExplainAnswer {
    QStringList runs;
    Association association;
    QStringList groups; // names of the two
};
void writeExplanation(Output &output, const ExplainAnswer &answer);

} // namespace Assay
