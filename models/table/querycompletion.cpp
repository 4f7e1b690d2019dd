// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/table/querycompletion.h"

#include "models/table/querycontext.h"
#include "models/table/querytokens.h"
#include "models/table/quickfilter.h"
#include "models/table/textneedle.h"

#include <map>

using namespace Qt::StringLiterals;

namespace Assay {

namespace {

using Kind = QueryCandidate::Kind;
using Wanted = QueryContext::Wanted;

// In more texts than this only beginnings are looked for: a key stroke must not wait.
constexpr uint32_t SearchedTexts = 100'000;

constexpr QLatin1StringView Functions[] = {
    "has"_L1,  "isnan"_L1, "isinf"_L1, "min"_L1,    "max"_L1,    "first"_L1, "last"_L1, "mean"_L1,  "median"_L1, "std"_L1,   "count"_L1,  "argmin"_L1,
    "argmax"_L1, "slope"_L1, "abs"_L1, "log"_L1,    "log10"_L1,  "exp"_L1,   "sqrt"_L1, "round"_L1, "lower"_L1,  "length"_L1, "num"_L1};

struct Ranked {
    int rank = 0; // 0: the likeliest
    int group = 0; // between equal ones
    QueryCandidate candidate;
};

std::vector<QueryCandidate> best(std::vector<Ranked> all, qsizetype limit)
{
    const auto isBefore = [](const Ranked &a, const Ranked &b) {
        if (a.rank != b.rank)
            return a.rank < b.rank;
        if (a.candidate.runs != b.candidate.runs)
            return a.candidate.runs > b.candidate.runs;
        return a.group != b.group ? a.group < b.group : a.candidate.text < b.candidate.text;
    };
    const auto end = all.begin() + std::min<qsizetype>(limit, qsizetype(all.size()));
    std::partial_sort(all.begin(), end, all.end(), isBefore);
    std::vector<QueryCandidate> candidates;
    for (auto it = all.begin(); it != end; ++it)
        candidates.push_back(std::move(it->candidate));
    return candidates;
}

// 0: it, or its part behind a "/", begins so, 1: another part of it does, 2: somewhere within; nothing: not at all.
std::optional<int> rankOf(const QString &name, const QString &typed)
{
    const qsizetype at = name.indexOf(typed, 0, Qt::CaseInsensitive);
    if (at < 0)
        return {};
    const bool isBeginning = at == 0 || name[at - 1] == u'/' || name.contains(u'/' + typed, Qt::CaseInsensitive);
    return isBeginning ? 0 : name[at - 1].isLetterOrNumber() ? 2 : 1;
}

// What was typed of a key: "parent.params.`a" is {"parent.", Param, "a"}.
struct TypedKey {
    QString parents;
    std::optional<ColumnGroup> group;
    bool isDataset = false;
    QString name;
};

TypedKey typedKey(const QString &text)
{
    TypedKey typed;
    QStringView rest = text;
    while (rest.startsWith("parent."_L1)) {
        typed.parents += "parent."_L1;
        rest = rest.sliced(7);
    }
    const qsizetype dot = rest.indexOf(u'.');
    const auto entity = dot > 0 ? queryKey(rest.left(dot), u"name") : std::nullopt;
    const bool isAttribute = dot > 0 && queryKey(rest.left(dot), u"run_id");
    if (entity || isAttribute) {
        typed.isDataset = entity && entity->isDataset();
        if (!typed.isDataset)
            typed.group = isAttribute && !entity ? ColumnGroup::Attribute : entity->column.group;
        rest = rest.sliced(dot + 1);
    }
    if (!rest.isEmpty() && QStringView(u"`\"'").contains(rest.front()))
        rest = rest.sliced(1);
    typed.name = rest.toString();
    return typed;
}

void addKey(std::vector<Ranked> &all, const TypedKey &typed, const ColumnKey &key, qsizetype runs)
{
    if (typed.group && *typed.group != key.group)
        return;
    if (key.name.contains(u'`') && key.name.contains(u'"')) // cannot be written
        return;
    const QString text = columnKeyText(key);
    auto rank = rankOf(key.name, typed.name);
    if (!typed.group && text.startsWith(typed.name, Qt::CaseInsensitive))
        rank = 0;
    if (!rank || typed.isDataset)
        return;
    const bool isOfMlflow = key.group == ColumnGroup::Tag && key.name.startsWith("mlflow."_L1); // seldom asked for
    const bool isMeant = typed.name.contains("mlflow"_L1, Qt::CaseInsensitive) || typed.group == ColumnGroup::Tag;
    const int groups[] = {2, 0, 1, 3}; // attributes, metrics, params, tags
    if (typed.name.isEmpty() && key.group == ColumnGroup::Attribute)
        rank = 1; // every run has them: they would be the first ten
    all.push_back({*rank + (isOfMlflow && !isMeant ? 3 : 0), groups[int(key.group)], {Kind::Key, typed.parents + text, runs}});
}

std::vector<QueryCandidate> completeOperand(const QString &text, const RunTable &table, qsizetype limit)
{
    const TypedKey typed = typedKey(text);
    std::vector<Ranked> all;
    for (const RunTable::NamedColumn &named : table.columns()) {
        const qsizetype runs = std::visit([](const auto &column) {
            if constexpr (std::is_same_v<std::decay_t<decltype(column)>, TextColumn>)
                return column.cells.valueCount();
            else
                return column.valueCount();
        }, *named.column);
        if (runs > 0)
            addKey(all, typed, named.key, runs);
    }
    for (QLatin1StringView derived : {Attribute::Duration, Attribute::Age, "depth"_L1})
        addKey(all, typed, {ColumnGroup::Attribute, derived}, -1);
    if (!typed.group && typed.parents.isEmpty()) {
        for (QLatin1StringView dataset : {"datasets.name"_L1, "datasets.digest"_L1, "datasets.context"_L1})
            if (!table.allDatasets().empty() && QString(dataset).startsWith(typed.isDataset ? "datasets."_L1 + typed.name : typed.name, Qt::CaseInsensitive))
                all.push_back({typed.name.isEmpty() ? 1 : 0, 4, {Kind::Key, dataset, -1}});
        for (QLatin1StringView function : Functions)
            if (!typed.isDataset && QString(function).startsWith(typed.name, Qt::CaseInsensitive))
                all.push_back({typed.name.isEmpty() ? 5 : 1, 5, {Kind::Function, QString(function) + u'(', -1}});
        if (!text.isEmpty() && u"NOT"_s.startsWith(text, Qt::CaseInsensitive))
            all.push_back({0, 6, {Kind::Keyword, u"NOT"_s, -1}});
    }
    return best(std::move(all), limit);
}

std::vector<QueryCandidate> choose(const QStringList &words, const QString &typed)
{
    std::vector<QueryCandidate> candidates;
    for (const QString &word : words)
        if (word.startsWith(typed, Qt::CaseInsensitive))
            candidates.push_back({word.front().isLetter() ? Kind::Keyword : Kind::Operator, word, -1});
    return candidates;
}

QStringList operatorsFor(const std::optional<QueryKey> &key)
{
    if (key && key->isDataset())
        return {u"="_s, u"!="_s, u"IN"_s, u"LIKE"_s, u"ILIKE"_s, u"~"_s, u"!~"_s, u"IS NULL"_s, u"IS NOT NULL"_s};
    const bool isLogged = key && key->kind == QueryKey::Kind::Stored && (key->column.group == ColumnGroup::Param || key->column.group == ColumnGroup::Tag);
    const bool isTime = key && key->kind == QueryKey::Kind::Stored && (key->column.name == Attribute::StartTime || key->column.name == Attribute::EndTime);
    const bool isText = key && key->kind == QueryKey::Kind::Stored && key->column.group == ColumnGroup::Attribute && !isTime;
    if (isLogged || isText)
        return {u"="_s, u"!="_s, u"IN"_s, u"LIKE"_s, u"ILIKE"_s, u"~"_s, u"!~"_s, u"<"_s, u"<="_s, u">"_s, u">="_s, u"BETWEEN"_s, u"IS NULL"_s, u"IS NOT NULL"_s};
    return {u"<"_s, u"<="_s, u">"_s, u">="_s, u"="_s, u"!="_s, u"BETWEEN"_s, u"IN"_s, u"IS NULL"_s, u"IS NOT NULL"_s};
}

// A value as it is written: bare when a number was begun and it is one, else quoted.
std::optional<QString> written(const QString &value, bool isNumber)
{
    if (std::any_of(value.begin(), value.end(), [](QChar c) { return c.unicode() < 32; })) // no field holds it
        return {};
    if (!isNumber)
        return quotedForQuery(value);
    const QueryTokens cut = tokenizeQuery(value);
    const bool isOne = !cut.mistake && cut.tokens.size() == 2 && cut.tokens.front().kind == TokenKind::Number;
    return isOne ? std::optional(value) : std::nullopt;
}

struct TypedValue {
    QString text;
    bool isNumber = false; // begun with a digit, without quotes
};

TypedValue typedValue(const QString &typed)
{
    const bool isQuoted = !typed.isEmpty() && (typed.front() == u'\'' || typed.front() == u'"');
    return {isQuoted ? typed.mid(1) : typed, !typed.isEmpty() && typed.front() >= u'0' && typed.front() <= u'9'};
}

std::vector<QueryCandidate> completeText(const TextColumn &column, const TypedValue &typed, qsizetype limit)
{
    const TextDictionary &texts = column.dictionary;
    std::vector<uint32_t> counts(texts.size());
    if (column.cells.isDense()) {
        for (uint32_t code : column.cells.values())
            if (!CodeTraits::isAbsent(code))
                ++counts[code];
    } else {
        column.cells.forEach([&](uint32_t, uint32_t code) { ++counts[code]; });
    }
    const TextNeedle needle(typed.text);
    const bool looksInside = texts.size() <= SearchedTexts && !typed.isNumber;
    struct Hit {
        int rank;
        uint32_t count, code;
    };
    const auto isBefore = [&](const Hit &a, const Hit &b) {
        if (a.rank != b.rank)
            return a.rank < b.rank;
        return a.count != b.count ? a.count > b.count : texts.at(a.code) < texts.at(b.code);
    };
    std::vector<Hit> hits; // a heap of the best
    for (uint32_t code = 0; code < counts.size(); ++code) {
        if (counts[code] == 0)
            continue;
        const bool begins = needle.isEmpty() || needle.begins(texts.at(code));
        if (!begins && !(looksInside && needle.isIn(texts.at(code))))
            continue;
        const Hit hit{begins ? 0 : 1, counts[code], code};
        if (hits.size() < size_t(limit)) {
            hits.push_back(hit);
        } else if (isBefore(hit, hits.front())) {
            std::pop_heap(hits.begin(), hits.end(), isBefore);
            hits.back() = hit;
        } else {
            continue;
        }
        std::push_heap(hits.begin(), hits.end(), isBefore);
    }
    std::sort_heap(hits.begin(), hits.end(), isBefore);
    std::vector<QueryCandidate> candidates;
    for (const Hit &hit : hits)
        if (const auto text = written(texts.text(hit.code), typed.isNumber))
            candidates.push_back({Kind::Value, *text, qsizetype(hit.count)});
    return candidates;
}

std::vector<QueryCandidate> completeDataset(const RunTable &table, QueryKey::Kind kind, const TypedValue &typed, qsizetype limit)
{
    std::map<QString, qsizetype> counts;
    for (const auto &[row, inputs] : table.allDatasets()) {
        QStringList ofRun;
        for (const DatasetInput &input : inputs)
            ofRun.append(kind == QueryKey::Kind::DatasetName ? input.dataset.name
                         : kind == QueryKey::Kind::DatasetDigest ? input.dataset.digest : input.tags.value(TagKey::DatasetContext));
        ofRun.removeDuplicates();
        for (const QString &value : std::as_const(ofRun))
            ++counts[value];
    }
    std::vector<Ranked> all;
    for (const auto &[value, runs] : counts)
        if (const auto rank = rankOf(value, typed.text); rank && !value.isEmpty())
            if (const auto text = written(value, false))
                all.push_back({std::min(*rank, 1), 0, {Kind::Value, *text, runs}});
    return best(std::move(all), limit);
}

std::vector<QueryCandidate> completeValue(const QueryContext &context, const RunTable &table, qsizetype limit)
{
    if (!context.key || limit <= 0)
        return {};
    const TypedValue typed = typedValue(context.typed);
    if (context.key->isDataset())
        return completeDataset(table, context.key->kind, typed, limit);
    if (context.key->kind != QueryKey::Kind::Stored)
        return {};
    const ColumnKey &key = context.key->column;
    if (key.group == ColumnGroup::Attribute && (key.name == Attribute::StartTime || key.name == Attribute::EndTime))
        return choose({u"today"_s, u"-1d"_s, u"-7d"_s, u"-30d"_s}, context.typed);
    const TextColumn *column = table.text(key);
    return column ? completeText(*column, typed, limit) : std::vector<QueryCandidate>();
}

std::vector<QueryCandidate> candidatesFor(const QueryContext &context, const RunTable &table, qsizetype limit)
{
    switch (context.wanted) {
    case Wanted::Operand: return completeOperand(context.typed, table, limit);
    case Wanted::Operator: return choose(operatorsFor(context.key), context.typed);
    case Wanted::NotOperator: return choose({u"IN"_s, u"LIKE"_s, u"ILIKE"_s, u"BETWEEN"_s}, context.typed);
    case Wanted::Value: return completeValue(context, table, limit);
    case Wanted::List: return choose({u"("_s}, context.typed);
    case Wanted::Null: return choose({u"NULL"_s, u"NOT NULL"_s}, context.typed);
    case Wanted::And: return choose({u"AND"_s}, context.typed);
    case Wanted::Connective: return choose({u"AND"_s, u"OR"_s}, context.typed);
    case Wanted::Nothing: break;
    }
    return {};
}

// The rest of the word or text behind the cursor is replaced, too.
qsizetype endOfPiece(QStringView text, qsizetype offset, qsizetype cursor)
{
    const QueryTokens cut = tokenizeQuery(text);
    for (const QueryToken &token : cut.tokens) {
        if (token.offset != offset || token.end() <= cursor)
            continue;
        const QStringView rest = text.sliced(cursor, token.end() - cursor);
        const bool isOneWord = std::none_of(rest.begin(), rest.end(), [](QChar c) { return c.isSpace(); });
        const bool isPiece = token.isKey() || token.kind == TokenKind::SingleQuoted || token.kind == TokenKind::Number;
        return isOneWord && isPiece ? token.end() : cursor;
    }
    return cursor;
}

} // namespace

QueryCompletion completeQuery(QStringView text, qsizetype cursor, const RunTable &table, qsizetype limit)
{
    const QueryContext context = queryContext(text, cursor);
    QueryCompletion completion;
    completion.offset = context.offset;
    completion.length = (context.offset < cursor ? endOfPiece(text, context.offset, cursor) : cursor) - context.offset;
    completion.candidates = candidatesFor(context, table, limit);
    return completion;
}

} // namespace Assay
