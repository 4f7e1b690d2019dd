// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/stores/mlflow-sqlite/databasefile.h"

#include "models/store/safefile.h"
#include "models/stores/mlflow-sqlite/words.h"

#include <QFile>
#include <QFileInfo>
#include <QHash>
#include <QMutex>
#include <QStorageInfo>
#include <QThread>

#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <vector>

using namespace Qt::StringLiterals;

namespace Assay::MlflowSqlite {

namespace {

using FileKey = std::pair<quint64, quint64>;

struct Uses {
    QMutex mutex;
    QHash<FileKey, int> connections; // -1 while a copy is being made
};

Uses &uses()
{
    static Uses all;
    return all;
}

Error cannotCopy(const QString &name, const QString &why)
{
    return {ErrorCode::Unreadable, Words::tr("The database cannot be copied: %1").arg(name), why};
}

// `folder` is where the database lies; `name` is followed through no link.
Status copyFile(const QString &folder, const QString &name, const QString &to, Job &job)
{
    const Descriptor place = SafeFile::openRoot(folder.toStdString());
    const Descriptor source = place ? SafeFile::openFile(place.fd(), name.toStdString())
                                    : Descriptor::failed(place.error());
    if (!source)
        return SafeFile::openError(source.error(), folder + u'/' + name);
    QFile target(to);
    if (!target.open(QIODevice::WriteOnly | QIODevice::NewOnly | QIODevice::Unbuffered))
        return cannotCopy(name, target.errorString());
    std::vector<char> buffer(1 << 20);
    while (true) {
        if (job.isCanceled())
            return Error{ErrorCode::Canceled, Words::tr("Stopped."), {}};
        const ssize_t count = ::read(source.fd(), buffer.data(), buffer.size());
        if (count == 0)
            return {};
        if (count < 0)
            return cannotCopy(name, QString::fromLocal8Bit(std::strerror(errno)));
        if (target.write(buffer.data(), count) != count)
            return cannotCopy(name, target.errorString());
    }
}

// Keeps connections of this process out while a copy is made.
class CopyLock
{
public:
    explicit CopyLock(FileKey file)
        : m_file(file)
    {
        const QMutexLocker locker(&uses().mutex);
        m_isOurs = uses().connections.value(file) == 0;
        if (m_isOurs)
            uses().connections.insert(file, -1);
    }
    ~CopyLock()
    {
        if (!m_isOurs)
            return;
        const QMutexLocker locker(&uses().mutex);
        uses().connections.remove(m_file);
    }
    Q_DISABLE_COPY_MOVE(CopyLock)
    bool isOurs() const { return m_isOurs; }

private:
    FileKey m_file;
    bool m_isOurs = false;
};

Status copyOnce(const QString &path, const DatabaseStamp &stamp, const QString &target, Job &job)
{
    const std::pair<QLatin1StringView, std::optional<FileStamp>> parts[]
        = {{""_L1, stamp.main}, {"-journal"_L1, stamp.journal}, {"-wal"_L1, stamp.wal}};
    for (const auto &[suffix, part] : parts) {
        QFile::remove(target + suffix);
        if (!part)
            continue;
        const QFileInfo source(path + suffix);
        if (const Status copied = copyFile(source.path(), source.fileName(), target + suffix, job);
            !copied)
            return copied;
    }
    return {};
}

} // namespace

std::optional<FileStamp> fileStamp(const QString &path)
{
    struct stat info {
    };
    if (::stat(QFile::encodeName(path).constData(), &info) != 0)
        return {};
    return FileStamp{info.st_dev, info.st_ino, info.st_size,
                     info.st_mtim.tv_sec * 1'000'000'000 + info.st_mtim.tv_nsec,
                     S_ISREG(info.st_mode)};
}

DatabaseStamp DatabaseStamp::of(const QString &path)
{
    // SQLite looks for the other files beside what a link points to.
    const QString real = QFileInfo(path).canonicalFilePath();
    if (real.isEmpty())
        return {};
    return {fileStamp(real), fileStamp(real + "-journal"_L1), fileStamp(real + "-wal"_L1),
            fileStamp(real + "-shm"_L1)};
}

bool isOnNetwork(const QString &path)
{
    // Of the folder: Qt 6.8 opens what it is asked about, and opening a pipe waits for a writer.
    const QString folder = QFileInfo(QFileInfo(path).canonicalFilePath()).path();
    const QByteArray type = QStorageInfo(folder).fileSystemType().toLower();
    for (const char *network :
         {"nfs", "cifs", "smb", "afs", "fuse.sshfs", "fuse.rclone", "fuse.s3fs"})
        if (type.startsWith(network))
            return true;
    return false;
}

Result<DatabaseUse> DatabaseUse::open(const QString &path, Job &job)
{
    const auto stamp = fileStamp(path);
    if (!stamp)
        return Error{
            ErrorCode::NotFound, Words::tr("There is nothing at this place: %1").arg(path), {}};
    if (!stamp->isRegular)
        return Error{ErrorCode::NotAStore,
                     Words::tr("%1 is not a SQLite file.").arg(QFileInfo(path).fileName()),
                     {}};
    const FileKey key{stamp->device, stamp->inode};
    while (true) {
        {
            const QMutexLocker locker(&uses().mutex);
            if (int &count = uses().connections[key]; count >= 0) {
                ++count;
                DatabaseUse use;
                use.m_file = key;
                return use;
            }
        }
        if (job.isCanceled())
            return Error{ErrorCode::Canceled, Words::tr("Stopped."), {}};
        QThread::msleep(10);
    }
}

DatabaseUse::~DatabaseUse()
{
    if (!m_file)
        return;
    const QMutexLocker locker(&uses().mutex);
    if (--uses().connections[*m_file] == 0)
        uses().connections.remove(*m_file);
}

Result<QString> copyDatabase(const QString &path, const QString &folder, Job &job)
{
    const QString real = QFileInfo(path).canonicalFilePath();
    const QString target = folder + u'/' + QFileInfo(path).fileName();
    for (int attempt = 0; attempt < 5; ++attempt) {
        const DatabaseStamp before = DatabaseStamp::of(path);
        if (!before.main)
            return Error{
                ErrorCode::NotFound, Words::tr("There is nothing at this place: %1").arg(path), {}};
        // In a container the mount may not be known; then the copying itself finds out.
        const qint64 room = QStorageInfo(folder).bytesAvailable();
        if (room >= 0 && room < before.main->size + (before.wal ? before.wal->size : 0))
            return Error{ErrorCode::Unreadable,
                         Words::tr("There is no room for the private copy through which this "
                                   "database has to be read: %1")
                             .arg(path),
                         {}};
        const CopyLock lock({before.main->device, before.main->inode});
        if (!lock.isOurs())
            return Error{
                ErrorCode::Unreadable,
                Words::tr(
                    "The database is open elsewhere in this program; close it there first: %1")
                    .arg(path),
                {}};
        if (const Status copied = copyOnce(real, before, target, job); !copied)
            return copied.error();
        if (before.isSameContent(DatabaseStamp::of(path)))
            return target;
    }
    return Error{ErrorCode::Unreadable,
                 Words::tr("The database is changing while it is copied: %1").arg(path),
                 {}};
}

} // namespace Assay::MlflowSqlite
