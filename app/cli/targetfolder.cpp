// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/targetfolder.h"

#include "app/cli/text.h"

#include <QDir>
#include <QFile>
#include <QStringList>

#include <cerrno>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace Assay {

namespace {

Error cannotWrite(const QString &path, int error)
{
    return {ErrorCode::Unreadable, CliText::tr("Cannot write %1").arg(path), qt_error_string(error)};
}

Result<QStringList> partsOf(const QString &path)
{
    const QStringList parts = path.split(u'/');
    for (const QString &part : parts)
        if (part.isEmpty() || part == "."_L1 || part == ".."_L1 || part.contains(QChar(0)))
            return Error{ErrorCode::Refused, CliText::tr("Not a path beneath the target folder"), path};
    return parts;
}

} // namespace

Result<TargetFolder> TargetFolder::open(const QString &folder)
{
    if (!QDir().mkpath(folder))
        return Error{ErrorCode::Unreadable, CliText::tr("The target folder cannot be made"), folder};
    Descriptor root = SafeFile::openRoot(QFile::encodeName(folder).toStdString());
    if (!root)
        return cannotWrite(folder, root.error());
    return TargetFolder(std::move(root));
}

Result<Descriptor> TargetFolder::openFolder(const QStringList &parts, const QString &path) const
{
    Descriptor folder = Descriptor::adopt(::fcntl(m_root.fd(), F_DUPFD_CLOEXEC, 0));
    for (const QString &part : parts) {
        const QByteArray name = QFile::encodeName(part);
        if (::mkdirat(folder.fd(), name.constData(), 0777) != 0 && errno != EEXIST)
            return cannotWrite(path, errno);
        const int fd = ::openat(folder.fd(), name.constData(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
        if (fd < 0)
            return cannotWrite(path, errno);
        folder = Descriptor::adopt(fd);
    }
    return folder;
}

Status TargetFolder::makeFolder(const QString &path) const
{
    const auto parts = partsOf(path);
    if (!parts)
        return parts.error();
    const auto folder = openFolder(*parts, path);
    return folder ? Status() : Status(folder.error());
}

Result<PartialFile> TargetFolder::createFile(const QString &path, const QByteArray &source) const
{
    const auto parts = partsOf(path);
    if (!parts)
        return parts.error();
    auto folder = openFolder(parts->mid(0, parts->size() - 1), path);
    if (!folder)
        return folder.error();
    const std::string name = QFile::encodeName(parts->last()).toStdString();
    struct stat there {};
    if (::fstatat(folder->fd(), name.c_str(), &there, AT_SYMLINK_NOFOLLOW) == 0)
        return Error{ErrorCode::Refused, CliText::tr("Something of this name is there already"), path};
    return PartialFile::open(std::move(*folder), name, source);
}

} // namespace Assay
