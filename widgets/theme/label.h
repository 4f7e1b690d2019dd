// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QLabel;

namespace Assay {

// Labels that take no text for markup. `role` chooses the look (assay.qss), `name` is the object name.
QLabel *plainLabel(const QString &text, const QString &role = {}, const QString &name = {});
// The same for texts of any length: wrapped, and selectable with the mouse.
QLabel *wrappedLabel(const QString &text, const QString &role = {});

} // namespace Assay
