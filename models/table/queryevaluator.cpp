// SPDX-License-Identifier: GPL-3.0-or-later
// Decides the conditions of a query, a column at a time: each distinct text of a column is looked at once.
#include "models/table/querypattern.h"
#include "models/table/queryvalues.h"

#include <cmath>
#include <functional>

using namespace Qt::StringLiterals;

namespace Assay {

using QueryAst::Comparison;
using QueryAst::Condition;
using QueryAst::Value;
using QueryAst::ValueType;

namespace {

Truth truth(bool value)
{
    return value ? Truth::True : Truth::False;
}

Truth negation(Truth value)
{
    return Truth(2 - uint8_t(value));
}

// Calls f with the comparison as a function object, so that the loops over the rows know it at compile time.
template <typename F>
auto withComparison(Comparison comparison, F f)
{
    switch (comparison) {
    case Comparison::NotEqual: return f(std::not_equal_to<>());
    case Comparison::Less: return f(std::less<>());
    case Comparison::LessOrEqual: return f(std::less_equal<>());
    case Comparison::Greater: return f(std::greater<>());
    case Comparison::GreaterOrEqual: return f(std::greater_equal<>());
    case Comparison::Equal: break;
    }
    return f(std::equal_to<>());
}

class Evaluator
{
public:
    Evaluator(const RunTable &table, const HistoryValues &histories, const QueryClock &clock, Job &job)
        : m_values(table, histories, clock), m_table(table), m_rows(size_t(table.rowCount())), m_job(job) {}

    TruthVector decide(const Condition &condition);
    bool isCanceled() const { return m_job.isCanceled(); }

private:
    TruthVector decideOne(const Condition &condition);
    TruthVector decideParts(const Condition &condition);
    TruthVector compare(const Condition &condition);
    TruthVector compareNumbers(const Condition &condition);
    TruthVector compareTexts(const Condition &condition);
    TruthVector isIn(const Condition &condition);
    TruthVector isNull(const Condition &condition);
    TruthVector testNumber(const Condition &condition, bool (*test)(double));
    TruthVector testTexts(const Value &value, const std::function<bool(std::string_view)> &test);
    TruthVector testDatasets(const Value &value, const std::function<bool(std::string_view)> &test);
    TruthVector byCode(const QueryTexts &texts, const std::function<bool(std::string_view)> &test);
    std::function<bool(std::string_view)> textTest(const Condition &condition) const;

