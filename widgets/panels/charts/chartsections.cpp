// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/charts/chartsections.h"

#include <map>

namespace Assay {

using namespace Qt::StringLiterals;

namespace {

constexpr QLatin1StringView SystemPrefix{"system"};

} // namespace

QList<ChartSection> chartSections(const QStringList &keys)
{
    std::map<std::pair<bool, QString>, QStringList> byPrefix; // with "system" after all others
    for (const QString &key : keys) {
        const qsizetype slash = key.indexOf(u'/');
        const QString prefix = slash > 0 ? key.left(slash) : QString();
        byPrefix[{prefix == SystemPrefix, prefix}].append(key);
    }
    QList<ChartSection> sections;
    for (auto &[order, inside] : byPrefix)
        sections.append({order.second, std::move(inside)});
    return sections;
}

bool isFoldedAtFirst(const QString &prefix)
{
    return prefix == SystemPrefix;
}

} // namespace Assay
