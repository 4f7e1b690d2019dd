// SPDX-License-Identifier: GPL-3.0-or-later
// Artifacts through the server, or past it where they lie in an object store for which credentials are set up here.
#include "models/artifacts/artifactdownload.h"
#include "models/stores/mlflow-server/serverstore.h"
#include "models/stores/mlflow-server/words.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Assay::MlflowServer {

namespace {

constexpr qsizetype MostCharacters = 100'000'000; // of all paths
constexpr qsizetype MostFolders = 20'000;         // each is a request
constexpr qsizetype MostDepth = 64;

// Of a file below the root: what a server says is not trusted to lead elsewhere.
bool isPlainPath(const QString &path)
{
    const QStringList parts = path.split(u'/');
    return std::ranges::none_of(parts, [](const QString &part) { return part.isEmpty() || part == "."_L1 || part == ".."_L1; });
}

// Takes in what folders hold, as long as it is a tree of some size.
class Gathered
{
public:
    Gathered(const QString &root, QList<ArtifactEntry> &entries) : m_seen{root}, m_entries(entries) {}

    // `folders` gets those that are to be looked into.
    void take(const QList<ArtifactEntry> &found, QStringList *folders)
    {
        for (const ArtifactEntry &entry : found) {
            if (!isPlainPath(entry.path) || m_seen.contains(entry.path))
                continue;
            m_isFull = m_isFull || m_entries.size() >= MostArtifacts || m_characters + entry.path.size() > MostCharacters;
            if (m_isFull)
                return;
            m_seen.insert(entry.path);
            m_characters += entry.path.size();
            m_entries.append(entry);
            if (folders && entry.isFolder)
                lookInto(entry.path, *folders);
        }
    }

    bool isFull() const { return m_isFull; }
    bool isTooDeep() const { return m_isTooDeep; }

private:
    void lookInto(const QString &path, QStringList &folders)
    {
        const bool isTooDeep = path.count(u'/') + 1 >= MostDepth;
        m_isTooDeep = m_isTooDeep || isTooDeep;
        if (!isTooDeep && m_folders++ < MostFolders)
            folders.append(path);
        else if (!isTooDeep)
            m_isFull = true;
    }

    QSet<QString> m_seen;
    QList<ArtifactEntry> &m_entries;
    qsizetype m_characters = 0;
    qsizetype m_folders = 0;
    bool m_isFull = false;
    bool m_isTooDeep = false;
};

HttpRequest fileRequest(const QString &endpoint, RestApi::Items items)
{
    HttpRequest request = RestApi::get({}, items);
    request.path = endpoint;
    return request;
}

} // namespace

// `make(folder)` is the request for what lies in it. Folders of one depth are asked for together, some at a time. A server can
// tell of folders in folders without end: what is left out of them is said in the note.
Status ServerStore::readFolders(const QString &first, bool recursive, const std::function<HttpRequest(const QString &)> &make,
                                ArtifactListing &listing, Job &job)
{
    Gathered gathered(first, listing.entries);
    QStringList folders{first};
    while (!folders.isEmpty() && !gathered.isFull()) {
        QList<HttpRequest> requests;
        for (const QString &folder : std::as_const(folders))
            requests.append(make(folder));
        folders.clear();
        Status failed;
        const Status all = m_api.readAll(requests, [&](qsizetype, const Result<QByteArray> &body) {
            const Result<QList<ArtifactEntry>> found = body ? artifactEntries(*body) : Result<QList<ArtifactEntry>>(body.error());
            if (!found) {
                failed = found.error();
                return false;
            }
            gathered.take(*found, recursive ? &folders : nullptr);
            job.setProgress(listing.entries.size(), 0, Words::tr("Listing artifacts"));
            return !gathered.isFull();
        }, job);
        if (!all || !failed)
            return all ? failed : all;
    }
    if (gathered.isFull())
        listing.note = Words::tr("There are more files than can be shown; these are the first %1.").arg(listing.entries.size());
    else if (gathered.isTooDeep())
        listing.note = Words::tr("Folders more than %1 deep are not looked into.").arg(MostDepth);
    std::ranges::sort(listing.entries, {}, [](const ArtifactEntry &entry) { return entry.path.toUtf8(); });
    return {};
}

