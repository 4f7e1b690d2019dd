// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/stores/mlflow-server/bulkhistories.h"

#include "models/stores/mlflow-server/pages.h"

using namespace Qt::StringLiterals;

namespace Assay::MlflowServer {

namespace {

// Whatever cuts lists off does so after a round number.
constexpr qsizetype RoundNumber = 1'000;

bool mayBeCut(qsizetype points)
{
    return points > 0 && points % RoundNumber == 0;
}

HttpRequest bulkRequest(const QString &key, const QList<HistoryRequest> &requests, const QList<qsizetype> &places)
{
    HttpRequest request = RestApi::get({}, {{u"metric_key"_s, key}, {u"max_results"_s, QString::number(BulkHistories::MostPoints)}});
    request.path = u"/ajax-api/2.0/mlflow/metrics/get-history-bulk"_s; // nowhere else
    for (const qsizetype place : places)
        request.query.addQueryItem(u"run_id"_s, QString::fromLatin1(QUrl::toPercentEncoding(requests[place].run.run.value)));
    return request;
}

} // namespace

// Of each metric that several runs of the group are asked for.
QList<BulkHistories::Batch> BulkHistories::batchesOf(const QList<HistoryRequest> &requests, const QList<qsizetype> &group) const
{
    QList<Batch> batches;
    QHash<QString, qsizetype> lastOf;
    for (const qsizetype place : group) {
        for (const QString &key : requests[place].keys) {
            const qsizetype most = m_runsAtOnce.value(key, RunsAtOnce);
            qsizetype &last = lastOf.contains(key) ? lastOf[key] : *lastOf.insert(key, -1);
            if (last < 0 || batches[last].places.size() >= most) {
                last = batches.size();
                batches.append({key, {}});
            }
            batches[last].places.append(place);
        }
    }
    batches.removeIf([](const Batch &batch) { return batch.places.size() < 2; });
    return batches;
}

Status BulkHistories::read(const QList<HistoryRequest> &requests, const HistorySink &sink, QList<qsizetype> &rest, bool &isEnded, Job &job)
{
    for (qsizetype from = 0; from < requests.size() && !isEnded; from += RunsAtOnce) {
        QList<qsizetype> group;
        for (qsizetype place = from; place < std::min(from + RunsAtOnce, requests.size()); ++place)
            group.append(place);
        const QList<Batch> batches = m_isKnown ? batchesOf(requests, group) : QList<Batch>();
        QList<HttpRequest> asked;
        for (const Batch &batch : batches)
            asked.append(bulkRequest(batch.key, requests, batch.places));
        QHash<qsizetype, SeriesOfKeys> found;
        const Status all = m_api.readAll(asked, [&](qsizetype at, const Result<QByteArray> &body) {
            // Whether a server is out of reach is found out by what is asked next; whatever else it says, it says each time.
            if (const Status taken = body ? take(batches[at], *body, requests, found) : Status(body.error()); !taken)
                m_isKnown = m_isKnown && taken.error().code == ErrorCode::Unreachable;
            return true;
        }, job);
        if (!all)
            return all.error();
        for (const qsizetype place : std::as_const(group)) {
            const SeriesOfKeys &series = found[place];
            Loaded<QList<MetricSeries>> loaded;
            for (const QString &key : requests[place].keys)
                if (const auto it = series.constFind(key); it != series.constEnd())
                    loaded.value.append(*it);
            if (loaded.value.isEmpty() || loaded.value.size() < requests[place].keys.size())
                rest.append(place);
            else if (isEnded = !sink(place, std::move(loaded)); isEnded)
                return {};
        }
    }
    return {};
}

Status BulkHistories::take(const Batch &batch, const QByteArray &body, const QList<HistoryRequest> &requests, QHash<qsizetype, SeriesOfKeys> &found)
{
    QList<std::pair<QString, MetricSeries>> runs; // in the answer's order
    const Result<qsizetype> points = bulkPoints(body, runs);
    if (!points)
        return points.error();
    if (*points >= MostPoints) {
        m_runsAtOnce.insert(batch.key, std::max<qsizetype>(1, runs.size() / 2));
        return {};
    }
    QHash<QString, qsizetype> places;
    for (const qsizetype place : batch.places)
        places.insert(requests[place].run.run.value, places.contains(requests[place].run.run.value) ? -1 : place);
    for (qsizetype i = 0; i < runs.size(); ++i) {
        const qsizetype place = places.value(runs[i].first, -1);
        const bool isLast = i + 1 == runs.size();
        if (place < 0 || mayBeCut(runs[i].second.size()) || (isLast && mayBeCut(*points)))
            continue;
        if (found[place].remove(batch.key)) { // in pieces, of which nobody says the order
            places.insert(runs[i].first, -1);
            continue;
        }
        runs[i].second.key = batch.key;
        found[place].insert(batch.key, std::move(runs[i].second));
    }
    return {};
}

} // namespace Assay::MlflowServer
