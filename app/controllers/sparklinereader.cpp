// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/controllers/sparklinereader.h"

#include "models/base/whendone.h"
#include "models/store/openstore.h"
#include "models/table/historyshape.h"

namespace Assay {

SparklineReader::~SparklineReader()
{
    setStore(nullptr);
}

void SparklineReader::setStore(OpenStore *store)
{
    m_wanted.clear();
    ++m_callId;
    if (m_call)
        m_call->cancel();
    m_call.reset();
    m_store = store;
}

void SparklineReader::request(const QList<SeriesKey> &keys)
{
    m_wanted = keys;
    startNext();
}

void SparklineReader::startNext()
{
    if (!m_store || m_call || m_wanted.isEmpty())
        return;
    HistoryRequest request{m_wanted.first().run, {}};
    for (const SeriesKey &key : std::as_const(m_wanted))
        if (key.run == request.run)
            request.keys.append(key.metric);
    m_call = m_store->store().call([request](StoreBackend &backend, Job &job) -> Result<Shapes> {
        const auto histories = backend.history(request, job);
        if (!histories)
            return histories.error();
        Shapes shapes;
        for (const MetricSeries &series : histories->value)
            shapes.insert(series.key, historyShape(series.values));
        return shapes;
    });
    whenDone(*m_call, this, [this, id = ++m_callId, request](const QFuture<Result<Shapes>> &done) {
        if (id != m_callId)
            return; // of a store that was left
        m_call.reset();
        if (done.resultCount() > 0)
            finish(request.run, request.keys, done.result());
        startNext();
    });
}

// What cannot be read has no line, and is not asked for again.
void SparklineReader::finish(const RunRef &run, const QStringList &metrics, const Result<Shapes> &shapes)
{
    for (const QString &metric : metrics) {
        m_wanted.removeOne(SeriesKey{run, metric});
        emit read({run, metric}, shapes ? shapes->value(metric) : QList<float>());
    }
}

} // namespace Assay
