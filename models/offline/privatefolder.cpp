// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/offline/privatefolder.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

namespace Assay {

Status makePrivateFolder(const QString &folder)
{
    const QFile::Permissions own = QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner;
    if (QDir().mkpath(folder) && QFile::setPermissions(folder, own))
        return {};
    return Error{ErrorCode::Unreadable, QCoreApplication::translate("CachedStore", "The folder cannot be made: %1").arg(folder), folder};
}

} // namespace Assay
