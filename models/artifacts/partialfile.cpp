// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/artifacts/partialfile.h"

#include <QCoreApplication>
#include <QFile>

#include <cerrno>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace Assay {

namespace {

struct PartialFileText {
    Q_DECLARE_TR_FUNCTIONS(PartialFileText)
};

constexpr qint64 WorthResuming = 1 << 20; // shorter ones are copied anew
constexpr qsizetype LongestNote = 4096;
constexpr qsizetype MostNumbers = 100; // bytes of a note besides what it is of
constexpr size_t LongestName = 255;

// The same for as long as the machine runs.
QByteArray bootId()
{
    QFile file(u"/proc/sys/kernel/random/boot_id"_s);
    return file.open(QIODevice::ReadOnly) ? file.readLine(64).trimmed() : QByteArray();
}

// In a folder that others write to, too, one of theirs may have been laid there.
bool isOurs(int file)
{
    struct stat is {};
    return ::fstat(file, &is) == 0 && S_ISREG(is.st_mode) && is.st_nlink == 1 && is.st_uid == ::geteuid();
}

// A file of ours, or none yet; not one that has another name, too, by which somebody would find it changed.
Descriptor openPart(int folder, const std::string &name)
{
    constexpr int Flags = O_RDWR | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK;
    for (int attempt = 0; attempt < 2; ++attempt) {
        // A new one is ours, whomever a network's file system shows as its owner.
        if (const int made = ::openat(folder, name.c_str(), Flags | O_CREAT | O_EXCL, 0666); made >= 0)
            return Descriptor::adopt(made);
        if (errno != EEXIST)
            break;
        const int fd = ::openat(folder, name.c_str(), Flags);
        if (fd < 0 && errno == ENOENT)
            continue;
        if (fd < 0)
            break;
        Descriptor file = Descriptor::adopt(fd);
        if (isOurs(fd))
            return file;
        ::unlinkat(folder, name.c_str(), 0);
        errno = EEXIST;
    }
    return Descriptor::failed(errno);
}

// Whoever had it locked may have given it its own name, or thrown it away, since it was opened.
bool isStillThere(int folder, const std::string &name, const Descriptor &file)
{
    struct stat is {}, there {};
    return ::fstat(file.fd(), &is) == 0 && ::fstatat(folder, name.c_str(), &there, AT_SYMLINK_NOFOLLOW) == 0 && is.st_ino == there.st_ino && is.st_dev == there.st_dev;
}

} // namespace

PartialFile::PartialFile(Descriptor folder, Descriptor file, std::string name, QByteArray source)
    : m_folder(std::move(folder)), m_file(std::move(file)), m_name(std::move(name)), m_source(std::move(source))
{
    m_source.replace('\n', ' ');
    m_have = readNote();
    m_hasNote = m_have.offset > 0;
}

Result<PartialFile> PartialFile::open(Descriptor folder, std::string name, const QByteArray &source)
{
    Descriptor file = openPart(folder.fd(), name + ".assay-part");
    const QString shown = QFile::decodeName(QByteArray::fromStdString(name));
    if (!file)
        return Error{ErrorCode::Unreadable, PartialFileText::tr("Cannot write %1").arg(shown), qt_error_string(file.error())};
    if (::flock(file.fd(), LOCK_EX | LOCK_NB) != 0 || !isStillThere(folder.fd(), name + ".assay-part", file))
        return Error{ErrorCode::Refused, PartialFileText::tr("%1 is being copied by another program already.").arg(shown), {}};
    return PartialFile(std::move(folder), std::move(file), std::move(name), source);
}

Result<PartialFile> PartialFile::open(const QString &path, const QByteArray &source)
{
    const QString folder = path.section(u'/', 0, -2);
    Descriptor root = SafeFile::openRoot(QFile::encodeName(folder.isEmpty() ? u"/"_s : folder).toStdString());
    if (!root)
        return SafeFile::openError(root.error(), folder);
    return open(std::move(root), QFile::encodeName(path.section(u'/', -1)).toStdString(), source);
}

PartialFile::~PartialFile()
{
    if (!m_folder || !m_file || m_isDone)
        return;
    if (isWorthKeeping()) {
        if (sync())
            (void)writeNote();
        return;
    }
    ::unlinkat(m_folder.fd(), partName().c_str(), 0);
    ::unlinkat(m_folder.fd(), noteName().c_str(), 0);
}

std::string PartialFile::partName() const
{
    return m_name + ".assay-part";
}

std::string PartialFile::noteName() const
{
    return m_name + ".assay-part-from";
}

