// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/copy/runportions.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Assay {

RunPortions::RunPortions(CopyWriter &writer, RunRequest request, Loaded<RunTablePtr> runs, qint64 readAt)
    : m_writer(writer), m_request(std::move(request)), m_runs(std::move(runs)), m_readAt(readAt)
{
}

RunDocuments &RunPortions::documents()
{
    if (!m_documents)
        m_documents = std::make_unique<RunDocuments>(*m_runs.value);
    return *m_documents;
}

Status RunPortions::next(uint32_t most)
{
    const auto count = uint32_t(m_runs.value->rowCount());
    if (m_next == count)
        return end();
    const uint32_t to = m_next + std::min(most, count - m_next);
    CopyTransaction transaction(m_writer.database());
    if (const Status put = m_writer.upsertRuns(*m_runs.value, documents(), m_next, to); !put)
        return put;
    if (const Status committed = transaction.commit(); !committed)
        return committed;
    m_next = to;
    return {};
}

Status RunPortions::put(const RunRef &run)
{
    const auto row = m_runs.value->rowOf(run);
    if (!row)
        return Error{ErrorCode::NotFound, {}, run.run.value};
    CopyTransaction transaction(m_writer.database());
    if (const Status put = m_writer.upsertRuns(*m_runs.value, documents(), *row, *row + 1); !put)
        return put;
    return transaction.commit();
}

Status RunPortions::end()
{
    CopyTransaction transaction(m_writer.database());
    if (const Status removed = m_writer.removeAbsent(m_request, *m_runs.value); !removed)
        return removed;
    if (m_request.experiments.isEmpty() && m_request.runs.isEmpty() && m_request.view == ViewType::All) {
        if (const Status put = m_writer.putProblems(u"runs"_s, {}, m_runs.problems); !put)
            return put;
        if (const Status set = m_writer.database().setMeta(u"runs_read"_s, QString::number(m_readAt)); !set)
            return set;
    }
    const Status committed = transaction.commit();
    m_isEnded = committed.hasValue();
    return committed;
}

} // namespace Assay
