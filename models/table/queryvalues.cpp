// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/table/queryvalues.h"

#include "models/table/querypattern.h"

#include <QDateTime>

#include <cmath>

using namespace Qt::StringLiterals;

namespace Assay {

using QueryAst::Function;
using QueryAst::Value;
using QueryAst::ValueType;

namespace {

QueryNumbers constantNumber(double value)
{
    QueryNumbers numbers;
    numbers.isConstant = true;
    numbers.constant = NumberTraits::isAbsent(value) ? value : canonicalNaN(value);
    return numbers;
}

// f(double) -> double for every value that is there.
template <typename F>
QueryNumbers mapped(QueryNumbers input, F f)
{
    const auto one = [&](double value) { return NumberTraits::isAbsent(value) ? value : canonicalNaN(f(value)); };
    if (input.isConstant) {
        input.constant = one(input.constant);
        return input;
    }
    if (input.owned.empty())
        input.owned.assign(input.view.begin(), input.view.end());
    for (double &value : input.owned)
        value = one(value);
    input.view = input.owned;
    return input;
}

template <typename F>
QueryNumbers combined(const QueryNumbers &a, const QueryNumbers &b, size_t rows, F f)
{
    const auto both = [&](double x, double y) {
        return NumberTraits::isAbsent(x) || NumberTraits::isAbsent(y) ? NumberTraits::absent : canonicalNaN(f(x, y));
    };
    if (a.isConstant && b.isConstant)
        return constantNumber(both(a.constant, b.constant));
    std::vector<double> values(rows);
    for (size_t row = 0; row < rows; ++row)
        values[row] = both(a.at(row), b.at(row));
    QueryNumbers result;
    result.owned = std::move(values);
    result.view = result.owned;
    return result;
}

double lengthOf(std::string_view utf8)
{
    return double(std::count_if(utf8.begin(), utf8.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xc0) != 0x80; }));
}

} // namespace

double (*QueryAst::elementary(Function function))(double)
{
    switch (function) {
    case Function::Abs: return [](double x) { return std::fabs(x); };
    case Function::Log: return [](double x) { return std::log(x); };
    case Function::Log10: return [](double x) { return std::log10(x); };
    case Function::Exp: return [](double x) { return std::exp(x); };
    case Function::Sqrt: return [](double x) { return std::sqrt(x); };
    case Function::Round: return [](double x) { return std::round(x); };
    default: return nullptr;
    }
}

QList<HistoryCall> QueryAst::historyCalls(const Value &value)
{
    if (value.kind == Value::Kind::History)
        return {value.history};
    QList<HistoryCall> calls;
    for (const ValuePtr &part : {value.left, value.right})
        for (const HistoryCall &call : part ? historyCalls(*part) : QList<HistoryCall>())
            if (!calls.contains(call))
                calls.append(call);
    return calls;
}

QList<HistoryCall> QueryAst::historyCalls(const Condition &condition)
{
    QList<HistoryCall> calls;
    const auto take = [&](const QList<HistoryCall> &more) {
        for (const HistoryCall &call : more)
            if (!calls.contains(call))
                calls.append(call);
    };
    for (const ConditionPtr &part : condition.parts)
        take(historyCalls(*part));
    for (const ValuePtr &side : {condition.left, condition.right})
        take(side ? historyCalls(*side) : QList<HistoryCall>());
    return calls;
}

const RunNesting &QueryValues::nesting()
{
    if (!m_nesting)
        m_nesting.emplace(m_table);
    return *m_nesting;
}

QueryNumbers QueryValues::dense(std::vector<double> values) const
{
    QueryNumbers numbers;
    numbers.owned = std::move(values);
    numbers.view = numbers.owned;
    return numbers;
}

double QueryValues::dateOf(const std::string &text) const
{
    const QString written = QString::fromStdString(text);
    QDateTime date = QDateTime::fromString(written, Qt::ISODate);
    if (!written.endsWith(u'Z'))
        date = written.size() > 10 ? QDateTime(date.date(), date.time(), m_clock.zone) : date.date().startOfDay(m_clock.zone);
    return double(date.toMSecsSinceEpoch());
}

QueryNumbers QueryValues::numbers(const Value &value)
{
    switch (value.kind) {
    case Value::Kind::Number:
    case Value::Kind::Span: return constantNumber(value.number);
    case Value::Kind::Text: {
        const auto number = parseNumber(value.text);
        return constantNumber(number ? *number : NumberTraits::absent);
    }
    case Value::Kind::Date: return constantNumber(dateOf(value.text));
    case Value::Kind::Today: {
        const QDate today = QDateTime::fromMSecsSinceEpoch(m_clock.now, m_clock.zone).date();
        return constantNumber(double(today.startOfDay(m_clock.zone).toMSecsSinceEpoch()));
    }
    case Value::Kind::Key: return keyNumbers(value.key);
    case Value::Kind::Negate: return mapped(numbers(*value.left), [](double x) { return -x; });
    case Value::Kind::Call: return call(value);
    case Value::Kind::History: {
        std::vector<double> values = m_histories.values(value.history);
        values.resize(size_t(m_table.rowCount()), NumberTraits::absent);
        return ofParents(dense(std::move(values)), value.history.parents);
    }
    case Value::Kind::Add:
    case Value::Kind::Subtract:
    case Value::Kind::Multiply:
    case Value::Kind::Divide: return binary(value);
    }
    return {};
}

