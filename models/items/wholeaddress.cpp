// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/wholeaddress.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace Assay {

QString wholeAddress(const QString &typed)
{
    // A word alone may be the beginning of anything: a dot, a port or this computer's own name make it a host.
    static const QRegularExpression host(u"^(\\[[0-9a-fA-F:.]+\\]|[\\w-]+(?:\\.[\\w-]+)*\\.?)(:\\d{1,5})?(?:/\\S*)?$"_s,
                                         QRegularExpression::UseUnicodePropertiesOption);
    const QRegularExpressionMatch match = host.match(typed);
    if (!match.hasMatch())
        return typed;
    const QString name = match.captured(1).toLower();
    const bool isHere = name == "localhost"_L1 || name == "[::1]"_L1 || name.startsWith("127."_L1);
    if (!isHere && !name.contains(u'.') && !name.startsWith(u'[') && match.capturedLength(2) == 0)
        return typed;
    return (isHere ? "http://"_L1 : "https://"_L1) + typed;
}

} // namespace Assay