Result<ArtifactListing> ServerStore::listArtifacts(const ArtifactPlace &place, const QString &folder, bool recursive,
                                                   const std::function<HttpRequest(const QString &)> &make, Job &job)
{
    Result<ArtifactListing> direct = ArtifactListing{};
    if (ArtifactAccess::isObjectPlace(place.uri)) {
        direct = m_artifacts.list(place, folder, recursive, job);
        if (!direct || direct->reachable)
            return direct;
    }
    ArtifactListing listing;
    listing.artifactUri = place.uri;
    const Status read = readFolders(folder, recursive, make, listing, job);
    if (read)
        return listing;
    // What is missing here is something that one can do about.
    const bool isTold = read.error().code != ErrorCode::Canceled && !direct->note.isEmpty();
    return isTold ? direct : read.error();
}

Status ServerStore::readBytes(const ArtifactPlace &place, const QString &path, const HttpRequest &request, const ArtifactPart &have, const ArtifactSink &sink,
                              Job &job)
{
    Status direct;
    if (ArtifactAccess::isObjectPlace(place.uri)) {
        bool hasBegun = false;
        direct = m_artifacts.resume(place, path, have, {sink.begin, [&](QByteArrayView piece) {
            hasBegun = true;
            return sink.piece(piece);
        }}, job);
        if (direct || hasBegun || direct.error().code == ErrorCode::Canceled || direct.error().code == ErrorCode::NotFound)
            return direct;
    }
    const Status read = m_api.download(request, httpPart(have), downloadSink(sink), job);
    return read || read.error().code == ErrorCode::Canceled || direct ? read : direct;
}

// Asked for once for files of one run, one after the other.
Result<ArtifactPlace> ServerStore::placeOf(const RunRef &run, Job &job)
{
    if (m_lastPlace.experimentId == run.experiment.value && m_lastPlace.runId == run.run.value)
        return m_lastPlace;
    const Result<RunPlace> place = readRun(run, job).andThen(runPlace);
    if (!place)
        return place.error();
    m_lastPlace = ArtifactPlace{place->artifactUri, run.experiment.value, run.run.value, {}, {}, {}};
    return m_lastPlace;
}

Result<ArtifactListing> ServerStore::artifacts(const RunRef &run, const QString &folder, bool recursive, Job &job)
{
    m_lastPlace = {};
    const Result<ArtifactPlace> place = placeOf(run, job);
    if (!place)
        return place.error();
    return listArtifacts(*place, folder, recursive, [&](const QString &path) {
        return RestApi::get(u"artifacts/list"_s, {{u"run_id"_s, run.run.value}, {u"path"_s, path}});
    }, job);
}

Status ServerStore::readArtifact(const RunRef &run, const QString &path, const ByteSink &sink, Job &job)
{
    return resumeArtifact(run, path, {}, {{}, sink}, job);
}

Status ServerStore::resumeArtifact(const RunRef &run, const QString &path, const ArtifactPart &have, const ArtifactSink &sink, Job &job)
{
    const Result<ArtifactPlace> place = placeOf(run, job);
    if (!place)
        return place.error();
    const HttpRequest request = fileRequest(u"/get-artifact"_s, {{u"run_id"_s, run.run.value}, {u"path"_s, path}});
    return readBytes(*place, path, request, have, sink, job);
}

Result<ArtifactListing> ServerStore::modelArtifacts(const RunRef &run, const LoggedModel &model, Job &job)
{
    const QString endpoint = u"logged-models/"_s + model.id + u"/artifacts/directories"_s;
    const ArtifactPlace place{model.artifactUri, run.experiment.value, model.id, {}, {}, {}};
    return listArtifacts(place, {}, true, [&](const QString &folder) { return RestApi::get(endpoint, {{u"artifact_directory_path"_s, folder}}); }, job);
}

Status ServerStore::readModelArtifact(const RunRef &run, const LoggedModel &model, const QString &path, const ByteSink &sink, Job &job)
{
    const HttpRequest request = fileRequest(u"/ajax-api/2.0/mlflow/logged-models/"_s + model.id + u"/artifacts/files"_s, {{u"artifact_file_path"_s, path}});
    return readBytes({model.artifactUri, run.experiment.value, model.id, {}, {}, {}}, path, request, {}, {{}, sink}, job);
}

} // namespace Assay::MlflowServer
