// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/storebackend.h"
#include "models/stores/mlflow-server/restapi.h"
#include "models/stores/mlflow-server/runspage.h"

namespace Assay::MlflowServer {

// Reads all runs of experiments from runs/search, newest first, while others make and remove runs. Pages are cut by start time:
// the next one asks for the runs that started when the last one on this page did, or earlier, so each run that was there all the
// time is met, whatever comes and goes. Where a whole page started at one time, the server's page tokens lead on. Runs
// without a start time have no place in that order; they come after all others, and are read there.
class RunsPager
{
public:
    static constexpr int PageSize = 1000;

    // `filter`: of all of these only some; the reader is for them alone.
    RunsPager(RestApi &api, RunsPageReader &reader, QStringList experiments, ViewType view, QString filter = {})
        : m_api(api), m_reader(reader), m_experiments(std::move(experiments)), m_view(view), m_filter(std::move(filter))
    {
    }

    static HttpRequest firstPage(const QStringList &experiments, ViewType view, const QString &filter);

    // How many runs there are, without reading them: by asking for the run at one place after another. Nothing where the
    // server's page tokens are not understood.
    static Result<std::optional<qint64>> count(RestApi &api, const QStringList &experiments, Job &job);

    Status readAll(const PartialRuns &partial, Job &job);

private:
    Result<RunsPageReader::Page> readPage(const QString &filter, const QString &token, Job &job);
    Status readTail(const QString &firstToken, Job &job);

    RestApi &m_api;
    RunsPageReader &m_reader;
    QStringList m_experiments;
    ViewType m_view;
    QString m_filter;
};

} // namespace Assay::MlflowServer
