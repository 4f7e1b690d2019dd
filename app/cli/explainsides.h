// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/arguments.h"
#include "app/cli/session.h"
#include "models/table/association.h"

namespace Assay {

// The runs that `diff --explain` looks at, and how they are parted.
struct ExplainSides {
    RunTablePtr table;
    std::vector<uint32_t> rows;
    AssociationSplit split;
    QStringList names; // of the two groups
};

QList<OptionSpec> explainOptions();
// What can be wrong with the options is known before the store is opened.
Status checkExplainOptions(const Arguments &arguments);
// As --first and --second say it; without them the named runs, by the metric's median or as --best says it.
Result<ExplainSides> explainSides(Session &session, const Arguments &arguments, const QList<Run> &named);

} // namespace Assay
