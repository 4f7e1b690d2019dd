// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Assay {

// Dresses the application: "light", "dark", or anything else for what the desktop wears.
void applyTheme(const QString &name);

} // namespace Assay
