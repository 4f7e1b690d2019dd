// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/chartsstate.h"

#include <array>

using namespace Qt::StringLiterals;

namespace Assay {

namespace {
constexpr std::array ReadingNames{"nearest"_L1, "last"_L1};
}

QVariantMap ChartsState::toMap() const
{
    QVariantMap foldMap;
    for (auto it = folds.begin(); it != folds.end(); ++it)
        foldMap.insert(it.key(), it.value());
    QVariantMap map{{u"search"_s, search}, {u"searchExpression"_s, searchIsExpression}, {u"folds"_s, foldMap}};
    map.insert(u"linkZoom"_s, linksZoom);
    map.insert(u"reading"_s, ReadingNames[size_t(reading)]);
    map.insert(u"values"_s, showsValues);
    recipe.writeTo(map);
    options.writeTo(map);
    map.insert(dashboard.toMap());
    return map;
}

ChartsState ChartsState::fromMap(const QVariantMap &map)
{
    ChartsState state;
    state.recipe = LineRecipe::readFrom(map);
    state.options = ChartOptions::readFrom(map);
    state.search = map.value(u"search"_s).toString().left(1000);
    state.searchIsExpression = map.value(u"searchExpression"_s).toBool();
    state.dashboard = Dashboard::fromMap(map);
    state.linksZoom = map.value(u"linkZoom"_s, true).toBool();
    if (map.value(u"reading"_s).toString() == ReadingNames[1])
        state.reading = ReadingRule::LastAt;
    state.showsValues = map.value(u"values"_s).toBool();
    const QVariantMap folds = map.value(u"folds"_s).toMap();
    for (auto it = folds.begin(); it != folds.end(); ++it)
        state.folds.insert(it.key(), it->toBool());
    return state;
}

} // namespace Assay
