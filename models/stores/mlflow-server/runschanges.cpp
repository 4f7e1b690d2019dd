// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/stores/mlflow-server/runschanges.h"

#include "models/stores/mlflow-server/runspager.h"
#include "models/table/runtablepatch.h"

using namespace Qt::StringLiterals;

namespace Assay::MlflowServer::RunsChanges {

namespace {

// Those that had not ended when they were seen last, and that none of the answers tells of.
QList<HttpRequest> missing(const RunTable &known, const std::vector<RunTablePtr> &answers)
{
    QList<HttpRequest> requests;
    const TextColumn *const status = known.attributeText(Attribute::Status);
    for (uint32_t row = 0; row < uint32_t(known.rowCount()); ++row) {
        const auto name = status ? status->utf8(row) : std::nullopt;
        if (name && hasEnded(runStatusFromName(QUtf8StringView(name->data(), qsizetype(name->size())))))
            continue;
        const RunRef run = known.ref(row);
        if (std::ranges::none_of(answers, [&](const RunTablePtr &answer) { return answer->rowOf(run).has_value(); }))
            requests.append(RestApi::get(u"runs/get"_s, {{u"run_id"_s, run.run.value}}));
    }
    return requests;
}

} // namespace

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
    std::vector<RunTablePtr> answers;
    for (RunsPageReader &reader : readers)
        answers.push_back(reader.finish());
    RunsPageReader ended(hasInfinities);
    const Status each = api.readAll(missing(*known, answers), [&](qsizetype, const Result<QByteArray> &body) {
        if (!body && (body.error().code == ErrorCode::NotFound || body.error().code == ErrorCode::AccessDenied))
            return true; // for an exact reading
        failed = body ? ended.addRun(*body) : Status(body.error());
        return failed.hasValue();
    }, job);
    if (!each || !failed)
        return each ? failed.error() : each.error();
    answers.push_back(ended.finish());
    RunTablePtr table = known;
    for (const RunTablePtr &answer : answers)
        table = mergeRuns(table, *answer);
    return table;
}

} // namespace Assay::MlflowServer::RunsChanges
