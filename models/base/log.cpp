// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/log.h"

namespace Assay {

Q_LOGGING_CATEGORY(logStore, "assay.store", QtWarningMsg)
Q_LOGGING_CATEGORY(logUi, "assay.ui", QtWarningMsg)

} // namespace Assay
