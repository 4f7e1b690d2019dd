// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/artifacts/artifactaccess.h"

#include "models/artifacts/objectartifacts.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Assay {

namespace {

struct ArtifactAccessText {
    Q_DECLARE_TR_FUNCTIONS(ArtifactAccessText)
};

constexpr size_t MostOpened = 8;

QString withPlace(const QString &why, const QString &uri)
{
    return ArtifactAccessText::tr("%1 The artifacts are recorded as %2").arg(why, uri.left(200));
}

} // namespace

ArtifactAccess::ArtifactAccess(std::function<ObjectEnvironment()> environment) : m_environment(std::move(environment)) {}

Result<ObjectStore *> ArtifactAccess::storeOf(const ObjectPlace &place, Job &job)
{
    ObjectPlace whole = place;
    whole.prefix.clear();
    const auto known = std::ranges::find(m_opened, whole, &Opened::place);
    if (known != m_opened.end())
        return known->store.get();
    auto store = openObjectStore(whole, m_environment(), job);
    if (!store)
        return store.error();
    if (m_opened.size() >= MostOpened)
        m_opened.erase(m_opened.begin());
    m_opened.push_back({whole, std::move(*store)});
    return m_opened.back().store.get();
}

// Credentials may have run out since the place was opened, and new ones be set up by now.
Status ArtifactAccess::withStore(const ObjectPlace &place, Job &job, const std::function<Status(ObjectStore &)> &work)
{
    const bool isReused = std::ranges::any_of(m_opened, [&](const Opened &opened) { return opened.place.bucket == place.bucket; });
    Result<ObjectStore *> store = storeOf(place, job);
    Status done = store ? work(**store) : Status(store.error());
    if (done || done.error().code == ErrorCode::NotFound)
        return done;
    const bool isRefused = done.error().code == ErrorCode::AccessDenied;
    m_opened.clear();
    if (!isReused || !isRefused)
        return done;
    store = storeOf(place, job);
    return store ? work(**store) : Status(store.error());
}

Result<ArtifactListing> ArtifactAccess::listIn(const ObjectPlace &place, const QString &uri, const QString &folder, bool recursive, Job &job)
{
    ArtifactListing listing;
    listing.artifactUri = uri;
    const Status listed = withStore(place, job, [&](ObjectStore &store) { return ObjectArtifacts::list(store, place.prefix, folder, recursive, listing, job); });
    if (listed)
        return listing;
    if (listed.error().code == ErrorCode::Canceled || (listed.error().code == ErrorCode::NotFound && !folder.isEmpty()))
        return listed.error();
    listing.reachable = false;
    listing.note = withPlace(listed.error().message, uri);
    return listing;
}

Status ArtifactAccess::readFrom(const ObjectPlace &place, const QString &uri, const QString &path, const ArtifactPart &have, const ArtifactSink &sink, Job &job)
{
    bool hasBegun = false;
    const ArtifactSink watched{sink.begin, [&](QByteArrayView piece) {
        hasBegun = true;
        return sink.piece(piece);
    }};
    Status done = withStore(place, job, [&](ObjectStore &store) {
        // What was given cannot be given again to who takes bytes alone.
        const bool isTwice = hasBegun && !sink.begin;
        return isTwice ? Status(Error{ErrorCode::AccessDenied, ArtifactAccessText::tr("The credentials that are set up have expired meanwhile."), {}})
                       : ObjectArtifacts::read(store, place.prefix, path, have, watched, job);
    });
    if (done || done.error().code == ErrorCode::Canceled || done.error().code == ErrorCode::NotFound)
        return done;
    return Error{done.error().code, withPlace(done.error().message, uri), done.error().detail};
}

Result<ArtifactListing> ArtifactAccess::list(const ArtifactPlace &place, const QString &folder, bool recursive, Job &job)
{
    const ArtifactRoot root = LocalArtifacts::resolve(place);
    if (const auto object = root.reachable ? std::nullopt : objectPlace(place.uri))
        return listIn(*object, place.uri, folder, recursive, job);
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
    const ArtifactRoot root = LocalArtifacts::resolve(place);
    if (const auto object = root.reachable ? std::nullopt : objectPlace(place.uri))
        return readFrom(*object, place.uri, path, {}, {{}, sink}, job);
    return LocalArtifacts::read(root, path, sink, job);
}

Status ArtifactAccess::resume(const ArtifactPlace &place, const QString &path, const ArtifactPart &have, const ArtifactSink &sink, Job &job)
{
    const ArtifactRoot root = LocalArtifacts::resolve(place);
    if (const auto object = root.reachable ? std::nullopt : objectPlace(place.uri))
        return readFrom(*object, place.uri, path, have, sink, job);
    return !sink.begin || sink.begin({}) ? LocalArtifacts::read(root, path, sink.piece, job) : Status();
}

} // namespace Assay
