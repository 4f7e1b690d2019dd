// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/table/quickfilter.h"

#include "models/table/queryast.h"
#include "models/table/querytokens.h"

#include <cmath>

using namespace Qt::StringLiterals;

namespace Assay {

namespace {

// Signs and words that nobody types who looks for a plain text.
bool looksLikeQuery(QStringView text)
{
    if (std::any_of(text.begin(), text.end(), [](QChar c) { return QStringView(u"=<>~").contains(c); }))
        return true;
    const QueryTokens cut = tokenizeQuery(text);
    for (size_t i = 0; i < cut.tokens.size(); ++i) {
        const QueryToken &token = cut.tokens[i];
        const bool isFollowed = i + 1 < cut.tokens.size() && cut.tokens[i + 1].kind != TokenKind::End;
        for (QLatin1StringView keyword : {"like"_L1, "ilike"_L1, "between"_L1, "is"_L1, "in"_L1, "and"_L1, "or"_L1})
            if (i > 0 && token.isWord(keyword) && (isFollowed || cut.tokens[i - 1].content.contains(u'.')))
                return true;
        if (token.kind == TokenKind::Word && token.content.contains(u'.') && keyOfToken(token))
            return true;
    }
    return false;
}

std::optional<QString> quoted(const QString &text)
{
    if (!text.contains(u'\''))
        return u'\'' + text + u'\'';
    return text.contains(u'"') ? std::nullopt : std::optional(u'"' + text + u'"');
}

} // namespace

QuickFilter parseQuickFilter(QStringView text)
{
    QuickFilter filter;
    const QStringView trimmed = text.trimmed();
    if (trimmed.isEmpty())
        return filter;
    QueryParse parsed = checkQuery(text);
    const bool isWord = !parsed.mistake && parsed.query.root()->kind == QueryAst::Condition::Kind::Search;
    if (!parsed.mistake && !isWord)
        filter.query = parsed.query;
    else if (isWord)
        filter.search = QString::fromStdString(parsed.query.root()->pattern);
    else if (looksLikeQuery(trimmed))
        filter.mistake = parsed.mistake;
    else
        filter.search = trimmed.toString();
    return filter;
}

QuickFilter followQuickFilter(const QuickFilter &before, QStringView text)
{
    QuickFilter filter = parseQuickFilter(text);
    if (filter.mistake)
        filter.query = before.query;
    return filter;
}

std::optional<QString> cellCondition(const RunTable &table, uint32_t row, const ColumnKey &key, CellFilter filter)
{
    const bool only = filter == CellFilter::Only;
    const QString sign = only ? u" = "_s : u" != "_s;
    const bool isAge = key == ColumnKey{ColumnGroup::Attribute, Attribute::Age};
    const ColumnKey stored = isAge ? ColumnKey{ColumnGroup::Attribute, Attribute::StartTime} : key;
    const QString name = columnKeyText(stored);
    const QString absent = name + (only ? u" IS NULL"_s : u" IS NOT NULL"_s);
    if (key == ColumnKey{ColumnGroup::Attribute, Attribute::Duration}) {
        const int64_t start = table.times({ColumnGroup::Attribute, Attribute::StartTime})->at(row);
        const int64_t end = table.times({ColumnGroup::Attribute, Attribute::EndTime})->at(row);
        if (TimeTraits::isAbsent(start) || TimeTraits::isAbsent(end))
            return absent;
        return name + sign + numberText((double(end) - double(start)) / 1000);
    }
    const Column *column = table.column(stored);
    if (!column)
        return absent;
    if (const auto *numbers = std::get_if<NumberColumn>(column)) {
        const double number = numbers->at(row);
        if (NumberTraits::isAbsent(number))
            return absent;
        if (std::isnan(number))
            return (only ? u"isnan("_s : u"NOT isnan("_s) + name + u')';
        if (std::isinf(number))
            return name + (only ? number > 0 ? u" > 1.7976931348623157e308"_s : u" < -1.7976931348623157e308"_s
                                : number > 0 ? u" <= 1.7976931348623157e308"_s : u" >= -1.7976931348623157e308"_s);
        return name + sign + numberText(number);
    }
    if (const auto *times = std::get_if<TimeColumn>(column)) {
        const int64_t time = times->at(row);
        return TimeTraits::isAbsent(time) ? absent : name + sign + QString::number(time);
    }
    const auto &texts = std::get<TextColumn>(*column);
    if (!texts.has(row))
        return absent;
    const auto value = quoted(texts.text(row));
    return value ? std::optional(name + sign + *value) : std::nullopt;
}

QString joinFilters(const QString &filter, const QString &condition)
{
    const QuickFilter parsed = parseQuickFilter(filter);
    if (parsed.query.isEmpty())
        return condition;
    const bool isOr = parsed.query.root()->kind == QueryAst::Condition::Kind::Or;
    return (isOr ? u'(' + filter.trimmed() + u')' : filter.trimmed()) + " AND "_L1 + condition;
}

} // namespace Assay
