// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"

#include <QString>

namespace Assay {

// Makes a folder, and those above it that are not there, for nobody else to look into (0700). One of ours that is open to others
// is closed to them. Errors: Unreadable, with words for whoever looks after the machine, also when it is somebody else's.
Status makePrivateFolder(const QString &folder);

} // namespace Assay
