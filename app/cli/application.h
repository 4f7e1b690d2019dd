// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"

namespace Assay {

// assayctl from its words (without the program's name) to its exit status.
int runAssayctl(const QStringList &words, const std::vector<std::unique_ptr<Command>> &commands, const StoreRegistry &registry);

} // namespace Assay
