// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/objectstore/openobjectstore.h"
#include "models/store/localartifacts.h"

namespace Assay {

// Finds and reads artifacts wherever a store says that they are: on this machine, or in an object store for which credentials are set
// up here. The one way to them for every format. For the thread of a store, which keeps one. A place that cannot be reached is no
// error of a listing: it says so (ArtifactListing), how the place was recorded, and what is missing.
class ArtifactAccess
{
public:
    // `environment`: what is set up, asked for whenever a place is opened.
    explicit ArtifactAccess(std::function<ObjectEnvironment()> environment = ObjectEnvironment::ofThisProcess);

    Result<ArtifactListing> list(const ArtifactPlace &place, const QString &folder, bool recursive, Job &job);
    Status read(const ArtifactPlace &place, const QString &path, const ByteSink &sink, Job &job);
    // As StoreBackend::resumeArtifact.
    Status resume(const ArtifactPlace &place, const QString &path, const ArtifactPart &have, const ArtifactSink &sink, Job &job);

    // Whether a recorded place lies in an object store, which is read from here directly.
    static bool isObjectPlace(const QString &uri) { return objectPlace(uri).has_value(); }

private:
    Result<ObjectStore *> storeOf(const ObjectPlace &place, Job &job);
    Status withStore(const ObjectPlace &place, Job &job, const std::function<Status(ObjectStore &)> &work);
    Status readFrom(const ObjectPlace &place, const QString &uri, const QString &path, const ArtifactPart &have, const ArtifactSink &sink, Job &job);
    Result<ArtifactListing> listIn(const ObjectPlace &place, const QString &uri, const QString &folder, bool recursive, Job &job);

    struct Opened {
        ObjectPlace place; // without a prefix
        std::unique_ptr<ObjectStore> store;
    };
    std::function<ObjectEnvironment()> m_environment;
    std::vector<Opened> m_opened; // the last ones
};

} // namespace Assay
