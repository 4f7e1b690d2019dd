// SPDX-License-Identifier: GPL-3.0-or-later
// The parser's part that reads the expression of a series.
#include "models/table/queryparser.h"

using namespace Qt::StringLiterals;

namespace Assay {

using QueryAst::Function;

namespace {

// Fills in what has to be read, in the order in which it is written.
void collectMetrics(const QueryAst::Value &value, SeriesExpression &expression)
{
    const auto take = [](QStringList &names, const QString &name) {
        if (!names.contains(name))
            names.append(name);
    };
    const bool isMetric = value.kind == QueryAst::Value::Kind::Key && value.key.kind == QueryKey::Kind::Stored
        && value.key.column.group == ColumnGroup::Metric;
    if (isMetric) {
        take(expression.metrics, value.key.column.name);
        take(expression.drawn, value.key.column.name);
    }
    if (value.kind == QueryAst::Value::Kind::History)
        take(expression.metrics, value.history.metric);
    const bool isConstant = value.kind == QueryAst::Value::Kind::Call && value.function == Function::Last;
    for (const QueryAst::ValuePtr &part : {value.left, value.right})
        if (part && !isConstant)
            collectMetrics(*part, expression);
}

} // namespace

Result<SeriesExpression> QueryParser::parseSeries()
{
    m_ofSeries = true;
    Result<QueryExpression> parsed = parseExpression();
    if (!parsed)
        return parsed.error();
    SeriesExpression expression{parsed->text, {}, {}, parsed->root};
    checkNumeric(parsed->root);
    collectMetrics(*parsed->root, expression);
    if (expression.drawn.isEmpty() && !m_mistake)
        mistakeAt(0, m_text.size(), tr("expected a metric whose points are drawn, such as metrics.loss, at column %1"));
    if (m_mistake)
        return m_mistake->error();
    return expression;
}

std::optional<QueryParser::Item> QueryParser::parseSeriesFunction(const QueryToken &name)
{
    const bool isLast = name.isWord("last"_L1), isAverage = name.isWord("ewm"_L1);
    if (!isLast && !isAverage && !name.isWord("diff"_L1) && !name.isWord("cumsum"_L1))
        return std::nullopt;
    if (m_depth >= MaxDepth)
        return Item{tooDeep(), {}, {}};
    next();
    ++m_depth;
    const ValuePtr inner = toValue(parseSum());
    --m_depth;
    if (!inner || (isLast ? !checkMetric(inner) : !checkNumeric(inner)))
        return Item{};
    const auto weight = isAverage ? parseWeight() : 0.0;
    if (!weight)
        return Item{};
    if (!takeKind(TokenKind::Close))
        return Item{expected(tr("')'")), {}, {}};
    Item item = functionOf(name, isLast ? Function::Last : isAverage ? Function::MovingAverage
                               : name.isWord("diff"_L1) ? Function::Difference : Function::CumulativeSum, inner);
    if (item.value) {
        auto value = std::make_shared<Value>(*item.value);
        value->argument = *weight;
        item.value = value;
    }
    return item;
}

std::optional<double> QueryParser::parseWeight()
{
    const bool isThere = takeKind(TokenKind::Comma) && token().kind == TokenKind::Number && token().number >= 0 && token().number < 1;
    if (!isThere) {
        expected(tr("', ' and a weight from 0 to less than 1"));
        return std::nullopt;
    }
    return next().number;
}

Result<SeriesExpression> parseSeriesExpression(QStringView text)
{
    return QueryParser(text).parseSeries();
}

} // namespace Assay
