// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"

#include <QString>

namespace Assay {

// Makes a folder, and those above it, for nobody else to look into (0700).
Status makePrivateFolder(const QString &folder);

} // namespace Assay
