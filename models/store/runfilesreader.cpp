// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/runfilesreader.h"

#include <QCoreApplication>

#include <algorithm>
#include <numeric>

using namespace Qt::StringLiterals;

namespace Assay {

namespace {

constexpr qsizetype MaxFile = 1024 * 1024, MaxFiles = 64, MaxTotal = 4 * MaxFile;

struct RunFilesText {
    Q_DECLARE_TR_FUNCTIONS(RunFilesText)
};

bool isWanted(const ArtifactEntry &entry)
{
    const QStringView name = QStringView(entry.path).sliced(entry.path.lastIndexOf(u'/') + 1);
    return !entry.isFolder && !entry.isLink
        && (name == "requirements.txt"_L1 || name == "conda.yaml"_L1 || name == "python_env.yaml"_L1 || name == "MLmodel"_L1);
}

template <typename Read>
void readFiles(RunFiles &into, const QList<ArtifactEntry> &entries, const QString &prefix, const Job &job, Read &&read)
{
    qsizetype total = std::accumulate(into.files.begin(), into.files.end(), qsizetype(0), [](qsizetype sum, const RunFile &file) { return sum + file.bytes.size(); });
    for (const ArtifactEntry &entry : entries) {
        if (!isWanted(entry) || job.isCanceled())
            continue;
        if (into.files.size() >= MaxFiles) {
            into.note = RunFilesText::tr("Of a run with many models, the first %1 files were read.").arg(MaxFiles);
            return;
        }
        RunFile file{prefix + entry.path, {}, false, {}};
        const qsizetype limit = std::min(MaxFile, MaxTotal - total);
        const Status done = read(entry.path, [&](QByteArrayView piece) {
            file.isCut = piece.size() > limit - file.bytes.size();
            file.bytes.append(piece.first(std::min(piece.size(), limit - file.bytes.size())));
            return !file.isCut;
        });
        total += file.bytes.size();
        if (!done)
            file.problem = done.error().message;
        into.files.append(std::move(file));
    }
}

// Models of one name get their id behind it.
QStringList folderNames(const QList<LoggedModel> &models)
{
    QHash<QString, int> counts;
    for (const LoggedModel &model : models)
        ++counts[model.name];
    QStringList names;
    for (const LoggedModel &model : models)
        names.append(model.name.isEmpty() ? model.id : counts[model.name] > 1 ? u"%1 (%2)"_s.arg(model.name, model.id) : model.name);
    return names;
}

// False when cancelled.
bool addModels(RunFiles &into, StoreBackend &store, const RunRef &run, Job &job)
{
    const auto models = store.loggedModels(run, job);
    if (!models) {
        into.note = models.error().message;
        return models.error().code != ErrorCode::Canceled;
    }
    const QStringList names = folderNames(*models);
    for (qsizetype i = 0; i < models->size(); ++i) {
        const LoggedModel &model = models->at(i);
        const QString prefix = names[i] + u'/';
        const bool isThere = std::any_of(into.entries.begin(), into.entries.end(), [&](const ArtifactEntry &entry) { return entry.path.startsWith(prefix); });
        if (isThere)
            continue;
        const auto listing = store.modelArtifacts(run, model, job);
        if (!listing || !listing->reachable) {
            into.note = listing ? listing->note : listing.error().message;
            continue;
        }
        into.entries.append({names[i], true, 0, false});
        for (ArtifactEntry entry : listing->entries) {
            entry.path.prepend(prefix);
            into.entries.append(entry);
        }
        readFiles(into, listing->entries, prefix, job,
                  [&](const QString &path, const ByteSink &sink) { return store.readModelArtifact(run, model, path, sink, job); });
    }
    return !job.isCanceled();
}

} // namespace

Result<RunFiles> readRunFiles(StoreBackend &store, const RunRef &run, Job &job)
{
    RunFiles files;
    const auto listing = store.artifacts(run, {}, true, job);
    if (!listing && listing.error().code != ErrorCode::Unreadable)
        return listing.error();
    files.isReachable = listing && listing->reachable;
    files.note = listing ? listing->note : listing.error().message;
    if (files.isReachable) {
        files.entries = listing->entries;
        readFiles(files, listing->entries, {}, job, [&](const QString &path, const ByteSink &sink) { return store.readArtifact(run, path, sink, job); });
    }
    const bool isDone = addModels(files, store, run, job);
    if (!isDone || job.isCanceled())
        return Error{ErrorCode::Canceled, RunFilesText::tr("Stopped."), {}};
    // MLflow makes no folder for a run without artifacts of its own: where its models are, nothing is missing.
    if (!files.isReachable && !files.entries.isEmpty()) {
        files.isReachable = true;
        if (listing && files.note == listing->note)
            files.note.clear();
    }
    std::stable_sort(files.entries.begin(), files.entries.end(), [](const ArtifactEntry &a, const ArtifactEntry &b) { return a.path.toUtf8() < b.path.toUtf8(); });
    return files;
}

Result<QByteArray> readRunFile(StoreBackend &store, const RunRef &run, const QString &path, qsizetype limit, Job &job)
{
    QByteArray bytes;
    bool isTooLong = false;
    const ByteSink sink = [&](QByteArrayView piece) {
        isTooLong = bytes.size() + piece.size() > limit;
        if (!isTooLong)
            bytes.append(piece);
        return !isTooLong;
    };
    Status done = store.readArtifact(run, path, sink, job);
    if (!done && done.error().code == ErrorCode::NotFound) {
        const auto models = store.loggedModels(run, job);
        const QStringList names = models ? folderNames(*models) : QStringList();
        for (qsizetype i = 0; i < names.size() && !done; ++i)
            if (path.startsWith(names[i] + u'/'))
                done = store.readModelArtifact(run, models->at(i), path.mid(names[i].size() + 1), sink, job);
    }
    if (!done)
        return done.error();
    if (isTooLong)
        return Error{ErrorCode::Unsupported, RunFilesText::tr("%1 is too long to be compared.").arg(path.left(200)), {}};
    return bytes;
}

} // namespace Assay
