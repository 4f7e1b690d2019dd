// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/table/querycompletion.h"

#include <QAbstractListModel>
#include <QStringList>

namespace Assay {

// What is offered below the filter field: words that may come next, or queries of before. GUI thread.
class QueryCompletionModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        CountTextRole = Qt::UserRole, // QString: how many runs have it; empty where nobody counted
        InsertRole,                   // QString: what takes the place of the piece, with the blank that follows
    };

    using QAbstractListModel::QAbstractListModel;

    void setCompletion(const QueryCompletion &completion);
    void setHistory(const QStringList &queries); // newest first; each replaces the whole text
    bool isHistory() const { return m_isHistory; }
    qsizetype offset() const { return m_offset; } // of the piece that is replaced; history: of all
    qsizetype length() const { return m_length; }
    bool hasOnlyKeywords() const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    std::vector<QueryCandidate> m_candidates;
    qsizetype m_offset = 0;
    qsizetype m_length = 0;
    bool m_isHistory = false;
};

// The last queries of a store, newest first, each once.
class QueryHistory
{
public:
    static constexpr qsizetype MaxCount = 50;

    explicit QueryHistory(QStringList queries = {});

    const QStringList &queries() const { return m_queries; }
    bool add(const QString &query); // whether something changed

private:
    QStringList m_queries;
};

} // namespace Assay
