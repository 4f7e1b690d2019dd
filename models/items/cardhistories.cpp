// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/cardhistories.h"

#include "models/items/cardspec.h"
#include "models/table/queryvalues.h"

namespace Assay {

using namespace Qt::StringLiterals;

HistoryNeeds cardHistoryNeeds(const RunTable &table, const std::vector<uint32_t> &rows, const QStringList &keys, const HistoryValues &histories)
{
    QList<HistoryCall> calls;
    for (const QString &key : keys) {
        if (columnOfKey(key))
            continue;
        if (const auto expression = parseQueryExpression(key))
            calls += QueryAst::historyCalls(*expression->root);
    }
    if (calls.isEmpty())
        return {};
    const QueryClock clock;
    return QueryValues(table, histories, clock).needsOf(calls, rows);
}

std::optional<CardHistory> cardHistory(const QString &key)
{
    if (columnOfKey(key))
        return {};
    const auto expression = parseQueryExpression(key);
    if (!expression || expression->root->kind != QueryAst::Value::Kind::History || expression->root->history.parents > 0)
        return {};
    const HistoryCall &call = expression->root->history;
    switch (call.function) {
    case HistoryFunction::Min:
    case HistoryFunction::Max:
    case HistoryFunction::First:
    case HistoryFunction::Mean:
    case HistoryFunction::Median:
    case HistoryFunction::AtStep: return CardHistory{call.function, columnKeyText({ColumnGroup::Metric, call.metric})};
    case HistoryFunction::StandardDeviation:
    case HistoryFunction::Count:
    case HistoryFunction::ArgMin:
    case HistoryFunction::ArgMax:
    case HistoryFunction::Slope: break;
    }
    return {};
}

QString cardHistoryKey(HistoryFunction function, const QString &metric)
{
    return (function == HistoryFunction::Max ? "max("_L1 : "min("_L1) + metric + u')';
}

} // namespace Assay
