// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/stores/mlflow-server/serverstore.h"

#include "models/stores/mlflow-server/words.h"

#include <QJsonArray>
#include <QSet>

#include <algorithm>
#include <numeric>

using namespace Qt::StringLiterals;

namespace Assay::MlflowServer {

namespace {

constexpr int PointsAPage = 25'000; // as many as MLflow's own client asks for
constexpr int MostPagesWithoutNews = 100;

Error damagedPaging(const QString &host)
{
    return {ErrorCode::Damaged, Words::tr("%1 gives the same page again and again.").arg(host), {}};
}

HttpRequest runRequest(const RunRef &run)
{
    return RestApi::get(u"runs/get"_s, {{u"run_id"_s, run.run.value}});
}

HttpRequest historyRequest(const RunId &run, const QString &key, const QString &token)
{
    return RestApi::get(u"metrics/get-history"_s, {{u"run_id"_s, run.value}, {u"metric_key"_s, key}, {u"max_results"_s, QString::number(PointsAPage)},
                                                  {u"page_token"_s, token}});
}

Error noSuchRun(const RunRef &run)
{
    return {ErrorCode::NotFound, Words::tr("There is no such run: %1").arg(run.run.value.left(100)), {}};
}

void orderVersions(RegisteredModel &model)
{
    std::ranges::sort(model.versions, {}, [](const ModelVersion &version) { return version.version.toLongLong(); });
    for (auto alias = model.aliases.cbegin(); alias != model.aliases.cend(); ++alias) {
        for (ModelVersion &version : model.versions)
            if (version.version == alias.value())
                version.aliases.append(alias.key());
    }
}

// What runs/get answers, of the experiment that is meant.
Result<QByteArray> ofExperiment(const RunRef &run, const Result<QByteArray> &body)
{
    if (!body)
        return body.error().code == ErrorCode::NotFound ? noSuchRun(run) : body.error();
    const Result<RunPlace> place = runPlace(*body);
    if (!place)
        return place.error();
    return place->experimentId == run.experiment.value ? body : noSuchRun(run);
}

} // namespace

Result<std::unique_ptr<StoreBackend>> ServerStore::open(HttpServer server, const Timing &timing, Job &job)
{
    const QString address = server.base.toString();
    std::unique_ptr<ServerStore> store(new ServerStore(std::move(server), timing));
    store->m_info.formatId = u"mlflow-server"_s;
    store->m_info.location = address;
    if (const Status looked = store->look(job); !looked)
        return looked.error();
    return std::unique_ptr<StoreBackend>(std::move(store));
}

Status ServerStore::look(Job &job)
{
    const Result<QString> version = m_api.version(job);
    if (!version)
        return version.error();
    m_info.version = *version;
    m_keepsFiles = servesFiles(job);
    m_info.capabilities = {Capability::Runs, Capability::Metrics, Capability::Artifacts};
    const auto registry = m_api.read(RestApi::get(u"registered-models/search"_s, {{u"max_results"_s, u"1"_s}}), job);
    if (registry) {
        m_info.capabilities << Capability::Registry;
        if (m_api.has(u"model-versions/transition-stage"_s, job))
            m_info.capabilities << Capability::Stages;
        if (m_api.has(u"registered-models/alias"_s, job))
            m_info.capabilities << Capability::Aliases;
    }
    // Whether the user may is said when it is tried.
    m_info.capabilities << Capability::Write;
    m_info.writable = true;
    return {};
}

// Servers say so from 3.10 on. Before, databases alone refuse a search for no runs at all; and the older ones, which do not (2.9),
// have no points of a run that is not there, where files have no such run.
bool ServerStore::servesFiles(Job &job)
{
    if (const auto server = m_api.read({HttpMethod::Get, u"/api/3.0/mlflow/server-info"_s}, job))
        return keepsFiles(*server);
    const QJsonObject nothing{{u"experiment_ids"_s, QJsonArray{u"0"_s}}, {u"max_results"_s, 0}};
    if (!m_api.read(RestApi::post(u"runs/search"_s, nothing), job))
        return false;
    const auto points = m_api.read(historyRequest(RunId(QString(32, u'0')), u"none"_s, {}), job);
    return !points && points.error().code == ErrorCode::NotFound;
}

template <typename Make, typename Take, typename Count>
Status ServerStore::followPages(const Make &make, const Take &take, const Count &count, Job &job)
{
    QSet<QString> seen;
    QString token;
    int pagesWithoutNews = 0;
    do {
        const qsizetype before = count();
        const Result<QByteArray> body = m_api.read(make(token), job);
        if (!body)
            return body.error();
        const Result<QString> next = take(*body);
        if (!next)
            return next.error();
        pagesWithoutNews = count() > before ? 0 : pagesWithoutNews + 1;
        if (seen.contains(*next) || pagesWithoutNews > MostPagesWithoutNews)
            return damagedPaging(m_api.host());
        token = *next;
        seen.insert(token);
    } while (!token.isEmpty());
    return {};
}

Result<Loaded<QList<Experiment>>> ServerStore::experiments(Job &job)
{
    Loaded<QList<Experiment>> loaded;
    const auto make = [](const QString &token) {
        QJsonObject body{{u"max_results"_s, 1000}, {u"view_type"_s, u"ALL"_s}};
        if (!token.isEmpty())
            body.insert("page_token"_L1, token);
        return RestApi::post(u"experiments/search"_s, body);
    };
    QSet<ExperimentId> seen;
    const Status read = followPages(make, [&](const QByteArray &body) {
        QList<Experiment> page;
        const Result<QString> next = addExperiments(body, page);
        for (Experiment &experiment : page) {
            if (seen.contains(experiment.id))
                continue;
            seen.insert(experiment.id);
            loaded.value.append(std::move(experiment));
        }
        return next;
    }, [&] { return loaded.value.size(); }, job);
    return read ? Result<Loaded<QList<Experiment>>>(std::move(loaded)) : Result<Loaded<QList<Experiment>>>(read.error());
}

Result<QByteArray> ServerStore::readRun(const RunRef &run, Job &job)
{
    return ofExperiment(run, m_api.read(runRequest(run), job));
}

Result<Loaded<QList<MetricSeries>>> ServerStore::history(const HistoryRequest &request, Job &job)
{
    // The run, which tells what metrics there are, and the first pages of those that are wanted are asked for together.
    QList<HttpRequest> requests{runRequest(request.run)};
    for (const QString &key : request.keys)
        requests.append(historyRequest(request.run.run, key, {}));
    std::vector<std::optional<Result<QByteArray>>> bodies(size_t(requests.size()));
    const Status all = m_api.readAll(requests, [&](qsizetype place, const Result<QByteArray> &body) {
        bodies[size_t(place)] = body;
        return true;
    }, job);
    if (!all)
        return all.error();
    const Result<QStringList> known = ofExperiment(request.run, *bodies.front()).andThen(metricKeys);
    if (!known)
        return known.error();
    Loaded<QList<MetricSeries>> loaded;
    QStringList tokens;
    for (const QString &key : request.keys.isEmpty() ? *known : request.keys) {
        if (!known->contains(key))
            return Error{ErrorCode::NotFound, Words::tr("The run has no metric of this name: %1").arg(key.left(100)), {}};
        loaded.value.append(MetricSeries{key, {}, {}, {}});
    }
    for (qsizetype i = 0; i < request.keys.size(); ++i) {
        const Result<QByteArray> &body = *bodies[size_t(i) + 1];
        const Result<QString> next = body ? addPoints(*body, m_keepsFiles, loaded.value[i]) : Result<QString>(body.error());
        if (!next)
            return next.error();
        tokens.append(*next);
    }
    if (const Status read = readHistories(request.run, loaded.value, tokens, job); !read)
        return read.error();
    return loaded;
}

Status ServerStore::histories(const QList<HistoryRequest> &requests, const HistorySink &sink, Job &job)
{
    if (m_keepsFiles)
        return StoreBackend::histories(requests, sink, job);
    QList<qsizetype> rest;
    bool isEnded = false;
    if (const Status read = m_bulk.read(requests, sink, rest, isEnded, job); !read || isEnded)
        return read;
    QList<HistoryRequest> alone;
    for (const qsizetype place : std::as_const(rest))
        alone.append(requests[place]);
    return StoreBackend::histories(alone, [&](qsizetype at, auto &&history) { return sink(rest[at], std::forward<decltype(history)>(history)); }, job);
}

// All series go on from page to page together: from their tokens, or, without any, from the start.
Status ServerStore::readHistories(const RunRef &run, QList<MetricSeries> &series, const QStringList &tokens, Job &job)
{
    struct Open {
        qsizetype series = 0;
        QString token = {};
        QSet<QString> seen = {};
        int pagesWithoutNews = 0;
    };
    QList<Open> open;
    for (qsizetype i = 0; i < series.size(); ++i) {
        if (tokens.isEmpty())
            open.append(Open{i});
        else if (!tokens[i].isEmpty())
            open.append(Open{i, tokens[i], {tokens[i]}});
    }
    while (!open.isEmpty()) {
        QList<HttpRequest> requests;
        for (const Open &each : open)
            requests.append(historyRequest(run.run, series[each.series].key, each.token));
        Status failed;
        const Status all = m_api.readAll(requests, [&](qsizetype place, const Result<QByteArray> &body) {
            Open &each = open[place];
            const qsizetype before = series[each.series].size();
            const Result<QString> next = body ? addPoints(*body, m_keepsFiles, series[each.series]) : Result<QString>(body.error());
            if (!next)
                failed = next.error();
            else if (each.pagesWithoutNews = series[each.series].size() > before ? 0 : each.pagesWithoutNews + 1;
                     each.seen.contains(*next) || each.pagesWithoutNews > MostPagesWithoutNews)
                failed = damagedPaging(m_api.host());
            else
                each.seen.insert(each.token = *next);
            return failed.hasValue();
        }, job);
        if (!all || !failed)
            return all ? failed : all;
        open.removeIf([](const Open &each) { return each.token.isEmpty(); });
    }
    return {};
}

Result<QList<LoggedModel>> ServerStore::loggedModels(const RunRef &run, Job &job)
{
    QList<LoggedModel> models;
    const QString filter = u"source_run_id = '%1'"_s.arg(QString(run.run.value).remove(u'\''));
    const Status read = followPages([&](const QString &token) {
        QJsonObject body{{u"experiment_ids"_s, QJsonArray{run.experiment.value}}, {u"filter"_s, filter}};
        if (!token.isEmpty())
            body.insert("page_token"_L1, token);
        return RestApi::post(u"logged-models/search"_s, body);
    }, [&](const QByteArray &body) { return addLoggedModels(body, models); }, [&] { return models.size(); }, job);
    if (!read && read.error().code != ErrorCode::Unsupported) // before MLflow 3
        return read.error();
    std::ranges::sort(models, {}, [](const LoggedModel &model) { return std::pair(model.name, model.id); });
    return models;
}

Result<Loaded<QList<RegisteredModel>>> ServerStore::models(Job &job)
{
    Loaded<QList<RegisteredModel>> loaded;
    // Without such a filter the server leaves prompts out.
    for (const QString &filter : {QString(), u"tag.`mlflow.prompt.is_prompt` = 'true'"_s}) {
        const auto models = [&](const QString &token) {
            return RestApi::get(u"registered-models/search"_s, {{u"max_results"_s, u"1000"_s}, {u"filter"_s, filter}, {u"page_token"_s, token}});
        };
        const Status some = followPages(models, [&](const QByteArray &body) { return addModels(body, loaded.value); }, [&] { return loaded.value.size(); }, job);
        if (!some && !filter.isEmpty() && some.error().code == ErrorCode::InvalidArgument)
            break; // of servers that know no prompts
        if (!some)
            return some.error();
        const auto versions = [&](const QString &token) {
            return RestApi::get(u"model-versions/search"_s, {{u"max_results"_s, u"10000"_s}, {u"filter"_s, filter}, {u"page_token"_s, token}});
        };
        const auto versionCount = [&] {
            return std::accumulate(loaded.value.cbegin(), loaded.value.cend(), qsizetype(0),
                                   [](qsizetype sum, const RegisteredModel &model) { return sum + model.versions.size(); });
        };
        if (const Status read = followPages(versions, [&](const QByteArray &body) { return addVersions(body, loaded.value); }, versionCount, job); !read)
            return read.error();
    }
    std::ranges::sort(loaded.value, {}, [](const RegisteredModel &model) { return model.name.toUtf8(); });
    for (RegisteredModel &model : loaded.value)
        orderVersions(model);
    return loaded;
}

Result<QList<Problem>> ServerStore::diagnose(Job &)
{
    return QList<Problem>();
}

} // namespace Assay::MlflowServer
