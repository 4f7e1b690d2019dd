// SPDX-License-Identifier: GPL-3.0-or-later
// What is computed about the query besides its answer: explanations, and what a column holds.
#include "app/controllers/runscontroller.h"

#include "models/base/promisedjob.h"
#include "widgets/panels/runs/runspanel.h"

#include <QDateTime>
#include <QtConcurrent>

namespace Assay {

namespace {

Result<QueryExplanation> explanationOf(const RowOrderRequest &request, const QString &filter, Job &job)
{
    RowOrderRequest all = request;
    all.query = {};
    all.keys.clear();
    const auto candidates = computeRowOrder(all, job);
    if (!candidates)
        return candidates.error();
    const HistoryValues &histories = request.histories ? *request.histories : HistoryValues::none();
    return explainQuery(filter, *request.table, histories, candidates->rows, request.clock, job);
}

} // namespace

// Why a query finds nothing, and whether it names keys that no run has.
Status RunsController::explain(Computed &computed, const RowOrderRequest &request, const QString &filter, Job &job)
{
    if (request.query.isEmpty())
        return {};
    computed.hint = hintText(unknownKeys(request.query, *request.table));
    if (!computed.order.rows.empty() || computed.candidates == 0 || !computed.order.unread.isEmpty())
        return {};
    auto explanation = explanationOf(request, filter, job);
    if (!explanation)
        return explanation.error().code == ErrorCode::Canceled ? Status(explanation.error()) : Status();
    computed.explanation = std::move(*explanation);
    return {};
}

// Of an answer that is there: nobody waits for it.
void RunsController::explainAnswer()
{
    const RowOrderRequest wanted = request();
    if (wanted.query.isEmpty() || m_filter.mistake || wanted.table != m_view.table()
        || (wanted.histories && wanted.histories->table() != wanted.table)) {
        m_latestExplanation.cancel();
        return;
    }
    using Answer = Result<QueryExplanation>;
    auto future = QtConcurrent::run([wanted, filter = m_filterText](QPromise<Answer> &promise) {
        PromisedJob<Answer> job(promise);
        promise.addResult(explanationOf(wanted, filter, job));
    });
    m_latestExplanation.start(future, [this](const Answer &explanation) {
        if (explanation)
            m_panel->setExplanation(*explanation);
    });
}

// Of the rows that are shown, whatever was typed since.
void RunsController::computeFacet(const ColumnKey &key, const QString &search)
{
    if (!m_view.table())
        return;
    FacetRequest wanted;
    wanted.table = m_view.table();
    wanted.rows = m_view.rows();
    wanted.key = key;
    wanted.search = search;
    wanted.clock = {QDateTime::currentMSecsSinceEpoch(), QTimeZone::systemTimeZone()};
    using Answer = Result<Facet>;
    auto future = QtConcurrent::run([wanted](QPromise<Answer> &promise) {
        PromisedJob<Answer> job(promise);
        promise.addResult(Assay::computeFacet(wanted, job));
    });
    m_latestFacet.start(future, [this](const Answer &facet) {
        if (facet)
            m_panel->setFacet(*facet);
    });
}

} // namespace Assay
