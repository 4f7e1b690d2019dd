// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

namespace Assay {

// The room's context of translation.
struct ObjectText {
    Q_DECLARE_TR_FUNCTIONS(ObjectText)
};

} // namespace Assay
