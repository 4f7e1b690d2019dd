// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/run.h"

namespace Assay {

// A change of one thing of one run as a value: who has it can make it, and take it back by its inverse.
struct RunEdit {
    enum class Field { Name, Tag, Lifecycle };
    enum class Guard {
        Shown,   // only if `from` stands there now, else Conflict
        Nothing, // whatever stands there
    };

    RunRef run;
    Field field = Field::Tag;
    QString key;                 // of the tag
    std::optional<QString> from; // what was shown; nothing: no name, no such tag
    std::optional<QString> to;   // nothing: without a name, without the tag
    Guard guard = Guard::Shown;

    static RunEdit rename(const RunRef &run, const std::optional<QString> &from, const std::optional<QString> &to);
    static RunEdit tag(const RunRef &run, const QString &key, const std::optional<QString> &from, const std::optional<QString> &to);
    static RunEdit lifecycle(const RunRef &run, Lifecycle from, Lifecycle to);

    RunEdit inverse() const;      // guarded
    RunEdit unguarded() const;
    // What the run has of it: its name, the tag, its lifecycle.
    std::optional<QString> valueIn(const Run &now) const;

    friend bool operator==(const RunEdit &, const RunEdit &) = default;
};

} // namespace Assay
