// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Assay {

// For the list of all shortcuts: keys as they are shown, and in a few words what they do.
struct KeyText {
    QString keys;
    QString text;
};

} // namespace Assay
