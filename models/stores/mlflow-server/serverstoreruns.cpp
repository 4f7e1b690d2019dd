// SPDX-License-Identifier: GPL-3.0-or-later
// A server's runs: all, some, those that have changed, and how many there are.
#include "models/stores/mlflow-server/runschanges.h"
#include "models/stores/mlflow-server/runspager.h"
#include "models/stores/mlflow-server/serverstore.h"

using namespace Qt::StringLiterals;

namespace Assay::MlflowServer {

Result<StoreCounts> ServerStore::counts(Job &job)
{
    const Result<QStringList> ids = experimentIds({}, job);
    if (!ids)
        return ids.error();
    StoreCounts counts{ids->size(), 0, 0, 0};
    const Result<qint64> runCount = countRuns(*ids, job);
    if (!runCount)
        return runCount.error();
    counts.runs = *runCount;
    if (!m_info.capabilities.contains(Capability::Registry))
        return counts;
    const auto modelsRead = models(job);
    if (!modelsRead)
        return modelsRead.error();
    counts.add(modelsRead->value);
    return counts;
}

// By looking where the pages end. Servers that keep files read them all for each page, so there the pages themselves are counted.
Result<qint64> ServerStore::countRuns(const QStringList &experiments, Job &job)
{
    if (experiments.isEmpty())
        return 0;
    if (!m_keepsFiles) {
        const auto count = RunsPager::count(m_api, experiments, job);
        if (!count || *count)
            return count ? Result<qint64>(**count) : Result<qint64>(count.error());
    }
    RunsPageReader reader(m_keepsFiles);
    const Status read = RunsPager(m_api, reader, experiments, ViewType::All).readAll({}, job);
    return read ? Result<qint64>(reader.runCount()) : Result<qint64>(read.error());
}

Result<QStringList> ServerStore::experimentIds(const RunRequest &request, Job &job)
{
    QStringList ids;
    for (const ExperimentId &id : request.experiments)
        ids.append(id.value);
    if (!ids.isEmpty())
        return ids;
    const auto all = experiments(job);
    if (!all)
        return all.error();
    for (const Experiment &experiment : all->value)
        ids.append(experiment.id.value);
    return ids;
}

Result<Loaded<RunTablePtr>> ServerStore::runs(const RunRequest &request, const PartialRuns &partial, Job &job)
{
    RunsPageReader reader(m_keepsFiles);
    Status read;
    if (!request.runs.isEmpty()) {
        read = readRunsById(request, reader, job);
    } else {
        const Result<QStringList> ids = experimentIds(request, job);
        if (!ids)
            return ids.error();
        if (request.known && request.knownSince && request.view == ViewType::All && m_tellsChanges && !ids->isEmpty()) {
            const auto changed = RunsChanges::read(m_api, m_keepsFiles, *ids, request.known, *request.knownSince, job);
            if (changed)
                return Loaded<RunTablePtr>{*changed, {}};
            if (changed.error().code != ErrorCode::InvalidArgument)
                return changed.error();
            m_tellsChanges = false;
        }
        read = RunsPager(m_api, reader, *ids, request.view).readAll(partial, job);
    }
    if (!read)
        return read.error();
    return Loaded<RunTablePtr>{reader.finish(), {}};
}

Status ServerStore::readRunsById(const RunRequest &request, RunsPageReader &reader, Job &job)
{
    QList<HttpRequest> requests;
    for (const RunId &id : request.runs)
        requests.append(RestApi::get(u"runs/get"_s, {{u"run_id"_s, id.value}}));
    Status read;
    const Status all = m_api.readAll(requests, [&](qsizetype, const Result<QByteArray> &body) {
        if (!body && body.error().code == ErrorCode::NotFound)
            return true;
        read = body ? reader.addRun(*body) : Status(body.error());
        return read.hasValue();
    }, job);
    return all ? read : all;
}

} // namespace Assay::MlflowServer
