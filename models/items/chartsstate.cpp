// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/chartsstate.h"

#include <array>

using namespace Qt::StringLiterals;

namespace Assay {

namespace {
constexpr std::array AxisNames{"step"_L1, "time"_L1, "relative"_L1};
constexpr std::array ScaleNames{"linear"_L1, "log"_L1};
}

QVariantMap ChartsState::toMap() const
{
    QVariantMap foldMap;
    for (auto it = folds.begin(); it != folds.end(); ++it)
        foldMap.insert(it.key(), it.value());
    return {{u"x"_s, AxisNames[size_t(xAxis)]}, {u"y"_s, ScaleNames[size_t(yScale)]}, {u"search"_s, search}, {u"folds"_s, foldMap}};
}

ChartsState ChartsState::fromMap(const QVariantMap &map)
{
    ChartsState state;
    for (size_t i = 0; i < AxisNames.size(); ++i)
        if (map.value(u"x"_s).toString() == AxisNames[i])
            state.xAxis = XAxis(i);
    if (map.value(u"y"_s).toString() == ScaleNames[1])
        state.yScale = YScale::Log;
    state.search = map.value(u"search"_s).toString().left(1000);
    const QVariantMap folds = map.value(u"folds"_s).toMap();
    for (auto it = folds.begin(); it != folds.end(); ++it)
        state.folds.insert(it.key(), it->toBool());
    return state;
}

} // namespace Assay
