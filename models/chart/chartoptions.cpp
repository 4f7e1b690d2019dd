// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/chart/chartoptions.h"

#include "models/chart/namedvalues_p.h"

using namespace Qt::StringLiterals;

namespace Assay {

namespace {

constexpr std::array GroupLineNames{"runs"_L1, "mean"_L1, "median"_L1};
constexpr std::array SpreadNames{"none"_L1, "deviation"_L1, "error"_L1, "confidence"_L1, "quantiles"_L1, "minmax"_L1};
constexpr std::array YFromNames{"visible"_L1, "all"_L1};
constexpr double MostOutlierPercent = 25;
constexpr qsizetype MostKeyLength = 1000;

} // namespace

void ChartOptions::writeTo(QVariantMap &map) const
{
    map.insert(u"groupLine"_s, GroupLineNames[size_t(groupLine)]);
    map.insert(u"band"_s, SpreadNames[size_t(spread)]);
    map.insert(u"yFrom"_s, YFromNames[size_t(yFrom)]);
    map.insert(u"outliers"_s, outlierPercent);
    map.insert(u"colorBy"_s, colorBy);
    map.insert(u"dashBy"_s, dashBy);
    map.insert(u"markerBy"_s, markerBy);
}

ChartOptions ChartOptions::readFrom(const QVariantMap &map)
{
    ChartOptions options;
    options.groupLine = namedValue(map, u"groupLine"_s, GroupLineNames, options.groupLine);
    options.spread = namedValue(map, u"band"_s, SpreadNames, options.spread);
    options.yFrom = namedValue(map, u"yFrom"_s, YFromNames, options.yFrom);
    const double percent = map.value(u"outliers"_s).toDouble();
    options.outlierPercent = percent > 0 ? std::min(percent, MostOutlierPercent) : 0.0;
    options.colorBy = map.value(u"colorBy"_s).toString().left(MostKeyLength);
    options.dashBy = map.value(u"dashBy"_s).toString().left(MostKeyLength);
    options.markerBy = map.value(u"markerBy"_s).toString().left(MostKeyLength);
    return options;
}

} // namespace Assay
