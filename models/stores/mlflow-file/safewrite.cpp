// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/stores/mlflow-file/safewrite.h"

#include "models/stores/mlflow-file/mlflowfiletext.h"

#include <QRandomGenerator>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <thread>

using namespace Qt::StringLiterals;

namespace Assay::SafeWrite {

namespace {

int writeAll(int fd, std::string_view content)
{
    while (!content.empty()) {
        const ssize_t done = ::write(fd, content.data(), content.size());
        if (done < 0 && errno == EINTR)
            continue;
        if (done < 0)
            return errno;
        content.remove_prefix(size_t(done));
    }
    return 0;
}

// A name is durable only when its folder is.
Status syncFolder(const Descriptor &folder, const QString &shownPath)
{
    if (::fsync(folder.fd()) == 0 || errno == EINVAL || errno == EROFS)
        return {};
    return Error{ErrorCode::OutcomeUnknown, MlflowFileText::tr("%1 was changed, but the disk does not confirm it: %2.").arg(shownPath, SafeFile::errorText(errno)),
                 u"fsync"_s};
}

} // namespace

Error writeError(int error, const QString &shownPath)
{
    const bool isForbidden = error == EACCES || error == EPERM || error == EROFS;
    return {isForbidden ? ErrorCode::ReadOnly : ErrorCode::Unreadable,
            MlflowFileText::tr("%1 cannot be written: %2.").arg(shownPath, SafeFile::errorText(error)), u"errno %1"_s.arg(error)};
}

Replacement::Replacement(Replacement &&other) noexcept
    : m_temporaryFolder(std::move(other.m_temporaryFolder)), m_folder(std::move(other.m_folder)),
      m_temporaryName(std::exchange(other.m_temporaryName, {})), m_name(std::move(other.m_name)),
      m_shownPath(std::move(other.m_shownPath))
{
}

Replacement::~Replacement()
{
    if (!m_temporaryName.empty())
        ::unlinkat(m_temporaryFolder.fd(), m_temporaryName.c_str(), 0);
}

Result<Replacement> Replacement::prepare(const Descriptor &temporaryFolder, const Descriptor &folder, const std::string &name,
                                         std::string_view content, const QString &shownPath)
{
    Replacement replacement;
    replacement.m_temporaryFolder = SafeFile::openFolder(temporaryFolder.fd(), {});
    replacement.m_folder = SafeFile::openFolder(folder.fd(), {});
    replacement.m_name = name;
    replacement.m_shownPath = shownPath;
    if (!replacement.m_temporaryFolder || !replacement.m_folder)
        return writeError(replacement.m_folder ? replacement.m_temporaryFolder.error() : replacement.m_folder.error(), shownPath);
    struct stat old;
    const bool isThere = ::fstatat(folder.fd(), name.c_str(), &old, AT_SYMLINK_NOFOLLOW) == 0;
    if (!isThere && errno != ENOENT)
        return writeError(errno, shownPath);
    if (isThere && !S_ISREG(old.st_mode))
        return writeError(S_ISLNK(old.st_mode) ? ELOOP : SafeFile::NotRegular, shownPath);
    if (isThere && ::faccessat(folder.fd(), name.c_str(), W_OK, 0) != 0)
        return writeError(errno, shownPath);

    const std::string temporaryName = ".assay-" + std::to_string(QRandomGenerator::system()->generate64()) + ".tmp";
    const Descriptor file = Descriptor::adopt(::openat(replacement.m_temporaryFolder.fd(), temporaryName.c_str(),
                                                       O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0666));
    if (!file)
        return writeError(errno, shownPath);
    replacement.m_temporaryName = temporaryName;
    int error = writeAll(file.fd(), content);
    if (error == 0 && isThere) {
        if (::fchown(file.fd(), old.st_uid, old.st_gid) != 0 && errno != EPERM)
            error = errno; // another owner's file stays ours; that is no reason to stop
        if (error == 0 && ::fchmod(file.fd(), old.st_mode & 07777) != 0)
            error = errno;
    }
    if (error == 0 && ::fsync(file.fd()) != 0)
        error = errno;
    if (error != 0)
        return writeError(error, shownPath);
    return replacement;
}

Status Replacement::commit()
{
    if (::renameat(m_temporaryFolder.fd(), m_temporaryName.c_str(), m_folder.fd(), m_name.c_str()) != 0)
        return writeError(errno, m_shownPath);
    m_temporaryName.clear();
    return syncFolder(m_folder, m_shownPath);
}

Status remove(const Descriptor &folder, const std::string &name, const QString &shownPath)
{
    if (SafeFile::stat(folder.fd(), name.c_str()).kind == FileKind::Folder)
        return Error{ErrorCode::NotFound, MlflowFileText::tr("%1 is a folder.").arg(shownPath), {}};
    if (::unlinkat(folder.fd(), name.c_str(), 0) != 0)
        return errno == ENOENT ? SafeFile::openError(errno, shownPath) : writeError(errno, shownPath);
    return syncFolder(folder, shownPath);
}

Result<Descriptor> ensureFolder(const Descriptor &parent, const std::string &name, const QString &shownPath)
{
    Descriptor folder = SafeFile::openFolder(parent.fd(), name);
    if (folder || folder.error() != ENOENT)
        return folder ? Result<Descriptor>(std::move(folder)) : Result<Descriptor>(writeError(folder.error(), shownPath));
    if (::mkdirat(parent.fd(), name.c_str(), 0777) != 0 && errno != EEXIST)
        return writeError(errno, shownPath);
    if (const Status synced = syncFolder(parent, shownPath); !synced)
        return synced.error();
    folder = SafeFile::openFolder(parent.fd(), name);
    if (!folder)
        return writeError(folder.error(), shownPath);
    return folder;
}

Result<FolderLock> FolderLock::take(const Descriptor &folder, const QString &shownPath, const Job &job)
{
    constexpr int Attempts = 250;
    Descriptor lock = SafeFile::openFolder(folder.fd(), {});
    if (!lock)
        return writeError(lock.error(), shownPath);
    for (int attempt = 0; attempt < Attempts; ++attempt) {
        if (::flock(lock.fd(), LOCK_EX | LOCK_NB) == 0)
            return FolderLock(std::move(lock));
        if (errno == ENOLCK || errno == EOPNOTSUPP || errno == EINVAL)
            return FolderLock(std::move(lock)); // a file system without locks: as good as MLflow itself
        if (errno != EWOULDBLOCK && errno != EINTR)
            return writeError(errno, shownPath);
        if (job.isCanceled())
            return Error{ErrorCode::Canceled, MlflowFileText::tr("Stopped."), {}};
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }
    return Error{ErrorCode::Unreadable, MlflowFileText::tr("%1 is being changed by another program.").arg(shownPath), u"flock"_s};
}

} // namespace Assay::SafeWrite
