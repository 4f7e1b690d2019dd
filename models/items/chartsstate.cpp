// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/chartsstate.h"

using namespace Qt::StringLiterals;

namespace Assay {

QVariantMap ChartsState::toMap() const
{
    QVariantMap foldMap;
    for (auto it = folds.begin(); it != folds.end(); ++it)
        foldMap.insert(it.key(), it.value());
    QVariantMap map{{u"search"_s, search}, {u"searchExpression"_s, searchIsExpression}, {u"folds"_s, foldMap}};
    recipe.writeTo(map);
    map.insert(dashboard.toMap());
    return map;
}

ChartsState ChartsState::fromMap(const QVariantMap &map)
{
    ChartsState state;
    state.recipe = LineRecipe::readFrom(map);
    state.search = map.value(u"search"_s).toString().left(1000);
    state.searchIsExpression = map.value(u"searchExpression"_s).toBool();
    state.dashboard = Dashboard::fromMap(map);
    const QVariantMap folds = map.value(u"folds"_s).toMap();
    for (auto it = folds.begin(); it != folds.end(); ++it)
        state.folds.insert(it.key(), it->toBool());
    return state;
}

} // namespace Assay
