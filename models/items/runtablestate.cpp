// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/runtablestate.h"

#include <array>

using namespace Qt::StringLiterals;

namespace Assay {

namespace {

QStringList texts(const QList<ColumnKey> &keys)
{
    QStringList all;
    for (const ColumnKey &key : keys)
        all.append(columnKeyText(key));
    return all;
}

QList<ColumnKey> keys(const QVariant &value)
{
    QList<ColumnKey> all;
    for (const QString &text : value.toStringList())
        if (const auto key = parseQueryKey(text); key && !key->isDataset() && key->parents == 0)
            all.append(key->column);
    return all;
}

ColumnKey keyOf(const QVariant &value)
{
    return keys(value).value(0);
}

QString textOf(const ColumnKey &key)
{
    return key.name.isEmpty() ? QString() : columnKeyText(key);
}

constexpr std::array KinNames{"none"_L1, "parents"_L1, "children"_L1, "both"_L1};
constexpr std::array ScaleNames{"off"_L1, "heat"_L1, "bar"_L1, "history"_L1};
constexpr std::array BetterNames{"unknown"_L1, "higher"_L1, "lower"_L1};
constexpr std::array AggregateNames{"count"_L1, "mean"_L1, "std"_L1, "median"_L1, "min"_L1, "max"_L1};

template <typename Enum, size_t N>
Enum fromName(const QVariant &value, const std::array<QLatin1StringView, N> &names, Enum otherwise)
{
    const auto found = std::find(names.begin(), names.end(), value.toString());
    return found == names.end() ? otherwise : Enum(found - names.begin());
}

template <typename Enum, size_t N>
QVariantMap namesByKey(const QHash<ColumnKey, Enum> &values, const std::array<QLatin1StringView, N> &names)
{
    QVariantMap map;
    for (auto it = values.begin(); it != values.end(); ++it)
        map.insert(columnKeyText(it.key()), names[size_t(it.value())]);
    return map;
}

template <typename Enum, size_t N>
QHash<ColumnKey, Enum> valuesByKey(const QVariant &value, const std::array<QLatin1StringView, N> &names)
{
    QHash<ColumnKey, Enum> values;
    const QVariantMap map = value.toMap();
    for (auto it = map.begin(); it != map.end(); ++it)
        if (const auto key = parseQueryKey(it.key()); key && std::find(names.begin(), names.end(), it->toString()) != names.end())
            values.insert(key->column, fromName(*it, names, Enum()));
    return values;
}

} // namespace

QVariantMap RunTableState::toMap() const
{
    QVariantMap widthMap;
    for (auto it = widths.begin(); it != widths.end(); ++it)
        widthMap.insert(columnKeyText(it.key()), it.value());
    QStringList sort;
    for (const SortKey &key : sortKeys)
        sort.append(sortKeyText(key));
    return {{u"columns"_s, texts(columns)}, {u"pinned"_s, texts(pinned)}, {u"widths"_s, widthMap},
            {u"sort"_s, sort},              {u"filter"_s, filter},        {u"nested"_s, nested},
            {u"kin"_s, KinNames[size_t(kin)]},
            {u"groupBy"_s, texts(groupBy)}, {u"summary"_s, groupSummaryName(summary)},
            {u"scales"_s, namesByKey(scales, ScaleNames)}, {u"better"_s, namesByKey(better, BetterNames)},
            {u"pivot"_s, QVariantMap{{u"shown"_s, pivot.isShown}, {u"down"_s, textOf(pivot.down)}, {u"across"_s, textOf(pivot.across)},
                                     {u"value"_s, textOf(pivot.value)}, {u"aggregate"_s, AggregateNames[size_t(pivot.aggregate)]}}}};
}

RunTableState RunTableState::fromMap(const QVariantMap &map)
{
    RunTableState state;
    state.columns = keys(map.value(u"columns"_s));
    state.pinned = keys(map.value(u"pinned"_s));
    const QVariantMap widths = map.value(u"widths"_s).toMap();
    for (auto it = widths.begin(); it != widths.end(); ++it)
        if (const auto key = parseQueryKey(it.key()); key && it->toInt() > 0)
            state.widths.insert(key->column, std::min(it->toInt(), 2000));
    for (const QString &text : map.value(u"sort"_s).toStringList())
        if (const auto key = parseSortKey(text))
            state.sortKeys.append(*key);
    state.filter = map.value(u"filter"_s).toString();
    state.nested = map.value(u"nested"_s).toBool();
    state.kin = fromName(map.value(u"kin"_s), KinNames, Kin::None);
    state.groupBy = keys(map.value(u"groupBy"_s));
    state.summary = groupSummaryFromName(map.value(u"summary"_s).toString());
    state.scales = valuesByKey<ColumnScale>(map.value(u"scales"_s), ScaleNames);
    state.better = valuesByKey<BetterValues>(map.value(u"better"_s), BetterNames);
    const QVariantMap pivot = map.value(u"pivot"_s).toMap();
    state.pivot = {pivot.value(u"shown"_s).toBool(), keyOf(pivot.value(u"down"_s)), keyOf(pivot.value(u"across"_s)),
                   keyOf(pivot.value(u"value"_s)), fromName(pivot.value(u"aggregate"_s), AggregateNames, Aggregate::Mean)};
    return state;
}

} // namespace Assay
