// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/theme/keytext.h"

#include <QList>

#include <optional>

namespace Assay {

// What a key without Ctrl and Alt does in the run table. Return opens, as in every list.
enum class RunTableAct { Down, Up, ToggleEye, Mark, EndMarking, Query, Sort, Columns, Groups, Facet };

std::optional<RunTableAct> runTableAct(int key, Qt::KeyboardModifiers modifiers);

QList<KeyText> runTableKeyTexts(); // for the list of all shortcuts

} // namespace Assay
