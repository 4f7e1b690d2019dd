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

constexpr auto PartSuffix = ".assay-part";

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

Result<TargetFolder::File> TargetFolder::createFile(const QString &path) const
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
    const int fd = ::openat(folder->fd(), (name + PartSuffix).c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0666);
    if (fd < 0)
        return cannotWrite(path, errno);
    return File(std::move(*folder), Descriptor::adopt(fd), name, path);
}

TargetFolder::File::File(Descriptor folder, Descriptor file, std::string name, QString path)
    : m_folder(std::move(folder)), m_file(std::move(file)), m_name(std::move(name)), m_path(std::move(path))
{
}

TargetFolder::File::~File()
{
    if (m_folder && !m_isCommitted)
        ::unlinkat(m_folder.fd(), (m_name + PartSuffix).c_str(), 0);
}

Status TargetFolder::File::write(QByteArrayView bytes)
{
    while (!bytes.isEmpty()) {
        const ssize_t count = ::write(m_file.fd(), bytes.data(), size_t(bytes.size()));
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            return cannotWrite(m_path, errno);
        bytes = bytes.sliced(count);
    }
    return {};
}

Status TargetFolder::File::commit()
{
    // A link fails where a rename would replace what has come to be there meanwhile.
    const std::string part = m_name + PartSuffix;
    if (::linkat(m_folder.fd(), part.c_str(), m_folder.fd(), m_name.c_str(), 0) != 0) {
        if (errno == EEXIST)
            return Error{ErrorCode::Refused, CliText::tr("Something of this name is there already"), m_path};
        // File systems without hard links (FAT, some network ones).
        if (::renameat(m_folder.fd(), part.c_str(), m_folder.fd(), m_name.c_str()) != 0)
            return cannotWrite(m_path, errno);
        m_isCommitted = true;
        return {};
    }
    ::unlinkat(m_folder.fd(), part.c_str(), 0);
    m_isCommitted = true;
    return {};
}

} // namespace Assay
