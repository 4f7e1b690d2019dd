// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/arguments.h"
#include "models/domain/experiment.h"

namespace Assay {

// The option --view active|deleted|all, active by default.
OptionSpec viewOption();
Result<ViewType> viewOf(const Arguments &arguments);
bool isInView(Lifecycle lifecycle, ViewType view);

} // namespace Assay
