// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/storebackend.h"

#include "models/store/store.h"

namespace Assay {

void StoreCounts::add(const QList<RegisteredModel> &models)
{
    for (const RegisteredModel &model : models) {
        if (model.isPrompt())
            continue;
        ++registeredModels;
        modelVersions += model.versions.size();
    }
}

Status StoreBackend::histories(const QList<HistoryRequest> &requests, const HistorySink &sink, Job &job)
{
    for (qsizetype i = 0; i < requests.size(); ++i) {
        auto answer = job.isCanceled() ? Result<Loaded<QList<MetricSeries>>>(Store::canceled()) : history(requests[i], job);
        if (!answer && answer.error().code == ErrorCode::Canceled)
            return answer.error();
        if (!sink(i, std::move(answer)))
            break;
    }
    return {};
}

QList<std::optional<Error>> StoreBackend::editRuns(const QList<RunEdit> &edits, Job &job)
{
    QList<std::optional<Error>> answers;
    for (const RunEdit &edit : edits) {
        const Status done = job.isCanceled() ? Status(Store::canceled()) : editRun(edit, job);
        answers.append(done ? std::nullopt : std::optional(done.error()));
    }
    return answers;
}

Status StoreBackend::resumeArtifact(const RunRef &run, const QString &path, const ArtifactPart &, const ArtifactSink &sink, Job &job)
{
    return sink.begin({}) ? readArtifact(run, path, sink.piece, job) : Status();
}

Result<QList<LoggedModel>> StoreBackend::loggedModels(const RunRef &, Job &)
{
    return QList<LoggedModel>();
}

Result<ArtifactListing> StoreBackend::modelArtifacts(const RunRef &, const LoggedModel &model, Job &)
{
    return ArtifactListing{model.artifactUri, {}, false, {}, {}};
}

Status StoreBackend::readModelArtifact(const RunRef &, const LoggedModel &model, const QString &path, const ByteSink &, Job &)
{
    return Error{ErrorCode::NotFound, QString(), model.id + QLatin1Char('/') + path};
}

} // namespace Assay
