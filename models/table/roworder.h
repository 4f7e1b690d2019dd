// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/table/query.h"

namespace Assay {

enum class SortDirection { Ascending, Descending };

// One key of a sort order, as it is written: "metrics.loss:desc", "params.`a b`", "num(params.lr):asc",
// "min(metrics.loss):asc".
struct SortKey {
    QueryKey key;          // of the table, unless there is an expression
    SortDirection direction = SortDirection::Ascending;
    bool asNumber = false; // num(…): a param or tag by rule 3 of the query language, what is no number last
    QueryExpression expression;

    friend bool operator==(const SortKey &, const SortKey &) = default;
};

// InvalidQuery for what is no key, or one that gives no order (data sets).
Result<SortKey> parseSortKey(QStringView text);
QString sortKeyText(const SortKey &key);

// How params and tags stand whose texts are all numbers: as text (MLflow's way), or as numbers (the window's).
enum class LoggedOrder { Text, NumbersWhereAllAre };

// Which relatives of the runs that a query or a search finds stand with them, so that a tree makes sense. As far as they
// belong to the experiments and the view; of any generation.
enum class Kin { None, Parents, Children, Both };

struct RowOrderRequest {
    RunTablePtr table;
    HistoryValuesPtr histories;        // of this table; null: nothing has been read
    Query query;
    QString search;                    // besides the query: names, ids, params or tags contain it; empty: no matter
    QList<ExperimentId> experiments;   // empty: all
    ViewType view = ViewType::All;     // by the run's own lifecycle stage
    Kin kin = Kin::None;
    QList<SortKey> keys;               // the first is the most important; none: the default order
    LoggedOrder logged = LoggedOrder::Text;
    QueryClock clock;
};

struct RowOrder {
    std::vector<uint32_t> rows;  // of the table, filtered and sorted
    qsizetype found = 0;         // of the rows; the others are kin of these
    qsizetype candidates = 0;    // rows of the experiments and the view, before query and search
    HistoryNeeds unread;         // empty, or the rows are but those that are certain, and what to read to know more
};

// Numbers first in either direction, then NaN, then absent; texts by code points, absent last; equal ones by start_time
// newest first, then by run id. Any thread; polls `job` and returns Canceled.
Result<RowOrder> computeRowOrder(const RowOrderRequest &request, Job &job);

} // namespace Assay
