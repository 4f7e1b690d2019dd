// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/stores/mlflow-server/runschanges.h"

#include "models/stores/mlflow-server/runspager.h"
#include "models/table/runtablepatch.h"

using namespace Qt::StringLiterals;

namespace Assay::MlflowServer::RunsChanges {

Result<RunTablePtr> read(RestApi &api, bool hasInfinities, const QStringList &experiments, const RunTablePtr &known, qint64 since, Job &job)
{
    const QString after = QString::number(since - Slack);
    // A run that ends between the answers is taken as it is in the last one of these.
    const QStringList filters{u"attributes.status != 'FINISHED' AND attributes.status != 'FAILED' AND attributes.status != 'KILLED'"_s,
                              u"attributes.start_time > "_s + after, u"attributes.end_time > "_s + after};
    std::vector<RunsPageReader> readers;
    QList<HttpRequest> requests;
    for (const QString &filter : filters) {
        readers.emplace_back(hasInfinities);
        requests.append(RunsPager::firstPage(experiments, ViewType::All, filter));
    }
    QList<qsizetype> longOnes;
    Status failed;
    const Status all = api.readAll(requests, [&](qsizetype place, const Result<QByteArray> &body) {
        const auto page = body ? readers[size_t(place)].addPage(*body) : Result<RunsPageReader::Page>(body.error());
        if (!page)
            failed = page.error();
        else if (!page->nextToken.isEmpty())
            longOnes.append(place);
        return failed.hasValue();
    }, job);
    if (!all || !failed)
        return all ? failed.error() : all.error();
    for (const qsizetype place : std::as_const(longOnes)) {
        readers[size_t(place)] = RunsPageReader(hasInfinities);
        RunsPager pager(api, readers[size_t(place)], experiments, ViewType::All, filters[place]);
        if (const Status whole = pager.readAll({}, job); !whole)
            return whole.error();
    }
    RunTablePtr table = known;
    for (RunsPageReader &reader : readers)
        table = mergeRuns(table, *reader.finish());
    return table;
}

} // namespace Assay::MlflowServer::RunsChanges
