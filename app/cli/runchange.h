// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"
#include "models/domain/runedit.h"

namespace Assay {

// Opens the store for a command that changes runs: the session stands open, or the error says why nothing is written.
Status openForWriting(Session &session, const QString &location);

// `delete` and `restore`: LOCATION RUN… . Every run is found before the first one is changed.
Result<ExitStatus> changeLifecycle(Invocation &invocation, Lifecycle to);

} // namespace Assay
