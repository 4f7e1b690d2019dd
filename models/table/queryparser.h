// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/table/query.h"
#include "models/table/queryast.h"
#include "models/table/querytokens.h"
#include "models/table/seriesexpression.h"

#include <QCoreApplication>

namespace Assay {

// Recursive descent over the tokens of one query; used once.
class QueryParser
{
    Q_DECLARE_TR_FUNCTIONS(Query)

public:
    explicit QueryParser(QStringView text);

    QueryParse parse();
    Result<QueryExpression> parseExpression();
    Result<SeriesExpression> parseSeries();

private:
    static constexpr int MaxDepth = 100; // of nesting that the parser follows; each takes some stack frames

    using Value = QueryAst::Value;
    using ValuePtr = QueryAst::ValuePtr;
    using Condition = QueryAst::Condition;
    using ConditionPtr = QueryAst::ConditionPtr;

    // What a piece of a query is, is often known only after what follows it: "(a + b) > 1" and "(a > 1)", "name" and
    // "name = 'x'". At most one of the two is set; after a mistake none.
    struct Item {
        ValuePtr value;
        ConditionPtr condition;
        std::optional<QueryToken> word; // a word of its own: becomes a key or a search
        explicit operator bool() const { return value || condition || word; }
    };

    Item parseOr();
    Item parseAnd();
    Item parseNot();
    Item parseComparison();
    Item parseSum();
    Item parseProduct();
    Item parseUnary();
    Item parseOperand();
    Item parseName();
    Item parseFunction(const QueryToken &name);
    Item parseAtStep(const QueryToken &name);
    Item historyValue(const ValuePtr &metric, HistoryFunction function, qsizetype offset);
    std::optional<Item> parseSeriesFunction(const QueryToken &name); // nothing: it is one of all queries
    std::optional<double> parseWeight();
    Item functionOf(const QueryToken &name, QueryAst::Function function, const ValuePtr &inner);
    bool checkMetric(const ValuePtr &value);
    Item parseGroup();

    ConditionPtr parseTail(const ValuePtr &left);
    ConditionPtr parseIsNull(const ValuePtr &left);
    ConditionPtr parseIn(const ValuePtr &left, bool negated);
    ConditionPtr parseBetween(const ValuePtr &left, bool negated);
    ConditionPtr parseLike(const ValuePtr &left, Condition::Kind kind, bool negated);
    ConditionPtr parseMatch(const ValuePtr &left, bool negated);
    ConditionPtr compare(const ValuePtr &left, QueryAst::Comparison comparison, const ValuePtr &right);
    ValuePtr parseRightSide();

    ConditionPtr toCondition(const Item &item);
    ValuePtr toValue(const Item &item);
    ValuePtr keyValue(const QueryToken &token);
    QString quotedSpelling(const QueryToken &last) const;
    ValuePtr arithmetic(const ValuePtr &left, const QueryToken &sign, const ValuePtr &right);
    ConditionPtr combine(Condition::Kind kind, std::vector<ConditionPtr> parts);
    bool checkNumeric(const ValuePtr &value);

    const QueryToken &token() const { return m_tokens[m_at]; }
    const QueryToken &following() const { return m_tokens[std::min(m_at + 1, m_tokens.size() - 1)]; }
    bool take(QLatin1StringView keyword);
    bool takeKind(TokenKind kind);
    QueryToken next() { return m_tokens[m_at + 1 < m_tokens.size() ? m_at++ : m_at]; }

    // All of them return something empty, so that a parse function can return them.
    std::nullptr_t expected(const QString &what); // "expected … after '…' at column …", at the current token
    std::nullptr_t mistakeAt(qsizetype offset, qsizetype length, const QString &message); // %1: the column
    std::nullptr_t tooDeep();

    QStringView m_text;
    std::vector<QueryToken> m_tokens;
    size_t m_at = 0;
    int m_depth = 0;
    bool m_ofSeries = false;  // diff(), cumsum() and ewm() are known, parents are not
    bool m_rightSide = false; // a double-quoted word is a text here, else a key
    std::optional<QueryMistake> m_mistake;
};

} // namespace Assay
