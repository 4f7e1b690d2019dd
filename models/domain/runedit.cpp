// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/runedit.h"

namespace Assay {

RunEdit RunEdit::rename(const RunRef &run, const std::optional<QString> &from, const std::optional<QString> &to)
{
    return {run, Field::Name, {}, from, to, Guard::Shown};
}

RunEdit RunEdit::tag(const RunRef &run, const QString &key, const std::optional<QString> &from, const std::optional<QString> &to)
{
    return {run, Field::Tag, key, from, to, Guard::Shown};
}

RunEdit RunEdit::lifecycle(const RunRef &run, Lifecycle from, Lifecycle to)
{
    return {run, Field::Lifecycle, {}, lifecycleName(from), lifecycleName(to), Guard::Shown};
}

RunEdit RunEdit::inverse() const
{
    return {run, field, key, to, from, Guard::Shown};
}

RunEdit RunEdit::unguarded() const
{
    RunEdit edit = *this;
    edit.guard = Guard::Nothing;
    return edit;
}

std::optional<QString> RunEdit::valueIn(const Run &now) const
{
    switch (field) {
    case Field::Name: return now.info.name.isEmpty() ? std::nullopt : std::optional(now.info.name);
    case Field::Tag: return now.tags.contains(key) ? std::optional(now.tags.value(key)) : std::nullopt;
    case Field::Lifecycle: return lifecycleName(now.info.lifecycle);
    }
    return {};
}

} // namespace Assay
