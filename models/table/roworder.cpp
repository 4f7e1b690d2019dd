// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/table/roworder.h"

#include "models/table/queryvalues.h"
#include "models/table/radixsort.h"

#include <QCoreApplication>

#include <cmath>

using namespace Qt::StringLiterals;

namespace Assay {

namespace {

// For each row whether it belongs to the experiments and the view; empty when all do.
std::vector<bool> candidateRows(const RowOrderRequest &request)
{
    const RunTable &table = *request.table;
    std::vector<bool> wanted;
    const auto keepOnly = [&](QLatin1StringView attribute, auto keep) {
        const TextColumn &column = *table.attributeText(attribute);
        std::vector<bool> kept;
        for (uint32_t code = 0; code < column.dictionary.size(); ++code)
            kept.push_back(keep(column.dictionary.text(code)));
        if (std::find(kept.begin(), kept.end(), false) == kept.end())
            return;
        wanted.resize(size_t(table.rowCount()), true);
        column.cells.forEach([&](uint32_t row, uint32_t code) {
            if (!kept[code])
                wanted[row] = false;
        });
    };
    if (!request.experiments.isEmpty())
        keepOnly(Attribute::ExperimentId, [&](const QString &id) { return request.experiments.contains(ExperimentId(id)); });
    if (request.view != ViewType::All) {
        const QString stage = lifecycleName(request.view == ViewType::Deleted ? Lifecycle::Deleted : Lifecycle::Active);
        keepOnly(Attribute::LifecycleStage, [&](const QString &text) { return text == stage; });
    }
    return wanted;
}

void sortByNumbers(std::vector<uint32_t> &rows, const QueryNumbers &numbers, uint64_t flip)
{
    if (numbers.isConstant)
        return;
    sortByKey(rows, [&](uint32_t row) {
        const double value = numbers.view[row];
        return NumberTraits::isAbsent(value) ? AbsentSortKey : std::isnan(value) ? NaNSortKey : numberSortKey(value) ^ flip;
    });
}

// Small keys, as they need few passes: the rank counted from 1, and 0 for rows in `empty`.
void sortByTexts(std::vector<uint32_t> &rows, const std::vector<uint32_t> &codes, const TextColumn &column,
                 const std::vector<uint32_t> &empty, uint64_t flip)
{
    const std::vector<uint32_t> &ranks = column.ranks();
    const uint64_t absent = ranks.size() + 1;
    sortByKey(rows, [&](uint32_t row) {
        const uint32_t code = codes[row];
        if (CodeTraits::isAbsent(code))
            return absent;
        const bool isEmpty = !empty.empty() && std::binary_search(empty.begin(), empty.end(), row);
        const uint64_t place = isEmpty ? 0 : ranks[code] + uint64_t(1);
        return flip ? absent - 1 - place : place;
    });
}

void sortByExpression(std::vector<uint32_t> &rows, const QueryAst::Value &value, uint64_t flip, QueryValues &values)
{
    if (value.type != QueryAst::ValueType::Text) {
        sortByNumbers(rows, values.numbers(value), flip);
        return;
    }
    const QueryTexts texts = values.texts(value);
    if (texts.isConstant)
        return;
    std::stable_sort(rows.begin(), rows.end(), [&](uint32_t a, uint32_t b) {
        const uint32_t left = texts.codes[a], right = texts.codes[b];
        if (CodeTraits::isAbsent(left) || CodeTraits::isAbsent(right))
            return !CodeTraits::isAbsent(left) && CodeTraits::isAbsent(right);
        const int order = texts.byCode[left].compare(texts.byCode[right]);
        return flip ? order > 0 : order < 0;
    });
}

void sortBy(std::vector<uint32_t> &rows, const SortKey &key, LoggedOrder logged, QueryValues &values)
{
    const uint64_t flip = key.direction == SortDirection::Descending ? ~uint64_t(0) : 0;
    if (key.expression.root) {
        sortByExpression(rows, *key.expression.root, flip, values);
        return;
    }
    QueryAst::Value value;
    value.kind = QueryAst::Value::Kind::Key;
    value.key = key.key;
    const TextColumn *texts = key.key.kind == QueryKey::Kind::Stored ? values.table().text(key.key.column) : nullptr;
    const bool isLogged = key.key.column.group == ColumnGroup::Param || key.key.column.group == ColumnGroup::Tag;
    const bool asNumbers = !texts || key.asNumber
        || (isLogged && logged == LoggedOrder::NumbersWhereAllAre && texts->numbers().all);
    if (asNumbers) {
        sortByNumbers(rows, values.numbers(value), flip);
        return;
    }
    const bool asMlflow = logged == LoggedOrder::Text && values.table().dialect().tagNamesSortAsEmpty;
    const bool isName = key.key == QueryKey{QueryKey::Kind::Stored, {ColumnGroup::Attribute, Attribute::RunName}, 0};
    const std::vector<uint32_t> none;
    sortByTexts(rows, values.texts(value).codes, *texts, isName && asMlflow ? values.table().rowsNamedByTag() : none, flip);
}

// What has to be read: first to know the rows, then to know their order.
HistoryNeeds unreadOf(const RowOrderRequest &request, const std::vector<uint32_t> &undecided, const std::vector<uint32_t> &rows, QueryValues &values)
{
    if (!request.query.isEmpty()) {
        const HistoryNeeds needs = values.needsOf(historyCalls(*request.query.root()), undecided);
        if (!needs.isEmpty())
            return needs;
    }
    QList<HistoryCall> calls;
    for (const SortKey &key : request.keys)
        if (key.expression.root)
            calls += historyCalls(*key.expression.root);
    return calls.isEmpty() ? HistoryNeeds() : values.needsOf(calls, rows);
}

Error notAnOrder(QStringView text)
{
    return {ErrorCode::InvalidQuery,
            QCoreApplication::translate("Query", "expected a key to sort by such as metrics.loss:desc, found “%1” at column 1").arg(text.left(60)), {}};
}

} // namespace

Result<SortKey> parseSortKey(QStringView text)
{
    SortKey key;
    QStringView rest = text.trimmed();
    for (const auto &[suffix, direction] : {std::pair(":asc"_L1, SortDirection::Ascending), std::pair(":desc"_L1, SortDirection::Descending)}) {
        if (rest.endsWith(suffix, Qt::CaseInsensitive)) {
            rest.chop(suffix.size());
            key.direction = direction;
            break;
        }
    }
    if (rest.startsWith("num("_L1) && rest.endsWith(u')')) {
        rest = rest.sliced(4).chopped(1);
        key.asNumber = true;
    }
    const auto parsed = parseQueryKey(rest);
    if (!parsed) {
        const bool isComputed = std::any_of(rest.begin(), rest.end(), [](QChar c) { return u"()@+-*/"_s.contains(c); });
        const auto expression = parseQueryExpression(rest);
        if (!expression)
            return isComputed ? expression.error() : parsed.error();
        if (key.asNumber || expression->root->type == QueryAst::ValueType::Dataset || expression->root->isLiteral())
            return notAnOrder(text);
        key.expression = *expression;
        return key;
    }
    if (parsed->isDataset())
        return notAnOrder(text);
    key.key = *parsed;
    return key;
}

QString sortKeyText(const SortKey &key)
{
    if (key.expression.root)
        return key.expression.text + (key.direction == SortDirection::Descending ? ":desc"_L1 : ":asc"_L1);
    const QString name = key.key.kind == QueryKey::Kind::Depth ? u"depth"_s : columnKeyText(key.key.column);
    const QString full = u"parent."_s.repeated(key.key.parents) + name;
    return (key.asNumber ? "num("_L1 + full + u')' : full) + (key.direction == SortDirection::Descending ? ":desc"_L1 : ":asc"_L1);
}

Result<RowOrder> computeRowOrder(const RowOrderRequest &request, Job &job)
{
    if (!request.table)
        return RowOrder();
    const RunTable &table = *request.table;
    const HistoryValues &histories = request.histories ? *request.histories : HistoryValues::none();
    const auto truths = evaluateQuery(request.query, table, histories, request.clock, job);
    if (!truths)
        return truths.error();
    TruthVector found;
    if (!request.search.isEmpty())
        found = searchRuns(table, request.search, SearchScope::Everything);
    const std::vector<bool> candidates = candidateRows(request);
    RowOrder order;
    std::vector<uint32_t> undecided;
    if (candidates.empty() && request.query.isEmpty() && found.empty()) {
        order.rows = table.defaultOrder();
        order.candidates = table.rowCount();
    } else {
        for (uint32_t row : table.defaultOrder()) {
            if (!candidates.empty() && !candidates[row])
                continue;
            ++order.candidates;
            if (!found.empty() && found[row] != Truth::True)
                continue;
            if ((*truths)[row] == Truth::True)
                order.rows.push_back(row);
            else if ((*truths)[row] == Truth::Unknown)
                undecided.push_back(row);
        }
    }
    QueryValues values(table, histories, request.clock);
    order.unread = unreadOf(request, undecided, order.rows, values);
    for (auto key = request.keys.crbegin(); key != request.keys.crend(); ++key) {
        if (job.isCanceled())
            break;
        sortBy(order.rows, *key, request.logged, values);
    }
    if (job.isCanceled())
        return Error{ErrorCode::Canceled, {}, {}};
    return order;
}

} // namespace Assay
