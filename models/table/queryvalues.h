// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/table/query.h"
#include "models/table/queryast.h"
#include "models/table/runnesting.h"

#include <deque>
#include <span>

namespace Assay {

// A number a row, NumberTraits::absent where there is none, or the same one for all. Moved, never copied, as the view
// may point into it.
struct QueryNumbers {
    QueryNumbers() = default;
    QueryNumbers(QueryNumbers &&) = default;
    QueryNumbers &operator=(QueryNumbers &&) = default;

    std::vector<double> owned;
    std::span<const double> view; // into `owned` or a column; not used when constant
    bool isConstant = false;
    double constant = 0;

    double at(size_t row) const { return isConstant ? constant : view[row]; }
};

// A text a row as a code, CodeTraits::absent where there is none, or the same one for all.
struct QueryTexts {
    QueryTexts() = default;
    QueryTexts(QueryTexts &&) = default;
    QueryTexts &operator=(QueryTexts &&) = default;

    std::vector<uint32_t> codes;            // empty when constant: code 0 is meant
    std::vector<std::string_view> byCode;
    std::deque<std::string> owned;          // texts that byCode points to and no column holds
    bool isConstant = false;
};

// Computes the values of a query's tree over all rows of one table. Used once, on one thread.
class QueryValues
{
public:
    // For values that ask for no history.
    QueryValues(const RunTable &table, const QueryClock &clock) : QueryValues(table, HistoryValues::none(), clock) {}
    QueryValues(const RunTable &table, const HistoryValues &histories, const QueryClock &clock)
        : m_table(table), m_histories(histories), m_clock(clock) {}
    Q_DISABLE_COPY_MOVE(QueryValues)

    QueryNumbers numbers(const QueryAst::Value &value);
    // The same where a time stands on the other side: a written span counts from now then.
    QueryNumbers numbersBeside(const QueryAst::Value &value, QueryAst::ValueType other);
    QueryTexts texts(const QueryAst::Value &value);
    const RunTable &table() const { return m_table; }

    // Rows for which a history that the calls ask for has not been read; empty when there are none.
    std::vector<bool> unreadRows(const QList<HistoryCall> &calls);
    // What has to be read, so that nothing that the calls ask for is unread in the given rows.
    HistoryNeeds needsOf(const QList<HistoryCall> &calls, const std::vector<uint32_t> &rows);

private:
    QueryNumbers keyNumbers(const QueryKey &key);
    QueryNumbers ofParents(QueryNumbers own, int parents);
    uint32_t ancestor(uint32_t row, int parents);
    QueryNumbers duration() const;
    QueryNumbers age() const;
    QueryNumbers depth();
    QueryNumbers call(const QueryAst::Value &value);
    QueryNumbers binary(const QueryAst::Value &value);
    QueryNumbers dense(std::vector<double> values) const;
    double dateOf(const std::string &text) const;
    const RunNesting &nesting();

    const RunTable &m_table;
    const HistoryValues &m_histories;
    const QueryClock &m_clock;
    std::optional<RunNesting> m_nesting;
};

} // namespace Assay
