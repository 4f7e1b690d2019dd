// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/table/queryparser.h"

#include "models/table/querypattern.h"

using namespace Qt::StringLiterals;

namespace Assay {

using QueryAst::Comparison;
using QueryAst::ValueType;

namespace {

constexpr qsizetype MaxLength = 1 << 20;

std::optional<Comparison> comparisonOf(const QueryToken &token)
{
    if (token.kind != TokenKind::Operator)
        return {};
    if (token.text == "="_L1)
        return Comparison::Equal;
    if (token.text == "!="_L1 || token.text == "<>"_L1)
        return Comparison::NotEqual;
    if (token.text == "<"_L1)
        return Comparison::Less;
    if (token.text == "<="_L1)
        return Comparison::LessOrEqual;
    if (token.text == ">"_L1)
        return Comparison::Greater;
    if (token.text == ">="_L1)
        return Comparison::GreaterOrEqual;
    return {};
}

} // namespace

QueryParser::QueryParser(QStringView text) : m_text(text) {}

QueryParse QueryParser::parse()
{
    if (m_text.size() > MaxLength)
        return {{}, QueryMistake{0, m_text.size(), ErrorCode::InvalidQuery, tr("the query is longer than a million characters")}};
    QueryTokens cut = tokenizeQuery(m_text);
    if (cut.mistake)
        return {{}, cut.mistake};
    m_tokens = std::move(cut.tokens);
    if (token().kind == TokenKind::End)
        return {};
    ConditionPtr root = toCondition(parseOr());
    if (root && token().kind != TokenKind::End)
        expected(tr("AND, OR or the end"));
    if (m_mistake)
        return {{}, m_mistake};
    return {Query(std::move(root)), {}};
}

Result<QueryExpression> QueryParser::parseExpression()
{
    QueryTokens cut = tokenizeQuery(m_text);
    if (cut.mistake)
        return cut.mistake->error();
    m_tokens = std::move(cut.tokens);
    const ValuePtr root = toValue(parseSum());
    if (root && token().kind != TokenKind::End)
        expected(tr("an operator or the end"));
    if (m_mistake)
        return m_mistake->error();
    return QueryExpression{m_text.trimmed().toString(), root};
}

bool QueryParser::take(QLatin1StringView keyword)
{
    const bool here = token().isWord(keyword);
    m_at += here ? 1 : 0;
    return here;
}

bool QueryParser::takeKind(TokenKind kind)
{
    const bool here = token().kind == kind;
    m_at += here ? 1 : 0;
    return here;
}

std::nullptr_t QueryParser::expected(const QString &what)
{
    if (m_mistake)
        return nullptr;
    const QueryToken &here = token();
    const QueryToken *before = m_at > 0 ? &m_tokens[m_at - 1] : nullptr;
    const qsizetype offset = here.kind == TokenKind::End && before ? before->end() : here.offset;
    const QString column = QString::number(queryColumn(m_text, offset));
    m_mistake = QueryMistake{offset, std::max<qsizetype>(1, here.text.size()), ErrorCode::InvalidQuery,
                             before ? tr("expected %1 after '%2' at column %3").arg(what, before->text.left(40), column)
                                    : tr("expected %1 at column %2").arg(what, column)};
    return nullptr;
}

std::nullptr_t QueryParser::mistakeAt(qsizetype offset, qsizetype length, const QString &message)
{
    if (!m_mistake)
        m_mistake = QueryMistake{offset, length, ErrorCode::InvalidQuery, message.arg(queryColumn(m_text, offset))};
    return nullptr;
}

std::nullptr_t QueryParser::tooDeep()
{
    return mistakeAt(token().offset, token().text.size(), tr("the query is nested too deeply at column %1"));
}

QueryParser::ConditionPtr QueryParser::combine(Condition::Kind kind, std::vector<ConditionPtr> parts)
{
    auto condition = std::make_shared<Condition>();
    condition->kind = kind;
    for (const ConditionPtr &part : parts)
        condition->height = std::max(condition->height, part->height + 1);
    if (condition->height > QueryAst::MaxHeight)
        return tooDeep();
    condition->parts = std::move(parts);
    return condition;
}

QueryParser::Item QueryParser::parseOr()
{
    Item first = parseAnd();
    if (!first || !token().isWord("or"_L1))
        return first;
    std::vector<ConditionPtr> parts{toCondition(first)};
    while (parts.back() && take("or"_L1))
        parts.push_back(toCondition(parseAnd()));
    return {{}, parts.back() ? combine(Condition::Kind::Or, std::move(parts)) : nullptr, {}};
}

QueryParser::Item QueryParser::parseAnd()
{
    Item first = parseNot();
    if (!first || !token().isWord("and"_L1))
        return first;
    std::vector<ConditionPtr> parts{toCondition(first)};
    while (parts.back() && take("and"_L1))
        parts.push_back(toCondition(parseNot()));
    return {{}, parts.back() ? combine(Condition::Kind::And, std::move(parts)) : nullptr, {}};
}

QueryParser::Item QueryParser::parseNot()
{
    if (!take("not"_L1))
        return parseComparison();
    if (m_depth >= MaxDepth)
        return {tooDeep(), {}, {}};
    ++m_depth;
    const ConditionPtr inner = toCondition(parseNot());
    --m_depth;
    return {{}, inner ? combine(Condition::Kind::Not, {inner}) : nullptr, {}};
}

// What stands alone: a whole condition, a word to search for, or the beginning of a comparison that ends too early.
QueryParser::ConditionPtr QueryParser::toCondition(const Item &item)
{
    if (item.condition || !item)
        return item.condition;
    auto search = std::make_shared<Condition>();
    search->kind = Condition::Kind::Search;
    if (item.value && item.value->kind == Value::Kind::Text) {
        search->pattern = item.value->text;
        return search;
    }
    const bool hasEntity = item.word && (item.word->quotedName || item.word->content.contains(u'.'));
    const bool isSearch = item.word && item.word->kind != TokenKind::Backticked && !hasEntity;
    if (!isSearch)
        return expected(tr("a comparison such as > or ="));
    search->pattern = item.word->content.toString().toStdString();
    return search;
}

QueryParser::Item QueryParser::parseComparison()
{
    const size_t begin = m_at;
    Item item = parseSum();
    const QueryToken &here = token();
    const bool compares = comparisonOf(here) || here.isOperator("~"_L1) || here.isOperator("!~"_L1) || here.isOperator("=="_L1)
        || here.isWord("in"_L1) || here.isWord("like"_L1) || here.isWord("ilike"_L1) || here.isWord("between"_L1)
        || here.isWord("is"_L1) || here.isWord("rlike"_L1)
        || (here.isWord("not"_L1) && m_at > begin);
    if (!item || !compares)
        return item;
    if (item.condition)
        return {expected(tr("AND, OR or the end")), {}, {}};
    const ValuePtr left = toValue(item);
    return {{}, left ? parseTail(left) : nullptr, {}};
}

QueryParser::ConditionPtr QueryParser::parseTail(const ValuePtr &left)
{
    if (const auto comparison = comparisonOf(token())) {
        next();
        const ValuePtr right = parseRightSide();
        return right ? compare(left, *comparison, right) : nullptr;
    }
    if (token().isOperator("~"_L1) || token().isOperator("!~"_L1))
        return parseMatch(left, next().text == "!~"_L1);
    if (take("is"_L1))
        return parseIsNull(left);
    const bool negated = take("not"_L1);
    if (take("in"_L1))
        return parseIn(left, negated);
    if (take("between"_L1))
        return parseBetween(left, negated);
    if (take("like"_L1))
        return parseLike(left, Condition::Kind::Like, negated);
    if (take("ilike"_L1))
        return parseLike(left, Condition::Kind::ILike, negated);
    if (negated)
        return expected(tr("IN, BETWEEN, LIKE or ILIKE"));
    return expected(tr("one of = != < <= > >= ~ !~, LIKE, ILIKE, IN, BETWEEN, IS"));
}

QueryParser::ValuePtr QueryParser::parseRightSide()
{
    const bool outer = std::exchange(m_rightSide, true);
    ValuePtr value = toValue(parseSum());
    m_rightSide = outer;
    return value;
}

QueryParser::ConditionPtr QueryParser::parseIsNull(const ValuePtr &left)
{
    auto condition = std::make_shared<Condition>();
    condition->kind = Condition::Kind::IsNull;
    condition->negated = take("not"_L1);
    condition->left = left;
    if (!take("null"_L1))
        return expected(condition->negated ? tr("NULL") : tr("NULL or NOT NULL"));
    return condition;
}

QueryParser::ConditionPtr QueryParser::parseIn(const ValuePtr &left, bool negated)
{
    auto condition = std::make_shared<Condition>();
    condition->kind = Condition::Kind::In;
    condition->negated = negated;
    condition->left = left;
    if (!takeKind(TokenKind::Open))
        return expected(tr("a list in brackets"));
    do {
        const ValuePtr value = parseRightSide();
        if (!value)
            return nullptr;
        const bool isText = value->kind == Value::Kind::Text;
        const double sign = value->kind == Value::Kind::Negate ? -1 : 1;
        const Value &plain = sign < 0 ? *value->left : *value;
        const bool isNumber = plain.kind == Value::Kind::Number || plain.kind == Value::Kind::Span;
        if (!isText && !isNumber)
            return mistakeAt(value->offset, value->length, tr("expected a number or a quoted text in the list at column %1"));
        if (!compare(left, Comparison::Equal, value)) // says what does not fit
            return nullptr;
        if (isText)
            condition->texts.push_back(value->text);
        else
            condition->numbers.push_back(sign * plain.number);
    } while (takeKind(TokenKind::Comma));
    if (!takeKind(TokenKind::Close))
        return expected(tr("',' or ')'"));
    std::sort(condition->texts.begin(), condition->texts.end());
    std::sort(condition->numbers.begin(), condition->numbers.end());
    return condition;
}

QueryParser::ConditionPtr QueryParser::parseBetween(const ValuePtr &left, bool negated)
{
    const ValuePtr low = parseRightSide();
    if (!low)
        return nullptr;
    if (!take("and"_L1))
        return expected(tr("AND and the upper bound"));
    const ValuePtr high = parseRightSide();
    if (!high)
        return nullptr;
    if (left->type == ValueType::Dataset)
        return mistakeAt(left->offset, left->length, tr("expected a key other than a data set's before BETWEEN at column %1"));
    const ConditionPtr from = compare(left, Comparison::GreaterOrEqual, low);
    const ConditionPtr to = from ? compare(left, Comparison::LessOrEqual, high) : nullptr;
    const ConditionPtr both = to ? combine(Condition::Kind::And, {from, to}) : nullptr;
    return both && negated ? combine(Condition::Kind::Not, {both}) : both;
}

QueryParser::ConditionPtr QueryParser::parseLike(const ValuePtr &left, Condition::Kind kind, bool negated)
{
    if (!left->isText() && left->type != ValueType::Dataset)
        return mistakeAt(left->offset, left->length, tr("expected a text before LIKE, found a number at column %1"));
    if (token().kind != TokenKind::SingleQuoted && token().kind != TokenKind::DoubleQuoted)
        return expected(tr("a quoted text"));
    auto condition = std::make_shared<Condition>();
    condition->kind = kind;
    condition->negated = negated;
    condition->left = left;
    condition->pattern = next().content.toString().toStdString();
    return condition;
}

QueryParser::ConditionPtr QueryParser::parseMatch(const ValuePtr &left, bool negated)
{
    if (!left->isText() && left->type != ValueType::Dataset)
        return mistakeAt(left->offset, left->length, tr("expected a text before ~, found a number at column %1"));
    const QueryToken expression = token();
    if (expression.kind != TokenKind::SingleQuoted && expression.kind != TokenKind::DoubleQuoted)
        return expected(tr("a quoted regular expression"));
    next();
    const auto compiled = QueryAst::Pattern::compile(expression.content.toString().toStdString());
    if (!compiled) {
        if (!m_mistake) {
            m_mistake = QueryMistake{expression.offset, expression.text.size(), ErrorCode::InvalidQuery,
                tr("expected a regular expression at column %1: %2")
                    .arg(QString::number(queryColumn(m_text, expression.offset)), compiled.error().message.left(200))};
        }
        return nullptr;
    }
    auto condition = std::make_shared<Condition>();
    condition->kind = Condition::Kind::Match;
    condition->negated = negated;
    condition->left = left;
    condition->regex = *compiled;
    return condition;
}

QueryParse checkQuery(QStringView text)
{
    return QueryParser(text).parse();
}

Result<QueryExpression> parseQueryExpression(QStringView text)
{
    return QueryParser(text).parseExpression();
}

Result<Query> parseQuery(QStringView text)
{
    QueryParse parsed = checkQuery(text);
    if (parsed.mistake)
        return parsed.mistake->error();
    return std::move(parsed.query);
}

QueryParser::ConditionPtr QueryParser::compare(const ValuePtr &left, Comparison comparison, const ValuePtr &right)
{
    const auto isTexty = [](const ValuePtr &value) { return value->type == ValueType::Text; };
    if (right->type == ValueType::Dataset)
        return mistakeAt(right->offset, right->length, tr("expected a value, found a data set's key at column %1; it has to stand on the left"));
    if (left->type == ValueType::Dataset && right->kind != Value::Kind::Text)
        return mistakeAt(right->offset, right->length, tr("expected a quoted text at column %1"));
    if (left->type == ValueType::Dataset && comparison != Comparison::Equal && comparison != Comparison::NotEqual)
        return mistakeAt(left->offset, left->length, tr("expected = != LIKE ILIKE IN or ~ behind the data set's key at column %1"));
    if (left->type != ValueType::Dataset && (isTexty(left) || isTexty(right)) && !(left->isText() && right->isText())) {
        return isTexty(right) ? mistakeAt(right->offset, right->length, tr("expected a number, found a text at column %1"))
                              : mistakeAt(right->offset, right->length, tr("expected a quoted text, found a number at column %1"));
    }
    const auto isAhead = [](const ValuePtr &value) { return value->type == ValueType::Span && value->kind != Value::Kind::Negate; };
    if ((left->type == ValueType::Time && isAhead(right)) || (right->type == ValueType::Time && isAhead(left))) {
        const ValuePtr &span = left->type == ValueType::Time ? right : left;
        return mistakeAt(span->offset, span->length, tr("expected a date or a time before now such as -7d at column %1"));
    }
    auto condition = std::make_shared<Condition>();
    condition->kind = Condition::Kind::Compare;
    condition->comparison = comparison;
    condition->left = left;
    condition->right = right;
    return condition;
}

} // namespace Assay
