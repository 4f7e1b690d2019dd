// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/controllers/powersource.h"

#include <QDir>
#include <QFile>

using namespace Qt::StringLiterals;

namespace Assay {

namespace {

QByteArray wordIn(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.read(64).trimmed() : QByteArray();
}

} // namespace

bool isOnBattery(const QString &folder)
{
    bool isDischarging = false;
    for (const QString &name : QDir(folder).entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        const QString supply = folder + u'/' + name + u'/';
        if (wordIn(supply + "online"_L1) == "1")
            return false;
        // Mice have batteries, too.
        const bool isOwn = wordIn(supply + "type"_L1) == "Battery" && wordIn(supply + "scope"_L1) != "Device";
        isDischarging = isDischarging || (isOwn && wordIn(supply + "status"_L1) == "Discharging");
    }
    return isDischarging;
}

} // namespace Assay
