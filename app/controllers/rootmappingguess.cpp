// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/controllers/rootmappingguess.h"

#include <QDir>

using namespace Qt::StringLiterals;

namespace Assay {

RootMapping guessRootMapping(const QString &uri, const QString &folder)
{
    QString from = uri;
    while (from.endsWith(u'/'))
        from.chop(1);
    QString to = QDir::cleanPath(folder);

    // The very folder: what the two paths end with in common is the same in both places, for all runs.
    const auto last = [](const QString &path) { return path.mid(path.lastIndexOf(u'/')); };
    bool isCommon = false;
    while (from.count(u'/') > 1 && to.count(u'/') > 1 && last(from) == last(to)) {
        from.chop(last(from).size());
        to.chop(last(to).size());
        isCommon = true;
    }
    if (isCommon)
        return {from, to};

    // A folder above it: one that has the rest of the recorded path below it.
    for (qsizetype at = from.indexOf(u'/'); at >= 0; at = from.indexOf(u'/', at + 1)) {
        const QString rest = from.mid(at + 1);
        if (!rest.isEmpty() && !rest.startsWith(u'/') && QDir(to + u'/' + rest).exists())
            return {from.left(at), to};
    }
    return {from, to};
}

} // namespace Assay
