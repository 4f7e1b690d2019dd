// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/querycompletionmodel.h"

#include "models/items/displaytext.h"

#include <limits>

namespace Assay {

namespace {

constexpr qsizetype MaxQueryLength = 4000; // longer ones are not kept

} // namespace

void QueryCompletionModel::setCompletion(const QueryCompletion &completion)
{
    beginResetModel();
    m_candidates = completion.candidates;
    m_offset = completion.offset;
    m_length = completion.length;
    m_isHistory = false;
    endResetModel();
}

void QueryCompletionModel::setHistory(const QStringList &queries)
{
    beginResetModel();
    m_candidates.clear();
    for (const QString &query : queries)
        m_candidates.push_back({QueryCandidate::Kind::Value, query, -1});
    m_offset = 0;
    m_length = std::numeric_limits<qsizetype>::max();
    m_isHistory = true;
    endResetModel();
}

bool QueryCompletionModel::hasOnlyKeywords() const
{
    return std::all_of(m_candidates.begin(), m_candidates.end(), [](const QueryCandidate &one) { return one.kind == QueryCandidate::Kind::Keyword; });
}

int QueryCompletionModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_candidates.size());
}

QVariant QueryCompletionModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const QueryCandidate &candidate = m_candidates[size_t(index.row())];
    switch (role) {
    case Qt::DisplayRole: return visibleText(candidate.text, 300);
    case Qt::ToolTipRole: return toolTipText(candidate.text);
    case CountTextRole: return candidate.runs < 0 ? QString() : countText(candidate.runs);
    case InsertRole: {
        const bool isWhole = m_isHistory || candidate.kind == QueryCandidate::Kind::Value || candidate.kind == QueryCandidate::Kind::Function;
        return isWhole ? candidate.text : candidate.text + u' ';
    }
    default: return {};
    }
}

QueryHistory::QueryHistory(QStringList queries) : m_queries(std::move(queries))
{
    m_queries.removeAll(QString());
    m_queries.removeDuplicates();
    m_queries = m_queries.mid(0, MaxCount);
}

bool QueryHistory::add(const QString &query)
{
    const QString text = query.trimmed();
    if (text.isEmpty() || text.size() > MaxQueryLength || (!m_queries.isEmpty() && m_queries.first() == text))
        return false;
    m_queries.removeAll(text);
    m_queries.prepend(text);
    m_queries = m_queries.mid(0, MaxCount);
    return true;
}

} // namespace Assay
