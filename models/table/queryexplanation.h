// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/table/query.h"

namespace Assay {

// One of the conditions that AND joins, as it was written.
struct QueryPart {
    QString text;
    qsizetype offset = 0;      // in the query, UTF-16 units
    qsizetype removes = 0;     // candidates that do not fit this part alone
    qsizetype left = 0;        // candidates that fit this part and all before it
    bool takesLast = false;    // the first part that leaves nothing

    friend bool operator==(const QueryPart &, const QueryPart &) = default;
};

// What the parts of a query do to the runs it is asked of.
struct QueryExplanation {
    qsizetype candidates = 0;
    qsizetype found = 0;
    std::vector<QueryPart> parts; // one when AND does not join the whole query; none for an empty query

    // The part to give up first when nothing is found: the one that lets the most runs back in when it alone is left
    // out, and of equal ones the one that takes the last. Nothing when something is found.
    std::optional<size_t> culprit;
};

// Where the parts stand; `text` is a query that can be read. Without BETWEEN's AND, and into brackets around everything.
std::vector<QueryPart> splitQuery(QStringView text);

// The query of all parts but one; empty when it is the only one.
QString withoutPart(const std::vector<QueryPart> &parts, size_t part);

// `candidates`: rows of the table that the query chooses from. InvalidQuery, or Canceled. Costs an evaluation of each part.
Result<QueryExplanation> explainQuery(QStringView text, const RunTable &table, const HistoryValues &histories,
                                      const std::vector<uint32_t> &candidates, const QueryClock &clock, Job &job);

} // namespace Assay
