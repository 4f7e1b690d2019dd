// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/artifacts/artifactaccess.h"

namespace Assay {

Result<ArtifactListing> ArtifactAccess::list(const ArtifactPlace &place, const QString &folder, bool recursive, Job &job)
{
    const ArtifactRoot root = LocalArtifacts::resolve(place);
    ArtifactListing listing{place.uri, root.reachable ? root.path() : QString(), root.reachable, root.note, {}};
    if (!root.reachable)
        return listing;
    auto entries = LocalArtifacts::list(root, folder, recursive, job);
    if (!entries)
        return entries.error();
    listing.entries = std::move(*entries);
    return listing;
}

Status ArtifactAccess::read(const ArtifactPlace &place, const QString &path, const ByteSink &sink, Job &job)
{
    return LocalArtifacts::read(LocalArtifacts::resolve(place), path, sink, job);
}

Status ArtifactAccess::resume(const ArtifactPlace &place, const QString &path, const ArtifactPart &, const ArtifactSink &sink, Job &job)
{
    return sink.begin({}) ? read(place, path, sink.piece, job) : Status();
}

} // namespace Assay
