// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/storetitles.h"

#include <QHash>

using namespace Qt::StringLiterals;

namespace Assay {

namespace {

// The parts of a location that may tell it from others, the last ones first of interest.
QStringList partsOf(const QString &location)
{
    const qsizetype scheme = location.indexOf("://"_L1);
    QStringList parts = location.mid(scheme < 0 ? 0 : scheme + 3).split(u'/', Qt::SkipEmptyParts);
    const bool saysNothing = parts.size() > 1 && (parts.constLast() == "mlruns"_L1 || parts.constLast() == "mlflow.db"_L1);
    if (saysNothing)
        parts.removeLast();
    return parts;
}

QString lastParts(const QStringList &parts, qsizetype count)
{
    return parts.mid(std::max<qsizetype>(0, parts.size() - count)).join(u'/');
}

} // namespace

QStringList storeTitles(const QStringList &locations)
{
    QStringList titles;
    for (const QString &location : locations) {
        const QStringList parts = partsOf(location);
        QString title = location;
        for (qsizetype count = 1; count <= parts.size(); ++count) {
            const QString candidate = lastParts(parts, count);
            const bool isOnly = std::count_if(locations.begin(), locations.end(), [&](const QString &other) {
                return lastParts(partsOf(other), count) == candidate;
            }) == 1;
            if (isOnly) {
                title = candidate;
                break;
            }
        }
        titles.append(title);
    }
    // "a" and "x/a" could both be called "a" by now, or one store stand here twice.
    QHash<QString, int> uses;
    for (QString &title : titles)
        if (const int before = uses[title]++; before > 0)
            title += u" (%1)"_s.arg(before + 1);
    return titles;
}

} // namespace Assay
