// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/metricunit.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace Assay {

QString metricUnit(const QString &metric)
{
    static constexpr std::pair<QLatin1StringView, QLatin1StringView> Units[] = {
        {"_percentage"_L1, "%"_L1}, {"_megabytes"_L1, "MB"_L1}, {"_gigabytes"_L1, "GB"_L1}, {"_bytes"_L1, "B"_L1},
        {"_watts"_L1, "W"_L1},      {"_seconds"_L1, "s"_L1},    {"_mhz"_L1, "MHz"_L1}};
    if (!metric.startsWith("system/"_L1))
        return {};
    for (const auto &[end, unit] : Units)
        if (metric.endsWith(end, Qt::CaseInsensitive))
            return unit;
    return {};
}

} // namespace Assay
