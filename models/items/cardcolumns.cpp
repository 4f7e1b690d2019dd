// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/cardcolumns.h"

#include "models/items/cardhistories.h"
#include "models/items/cardspec.h"
#include "models/items/displaytext.h"
#include "models/table/columnnumbers.h"
#include "models/table/columnscale.h"
#include "models/table/columnstats.h"
#include "models/table/facet.h"
#include "models/table/queryvalues.h"

#include <QCoreApplication>

#include <QLocale>

#include <cmath>

using namespace Qt::StringLiterals;

namespace Assay {

namespace {

constexpr qsizetype FewTexts = 60; // so many different ones still make an axis of texts

CellState stateOf(double number)
{
    if (NumberTraits::isAbsent(number))
        return CellState::Absent;
    if (std::isnan(number))
        return CellState::NaN;
    if (std::isinf(number))
        return number < 0 ? CellState::MinusInfinite : CellState::PlusInfinite;
    return CellState::Value;
}

void addNumber(ChartColumn &column, double number)
{
    const CellState state = stateOf(number);
    column.states.push_back(state);
    column.values.push_back(state == CellState::Value ? number : ChartColumn::None);
    if (state == CellState::Value)
        column.isWhole = column.isWhole && number == std::floor(number) && std::fabs(number) < 0x1p53;
}

// The codes of the texts that these rows have.
std::vector<uint32_t> usedCodes(const TextColumn &texts, const std::vector<uint32_t> &rows)
{
    std::vector<bool> isUsed(texts.dictionary.size());
    for (uint32_t row : rows)
        if (texts.has(row))
            isUsed[texts.cells.at(row)] = true;
    std::vector<uint32_t> codes;
    for (uint32_t code = 0; code < isUsed.size(); ++code)
        if (isUsed[code])
            codes.push_back(code);
    return codes;
}

bool areNumbers(const TextColumn &texts, const std::vector<uint32_t> &rows, const std::vector<uint32_t> &codes)
{
    const std::vector<double> &numbers = texts.numbers().byCode;
    qsizetype count = 0, others = 0;
    for (uint32_t row : rows) {
        if (texts.has(row))
            ++(NumberTraits::isAbsent(numbers[texts.cells.at(row)]) ? others : count);
    }
    return count > 0 && (others == 0 || (qsizetype(codes.size()) > FewTexts && count >= others));
}

// Of few texts of many it is quicker to compare them than to rank them all.
void sortCodes(const TextColumn &texts, std::vector<uint32_t> &codes)
{
    const std::vector<uint32_t> *ranks = codes.size() * 8 > texts.dictionary.size() ? &texts.ranks() : nullptr;
    std::ranges::sort(codes, [&](uint32_t a, uint32_t b) { return isTextBefore(texts, a, b, ranks); });
}

void fillTexts(ChartColumn &column, const TextColumn &texts, const std::vector<uint32_t> &rows, bool isAttribute)
{
    std::vector<uint32_t> codes = usedCodes(texts, rows);
    if (!isAttribute && areNumbers(texts, rows, codes)) {
        const std::vector<double> &numbers = texts.numbers().byCode;
        for (uint32_t row : rows) {
            const bool has = texts.has(row);
            addNumber(column, has ? numbers[texts.cells.at(row)] : NumberTraits::absent);
            if (has && column.states.back() == CellState::Absent)
                column.states.back() = CellState::NotNumber;
        }
        return;
    }
    column.kind = ChartColumn::Kind::Text;
    sortCodes(texts, codes);
    std::vector<double> places(texts.dictionary.size(), ChartColumn::None);
    for (uint32_t code : codes) {
        places[code] = double(column.texts.size());
        column.texts.append(texts.dictionary.text(code));
    }
    for (uint32_t row : rows) {
        column.states.push_back(texts.has(row) ? CellState::Value : CellState::Absent);
        column.values.push_back(texts.has(row) ? places[texts.cells.at(row)] : ChartColumn::None);
    }
}

bool givesNumber(const QueryAst::Value &value)
{
    return value.type == QueryAst::ValueType::Number || value.type == QueryAst::ValueType::Logged;
}

QString translated(const char *text, qsizetype n = -1)
{
    return QCoreApplication::translate("CardColumns", text, nullptr, int(n));
}

// How telling a metric is before anybody has said what they look for.
double metricWeight(const ColumnStats &stats, double rows)
{
    const QString &name = stats.key.name;
    double weight = double(stats.count) / rows;
    if (guessBetterValues(stats.key) != BetterValues::Unknown)
        weight += 0.5;
    if (name.contains("val"_L1, Qt::CaseInsensitive) || name.contains("test"_L1, Qt::CaseInsensitive))
        weight += 0.25;
    if (name.contains("time"_L1, Qt::CaseInsensitive))
        weight -= 0.5;
    return name.startsWith("system/"_L1) ? weight - 2 : weight;
}

} // namespace

bool isTextBefore(const TextColumn &texts, uint32_t a, uint32_t b, const std::vector<uint32_t> *ranks)
{
    const std::vector<double> &numbers = texts.numbers().byCode;
    const auto isNumber = [&](uint32_t code) { return !std::isnan(numbers[code]); }; // absent is a NaN, too
    if (isNumber(a) != isNumber(b))
        return isNumber(a);
    if (isNumber(a) && numbers[a] != numbers[b])
        return numbers[a] < numbers[b];
    return ranks ? (*ranks)[a] < (*ranks)[b] : texts.dictionary.at(a) < texts.dictionary.at(b);
}

bool isTextColumn(const RunTable &table, const std::vector<uint32_t> &rows, const ColumnKey &key)
{
    const TextColumn *texts = table.text(key);
    return texts && (key.group == ColumnGroup::Attribute || !areNumbers(*texts, rows, usedCodes(*texts, rows)));
}

ChartColumn cardColumn(const RunTable &table, const std::vector<uint32_t> &rows, const ColumnKey &key, qint64 now)
{
    ChartColumn column;
    column.title = columnKeyText(key);
    column.values.reserve(rows.size());
    column.states.reserve(rows.size());
    if (const TextColumn *texts = table.text(key)) {
        column.isWhole = true;
        fillTexts(column, *texts, rows, key.group == ColumnGroup::Attribute);
        return column;
    }
    column.isWhole = true;
    if (key == ColumnKey{ColumnGroup::Attribute, Attribute::Duration})
        column.kind = ChartColumn::Kind::Duration;
    else if (table.times(key))
        column.kind = ChartColumn::Kind::Time;
    const QueryNumbers numbers = columnNumbers(table, key, {now, QTimeZone::systemTimeZone()});
    for (uint32_t row : rows)
        addNumber(column, numbers.view[row]);
    return column;
}

ChartColumn cardColumn(const RunTable &table, const std::vector<uint32_t> &rows, const QString &key, qint64 now, const HistoryValues &histories)
{
    if (const auto named = columnOfKey(key))
        return cardColumn(table, rows, *named, now);
    ChartColumn column;
    column.title = key;
    const auto expression = parseQueryExpression(key);
    if (!expression || !givesNumber(*expression->root)) {
        column.values.assign(rows.size(), ChartColumn::None);
        column.states.assign(rows.size(), CellState::Absent);
        return column;
    }
    column.isWhole = true;
    const QueryClock clock{now, QTimeZone::systemTimeZone()};
    const QueryNumbers numbers = QueryValues(table, histories, clock).numbers(*expression->root);
    for (uint32_t row : rows)
        addNumber(column, numbers.at(row));
    return column;
}

QString columnTitle(const QString &key)
{
    if (const auto named = columnOfKey(key))
        return named->name;
    const auto history = cardHistory(key); // "min(metrics.loss)" is as clear without the group
    const auto metric = history ? columnOfKey(history->metric) : std::nullopt;
    const QString argument = history ? u'(' + history->metric + u')' : QString();
    const bool isPlain = metric && key.endsWith(argument) && !key.chopped(argument.size()).contains(u'(');
    return isPlain ? key.chopped(argument.size()) + u'(' + metric->name + u')' : key;
}

std::optional<Better> betterValues(const QString &key)
{
    const auto history = cardHistory(key);
    switch (const auto named = columnOfKey(history ? history->metric : key); named ? guessBetterValues(*named) : BetterValues::Unknown) {
    case BetterValues::Unknown: break;
    case BetterValues::Higher: return Better::Higher;
    case BetterValues::Lower: return Better::Lower;
    }
    return {};
}

bool prefersLog(const ChartColumn &column)
{
    if (!column.suitsLog())
        return false;
    const auto [least, most] = *column.bounds();
    const double tenth = least + (most - least) / 10; // both are above 0
    qsizetype below = 0;
    for (size_t i = 0; i < column.values.size(); ++i)
        below += column.has(i) && column.values[i] < tenth;
    return below * 2 >= column.count(CellState::Value);
}

QList<ValueBin> cardBins(const ChartColumn &column, qsizetype mostSingles, const QTimeZone &zone)
{
    if (!needsEdges(column, mostSingles))
        return valueBins(column, mostSingles, {});
    const auto [least, most] = *column.bounds();
    switch (column.kind) {
    case ChartColumn::Kind::Duration: return valueBins(column, mostSingles, spanEdges(least, most));
    case ChartColumn::Kind::Time: return valueBins(column, mostSingles, timeEdges(least, most, zone));
    case ChartColumn::Kind::Number:
    case ChartColumn::Kind::Text: break;
    }
    QList<ValueBin> bins = valueBins(column, mostSingles, numberEdges(least, most, column.isWhole));
    if (prefersLog(column))
        bins = valueBins(column, mostSingles, decadeEdges(least, most));
    return bins;
}

QString cardValueText(const ChartColumn &column, double value)
{
    switch (column.kind) {
    case ChartColumn::Kind::Text: {
        const auto place = qsizetype(value);
        return place >= 0 && place < column.texts.size() ? visibleText(column.texts[place], 200) : QString();
    }
    case ChartColumn::Kind::Duration: return durationText(qint64(std::clamp(value * 1000, -9e18, 9e18)));
    case ChartColumn::Kind::Time: return timeText(qint64(std::clamp(value, -9e18, 9e18)));
    case ChartColumn::Kind::Number: break;
    }
    return metricText(value);
}

QString shortValueText(const ChartColumn &column, double value)
{
    if (column.kind != ChartColumn::Kind::Number)
        return cardValueText(column, value);
    const bool isWhole = value == std::floor(value) && std::fabs(value) < 1e7;
    return isWhole ? QLocale().toString(value, 'f', 0) : QLocale().toString(value, 'g', 4);
}

QString cardBinText(const ChartColumn &column, const ValueBin &bin)
{
    if (bin.isSingle())
        return cardValueText(column, bin.from);
    return cardValueText(column, bin.from) + u" – "_s + cardValueText(column, bin.to);
}

QString missingText(const std::vector<const ChartColumn *> &columns)
{
    if (columns.empty())
        return {};
    const qsizetype all = columns.front()->size();
    std::vector<std::array<qsizetype, 4>> lacks(columns.size()); // absent, NaN, infinite, no number
    qsizetype missing = 0;
    for (size_t run = 0; run < size_t(all); ++run) {
        for (size_t i = 0; i < columns.size(); ++i) {
            const CellState state = columns[i]->states[run];
            if (state == CellState::Value)
                continue;
            const size_t kind = state == CellState::Absent ? 0 : state == CellState::NaN ? 1 : state == CellState::NotNumber ? 3 : 2;
            ++lacks[i][kind];
            ++missing;
            break;
        }
    }
    if (missing == 0)
        return {};
    static constexpr const char *Reasons[] = {
        QT_TRANSLATE_N_NOOP("CardColumns", "%n have no %1"), QT_TRANSLATE_N_NOOP("CardColumns", "%n have NaN as %1"),
        QT_TRANSLATE_N_NOOP("CardColumns", "%n have an infinite %1"), QT_TRANSLATE_N_NOOP("CardColumns", "%n have a text as %1")};
    QStringList reasons;
    for (size_t i = 0; i < columns.size(); ++i)
        for (size_t kind = 0; kind < lacks[i].size(); ++kind)
            if (lacks[i][kind] > 0)
                reasons.append(translated(Reasons[kind], lacks[i][kind]).arg(visibleText(columnTitle(columns[i]->title), 60)));
    return translated(QT_TRANSLATE_NOOP("CardColumns", "%1 of %2 runs are not shown: %3"))
        .arg(countText(missing), countText(all), reasons.join(u", "_s));
}

CardKeys cardKeys(const RunTable &table, const std::vector<uint32_t> &rows, Job &job)
{
    CardKeys keys;
    std::vector<std::pair<double, const ColumnStats *>> metrics, params;
    const std::vector<ColumnStats> stats = computeColumnStats(table, rows, job);
    QStringList metricKeys, paramKeys, attributes, tags;
    const auto count = double(std::max<size_t>(1, rows.size()));
    for (const ColumnStats &column : stats) {
        const QString name = columnKeyText(column.key);
        switch (column.key.group) {
        case ColumnGroup::Metric: metricKeys.append(name); break;
        case ColumnGroup::Param: paramKeys.append(name); break;
        case ColumnGroup::Attribute: attributes.append(name); break;
        case ColumnGroup::Tag: tags.append(name); break;
        }
        if (!column.varies())
            continue;
        if (column.key.group == ColumnGroup::Metric) {
            metrics.emplace_back(metricWeight(column, count), &column);
        } else if (column.key.group == ColumnGroup::Param) {
            const bool isUnique = !column.allNumbers && column.distinct > 20 && column.distinct * 2 > std::min(column.count, ColumnStats::DistinctCap);
            params.emplace_back(double(column.count) / count + (column.allNumbers ? 0.1 + 0.1 * double(std::min<qsizetype>(column.distinct, 100)) / 100 : 0)
                                    - (isUnique ? 1 : 0) - (column.key.name.contains("seed"_L1, Qt::CaseInsensitive) ? 0.5 : 0), &column);
        }
    }
    attributes.append(Attribute::Duration);
    const auto byWeight = [](const auto &a, const auto &b) { return a.first > b.first; };
    std::ranges::stable_sort(metrics, byWeight);
    std::ranges::stable_sort(params, byWeight);
    for (const auto &[weight, column] : metrics)
        keys.metrics.append(columnKeyText(column->key));
    for (const auto &[weight, column] : params) {
        keys.params.append(columnKeyText(column->key));
        if (column->allNumbers)
            keys.numbers.append(keys.params.last());
        if (column->distinct <= 12)
            keys.groups.append(keys.params.last());
    }
    keys.all = metricKeys + paramKeys + attributes + tags;
    return keys;
}

} // namespace Assay
