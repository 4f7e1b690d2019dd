// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/localartifacts.h"

namespace Assay {

// Finds and reads artifacts wherever a store says that they are; the one way to them for every format. For the thread of a
// store, which keeps one. A place that cannot be reached is no error of a listing: it says so (ArtifactListing).
class ArtifactAccess
{
public:
    Result<ArtifactListing> list(const ArtifactPlace &place, const QString &folder, bool recursive, Job &job);
    Status read(const ArtifactPlace &place, const QString &path, const ByteSink &sink, Job &job);
    // As StoreBackend::resumeArtifact.
    Status resume(const ArtifactPlace &place, const QString &path, const ArtifactPart &have, const ArtifactSink &sink, Job &job);
};

} // namespace Assay
