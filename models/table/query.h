// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/job.h"
#include "models/table/historyvalues.h"
#include "models/table/querykey.h"
#include "models/table/runtable.h"

#include <QTimeZone>

#include <memory>

namespace Assay {

namespace QueryAst {
struct Condition;
struct Value;
}

// A query that was understood: MLflow's run filter and what goes beyond it (see the manual's page on queries). A value;
// cheap to copy; thread-safe, as nothing changes.
class Query
{
public:
    Query() = default; // finds every run
    explicit Query(std::shared_ptr<const QueryAst::Condition> root) : m_root(std::move(root)) {}

    bool isEmpty() const { return m_root == nullptr; }
    const std::shared_ptr<const QueryAst::Condition> &root() const { return m_root; }

private:
    std::shared_ptr<const QueryAst::Condition> m_root;
};

struct QueryParse {
    Query query;
    std::optional<QueryMistake> mistake; // the query is empty then
};

// Reads a query. The first is for fields that underline the mistake, the second for everybody else: InvalidQuery.
QueryParse checkQuery(QStringView text);
Result<Query> parseQuery(QStringView text);

// A value that was understood, as it stands on one side of a comparison: "metrics.a - metrics.b", "min(metrics.loss)".
// Equal when written equally.
struct QueryExpression {
    QString text;
    std::shared_ptr<const QueryAst::Value> root; // null: none

    friend bool operator==(const QueryExpression &a, const QueryExpression &b) { return a.text == b.text; }
};
Result<QueryExpression> parseQueryExpression(QStringView text);

// What "now" and "today" mean for a query.
struct QueryClock {
    qint64 now = 0;                      // milliseconds since 1970 UTC
    QTimeZone zone = QTimeZone::utc();   // of dates without one
};

// One truth value a row. Ordered so that AND is the lesser, OR the greater of two.
enum class Truth : uint8_t { False, Unknown, True };
using TruthVector = std::vector<Truth>;

// Decides every row of the table. Any thread; polls `job` and returns Canceled. `histories` belong to this table; a
// comparison with one that was not read is unknown until it has been.
Result<TruthVector> evaluateQuery(const Query &query, const RunTable &table, const HistoryValues &histories,
                                  const QueryClock &clock, Job &job);

// True where a run's name or id, and with `Everything` any of its params and tags, contains the text in any case.
enum class SearchScope { NameAndId, Everything };
TruthVector searchRuns(const RunTable &table, QStringView text, SearchScope scope);

} // namespace Assay
