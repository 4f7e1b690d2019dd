// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

#include <optional>

namespace Assay {

// What a key without Ctrl and Alt does in the run table. Return opens, as in every list.
enum class RunTableAct { Down, Up, ToggleEye, Mark, EndMarking, Query, Sort, Columns, Groups, Facet };

std::optional<RunTableAct> runTableAct(int key, Qt::KeyboardModifiers modifiers);

// For the list of all shortcuts: keys as they are shown, and in a few words what they do.
struct KeyText {
    QString keys;
    QString text;
};
QList<KeyText> runTableKeyTexts();

} // namespace Assay
