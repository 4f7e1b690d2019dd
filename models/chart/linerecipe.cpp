// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/chart/linerecipe.h"

#include "models/chart/namedvalues_p.h"

#include <QHashFunctions>

using namespace Qt::StringLiterals;

namespace Assay {

namespace {

constexpr std::array AxisNames{"step"_L1, "time"_L1, "relative"_L1, "metric"_L1};
constexpr std::array ScaleNames{"linear"_L1, "log"_L1, "symlog"_L1};
constexpr std::array RepeatNames{"all"_L1, "last"_L1};
constexpr std::array SmoothingNames{"none"_L1, "ema"_L1, "time-ema"_L1, "mean"_L1, "gaussian"_L1, "median"_L1};
constexpr qsizetype LongestKey = 10'000;

} // namespace

LineRecipe LineRecipe::raw() const
{
    LineRecipe recipe = *this;
    recipe.smoothing = {};
    return recipe;
}

LineRecipe LineRecipe::ofPyramid() const
{
    LineRecipe recipe = *this;
    if (recipe.x == XAxis::RelativeTime)
        recipe.x = XAxis::WallTime;
    if (recipe.x != XAxis::Metric)
        recipe.xMetric.clear();
    if (recipe.smoothing.isNone())
        recipe.smoothing = {};
    recipe.xScale = AxisScale::Linear;
    if (recipe.yScale == AxisScale::SymLog)
        recipe.yScale = AxisScale::Linear;
    return recipe;
}

void LineRecipe::writeTo(QVariantMap &map) const
{
    map.insert(u"x"_s, AxisNames[size_t(x)]);
    map.insert(u"xMetric"_s, xMetric);
    map.insert(u"xScale"_s, ScaleNames[size_t(xScale)]);
    map.insert(u"y"_s, ScaleNames[size_t(yScale)]);
    map.insert(u"repeats"_s, RepeatNames[size_t(repeats)]);
    map.insert(u"smoothing"_s, SmoothingNames[size_t(smoothing.kind)]);
    map.insert(u"amount"_s, smoothing.amount);
}

LineRecipe LineRecipe::readFrom(const QVariantMap &map)
{
    LineRecipe recipe;
    recipe.x = namedValue(map, u"x"_s, AxisNames, XAxis(0));
    recipe.xMetric = map.value(u"xMetric"_s).toString().left(LongestKey);
    if (recipe.x == XAxis::Metric && recipe.xMetric.isEmpty())
        recipe.x = XAxis::Step;
    recipe.xScale = namedValue(map, u"xScale"_s, ScaleNames, AxisScale(0));
    recipe.yScale = namedValue(map, u"y"_s, ScaleNames, AxisScale(0));
    recipe.repeats = namedValue(map, u"repeats"_s, RepeatNames, Repeats(0));
    recipe.smoothing.kind = namedValue(map, u"smoothing"_s, SmoothingNames, SmoothingKind(0));
    const double amount = map.value(u"amount"_s).toDouble();
    recipe.smoothing.amount = amount > 0 ? std::min(amount, mostOf(recipe.smoothing.kind)) : 0.0;
    return recipe;
}

size_t qHash(const LineRecipe &recipe, size_t seed)
{
    return qHashMulti(seed, int(recipe.x), recipe.xMetric, int(recipe.repeats), int(recipe.smoothing.kind), recipe.smoothing.amount,
                      int(recipe.xScale), int(recipe.yScale));
}

} // namespace Assay