QueryNumbers QueryValues::numbersBeside(const Value &value, ValueType other)
{
    if (other != ValueType::Time || value.type != ValueType::Span)
        return numbers(value);
    return mapped(numbers(value), [this](double seconds) { return double(m_clock.now) + seconds * 1000; });
}

// Times are in milliseconds, spans in seconds: the two meet in sums, and the difference of two times is a span.
QueryNumbers QueryValues::binary(const Value &value)
{
    const bool leftTime = value.left->type == ValueType::Time, rightTime = value.right->type == ValueType::Time;
    const auto side = [&](const Value &operand, bool otherIsTime) {
        const bool isSpanOfTime = value.type == ValueType::Time && otherIsTime && operand.type == ValueType::Span;
        return isSpanOfTime ? mapped(numbers(operand), [](double x) { return x * 1000; }) : numbers(operand);
    };
    const QueryNumbers left = side(*value.left, rightTime), right = side(*value.right, leftTime);
    const auto rows = size_t(m_table.rowCount());
    switch (value.kind) {
    case Value::Kind::Add: return combined(left, right, rows, [](double a, double b) { return a + b; });
    case Value::Kind::Subtract: {
        const double unit = leftTime && rightTime ? 1000 : 1;
        return combined(left, right, rows, [unit](double a, double b) { return (a - b) / unit; });
    }
    case Value::Kind::Multiply: return combined(left, right, rows, [](double a, double b) { return a * b; });
    default: return combined(left, right, rows, [](double a, double b) { return a / b; });
    }
}

QueryNumbers QueryValues::call(const Value &value)
{
    if (value.function == Function::Length) {
        const QueryTexts source = texts(*value.left);
        if (source.isConstant)
            return constantNumber(lengthOf(source.byCode.front()));
        std::vector<double> lengths(size_t(m_table.rowCount()), NumberTraits::absent);
        for (size_t row = 0; row < lengths.size(); ++row)
            if (!CodeTraits::isAbsent(source.codes[row]))
                lengths[row] = lengthOf(source.byCode[source.codes[row]]);
        return dense(std::move(lengths));
    }
    QueryNumbers inner = numbers(*value.left);
    const auto function = QueryAst::elementary(value.function);
    return function ? mapped(std::move(inner), function) : std::move(inner); // num() and last() are the value itself
}

QueryNumbers QueryValues::duration() const
{
    const auto rows = m_table.rowCount();
    const auto starts = m_table.times({ColumnGroup::Attribute, Attribute::StartTime})->toDense(rows);
    const auto ends = m_table.times({ColumnGroup::Attribute, Attribute::EndTime})->toDense(rows);
    const TextColumn &status = *m_table.attributeText(Attribute::Status);
    std::vector<bool> isRunning;
    for (uint32_t code = 0; code < status.dictionary.size(); ++code)
        isRunning.push_back(status.dictionary.at(code) == "RUNNING");
    std::vector<double> seconds(size_t(rows), NumberTraits::absent);
    for (size_t row = 0; row < seconds.size(); ++row) {
        const uint32_t code = status.cells.at(uint32_t(row));
        const bool running = !CodeTraits::isAbsent(code) && isRunning[code];
        const int64_t end = running ? m_clock.now : ends[row];
        if (!TimeTraits::isAbsent(starts[row]) && !TimeTraits::isAbsent(end))
            seconds[row] = (double(end) - double(starts[row])) / 1000;
    }
    return dense(std::move(seconds));
}

QueryNumbers QueryValues::age() const
{
    const auto starts = m_table.times({ColumnGroup::Attribute, Attribute::StartTime})->toDense(m_table.rowCount());
    std::vector<double> seconds(starts.size(), NumberTraits::absent);
    for (size_t row = 0; row < seconds.size(); ++row)
        if (!TimeTraits::isAbsent(starts[row]))
            seconds[row] = (double(m_clock.now) - double(starts[row])) / 1000;
    return dense(std::move(seconds));
}

QueryNumbers QueryValues::depth()
{
    std::vector<double> depths(size_t(m_table.rowCount()), NumberTraits::absent);
    for (size_t row = 0; row < depths.size(); ++row)
        if (const auto depth = nesting().depth(uint32_t(row)))
            depths[row] = *depth;
    return dense(std::move(depths));
}

uint32_t QueryValues::ancestor(uint32_t row, int parents)
{
    for (; parents > 0 && row != RunNesting::NoRow; --parents)
        row = nesting().parent(row);
    return row;
}

