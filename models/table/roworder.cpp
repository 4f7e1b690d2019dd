// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/table/roworder.h"

#include "models/table/queryvalues.h"
#include "models/table/rowsort.h"
#include "models/table/runnesting.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace Assay {

namespace {

// For each row of a table of several stores whether it belongs to the experiments.
std::vector<bool> rowsOfMembers(const RunTable &table, const QList<ExperimentId> &experiments)
{
    const TextColumn &stores = *table.attributeText(Attribute::Store);
    const TextColumn &ids = *table.attributeText(Attribute::ExperimentId);
    const size_t idCount = ids.dictionary.size();
    enum : uint8_t { Unknown, Kept, LeftOut };
    std::vector<uint8_t> states(stores.dictionary.size() * idCount); // by store, then experiment
    std::vector<bool> wanted(size_t(table.rowCount()));
    ids.cells.forEach([&](uint32_t row, uint32_t code) {
        uint8_t &state = states[stores.cells.at(row) * idCount + code];
        if (state == Unknown)
            state = experiments.contains(table.ref(row).experiment) ? Kept : LeftOut;
        wanted[row] = state == Kept;
    });
    return wanted;
}

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
    if (!request.experiments.isEmpty() && table.isJoined())
        wanted = rowsOfMembers(table, request.experiments);
    else if (!request.experiments.isEmpty())
        keepOnly(Attribute::ExperimentId, [&](const QString &id) { return request.experiments.contains(ExperimentId(id)); });
    if (request.view != ViewType::All) {
        const QString stage = lifecycleName(request.view == ViewType::Deleted ? Lifecycle::Deleted : Lifecycle::Active);
        keepOnly(Attribute::LifecycleStage, [&](const QString &text) { return text == stage; });
    }
    return wanted;
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

void addAncestors(const std::vector<bool> &found, const RunNesting &nesting, std::vector<bool> &all)
{
    std::vector<bool> isAncestor(found.size()); // whose own ancestors are known too: no way is gone twice, and no cycle is endless
    for (uint32_t row = 0; row < found.size(); ++row) {
        if (!found[row])
            continue;
        for (uint32_t above = nesting.parent(row); above != RunNesting::NoRow && !isAncestor[above]; above = nesting.parent(above)) {
            isAncestor[above] = true;
            all[above] = true;
        }
    }
}

void addDescendants(const std::vector<bool> &found, const RunNesting &nesting, std::vector<bool> &all)
{
    enum class Below : uint8_t { Unknown, Yes, No };
    std::vector<Below> states(found.size(), Below::Unknown);
    std::vector<uint32_t> way;
    for (uint32_t row = 0; row < found.size(); ++row) {
        way.clear();
        Below state = Below::No;
        for (uint32_t at = row; at != RunNesting::NoRow; at = nesting.parent(at)) {
            if (states[at] != Below::Unknown) {
                state = states[at];
                break;
            }
            states[at] = Below::No; // until the end of the way is known; a cycle ends here
            way.push_back(at);
            if (found[at]) {
                state = Below::Yes;
                break;
            }
        }
        for (const uint32_t at : way)
            states[at] = state;
        if (state == Below::Yes)
            all[row] = true;
    }
}

// The rows in the default order, with the kin of those that were found; without those that are no candidates.
void addKin(const RowOrderRequest &request, const std::vector<bool> &candidates, std::vector<uint32_t> &rows)
{
    const RunTable &table = *request.table;
    const RunNesting nesting(table);
    if (nesting.isFlat())
        return;
    std::vector<bool> found(size_t(table.rowCount()));
    for (const uint32_t row : rows)
        found[row] = true;
    std::vector<bool> all = found;
    if (request.kin != Kin::Children)
        addAncestors(found, nesting, all);
    if (request.kin != Kin::Parents)
        addDescendants(found, nesting, all);
    rows.clear();
    for (const uint32_t row : table.defaultOrder())
        if (all[row] && (candidates.empty() || candidates[row]))
            rows.push_back(row);
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
    order.found = qsizetype(order.rows.size());
    if (request.kin != Kin::None && order.found < order.candidates)
        addKin(request, candidates, order.rows);
    sortRows(order.rows, request.keys, request.logged, values, job);
    if (job.isCanceled())
        return Error{ErrorCode::Canceled, {}, {}};
    return order;
}

} // namespace Assay
