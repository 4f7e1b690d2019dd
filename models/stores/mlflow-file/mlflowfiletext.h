// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

namespace Assay {

// The context of this folder's translated texts.
struct MlflowFileText {
    Q_DECLARE_TR_FUNCTIONS(MlflowFileText)
};

} // namespace Assay
