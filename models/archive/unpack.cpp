// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/archive/unpack.h"

#include "models/archive/archivelisting.h"
#include "models/archive/unpackstream.h"

#include <KArchive>
#include <KArchiveDirectory>
#include <KArchiveFile>

#include <QCoreApplication>
#include <QFile>
#include <QTemporaryFile>

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace Assay {

namespace {

constexpr int MaxDepth = 100;
constexpr qsizetype MaxSkippedNames = 1000;

struct ArchiveText {
    Q_DECLARE_TR_FUNCTIONS(ArchiveText)
};

// A file descriptor that closes itself.
class Descriptor
{
public:
    explicit Descriptor(int fd) : m_fd(fd) {}
    ~Descriptor() { if (m_fd >= 0) ::close(m_fd); }
    Q_DISABLE_COPY_MOVE(Descriptor)
    int get() const { return m_fd; }
    bool isOpen() const { return m_fd >= 0; }

private:
    int m_fd;
};

// One component of a path that stays where it is put.
bool isPlainName(const QString &name)
{
    return !name.isEmpty() && name != QLatin1StringView(".") && name != QLatin1StringView("..") && !name.contains(u'/')
        && !name.contains(QChar(u'\0'));
}

bool isLink(const KArchiveEntry &entry)
{
    return !entry.symLinkTarget().isEmpty() || (entry.permissions() & S_IFMT) == S_IFLNK;
}

// Writes below an open folder, one path component at a time: no name can lead anywhere else.
class Extractor
{
public:
    explicit Extractor(const ArchiveLimits &limits) : m_limits(limits) {}

    Status folder(const KArchiveDirectory &source, int target, const QString &path, int depth);
    const UnpackReport &report() const { return m_report; }

private:
    Status file(const KArchiveFile &source, int target, const QString &path);
    void skip(const QString &path)
    {
        if (m_report.skipped.size() < MaxSkippedNames)
            m_report.skipped.append(path);
    }
    Error ioError(const QString &path) const
    {
        return {ErrorCode::Unreadable, ArchiveText::tr("The unpacked files could not be written."),
                path + QLatin1StringView(": ") + QString::fromLocal8Bit(std::strerror(errno))};
    }
    Error tooMuch() const
    {
        return {ErrorCode::Refused, ArchiveText::tr("The archive holds more than it should, and is not unpacked."), {}};
    }

    const ArchiveLimits m_limits;
    UnpackReport m_report;
};

Status Extractor::folder(const KArchiveDirectory &source, int target, const QString &path, int depth)
{
    const QStringList names = source.entries();
    for (const QString &name : names) {
        const KArchiveEntry *entry = source.entry(name);
        const QString entryPath = path + name;
        if (!entry || !isPlainName(name) || isLink(*entry) || depth >= MaxDepth) {
            skip(entryPath);
            continue;
        }
        if (m_report.files + m_report.folders >= m_limits.entries)
            return tooMuch();
        if (entry->isFile()) {
            if (const Status status = file(static_cast<const KArchiveFile &>(*entry), target, entryPath); !status)
                return status;
            continue;
        }
        const QByteArray localName = QFile::encodeName(name);
        if (::mkdirat(target, localName.constData(), 0755) != 0)
            return ioError(entryPath);
        const Descriptor inner(::openat(target, localName.constData(), O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC | O_RDONLY));
        if (!inner.isOpen())
            return ioError(entryPath);
        ++m_report.folders;
        if (const Status status = folder(static_cast<const KArchiveDirectory &>(*entry), inner.get(), entryPath + u'/', depth + 1);
            !status)
            return status;
    }
    return {};
}

Status Extractor::file(const KArchiveFile &source, int target, const QString &path)
{
    const std::unique_ptr<QIODevice> content(source.createDevice());
    if (!content || !content->isReadable())
        return Error{ErrorCode::Damaged, ArchiveText::tr("The archive is damaged."), path};
    QFile out;
    const int fd = ::openat(target, QFile::encodeName(source.name()).constData(),
                            O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0644);
    if (fd < 0 || !out.open(fd, QIODevice::WriteOnly, QFileDevice::AutoCloseHandle))
        return ioError(path);
    QByteArray piece(64 << 10, Qt::Uninitialized);
    while (const qint64 count = content->read(piece.data(), piece.size())) {
        if (count < 0)
            return Error{ErrorCode::Damaged, ArchiveText::tr("The archive is damaged."), path};
        m_report.bytes += count;
        if (m_report.bytes > m_limits.unpackedBytes)
            return tooMuch();
        if (out.write(piece.constData(), count) != count)
            return ioError(path);
    }
    if (!out.flush())
        return ioError(path);
    ++m_report.files;
    return {};
}

} // namespace

Result<UnpackReport> unpackArchive(QIODevice &archive, const QString &targetFolder, const ArchiveLimits &limits)
{
    const QByteArray head = archive.peek(8);
    const Compression compression = compressionOf(head);
    QTemporaryFile plain;
    QIODevice *device = &archive;
    if (compression != Compression::None) {
        if (!plain.open())
            return Error{ErrorCode::Unreadable, ArchiveText::tr("The unpacked files could not be written."), plain.errorString()};
        const auto unpacked = unpackStream(archive, compression, plain, limits);
        if (!unpacked)
            return unpacked.error();
        if (unpacked->damaged)
            return Error{ErrorCode::Damaged, ArchiveText::tr("The archive is damaged."), {}};
        if (!unpacked->complete)
            return Error{ErrorCode::Refused, ArchiveText::tr("The archive holds more than it should, and is not unpacked."), {}};
        plain.seek(0);
        device = &plain;
    }
    const auto opened = openArchive(*device, head.startsWith("PK") ? ArchiveKind::Zip : ArchiveKind::Tar);
    if (!opened)
        return opened.error();
    const Descriptor target(::open(QFile::encodeName(targetFolder).constData(), O_DIRECTORY | O_CLOEXEC | O_RDONLY));
    if (!target.isOpen())
        return Error{ErrorCode::Unreadable, ArchiveText::tr("The unpacked files could not be written."), targetFolder};
    Extractor extractor(limits);
    if (const Status status = extractor.folder(*(*opened)->directory(), target.get(), {}, 0); !status)
        return status.error();
    return extractor.report();
}

} // namespace Assay
