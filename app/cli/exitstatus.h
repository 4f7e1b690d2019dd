// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/error.h"

namespace Assay {

// What assayctl ends with; scripts rest on the numbers.
enum class ExitStatus {
    Done = 0,
    No = 1,             // the answer is no: differences under --exit-code, problems found
    BadUsage = 2,       // unknown option, malformed query
    Unreadable = 3,     // the store could not be opened or read, or does not hold what was named
    Refused = 4,        // conflict, policy, read-only store, unknown schema
    OutcomeUnknown = 5, // a write of which nobody can say whether it took place
};

// The one place where a kind of failure becomes a status.
ExitStatus exitStatus(ErrorCode code);

// The one line for standard error without the program's name: "<what failed>: <which file, row or field>". Line breaks
// and controls are visible escapes, and passwords in URLs are left out.
QString errorLine(const Error &error);
// `text` with the user and password of every URL in it replaced.
QString withoutCredentials(const QString &text);

} // namespace Assay
