// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/safefile.h"

#include <QCoreApplication>

#include <dirent.h>
#include <fcntl.h>
#include <linux/openat2.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

using namespace Qt::StringLiterals;

namespace Assay {

namespace {

// O_NONBLOCK: a pipe in place of a file must not make us wait. O_NOCTTY: nor a terminal take us over.
constexpr int CommonFlags = O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY | O_NOFOLLOW;
constexpr int FolderFlags = CommonFlags | O_DIRECTORY;

int openBeneath(int folder, const char *path, int flags)
{
    open_how how{};
    how.flags = quint64(flags & ~O_NOFOLLOW); // RESOLVE_NO_SYMLINKS does it, and says ELOOP also for folders
    how.resolve = RESOLVE_BENEATH | RESOLVE_NO_SYMLINKS | RESOLVE_NO_MAGICLINKS;
    return int(::syscall(SYS_openat2, folder, path, &how, sizeof how));
}

// Old kernels and some containers have no openat2().
bool kernelResolves()
{
    static const bool can = [] {
        const int fd = openBeneath(AT_FDCWD, ".", O_PATH | O_CLOEXEC);
        if (fd >= 0)
            ::close(fd);
        return fd >= 0;
    }();
    return can;
}

int openOne(int folder, const char *name, int flags)
{
    int fd;
    do
        fd = ::openat(folder, name, flags);
    while (fd < 0 && errno == EINTR);
    // A link where a folder is wanted is ENOTDIR on some kernels; callers want to know that it is a link.
    if (fd < 0 && errno == ENOTDIR && (flags & O_DIRECTORY)) {
        struct stat info;
        errno = ::fstatat(folder, name, &info, AT_SYMLINK_NOFOLLOW) == 0 && S_ISLNK(info.st_mode) ? ELOOP : ENOTDIR;
    }
    return fd;
}

Descriptor descriptor(int fd)
{
    return fd >= 0 ? Descriptor::adopt(fd) : Descriptor::failed(errno);
}

Descriptor open(int folder, const std::string &beneath, int flags)
{
    if (beneath.find('\0') != std::string::npos)
        return Descriptor::failed(EINVAL);
    if (beneath.find('/') == std::string::npos && beneath != "..")
        return descriptor(openOne(folder, beneath.empty() ? "." : beneath.c_str(), flags));
    if (!kernelResolves())
        return SafeFile::openByParts(folder, beneath, flags);
    // EAGAIN: something was renamed meanwhile, so that the kernel could not tell whether we are still beneath.
    for (int attempt = 0; attempt < 8; ++attempt) {
        const int fd = openBeneath(folder, beneath.c_str(), flags);
        if (fd >= 0 || (errno != EAGAIN && errno != EINTR))
            return descriptor(fd);
    }
    return SafeFile::openByParts(folder, beneath, flags);
}

FileKind kindOf(mode_t mode)
{
    return S_ISREG(mode) ? FileKind::File : S_ISDIR(mode) ? FileKind::Folder : S_ISLNK(mode) ? FileKind::Link : FileKind::Other;
}

FileKind kindOf(unsigned char type)
{
    switch (type) {
    case DT_REG: return FileKind::File;
    case DT_DIR: return FileKind::Folder;
    case DT_LNK: return FileKind::Link;
    case DT_UNKNOWN: return FileKind::Unknown;
    default: return FileKind::Other;
    }
}

struct SafeFileText {
    Q_DECLARE_TR_FUNCTIONS(SafeFileText)
};

} // namespace

void Descriptor::close()
{
    if (m_fd >= 0)
        ::close(m_fd);
    m_fd = -1;
}

namespace SafeFile {

const int NotRegular = ENXIO; // also what the kernel says about opening a socket

Descriptor openRoot(const std::string &path)
{
    return descriptor(openOne(AT_FDCWD, path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_DIRECTORY));
}

Descriptor openFolder(int folder, const std::string &beneath)
{
    return open(folder, beneath, FolderFlags);
}

Descriptor openFile(int folder, const std::string &beneath)
{
    if (beneath.empty())
        return Descriptor::failed(EISDIR);
    Descriptor file = open(folder, beneath, CommonFlags);
    if (!file)
        return file;
    const FileStat info = stat(file.fd());
    if (info.error != 0)
        return Descriptor::failed(info.error);
    if (info.kind != FileKind::File)
        return Descriptor::failed(info.kind == FileKind::Folder ? EISDIR : NotRegular);
    return file;
}

Descriptor openListedFile(int folder, const char *name)
{
    return descriptor(openOne(folder, name, CommonFlags));
}

Descriptor openByParts(int folder, const std::string &beneath, int flags)
{
    if (!beneath.empty() && beneath.front() == '/')
        return Descriptor::failed(EXDEV);
    Descriptor at;
    size_t begin = 0;
    while (true) {
        const size_t slash = std::min(beneath.find('/', begin), beneath.size());
        const std::string part = beneath.substr(begin, slash - begin);
        const bool isLast = slash >= beneath.size();
        if (part == "..")
            return Descriptor::failed(EXDEV);
        Descriptor next = descriptor(openOne(at ? at.fd() : folder, part.empty() ? "." : part.c_str(), isLast ? flags : FolderFlags));
        if (!next || isLast)
            return next;
        at = std::move(next);
        begin = slash + 1;
    }
}

Listing list(int folder)
{
    Listing listing;
    if (::lseek(folder, 0, SEEK_SET) < 0) {
        listing.error = errno;
        return listing;
    }
    alignas(dirent64) char buffer[32 * 1024];
    while (true) {
        const long got = ::syscall(SYS_getdents64, folder, buffer, sizeof buffer);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            listing.error = errno;
        if (got <= 0)
            return listing;
        for (long at = 0; at < got;) {
            const auto *entry = reinterpret_cast<const dirent64 *>(buffer + at);
            at += entry->d_reclen;
            const std::string_view name(entry->d_name);
            if (name == "." || name == "..")
                continue;
            FileKind kind = kindOf(entry->d_type);
            if (kind == FileKind::Unknown)
                kind = stat(folder, entry->d_name).kind;
            listing.entries.push_back({std::string(name), kind});
        }
    }
}

std::string entryName(int folder, const QString &shown)
{
    const std::string plain = shown.toStdString();
    if (plain.empty() || plain == "." || plain == ".." || plain.find('/') != std::string::npos || plain.find('\0') != std::string::npos)
        return {};
    if (!shown.contains(QChar::ReplacementCharacter) || stat(folder, plain.c_str()).error == 0)
        return plain;
    for (const FolderEntry &entry : list(folder).entries)
        if (QString::fromUtf8(entry.name.data(), qsizetype(entry.name.size())) == shown)
            return entry.name;
    return {};
}

FileStat stat(int folder, const char *name)
{
    struct stat info;
    if (::fstatat(folder, name, &info, AT_SYMLINK_NOFOLLOW) != 0)
        return {FileKind::Unknown, 0, errno};
    return {kindOf(info.st_mode), qint64(info.st_size), 0};
}

FileStat stat(int fd)
{
    struct stat info;
    if (::fstat(fd, &info) != 0)
        return {FileKind::Unknown, 0, errno};
    return {kindOf(info.st_mode), qint64(info.st_size), 0};
}

QString errorText(int error)
{
    if (error == NotRegular)
        return SafeFileText::tr("not a regular file");
    switch (error) {
    case EACCES:
    case EPERM: return SafeFileText::tr("no permission");
    case ENOENT: return SafeFileText::tr("not there");
    case ENOTDIR: return SafeFileText::tr("not a folder");
    case EISDIR: return SafeFileText::tr("a folder");
    case ELOOP: return SafeFileText::tr("a symbolic link, which is not followed");
    case EXDEV: return SafeFileText::tr("outside of the folder");
    case ENAMETOOLONG: return SafeFileText::tr("the name is too long");
    case EIO: return SafeFileText::tr("the disk reports an error");
    case EMFILE:
    case ENFILE: return SafeFileText::tr("too many files are open");
    default: return QString::fromLocal8Bit(std::strerror(error));
    }
}

Error openError(int error, const QString &what)
{
    const bool isAbsent = error == ENOENT || error == ENOTDIR || error == ELOOP || error == EXDEV || error == EINVAL
        || error == ENAMETOOLONG;
    return {isAbsent ? ErrorCode::NotFound : ErrorCode::Unreadable,
            SafeFileText::tr("%1 cannot be read: %2.").arg(what, errorText(error)), u"errno %1"_s.arg(error)};
}

} // namespace SafeFile

FileReader::Bytes FileReader::read(const Descriptor &file, size_t cap)
{
    // Most files of a store are shorter than this, and a short read of a regular file is its end: one call does.
    constexpr size_t FirstPiece = 4096;
    constexpr size_t Piece = 256 * 1024;
    size_t size = 0;
    size_t wanted = FirstPiece;
    while (true) {
        if (m_buffer.size() < size + wanted)
            m_buffer.resize(size + wanted);
        const ssize_t got = ::read(file.fd(), m_buffer.data() + size, wanted);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return {{}, false, errno == EAGAIN ? SafeFile::NotRegular : errno};
        size += size_t(got);
        if (size > cap)
            return {{m_buffer.data(), cap}, true, 0};
        if (size_t(got) < wanted)
            return {{m_buffer.data(), size}, false, 0};
        wanted = std::max(Piece, size); // grows with the file
    }
}

} // namespace Assay
