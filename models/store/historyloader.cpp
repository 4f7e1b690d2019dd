// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/historyloader.h"

#include <QCoreApplication>

namespace Assay {

namespace {

Problem unreadable(const RunRef &run, const QString &metric, const Error &error)
{
    Problem problem;
    problem.code = QStringLiteral("metric-unreadable");
    problem.row = metric; // where that lies is the format's to know
    problem.runId = run.run.value;
    problem.message = error.message;
    return problem;
}

} // namespace

Result<Loaded<HistoryValues>> loadHistories(StoreBackend &backend, HistoryValues values, const HistoryNeeds &needs,
                                            qsizetype mostSeries, Job &job)
{
    Loaded<HistoryValues> loaded{std::move(values), {}};
    const RunTablePtr table = loaded.value.table();
    qsizetype total = 0, done = 0;
    for (const HistoryNeed &need : needs)
        total += qsizetype(need.rows.size());
    total = std::min(total, mostSeries);
    for (const HistoryNeed &need : needs) {
        QList<HistoryRequest> requests;
        for (size_t i = 0; i < need.rows.size() && done + requests.size() < total; ++i)
            requests.append({table->ref(need.rows[i]), {need.metric}});
        const HistorySink take = [&](qsizetype place, Result<Loaded<QList<MetricSeries>>> series) {
            if (!series && series.error().code != ErrorCode::NotFound)
                loaded.problems.append(unreadable(requests[place].run, need.metric, series.error()));
            else if (series)
                loaded.problems += series->problems;
            MetricSeries none;
            none.key = need.metric;
            loaded.value.add(need.rows[size_t(place)], series && !series->value.isEmpty() ? series->value.first() : none, need.steps);
            if (++done % 64 == 0)
                job.setProgress(done, total, QCoreApplication::translate("Store", "Reading histories of %1").arg(need.metric));
            return !job.isCanceled();
        };
        const Status read = backend.histories(requests, take, job);
        if (job.isCanceled() || !read)
            return Error{ErrorCode::Canceled, {}, {}};
    }
    return loaded;
}

} // namespace Assay
