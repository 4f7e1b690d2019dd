// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/table/query.h"

namespace Assay {

// What somebody typed into the filter field of the run table: a query, a text to look for, or a query with a mistake.
struct QuickFilter {
    Query query;
    QString search;                      // in names, ids, params and tags; empty: nothing to look for
    std::optional<QueryMistake> mistake; // parseQuickFilter(): both of the above are empty then

    bool isEmpty() const { return query.isEmpty() && search.isEmpty(); }
};

// A text that is no query and has nothing of one (an operator, a keyword between words, "params.") is looked for as it is.
QuickFilter parseQuickFilter(QStringView text);
// The same while somebody types: with a mistake in it the query before goes on; a text that was looked for does not, as
// it was but the beginning of a query.
QuickFilter followQuickFilter(const QuickFilter &before, QStringView text);

// A text as the query language quotes it; nothing for one with both kinds of quotes, which cannot be written.
std::optional<QString> quotedForQuery(const QString &text);

// "key = 'value'" in the query language, for what stands in a cell. Nothing where it cannot be written: a text with
// both kinds of quotes. Absent values give IS NULL, NaN isnan().
enum class CellFilter { Only, Exclude };
std::optional<QString> cellCondition(const RunTable &table, uint32_t row, const ColumnKey &key, CellFilter filter);

// The same for what a facet shows of a column: one text, nothing, NaN, an infinite number.
std::optional<QString> textCondition(const ColumnKey &key, const QString &text, CellFilter filter);
QString absentCondition(const ColumnKey &key, CellFilter filter);
QString nanCondition(const ColumnKey &key, CellFilter filter);
QString infiniteCondition(const ColumnKey &key, bool isPositive, CellFilter filter);

// Numbers (spans in seconds, times in milliseconds) from low to high: BETWEEN with both ends, else without the upper one.
// Times at whole seconds are written as dates of the zone.
struct FilterRange {
    double low = 0;
    double high = 0;
    bool includesHigh = true;
};
QString rangeCondition(const ColumnKey &key, const FilterRange &range, CellFilter filter);
QString timeRangeCondition(const ColumnKey &key, const FilterRange &range, const QTimeZone &zone, CellFilter filter);
// The filter that finds what both find; a searched text is replaced.
QString joinFilters(const QString &filter, const QString &condition);

} // namespace Assay