QueryNumbers QueryValues::ofParents(QueryNumbers own, int parents)
{
    if (parents == 0)
        return own;
    std::vector<double> values(size_t(m_table.rowCount()), NumberTraits::absent);
    for (size_t row = 0; row < values.size(); ++row)
        if (const uint32_t parent = ancestor(uint32_t(row), parents); parent != RunNesting::NoRow)
            values[row] = own.at(parent);
    return dense(std::move(values));
}

std::vector<bool> QueryValues::unreadRows(const QList<HistoryCall> &calls)
{
    std::vector<bool> rows;
    for (const HistoryCall &call : calls) {
        const std::vector<bool> own = m_histories.unread(m_table, call);
        rows.resize(own.size());
        for (size_t row = 0; row < rows.size(); ++row) {
            const uint32_t read = ancestor(uint32_t(row), call.parents);
            if (read != RunNesting::NoRow && own[read])
                rows[row] = true;
        }
    }
    return rows;
}

HistoryNeeds QueryValues::needsOf(const QList<HistoryCall> &calls, const std::vector<uint32_t> &rows)
{
    HistoryNeeds needs;
    for (const HistoryCall &call : calls) {
        const std::vector<bool> unread = m_histories.unread(m_table, call);
        std::vector<uint32_t> wanted;
        for (const uint32_t row : rows)
            if (const uint32_t read = ancestor(row, call.parents); read != RunNesting::NoRow && unread[read])
                wanted.push_back(read);
        if (wanted.empty())
            continue;
        const auto known = std::find_if(needs.begin(), needs.end(), [&](const HistoryNeed &need) { return need.metric == call.metric; });
        HistoryNeed &need = known != needs.end() ? *known : needs.emplaceBack(HistoryNeed{call.metric, {}, {}});
        need.rows.insert(need.rows.end(), wanted.begin(), wanted.end());
    }
    for (HistoryNeed &need : needs) {
        std::sort(need.rows.begin(), need.rows.end());
        need.rows.erase(std::unique(need.rows.begin(), need.rows.end()), need.rows.end());
        for (const HistoryCall &call : calls)
            if (call.metric == need.metric && call.function == HistoryFunction::AtStep && !need.steps.contains(call.step))
                need.steps.append(call.step);
    }
    return needs;
}

QueryNumbers QueryValues::keyNumbers(const QueryKey &key)
{
    if (key.parents > 0) {
        QueryKey own = key;
        own.parents = 0;
        return ofParents(keyNumbers(own), key.parents);
    }
    switch (key.kind) {
    case QueryKey::Kind::Duration: return duration();
    case QueryKey::Kind::Age: return age();
    case QueryKey::Kind::Depth: return depth();
    case QueryKey::Kind::DatasetName:
    case QueryKey::Kind::DatasetDigest:
    case QueryKey::Kind::DatasetContext:
    case QueryKey::Kind::Stored: break;
    }
    const auto rows = size_t(m_table.rowCount());
    const Column *column = m_table.column(key.column);
    if (!column)
        return constantNumber(NumberTraits::absent);
    if (const auto *metrics = std::get_if<NumberColumn>(column)) {
        QueryNumbers numbers;
        if (metrics->isDense() && metrics->values().size() == rows) {
            numbers.view = metrics->values();
            return numbers;
        }
        return dense(metrics->toDense(qsizetype(rows)));
    }
    std::vector<double> values(rows, NumberTraits::absent);
    if (const auto *times = std::get_if<TimeColumn>(column)) {
        times->forEach([&](uint32_t row, int64_t time) { values[row] = double(time); });
    } else {
        const auto &texts = std::get<TextColumn>(*column);
        const std::vector<double> &numbers = texts.numbers().byCode;
        texts.cells.forEach([&](uint32_t row, uint32_t code) { values[row] = numbers[code]; });
    }
    return dense(std::move(values));
}

QueryTexts QueryValues::texts(const Value &value)
{
    QueryTexts result;
    if (value.kind == Value::Kind::Text) {
        result.owned.push_back(value.text);
        result.byCode.push_back(result.owned.back());
        result.isConstant = true;
        return result;
    }
    if (value.kind == Value::Kind::Call) { // lower()
        result = texts(*value.left);
        std::deque<std::string> lower;
        for (std::string_view &text : result.byCode)
            text = lower.emplace_back(lowerText(text));
        result.owned = std::move(lower);
        return result;
    }
    const TextColumn *column = m_table.text(value.key.column);
    if (!column) {
        result.codes.assign(size_t(m_table.rowCount()), CodeTraits::absent);
        return result;
    }
    result.codes = column->cells.toDense(m_table.rowCount());
    if (value.key.parents > 0) {
        std::vector<uint32_t> ofParents(result.codes.size(), CodeTraits::absent);
        for (size_t row = 0; row < ofParents.size(); ++row)
            if (const uint32_t parent = ancestor(uint32_t(row), value.key.parents); parent != RunNesting::NoRow)
                ofParents[row] = result.codes[parent];
        result.codes = std::move(ofParents);
    }
    result.byCode.reserve(column->dictionary.size());
    for (uint32_t code = 0; code < column->dictionary.size(); ++code)
        result.byCode.push_back(column->dictionary.at(code));
    return result;
}

} // namespace Assay
