// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QComboBox;

namespace Assay {

// A box whose width does not follow its texts, which may be of any length: `letters` of them are seen at least, and more where
// there is room. `title` is for who cannot see what stands before it.
QComboBox *choiceBox(const QString &name, const QString &title, int letters);

} // namespace Assay
