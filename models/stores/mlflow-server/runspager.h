// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/storebackend.h"
#include "models/stores/mlflow-server/restapi.h"
#include "models/stores/mlflow-server/runspage.h"

namespace Assay::MlflowServer {

// Reads all runs of experiments from runs/search, newest first, while others make and remove runs. Pages are cut by start time:
// the next one asks for the runs that started when the last one on this page did, or earlier, so each run that was there all the
// time is met, whatever comes and goes. Behind such a cut several pages are asked for at once, by their places; each
// begins with the last run of the one before, and where it does not, because others came or went, what was read behind that
// counts for nothing and a new cut is made there. Where whole pages started at one time, places alone lead on. Runs
// without a start time have no place in that order; they come after all others, and are read there.
class RunsPager
{
public:
    static constexpr int PageSize = 1000;
    static constexpr int MostAtOnce = 4; // as many workers as MLflow's servers have unless told otherwise

    // `filter`: of all of these only some; the reader is for them alone.
    RunsPager(RestApi &api, RunsPageReader &reader, QStringList experiments, ViewType view, QString filter = {})
        : m_api(api), m_reader(reader), m_experiments(std::move(experiments)), m_view(view), m_filter(std::move(filter))
    {
    }

    static HttpRequest firstPage(const QStringList &experiments, ViewType view, const QString &filter);

    // How many runs there are, without reading them: by asking for the run at one place after another. Nothing where the
    // server's page tokens are not understood, or mean nothing to it.
    static Result<std::optional<qint64>> count(RestApi &api, const QStringList &experiments, Job &job);

    Status readAll(const PartialRuns &partial, Job &job);

private:
    using Page = RunsPageReader::Page;
    Result<Page> readPage(const QString &until, const QString &token, Job &job);
    // Pages from a place behind a cut on: those that follow each other without a gap.
    Result<QList<Page>> readPages(const QString &until, qint64 place, int count, const Page &before, Job &job);
    QString filterOf(const QString &until) const;
    Status readTail(const QString &firstToken, Job &job);

    RestApi &m_api;
    RunsPageReader &m_reader;
    QStringList m_experiments;
    ViewType m_view;
    QString m_filter;
    QString m_firstToken;
};

} // namespace Assay::MlflowServer
