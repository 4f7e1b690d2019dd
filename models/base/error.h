// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Assay {

// What kind of failure it was, for callers that decide by it (and for assayctl's exit status).
enum class ErrorCode {
    InvalidArgument, // what was asked for makes no sense
    InvalidQuery,    // a query that cannot be understood; the message carries the position
    Ambiguous,       // several stores fit a location; the message lists them
    AmbiguousId,     // several runs, experiments … fit what was typed; the message lists them
    NotFound,        // a path, run, model, artifact that is not there
    NotAStore,       // the place is there, but no store of a known format
    Unreadable,      // permission, I/O error, locked for too long
    Unreachable,     // no way to a server, or no answer of it in time or in its protocol
    AccessDenied,    // a server wants other credentials, or grants them too little
    Untrusted,       // a server whose certificate does not hold
    NotKept,         // of a store that is out of reach: what was not kept of it
    Damaged,         // what lies there cannot be read as what it should be
    Unsupported,     // understood, but this build or this store cannot
    ReadOnly,        // a write to what must not be written
    UnknownSchema,   // a write to a store of a revision that is not known
    Conflict,        // somebody else changed it since it was shown
    Refused,         // a rule of ours forbids it
    Canceled,        // the caller asked to stop
    OutcomeUnknown,  // a write of which nobody can say whether it took place
    Internal,        // a mistake of ours
};

// A failure as a value. `message` is translated and safe to show; `detail` is technical (path, line, SQL), never
// translated, and goes to logs and folded parts of the window.
struct Error {
    ErrorCode code = ErrorCode::Internal;
    QString message;
    QString detail;

    friend bool operator==(const Error &, const Error &) = default;
};

// The code's name in kebab case, as it stands in assayctl's JSON: "not-a-store".
QString errorCodeName(ErrorCode code);

} // namespace Assay
