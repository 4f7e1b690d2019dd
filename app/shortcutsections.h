// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/actionregistry.h"
#include "widgets/dialogs/shortcutsdialog.h"

namespace Assay {

// The shortcuts that the window really has, and the keys of the run table and the filter field.
QList<ShortcutSection> shortcutSections(const ActionRegistry &actions);

} // namespace Assay
