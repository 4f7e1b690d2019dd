// SPDX-License-Identifier: GPL-3.0-or-later
// Histories of several runs, from a remote store and from what was kept of it.
#include "models/offline/cachedstore.h"

#include <QDateTime>

namespace Assay {

void CachedStore::keepHistories(const HistoryRequest &request, const Loaded<QList<MetricSeries>> &histories)
{
    keepOfRun("histories", request.run, [&] { return m_writer->putHistories(request.run, histories, request.keys.isEmpty(), QDateTime::currentMSecsSinceEpoch()); });
}

// What the remote store cannot give because it went away comes from the copy, as everything does while it is away.
Status CachedStore::histories(const QList<HistoryRequest> &requests, const HistorySink &sink, Job &job)
{
    const auto there = m_gone ? Result<StoreBackend *>(*m_gone) : remote(job);
    if (!there)
        return StoreBackend::histories(requests, sink, job);
    QList<qsizetype> missed;
    std::optional<Error> gone;
    bool isEnded = false;
    const Status read = (*there)->histories(requests, [&](qsizetype place, Result<Loaded<QList<MetricSeries>>> history) {
        if (!history && history.error().code == ErrorCode::Unreachable) {
            gone = history.error();
            missed.append(place);
            return !job.isCanceled();
        }
        use(requests[place].run);
        if (history)
            keepHistories(requests[place], *history);
        isEnded = !sink(place, std::move(history));
        return !isEnded;
    }, job);
    if (gone)
        lost(*gone);
    if (!read || isEnded || missed.isEmpty())
        return read;
    QList<HistoryRequest> copied;
    for (const qsizetype place : std::as_const(missed))
        copied.append(requests[place]);
    return StoreBackend::histories(copied, [&](qsizetype at, auto history) { return sink(missed[at], std::move(history)); }, job);
}

} // namespace Assay
