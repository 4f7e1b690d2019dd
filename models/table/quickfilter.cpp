// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/table/quickfilter.h"

#include "models/table/queryast.h"
#include "models/table/querytokens.h"

#include <QDateTime>

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

QString rangeText(const QString &name, const QString &low, const QString &high, bool includesHigh, CellFilter filter)
{
    const bool only = filter == CellFilter::Only;
    if (includesHigh)
        return name + (only ? u" BETWEEN "_s : u" NOT BETWEEN "_s) + low + " AND "_L1 + high;
    return (only ? u"%1 >= %2 AND %1 < %3"_s : u"NOT (%1 >= %2 AND %1 < %3)"_s).arg(name, low, high);
}

// A date, a date and time, or where neither has the digits for it the milliseconds.
QString timeText(double ms, const QTimeZone &zone)
{
    const auto time = QDateTime::fromMSecsSinceEpoch(qint64(ms), zone);
    const bool isWritable = std::fmod(ms, 1000) == 0 && time.date().year() >= 1 && time.date().year() <= 9999;
    // In an hour that winter time repeats only the milliseconds say which one is meant.
    if (!isWritable || QDateTime(time.date(), time.time(), zone) != time)
        return numberText(ms);
    return time.toString(time.time() == QTime(0, 0) ? u"yyyy-MM-dd"_s : u"yyyy-MM-dd'T'HH:mm:ss"_s);
}

} // namespace

std::optional<QString> quotedForQuery(const QString &text)
{
    if (!text.contains(u'\''))
        return u'\'' + text + u'\'';
    return text.contains(u'"') ? std::nullopt : std::optional(u'"' + text + u'"');
}

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

std::optional<QString> textCondition(const ColumnKey &key, const QString &text, CellFilter filter)
{
    const auto value = quotedForQuery(text);
    return value ? std::optional(columnKeyText(key) + (filter == CellFilter::Only ? u" = "_s : u" != "_s) + *value) : std::nullopt;
}

QString absentCondition(const ColumnKey &key, CellFilter filter)
{
    return columnKeyText(key) + (filter == CellFilter::Only ? u" IS NULL"_s : u" IS NOT NULL"_s);
}

QString nanCondition(const ColumnKey &key, CellFilter filter)
{
    return (filter == CellFilter::Only ? u"isnan("_s : u"NOT isnan("_s) + columnKeyText(key) + u')';
}

QString infiniteCondition(const ColumnKey &key, bool isPositive, CellFilter filter)
{
    const bool only = filter == CellFilter::Only;
    return columnKeyText(key) + (isPositive ? (only ? u" > 1.7976931348623157e308"_s : u" <= 1.7976931348623157e308"_s)
                                            : (only ? u" < -1.7976931348623157e308"_s : u" >= -1.7976931348623157e308"_s));
}

QString rangeCondition(const ColumnKey &key, const FilterRange &range, CellFilter filter)
{
    return rangeText(columnKeyText(key), numberText(range.low), numberText(range.high), range.includesHigh, filter);
}

QString timeRangeCondition(const ColumnKey &key, const FilterRange &range, const QTimeZone &zone, CellFilter filter)
{
    return rangeText(columnKeyText(key), timeText(range.low, zone), timeText(range.high, zone), range.includesHigh, filter);
}

std::optional<QString> cellCondition(const RunTable &table, uint32_t row, const ColumnKey &key, CellFilter filter)
{
    const QString sign = filter == CellFilter::Only ? u" = "_s : u" != "_s;
    const bool isAge = key == ColumnKey{ColumnGroup::Attribute, Attribute::Age};
    const ColumnKey stored = isAge ? ColumnKey{ColumnGroup::Attribute, Attribute::StartTime} : key;
    const QString name = columnKeyText(stored);
    const QString absent = absentCondition(stored, filter);
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
            return nanCondition(stored, filter);
        if (std::isinf(number))
            return infiniteCondition(stored, number > 0, filter);
        return name + sign + numberText(number);
    }
    if (const auto *times = std::get_if<TimeColumn>(column)) {
        const int64_t time = times->at(row);
        return TimeTraits::isAbsent(time) ? absent : name + sign + QString::number(time);
    }
    const auto &texts = std::get<TextColumn>(*column);
    return texts.has(row) ? textCondition(stored, texts.text(row), filter) : absent;
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
