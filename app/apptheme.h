// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Assay {

// Dresses the application: "light", "dark", or anything else for what the desktop wears.
void applyTheme(const QString &name);

// The two parts of it, for the start: the style sheet comes when the window has been made, as with one Qt would dress
// all widgets below anew each time one is put into another.
void applyPalette(const QString &name);
void applyStyleSheet();

} // namespace Assay