Error PartialFile::failure(int error) const
{
    return {ErrorCode::Unreadable, PartialFileText::tr("Cannot write %1").arg(QFile::decodeName(QByteArray::fromStdString(m_name))), qt_error_string(error)};
}

bool PartialFile::isWorthKeeping() const
{
    return m_hasNote && m_have.offset > 0;
}

// Some file systems have nothing to say to it.
bool PartialFile::sync()
{
    if (::fsync(m_file.fd()) != 0 && errno != EINVAL && errno != EROFS)
        return false;
    m_onDisk = m_have.offset;
    return true;
}

ArtifactPart PartialFile::readNote()
{
    const Descriptor note = SafeFile::openFile(m_folder.fd(), noteName());
    if (!note || !isOurs(note.fd()))
        return {};
    FileReader reader;
    const FileReader::Bytes read = reader.read(note, LongestNote);
    const QList<QByteArray> lines = QByteArray(read.bytes.data(), qsizetype(read.bytes.size())).split('\n');
    if (lines.size() < 5 || lines[0] != m_source || lines[1].isEmpty())
        return {};
    const qint64 size = SafeFile::stat(m_file.fd()).size;
    m_onDisk = std::clamp(lines[2].toLongLong(), qint64(0), size);
    // Of what came since, a file may have the length and not the bytes.
    const bool mayHaveLost = lines[3].isEmpty() || lines[3] != bootId();
    return {mayHaveLost ? m_onDisk : size, -1, lines[1]};
}

Status PartialFile::writeNote() const
{
    const Descriptor note = openPart(m_folder.fd(), noteName());
    const QByteArray text = m_source + '\n' + m_have.tag + '\n' + QByteArray::number(m_onDisk) + '\n' + bootId() + '\n';
    if (!note || ::ftruncate(note.fd(), 0) != 0 || ::write(note.fd(), text.constData(), size_t(text.size())) != text.size())
        return failure(errno);
    return {};
}

Status PartialFile::begin(const ArtifactPart &part)
{
    if (::ftruncate(m_file.fd(), part.offset) != 0 || ::lseek(m_file.fd(), part.offset, SEEK_SET) < 0)
        return failure(errno);
    m_have = part;
    m_onDisk = std::min(m_onDisk, part.offset);
    const bool mayGoOn = !part.tag.isEmpty() && !part.tag.contains('\n') && m_source.size() + part.tag.size() + MostNumbers <= LongestNote
        && (part.size < 0 || part.size >= WorthResuming) && noteName().size() <= LongestName;
    if (m_hasNote && !mayGoOn)
        ::unlinkat(m_folder.fd(), noteName().c_str(), 0);
    m_hasNote = mayGoOn;
    return mayGoOn ? writeNote() : Status();
}

Status PartialFile::write(QByteArrayView bytes)
{
    while (!bytes.isEmpty()) {
        const ssize_t count = ::write(m_file.fd(), bytes.data(), size_t(bytes.size()));
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            return failure(errno);
        bytes = bytes.sliced(count);
        m_have.offset += count;
    }
    return {};
}

ArtifactSink PartialFile::sink()
{
    return {[this](const ArtifactPart &part) { return (m_status = begin(part)).hasValue(); }, [this](QByteArrayView piece) { return (m_status = write(piece)).hasValue(); }};
}

Status PartialFile::commit(Existing existing)
{
    if (m_have.size >= 0 && m_have.offset != m_have.size)
        return Error{ErrorCode::Damaged, PartialFileText::tr("Not all of it came: %1").arg(QFile::decodeName(QByteArray::fromStdString(m_name))), {}};
    // Else a power cut could leave the name with a part of the content, which would be taken for the whole of it.
    if (!sync())
        return failure(errno);
    const std::string part = partName();
    // A link fails where a rename would replace what has come to be there meanwhile.
    const bool isLinked = existing == Existing::Keep && ::linkat(m_folder.fd(), part.c_str(), m_folder.fd(), m_name.c_str(), 0) == 0;
    if (existing == Existing::Keep && !isLinked && errno == EEXIST)
        return Error{ErrorCode::Refused, PartialFileText::tr("Something of this name is there already"), QFile::decodeName(QByteArray::fromStdString(m_name))};
    // For file systems without hard links (FAT, some network ones), too.
    if (isLinked ? ::unlinkat(m_folder.fd(), part.c_str(), 0) != 0 : ::renameat(m_folder.fd(), part.c_str(), m_folder.fd(), m_name.c_str()) != 0)
        return failure(errno);
    ::unlinkat(m_folder.fd(), noteName().c_str(), 0);
    m_isDone = true;
    // Where the disk does not keep the name, the file is missing, and is copied once more.
    ::fsync(m_folder.fd());
    return {};
}

} // namespace Assay