    QueryValues m_values;
    const RunTable &m_table;
    size_t m_rows;
    Job &m_job;
};

TruthVector Evaluator::decide(const Condition &condition)
{
    if (m_job.isCanceled())
        return TruthVector(m_rows, Truth::Unknown);
    TruthVector result = decideOne(condition);
    if (condition.parts.empty()) {
        const std::vector<bool> unread = m_values.unreadRows(historyCalls(condition));
        for (size_t row = 0; row < unread.size(); ++row)
            if (unread[row])
                result[row] = Truth::Unknown;
    }
    return result;
}

TruthVector Evaluator::decideOne(const Condition &condition)
{
    switch (condition.kind) {
    case Condition::Kind::And:
    case Condition::Kind::Or:
    case Condition::Kind::Not: return decideParts(condition);
    case Condition::Kind::Compare: return compare(condition);
    case Condition::Kind::In: return isIn(condition);
    case Condition::Kind::Like:
    case Condition::Kind::ILike:
    case Condition::Kind::Match: return testTexts(*condition.left, textTest(condition));
    case Condition::Kind::IsNull: return isNull(condition);
    case Condition::Kind::IsNaN: return testNumber(condition, [](double x) { return std::isnan(x); });
    case Condition::Kind::IsInfinite: return testNumber(condition, [](double x) { return std::isinf(x); });
    case Condition::Kind::Search:
        return searchRuns(m_table, QString::fromStdString(condition.pattern), SearchScope::NameAndId);
    }
    return {};
}

TruthVector Evaluator::decideParts(const Condition &condition)
{
    TruthVector result = decide(*condition.parts.front());
    if (condition.kind == Condition::Kind::Not) {
        for (Truth &value : result)
            value = negation(value);
        return result;
    }
    const bool isAnd = condition.kind == Condition::Kind::And;
    for (size_t i = 1; i < condition.parts.size(); ++i) {
        const TruthVector other = decide(*condition.parts[i]);
        for (size_t row = 0; row < m_rows; ++row)
            result[row] = isAnd ? std::min(result[row], other[row]) : std::max(result[row], other[row]);
    }
    return result;
}

TruthVector Evaluator::compare(const Condition &condition)
{
    if (condition.left->type == ValueType::Dataset) {
        const bool wanted = condition.comparison == Comparison::Equal;
        const std::string_view text = condition.right->text;
        return testDatasets(*condition.left, [=](std::string_view value) { return (value == text) == wanted; });
    }
    return condition.left->isText() && condition.right->isText() ? compareTexts(condition) : compareNumbers(condition);
}

TruthVector Evaluator::compareNumbers(const Condition &condition)
{
    const QueryNumbers left = m_values.numbersBeside(*condition.left, condition.right->type);
    const QueryNumbers right = m_values.numbersBeside(*condition.right, condition.left->type);
    TruthVector result(m_rows);
    withComparison(condition.comparison, [&](auto holds) {
        const auto decideRow = [&](double a, double b) {
            return NumberTraits::isAbsent(a) || NumberTraits::isAbsent(b) ? Truth::Unknown : truth(holds(a, b));
        };
        if (right.isConstant && !left.isConstant) {
            const double constant = right.constant;
            for (size_t row = 0; row < m_rows; ++row)
                result[row] = decideRow(left.view[row], constant);
        } else {
            for (size_t row = 0; row < m_rows; ++row)
                result[row] = decideRow(left.at(row), right.at(row));
        }
    });
    return result;
}

TruthVector Evaluator::compareTexts(const Condition &condition)
{
    const QueryTexts left = m_values.texts(*condition.left);
    const QueryTexts right = m_values.texts(*condition.right);
    return withComparison(condition.comparison, [&](auto holds) {
        if (right.isConstant)
            return byCode(left, [&, text = right.byCode.front()](std::string_view value) { return holds(value, text); });
        if (left.isConstant)
            return byCode(right, [&, text = left.byCode.front()](std::string_view value) { return holds(text, value); });
        TruthVector result(m_rows, Truth::Unknown);
        for (size_t row = 0; row < m_rows; ++row)
            if (!CodeTraits::isAbsent(left.codes[row]) && !CodeTraits::isAbsent(right.codes[row]))
                result[row] = truth(holds(left.byCode[left.codes[row]], right.byCode[right.codes[row]]));
        return result;
    });
}

TruthVector Evaluator::byCode(const QueryTexts &texts, const std::function<bool(std::string_view)> &test)
{
    if (texts.isConstant)
        return TruthVector(m_rows, truth(test(texts.byCode.front())));
    TruthVector ofCodes(texts.byCode.size(), Truth::Unknown);
    for (size_t code = 0; code < ofCodes.size(); ++code) {
        if (code % 1024 == 0 && m_job.isCanceled())
            break;
        ofCodes[code] = truth(test(texts.byCode[code]));
    }
    TruthVector result(m_rows, Truth::Unknown);
    for (size_t row = 0; row < m_rows; ++row)
        if (!CodeTraits::isAbsent(texts.codes[row]))
            result[row] = ofCodes[texts.codes[row]];
    return result;
}

TruthVector Evaluator::testTexts(const Value &value, const std::function<bool(std::string_view)> &test)
{
    return value.type == ValueType::Dataset ? testDatasets(value, test) : byCode(m_values.texts(value), test);
}

// True when any of the run's data sets fits; unknown when it has none.
TruthVector Evaluator::testDatasets(const Value &value, const std::function<bool(std::string_view)> &test)
{
    TruthVector result(m_rows, Truth::Unknown);
    for (const auto &[row, inputs] : m_table.allDatasets()) {
        for (const DatasetInput &input : inputs) {
            QString text = value.key.kind == QueryKey::Kind::DatasetName ? input.dataset.name : input.dataset.digest;
            if (value.key.kind == QueryKey::Kind::DatasetContext) {
                const auto context = input.tags.constFind(TagKey::DatasetContext);
                if (context == input.tags.cend())
                    continue;
                text = *context;
            }
            result[row] = std::max(result[row] == Truth::Unknown ? Truth::False : result[row], truth(test(text.toStdString())));
        }
    }
    return result;
}

std::function<bool(std::string_view)> Evaluator::textTest(const Condition &condition) const
{
    const bool wanted = !condition.negated;
    if (condition.kind == Condition::Kind::Match)
        return [regex = condition.regex, wanted](std::string_view text) { return regex->isFoundIn(text) == wanted; };
    const LikeRules rules{m_table.dialect().likeMatchesNewline};
    if (condition.kind == Condition::Kind::Like)
        return [&condition, rules, wanted](std::string_view text) { return matchesLike(text, condition.pattern, rules) == wanted; };
    const auto fold = m_table.dialect().ilikeFoldsUnicode ? &lowerText : &lowerAscii;
    return [pattern = fold(condition.pattern), fold, rules, wanted](std::string_view text) {
        return matchesLike(fold(text), pattern, rules) == wanted;
    };
}

TruthVector Evaluator::isIn(const Condition &condition)
{
    const Value &left = *condition.left;
    const auto isListed = [&](std::string_view text) {
        return std::binary_search(condition.texts.begin(), condition.texts.end(), text, std::less<>());
    };
    if (left.type == ValueType::Dataset) // of a data set each: "not in" is true when any is not in the list
        return testDatasets(left, [&](std::string_view text) { return isListed(text) != condition.negated; });
    TruthVector result(m_rows, Truth::False);
    if (!condition.texts.empty())
        result = byCode(m_values.texts(left), isListed);
    if (!condition.numbers.empty()) {
        const QueryNumbers numbers = m_values.numbers(left);
        for (size_t row = 0; row < m_rows; ++row) {
            const double number = numbers.at(row);
            const Truth found = NumberTraits::isAbsent(number) ? Truth::Unknown
                : truth(!std::isnan(number) && std::binary_search(condition.numbers.begin(), condition.numbers.end(), number));
            result[row] = std::max(result[row], found);
        }
    }
    if (condition.negated)
        for (Truth &value : result)
            value = negation(value);
    return result;
}

TruthVector Evaluator::isNull(const Condition &condition)
{
    TruthVector result(m_rows, truth(!condition.negated));
    const Value &left = *condition.left;
    const auto mark = [&](size_t row) { result[row] = truth(condition.negated); };
    if (left.type == ValueType::Dataset) {
        const TruthVector any = testDatasets(left, [](std::string_view) { return true; });
        for (size_t row = 0; row < m_rows; ++row)
            if (any[row] == Truth::True)
                mark(row);
    } else if (left.isText()) {
        const QueryTexts texts = m_values.texts(left);
        for (size_t row = 0; row < m_rows; ++row)
            if (texts.isConstant || !CodeTraits::isAbsent(texts.codes[row]))
                mark(row);
    } else {
        const QueryNumbers numbers = m_values.numbers(left);
        for (size_t row = 0; row < m_rows; ++row)
            if (!NumberTraits::isAbsent(numbers.at(row)))
                mark(row);
    }
    return result;
}

TruthVector Evaluator::testNumber(const Condition &condition, bool (*test)(double))
{
    const QueryNumbers numbers = m_values.numbers(*condition.left);
    TruthVector result(m_rows, Truth::Unknown);
    for (size_t row = 0; row < m_rows; ++row)
        if (const double number = numbers.at(row); !NumberTraits::isAbsent(number))
            result[row] = truth(test(number));
    return result;
}

// Marks the rows of a text column whose text contains `needle`, in any case.
void searchColumn(const TextColumn &column, const QString &needle, TruthVector &found)
{
    std::vector<bool> fits(column.dictionary.size());
    bool any = false;
    const bool isAscii = std::all_of(needle.begin(), needle.end(), [](QChar c) { return c.unicode() < 128; });
    const std::string lower = needle.toLower().toStdString();
    for (uint32_t code = 0; code < column.dictionary.size(); ++code) {
        const std::string_view text = column.dictionary.at(code);
        if (text.size() < lower.size() && isAscii)
            continue;
        fits[code] = isAscii ? std::search(text.begin(), text.end(), lower.begin(), lower.end(), [](char a, char b) {
                                   return (a >= 'A' && a <= 'Z' ? char(a + 32) : a) == b;
                               }) != text.end()
                             : column.dictionary.text(code).contains(needle, Qt::CaseInsensitive);
        any = any || fits[code];
    }
    if (any) {
        column.cells.forEach([&](uint32_t row, uint32_t code) {
            if (fits[code])
                found[row] = Truth::True;
        });
    }
}

} // namespace

Result<TruthVector> evaluateQuery(const Query &query, const RunTable &table, const HistoryValues &histories,
                                  const QueryClock &clock, Job &job)
{
    if (query.isEmpty())
        return TruthVector(size_t(table.rowCount()), Truth::True);
    Evaluator evaluator(table, histories, clock, job);
    TruthVector result = evaluator.decide(*query.root());
    if (evaluator.isCanceled())
        return Error{ErrorCode::Canceled, QString(), {}};
    return result;
}

TruthVector searchRuns(const RunTable &table, QStringView text, SearchScope scope)
{
    const QString needle = text.toString();
    TruthVector found(size_t(table.rowCount()), Truth::False);
    for (const RunTable::NamedColumn &named : table.columns()) {
        const bool isNameOrId = named.key.group == ColumnGroup::Attribute
            && (named.key.name == Attribute::RunName || named.key.name == Attribute::RunId);
        const bool isWanted = isNameOrId
            || (scope == SearchScope::Everything && (named.key.group == ColumnGroup::Param || named.key.group == ColumnGroup::Tag));
        if (const auto *column = std::get_if<TextColumn>(named.column.get()); column && isWanted)
            searchColumn(*column, needle, found);
    }
    return found;
}

} // namespace Assay
