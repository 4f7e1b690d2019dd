// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/offline/remotecache.h"

#include "models/offline/cachedstore.h"
#include "models/offline/cachetrim.h"

#include <QCryptographicHash>
#include <QDir>
#include <QDirIterator>
#include <QFile>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Assay {

namespace {

constexpr qint64 AbandonedAfterDays = 3;

struct KeptFolder {
    QString path;
    qint64 bytes = 0;
    QDateTime used;
};

// What a process that died left of a file: nobody goes on with it.
bool isAbandoned(const QFileInfo &file, const QDateTime &now)
{
    return file.fileName().startsWith(".part-"_L1) && file.lastModified().daysTo(now) >= AbandonedAfterDays;
}

KeptFolder measured(const QString &path)
{
    KeptFolder folder{path, 0, {}};
    const QDateTime now = QDateTime::currentDateTimeUtc();
    for (QDirIterator files(path, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories); files.hasNext();) {
        files.next();
        if (isAbandoned(files.fileInfo(), now) && QFile::remove(files.filePath()))
            continue;
        folder.bytes += files.fileInfo().size();
        folder.used = std::max(folder.used, files.fileInfo().lastModified());
    }
    return folder;
}

} // namespace

QString RemoteCache::folderOf(const StoreCandidate &store, const QString &account) const
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const QString &part : {store.formatId, store.location, account}) {
        hash.addData(part.toUtf8());
        hash.addData(QByteArrayView("\0", 1));
    }
    return m_root + u'/' + QString::fromLatin1(hash.result().toHex().left(32));
}

RemoteOpener RemoteCache::opener() const
{
    return [cache = *this](const StoreFormat &format, const StoreCandidate &store, const OpenOptions &options, Job &job) {
        const QString folder = cache.folderOf(store, format.account(store.location, options));
        cache.trim({folder});
        StoreInfo id;
        id.formatId = store.formatId;
        id.location = store.location;
        const auto open = [&format, store, options](bool isImpatient, Job &opening) {
            OpenOptions how = options;
            how.isImpatient = isImpatient;
            return format.open(store.location, how, opening);
        };
        return CachedStore::open(folder, id, open, job);
    };
}

void RemoteCache::trim(const QStringList &inUse) const
{
    std::vector<KeptFolder> folders;
    qint64 bytes = 0;
    for (const QFileInfo &folder : QDir(m_root).entryInfoList(QDir::Dirs | QDir::NoDotAndDotDot | QDir::NoSymLinks)) {
        folders.push_back(measured(folder.filePath()));
        bytes += folders.back().bytes;
    }
    std::ranges::sort(folders, {}, &KeptFolder::used);
    for (const KeptFolder &folder : folders) {
        if (bytes <= m_mostBytes)
            return;
        bytes -= inUse.contains(folder.path) ? trimCopy(folder.path, bytes - m_mostBytes) : removeCopy(folder.path, folder.bytes);
    }
}

} // namespace Assay
