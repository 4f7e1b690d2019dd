// SPDX-License-Identifier: GPL-3.0-or-later
// The parser's part that reads values and checks that their types fit.
#include "models/table/queryparser.h"

#include "models/table/queryhints.h"

#include <QDateTime>

using namespace Qt::StringLiterals;

namespace Assay {

using QueryAst::Function;
using QueryAst::ValueType;

namespace {

struct NamedFunction {
    QLatin1StringView name;
    Function function;
};
constexpr NamedFunction Functions[] = {
    {"abs"_L1, Function::Abs},     {"log"_L1, Function::Log},     {"log10"_L1, Function::Log10},   {"exp"_L1, Function::Exp},
    {"sqrt"_L1, Function::Sqrt},   {"round"_L1, Function::Round}, {"lower"_L1, Function::Lower},   {"length"_L1, Function::Length},
    {"num"_L1, Function::Number},
};

struct NamedHistoryFunction {
    QLatin1StringView name;
    HistoryFunction function;
};
constexpr NamedHistoryFunction HistoryFunctions[] = {
    {"min"_L1, HistoryFunction::Min},       {"max"_L1, HistoryFunction::Max},       {"first"_L1, HistoryFunction::First},
    {"mean"_L1, HistoryFunction::Mean},     {"median"_L1, HistoryFunction::Median}, {"std"_L1, HistoryFunction::StandardDeviation},
    {"count"_L1, HistoryFunction::Count},   {"argmin"_L1, HistoryFunction::ArgMin}, {"argmax"_L1, HistoryFunction::ArgMax},
    {"slope"_L1, HistoryFunction::Slope},
};

ValueType typeOf(const QueryKey &key)
{
    switch (key.kind) {
    case QueryKey::Kind::Duration:
    case QueryKey::Kind::Age:
    case QueryKey::Kind::Depth: return ValueType::Number;
    case QueryKey::Kind::DatasetName:
    case QueryKey::Kind::DatasetDigest:
    case QueryKey::Kind::DatasetContext: return ValueType::Dataset;
    case QueryKey::Kind::Stored: break;
    }
    switch (key.column.group) {
    case ColumnGroup::Metric: return ValueType::Number;
    case ColumnGroup::Param:
    case ColumnGroup::Tag: return ValueType::Logged;
    case ColumnGroup::Attribute: break;
    }
    return key.column.name == Attribute::StartTime || key.column.name == Attribute::EndTime ? ValueType::Time : ValueType::Text;
}

} // namespace

QueryParser::ValuePtr QueryParser::keyValue(const QueryToken &here)
{
    const auto key = keyOfToken(here);
    if (!key) {
        const QString known = queryAttributeNames().join(", "_L1);
        const QString quoted = quotedSpelling(here);
        const QString nearest = quoted.isEmpty() ? nearestKeySpelling(here.text.left(200)) : quoted;
        if (!m_mistake) {
            m_mistake = QueryMistake{here.offset, here.text.size(), ErrorCode::InvalidQuery,
                tr("expected a key, found '%1' at column %2: metrics.…, params.…, tags.…, datasets.name, .digest or .context, or one of %3")
                    .arg(here.text.left(60), QString::number(queryColumn(m_text, here.offset)), known)};
            if (!nearest.isEmpty())
                m_mistake->message = tr("expected a key, found '%1' at column %2; did you mean %3?")
                    .arg(here.text.left(60), QString::number(queryColumn(m_text, here.offset)), nearest.left(60));
        }
        return nullptr;
    }
    if (m_ofSeries && key->parents > 0)
        return mistakeAt(here.offset, here.text.size(), tr("expected a key of the run itself, without parent., at column %1"));
    auto value = std::make_shared<Value>();
    value->kind = Value::Kind::Key;
    value->type = typeOf(*key);
    value->key = *key;
    value->offset = here.offset;
    value->length = here.text.size();
    if (value->type == ValueType::Dataset && key->parents > 0)
        return mistakeAt(here.offset, here.text.size(), tr("expected a key other than a data set's behind parent. at column %1"));
    return value;
}

// "metrics.val/loss" is a quotient, and nearly always meant as a name: it with its quotes, where no blank is in it.
QString QueryParser::quotedSpelling(const QueryToken &last) const
{
    const auto at = std::find_if(m_tokens.begin(), m_tokens.end(), [&](const QueryToken &token) { return token.offset == last.offset; });
    const auto place = size_t(at - m_tokens.begin());
    if (place < 2 || place >= m_tokens.size())
        return {};
    const QueryToken &sign = m_tokens[place - 1], &first = m_tokens[place - 2];
    const bool isOneWord = sign.kind == TokenKind::Operator && first.kind == TokenKind::Word && !first.quotedName
        && first.end() == sign.offset && sign.end() == last.offset;
    const qsizetype dot = first.text.indexOf(u'.');
    if (!isOneWord || dot < 0)
        return {};
    return u"%1`%2`"_s.arg(first.text.left(dot + 1), m_text.sliced(first.offset + dot + 1, last.end() - first.offset - dot - 1));
}

QueryParser::ValuePtr QueryParser::toValue(const Item &item)
{
    if (item.word)
        return keyValue(*item.word);
    if (item.condition)
        return expected(tr("AND, OR or the end"));
    return item.value;
}

QueryParser::Item QueryParser::parseSum()
{
    Item item = parseProduct();
    while (item && (token().isOperator("+"_L1) || token().isOperator("-"_L1))) {
        const ValuePtr left = toValue(item);
        const QueryToken sign = left ? next() : token();
        const ValuePtr right = left ? toValue(parseProduct()) : nullptr;
        item = {right ? arithmetic(left, sign, right) : nullptr, {}, {}};
    }
    return item;
}

QueryParser::Item QueryParser::parseProduct()
{
    Item item = parseUnary();
    while (item && (token().isOperator("*"_L1) || token().isOperator("/"_L1))) {
        const ValuePtr left = toValue(item);
        const QueryToken sign = left ? next() : token();
        const ValuePtr right = left ? toValue(parseUnary()) : nullptr;
        item = {right ? arithmetic(left, sign, right) : nullptr, {}, {}};
    }
    return item;
}

QueryParser::Item QueryParser::parseUnary()
{
    if (!token().isOperator("-"_L1))
        return parseOperand();
    const QueryToken sign = next();
    const ValuePtr inner = toValue(parseOperand());
    if (!inner || !checkNumeric(inner))
        return {};
    auto value = std::make_shared<Value>();
    value->kind = Value::Kind::Negate;
    value->type = inner->type == ValueType::Span ? ValueType::Span : ValueType::Number;
    value->left = inner;
    value->height = inner->height + 1;
    value->offset = sign.offset;
    value->length = inner->offset + inner->length - sign.offset;
    return {value, {}, {}};
}

bool QueryParser::checkNumeric(const ValuePtr &value)
{
    if (value->type == ValueType::Text || value->type == ValueType::Dataset) {
        mistakeAt(value->offset, value->length, tr("expected a number, found a text at column %1"));
        return false;
    }
    return true;
}

QueryParser::ValuePtr QueryParser::arithmetic(const ValuePtr &left, const QueryToken &sign, const ValuePtr &right)
{
    if (!checkNumeric(left) || !checkNumeric(right))
        return nullptr;
    auto value = std::make_shared<Value>();
    value->kind = sign.text == "+"_L1 ? Value::Kind::Add : sign.text == "-"_L1 ? Value::Kind::Subtract
        : sign.text == "*"_L1 ? Value::Kind::Multiply : Value::Kind::Divide;
    const bool isSum = value->kind == Value::Kind::Add || value->kind == Value::Kind::Subtract;
    const bool leftTime = left->type == ValueType::Time, rightTime = right->type == ValueType::Time;
    value->type = isSum && leftTime != rightTime ? ValueType::Time : ValueType::Number;
    value->left = left;
    value->right = right;
    value->height = 1 + std::max(left->height, right->height);
    value->offset = left->offset;
    value->length = right->offset + right->length - left->offset;
    if (value->height > QueryAst::MaxHeight)
        return tooDeep();
    return value;
}

QueryParser::Item QueryParser::parseOperand()
{
    const QueryToken here = token();
    auto value = std::make_shared<Value>();
    value->offset = here.offset;
    value->length = here.text.size();
    switch (here.kind) {
    case TokenKind::Open:
        return parseGroup();
    case TokenKind::Word:
    case TokenKind::Backticked:
        return parseName();
    case TokenKind::DoubleQuoted:
        if (!m_rightSide)
            return parseName();
        [[fallthrough]];
    case TokenKind::SingleQuoted:
        value->kind = Value::Kind::Text;
        value->type = ValueType::Text;
        value->text = here.content.toString().toStdString();
        break;
    case TokenKind::Number:
        value->number = here.number;
        break;
    case TokenKind::Duration:
        value->kind = Value::Kind::Span;
        value->type = ValueType::Span;
        value->number = here.number;
        break;
    case TokenKind::Date:
        value->kind = Value::Kind::Date;
        value->type = ValueType::Time;
        value->text = here.text.toString().toStdString();
        if (!QDateTime::fromString(here.text.toString(), Qt::ISODate).isValid())
            return {mistakeAt(here.offset, here.text.size(), tr("expected a date that exists at column %1")), {}, {}};
        break;
    case TokenKind::End:
    case TokenKind::Operator:
    case TokenKind::Close:
    case TokenKind::Comma:
    case TokenKind::At:
        return {expected(m_rightSide ? tr("a value") : tr("a key or a value")), {}, {}};
    }
    next();
    return {value, {}, {}};
}

QueryParser::Item QueryParser::parseGroup()
{
    if (m_depth >= MaxDepth)
        return {tooDeep(), {}, {}};
    next();
    ++m_depth;
    const bool outer = std::exchange(m_rightSide, false);
    Item item = parseOr();
    m_rightSide = outer;
    --m_depth;
    if (item && !takeKind(TokenKind::Close))
        return {expected(tr("')'")), {}, {}};
    return item;
}

QueryParser::Item QueryParser::parseName()
{
    for (QLatin1StringView keyword : {"and"_L1, "or"_L1, "not"_L1, "in"_L1, "is"_L1, "like"_L1, "ilike"_L1, "between"_L1, "null"_L1})
        if (token().isWord(keyword))
            return {expected(m_rightSide ? tr("a value") : tr("a key or a value")), {}, {}};
    const QueryToken name = next();
    if (token().kind == TokenKind::Open && name.kind == TokenKind::Word)
        return parseFunction(name);
    if (token().kind == TokenKind::At)
        return parseAtStep(name);
    if (m_rightSide && name.isWord("today"_L1)) {
        auto value = std::make_shared<Value>();
        value->kind = Value::Kind::Today;
        value->type = ValueType::Time;
        value->offset = name.offset;
        value->length = name.text.size();
        return {value, {}, {}};
    }
    return {{}, {}, name};
}

QueryParser::Item QueryParser::parseFunction(const QueryToken &name)
{
    if (m_ofSeries)
        if (const auto item = parseSeriesFunction(name))
            return *item;
    const auto named = [&](const auto &one) { return name.isWord(one.name); };
    const auto *found = std::find_if(std::begin(Functions), std::end(Functions), named);
    const auto *history = std::find_if(std::begin(HistoryFunctions), std::end(HistoryFunctions), named);
    const bool isLast = name.isWord("last"_L1), isHas = name.isWord("has"_L1);
    const bool isNaN = name.isWord("isnan"_L1), isInfinite = name.isWord("isinf"_L1);
    if (found == std::end(Functions) && history == std::end(HistoryFunctions) && !isLast && !isHas && !isNaN && !isInfinite) {
        return {mistakeAt(name.offset, name.text.size(),
                          tr("expected one of has, isnan, isinf, min, max, first, last, mean, median, std, count, argmin, argmax, slope, "
                             "abs, log, log10, exp, sqrt, round, lower, length, num before '(' at column %1")), {}, {}};
    }
    if (m_depth >= MaxDepth)
        return {tooDeep(), {}, {}};
    next();
    ++m_depth;
    const ValuePtr inner = toValue(parseSum());
    --m_depth;
    if (!inner)
        return {};
    if (!takeKind(TokenKind::Close))
        return {expected(tr("')'")), {}, {}};
    if (isLast)
        return {checkMetric(inner) ? inner : nullptr, {}, {}};
    if (history != std::end(HistoryFunctions))
        return historyValue(inner, history->function, name.offset);
    if (found != std::end(Functions))
        return functionOf(name, found->function, inner);
    if (isHas && inner->kind != Value::Kind::Key)
        return {mistakeAt(inner->offset, inner->length, tr("expected a key at column %1")), {}, {}};
    if (!isHas && !checkNumeric(inner))
        return {};
    auto condition = std::make_shared<Condition>();
    condition->kind = isHas ? Condition::Kind::IsNull : isNaN ? Condition::Kind::IsNaN : Condition::Kind::IsInfinite;
    condition->negated = isHas;
    condition->left = inner;
    return {{}, condition, {}};
}

bool QueryParser::checkMetric(const ValuePtr &value)
{
    const bool isMetric = value->kind == Value::Kind::Key && value->key.kind == QueryKey::Kind::Stored
        && value->key.column.group == ColumnGroup::Metric;
    if (!isMetric)
        mistakeAt(value->offset, value->length, tr("expected a metric at column %1"));
    return isMetric;
}

QueryParser::Item QueryParser::historyValue(const ValuePtr &metric, HistoryFunction function, qsizetype offset)
{
    if (!checkMetric(metric))
        return {};
    auto value = std::make_shared<Value>();
    value->kind = Value::Kind::History;
    value->history = {metric->key.column.name, function, 0, metric->key.parents};
    value->offset = offset;
    value->length = m_tokens[m_at - 1].end() - offset;
    return {value, {}, {}};
}

// metrics.loss @ 100
QueryParser::Item QueryParser::parseAtStep(const QueryToken &name)
{
    const ValuePtr metric = keyValue(name);
    if (!metric || !checkMetric(metric))
        return {};
    next();
    const bool isNegative = token().isOperator("-"_L1);
    if (isNegative)
        next();
    bool isWhole = false;
    const qint64 step = QString((isNegative ? u"-"_s : QString()) + token().text.toString()).toLongLong(&isWhole);
    if (token().kind != TokenKind::Number || !isWhole)
        return {expected(tr("a step, which is a whole number,")), {}, {}};
    next();
    auto value = std::make_shared<Value>(*historyValue(metric, HistoryFunction::AtStep, name.offset).value);
    value->history.step = step;
    return {value, {}, {}};
}

QueryParser::Item QueryParser::functionOf(const QueryToken &name, Function function, const ValuePtr &inner)
{
    const bool ofText = function == Function::Lower || function == Function::Length;
    if (ofText && !inner->isText())
        return {mistakeAt(inner->offset, inner->length, tr("expected a text, found a number at column %1")), {}, {}};
    if (!ofText && !checkNumeric(inner))
        return {};
    auto value = std::make_shared<Value>();
    value->kind = Value::Kind::Call;
    value->type = function == Function::Lower ? ValueType::Text : ValueType::Number;
    value->function = function;
    value->left = inner;
    value->height = inner->height + 1;
    value->offset = name.offset;
    value->length = m_tokens[m_at - 1].end() - name.offset;
    if (value->height > QueryAst::MaxHeight)
        return {tooDeep(), {}, {}};
    return {value, {}, {}};
}

} // namespace Assay
