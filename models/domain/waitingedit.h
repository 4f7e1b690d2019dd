// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/runedit.h"

namespace Assay {

// An edit that could not be made because its store was out of reach. It rests on edit.from: when the store is back and
// something else stands there, somebody has to decide.
struct WaitingEdit {
    enum class State { Waiting, Conflict, Failed };

    RunEdit edit;
    QString runName;  // as it was shown
    qint64 madeAt = 0; // ms since 1970 UTC
    State state = State::Waiting;
    std::optional<QString> now; // with Conflict: what stands there
    QString why;      // with Failed: translated

    friend bool operator==(const WaitingEdit &, const WaitingEdit &) = default;
};

} // namespace Assay
