// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/offline/privatefolder.h"

#include "models/base/log.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

#include <unistd.h>

namespace Assay {

namespace {

struct PrivateFolderText {
    Q_DECLARE_TR_FUNCTIONS(PrivateFolderText)
};

constexpr QFile::Permissions Own = QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner;
constexpr QFile::Permissions OfOthers = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;

Error cannotBeMade(const QString &folder)
{
    return {ErrorCode::Unreadable, PrivateFolderText::tr("The folder cannot be made: %1").arg(folder), folder};
}

// From the first moment for nobody else: not made first and closed then.
Status makeWithParents(const QString &folder)
{
    const QFileInfo info(folder);
    if (info.isDir())
        return {};
    if (info.dir().path() == folder)
        return cannotBeMade(folder);
    if (const Status parent = makeWithParents(info.dir().path()); !parent)
        return parent;
    // Another program may have made it meanwhile.
    return info.dir().mkdir(info.fileName(), Own) || QFileInfo(folder).isDir() ? Status() : Status(cannotBeMade(folder));
}

} // namespace

Status makePrivateFolder(const QString &folder)
{
    const QString clean = QDir::cleanPath(QDir::current().absoluteFilePath(folder));
    if (const Status made = makeWithParents(clean); !made)
        return made;
    const QFileInfo info(clean);
    if (info.ownerId() != uint(::geteuid()))
        return Error{ErrorCode::Unreadable, PrivateFolderText::tr("The folder belongs to somebody else, who could read what is kept in it: %1").arg(clean), clean};
    if (!(info.permissions() & OfOthers))
        return {};
    if (!QFile::setPermissions(clean, Own) || QFileInfo(clean).permissions() & OfOthers)
        return Error{ErrorCode::Unreadable, PrivateFolderText::tr("Others can look into the folder, and that cannot be changed: %1").arg(clean), clean};
    qCWarning(logStore, "%s was open to others, and is not any more", qPrintable(clean));
    return {};
}

} // namespace Assay
