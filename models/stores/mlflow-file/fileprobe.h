// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/storeformat.h"

namespace Assay {

// Finds the file store that is at, in or around `path` (see StoreFormat::probe). A store's root is a folder with an
// experiment's meta.yaml one level down, in .trash, or a registered model's in models/. Only a handful of names is
// tried for each folder, so that asking about a home folder stays cheap.
StoreProbe probeFileStore(const QString &path, Job &job);

} // namespace Assay
