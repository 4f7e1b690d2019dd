// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

namespace Assay {

// The translation context of this folder.
struct BundleText {
    Q_DECLARE_TR_FUNCTIONS(BundleText)
};

} // namespace Assay
