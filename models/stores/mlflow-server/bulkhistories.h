// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/storebackend.h"
#include "models/stores/mlflow-server/restapi.h"

#include <QHash>

namespace Assay::MlflowServer {

// Histories of many runs by few requests, as MLflow's own pages ask for them (metrics/get-history-bulk: one metric of several
// runs, from 2.2 on). An answer is cut off after so many points without saying so, and leaves out what it does not know: what
// may not be whole is left to be asked for run by run, and so is everything of a server that does not answer such questions.
// Only for servers over a database: those over files answer in another order than they keep.
// Experiments are not looked at: runs are known by their ids alone.
class BulkHistories
{
public:
    static constexpr qsizetype RunsAtOnce = 20;    // servers before 2.12 refuse more
    static constexpr qsizetype MostPoints = 25'000; // in an answer

    explicit BulkHistories(RestApi &api) : m_api(api) {}

    // Asks for what pays; `sink` gets those that are whole. The places of the others are added to `rest`, in order. As
    // StoreBackend::histories(); the sink says false to end it, which then is told by `isEnded`.
    Status read(const QList<HistoryRequest> &requests, const HistorySink &sink, QList<qsizetype> &rest, bool &isEnded, Job &job);

private:
    struct Batch {
        QString key;
        QList<qsizetype> places;
    };
    using SeriesOfKeys = QHash<QString, MetricSeries>;

    QList<Batch> batchesOf(const QList<HistoryRequest> &requests, const QList<qsizetype> &group) const;
    // What of an answer is whole, added to that of its requests.
    Status take(const Batch &batch, const QByteArray &body, const QList<HistoryRequest> &requests, QHash<qsizetype, SeriesOfKeys> &found);

    RestApi &m_api;
    bool m_isKnown = true; // to the server, until it refuses such a question
    QHash<QString, qsizetype> m_runsAtOnce; // of metrics with so many points that an answer was cut off
};

} // namespace Assay::MlflowServer
