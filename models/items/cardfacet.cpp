// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/cardfacet.h"

#include "models/items/brushquery.h"
#include "models/items/cardcolumns.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QSet>

namespace Assay {

using namespace Qt::StringLiterals;

namespace {

struct FacetText {
    Q_DECLARE_TR_FUNCTIONS(CardFacet)
};

constexpr qsizetype MostLookedAt = 1000;
constexpr uint32_t MostTexts = 20'000; // different ones in a whole column, which are put in order

// Whether some rows say the same and some something else, without looking at what it means: this is asked of many columns.
bool tellsApart(const Column &column, const std::vector<uint32_t> &rows)
{
    const auto *texts = std::get_if<TextColumn>(&column);
    if (!texts || texts->dictionary.size() > MostTexts)
        return false;
    QSet<uint32_t> codes;
    for (const uint32_t row : rows)
        codes.insert(texts->cells.at(row)); // absent has a code, too
    return codes.size() >= 2 && codes.size() < qsizetype(rows.size());
}

AxisBrush brushOf(const ChartColumn &column, const ColumnKey &key, const ValueBin &bin, bool isLast)
{
    AxisBrush brush;
    brush.key = columnKeyText(key);
    brush.kind = column.kind;
    if (column.isText())
        brush.texts = {column.texts.at(qsizetype(bin.from))};
    else
        brush.range = AxisBrush::Range{bin.from, bin.to, bin.isSingle() || isLast};
    return brush;
}

} // namespace

QList<FacetPart> facetParts(const RunTable &table, const std::vector<uint32_t> &rows, const ColumnKey &key, qint64 now)
{
    const ChartColumn column = cardColumn(table, rows, key, now);
    const QList<ValueBin> bins = cardBins(column, MostFacetParts, QTimeZone::systemTimeZone());
    if (bins.size() > 2 * MostFacetParts)
        return {}; // texts that nearly all differ
    const std::vector<qsizetype> counts = countBins(bins, column);
    QList<FacetPart> parts;
    for (qsizetype bin = 0; bin < bins.size(); ++bin) {
        if (counts[size_t(bin)] == 0)
            continue;
        const auto query = brushCondition({brushOf(column, key, bins.at(bin), bin + 1 == bins.size())});
        if (!query)
            return {};
        parts.append({cardBinText(column, bins.at(bin)), *query, counts[size_t(bin)]});
    }
    if (parts.size() > MostFacetParts)
        return {};
    const qsizetype without = column.count(CellState::Absent) + column.count(CellState::NaN);
    AxisBrush none;
    none.key = columnKeyText(key);
    none.kind = column.kind;
    none.withAbsent = true;
    if (const auto query = brushCondition({none}); query && without > 0)
        parts.append({FacetText::tr("none"), *query, without});
    return parts;
}

QList<ColumnKey> facetColumns(const RunTable &table, const std::vector<uint32_t> &rows, qsizetype most)
{
    QList<ColumnKey> keys;
    qsizetype looked = 0;
    for (const RunTable::NamedColumn &column : table.columns()) {
        const ColumnGroup group = column.key.group;
        const bool isTold = group == ColumnGroup::Param || column.key.name == Attribute::Status || column.key.name == Attribute::UserId
            || column.key.name == Attribute::ExperimentId || column.key.name == Attribute::Store || (group == ColumnGroup::Tag && !column.key.name.startsWith("mlflow."_L1));
        if (!isTold || keys.size() == most || ++looked > MostLookedAt || !tellsApart(*column.column, rows))
            continue;
        const qsizetype parts = facetParts(table, rows, column.key, QDateTime::currentMSecsSinceEpoch()).size();
        if (parts >= 2 && parts < qsizetype(rows.size()))
            keys.append(column.key);
    }
    return keys;
}

CardSpec facetCard(const CardSpec &card, const ColumnKey &key, const FacetPart &part)
{
    CardSpec one = card;
    one.id.clear();
    one.isPinned = false;
    one.title = u"%1 · %2 = %3"_s.arg(cardTitle(card), key.name, part.name);
    const QString before = card.options.value(u"only"_s).toString();
    one.options.insert(u"only"_s, before.isEmpty() ? part.query : u"(%1) AND %2"_s.arg(before, part.query));
    return one;
}

CardRestriction::CardRestriction(const QString &query)
{
    const auto parsed = parseQuery(query);
    if (parsed)
        m_query = *parsed;
    else
        m_mistake = parsed.error().message;
}

bool CardRestriction::fits(const RunTablePtr &table, uint32_t row)
{
    if (!m_mistake.isEmpty())
        return false;
    if (m_table != table) {
        m_table = table;
        SilentJob job;
        const QueryClock clock{QDateTime::currentMSecsSinceEpoch(), QTimeZone::systemTimeZone()};
        auto truths = evaluateQuery(m_query, *table, HistoryValues::none(), clock, job);
        m_truths = truths ? std::move(*truths) : TruthVector();
    }
    return row < m_truths.size() && m_truths[row] == Truth::True;
}

} // namespace Assay
