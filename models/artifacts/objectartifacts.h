// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/objectstore/openobjectstore.h"
#include "models/store/storebackend.h"

namespace Assay {

// Artifacts below a prefix in an object store.
namespace ObjectArtifacts {

// What lies in `folder`, ordered by the bytes of the paths. Objects whose names are no paths are left out, and `note` says so.
// NotFound for a folder below the root in which nothing is.
Status list(ObjectStore &store, const QString &prefix, const QString &folder, bool recursive, ArtifactListing &listing, Job &job);
Status read(ObjectStore &store, const QString &prefix, const QString &path, const ArtifactPart &have, const ArtifactSink &sink, Job &job);

} // namespace ObjectArtifacts

} // namespace Assay
