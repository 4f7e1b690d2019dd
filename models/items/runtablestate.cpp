// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/runtablestate.h"

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
            {u"sort"_s, sort},              {u"filter"_s, filter},        {u"nested"_s, nested}};
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
    return state;
}

} // namespace Assay
