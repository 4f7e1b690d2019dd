// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/arguments.h"
#include "app/cli/session.h"

namespace Assay {

// The option --with LOCATION of commands that take several stores at once, whose runs then have a column `store`.
OptionSpec withOption();
// Opens LOCATION, together with the others where such are given.
Status openWith(Session &session, const Arguments &arguments);
// A paragraph for their manual pages.
QString withHelp();

} // namespace Assay
