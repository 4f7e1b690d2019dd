// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/storebackend.h"

namespace Assay {

// The person pointed at `folder` for what is recorded as `uri`. That may be the very folder, the store's folder above
// it, or one in between: the mapping that finds this run's files and those of as many others as possible.
RootMapping guessRootMapping(const QString &uri, const QString &folder);

} // namespace Assay
