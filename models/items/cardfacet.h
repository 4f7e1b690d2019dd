// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/cardspec.h"
#include "models/table/query.h"
#include "models/table/runtable.h"

namespace Assay {

// One part of what a column says of some runs: a value, a range of numbers, or no value at all.
struct FacetPart {
    QString name;      // for people: "adam", "0.01 – 0.1"
    QString query;     // finds the part's runs
    qsizetype runs = 0;

    friend bool operator==(const FacetPart &, const FacetPart &) = default;
};

inline constexpr qsizetype MostFacetParts = 12;

// At most MostFacetParts and one for runs without a value, in the order of an axis; parts without runs are left out.
// Nothing where a part cannot be written as a query. O(rows).
QList<FacetPart> facetParts(const RunTable &table, const std::vector<uint32_t> &rows, const ColumnKey &key, qint64 now);
// The params, tags and attributes that make at least two parts and few of one run each, at most `most`; of a table with
// very many columns the first thousand are looked at.
QList<ColumnKey> facetColumns(const RunTable &table, const std::vector<uint32_t> &rows, qsizetype most);
// The card for one part: of the same keys, restricted by options["only"].
CardSpec facetCard(const CardSpec &card, const ColumnKey &key, const FacetPart &part);

// Which runs a card is restricted to: options["only"] of its spec, a query. GUI thread.
class CardRestriction
{
public:
    explicit CardRestriction(const QString &query);

    const QString &mistake() const { return m_mistake; } // a sentence, when it is no query: no run fits then
    bool fits(const RunTablePtr &table, uint32_t row);   // decides all rows of a table when it is first asked about it

private:
    Query m_query;
    QString m_mistake;
    RunTablePtr m_table;
    TruthVector m_truths;
};

} // namespace Assay
