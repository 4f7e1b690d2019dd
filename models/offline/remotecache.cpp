// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/offline/remotecache.h"

#include "models/offline/cachetrim.h"
#include "models/offline/remotestorekey.h"

#include <QDir>
#include <QDirIterator>
#include <QElapsedTimer>
#include <QFile>
#include <QMutex>
#include <QThreadPool>

#include <algorithm>
#include <atomic>

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

KeptFolder measured(const QString &path, const Job &job)
{
    KeptFolder folder{path, 0, {}};
    const QDateTime now = QDateTime::currentDateTimeUtc();
    for (QDirIterator files(path, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories); files.hasNext() && !job.isCanceled();) {
        files.next();
        if (isAbandoned(files.fileInfo(), now) && QFile::remove(files.filePath()))
            continue;
        folder.bytes += files.fileInfo().size();
        folder.used = std::max(folder.used, files.fileInfo().lastModified());
    }
    return folder;
}

// Makes room beside whoever opens stores: a cache of many files takes a while to be looked through.
class RoomMaker
{
public:
    explicit RoomMaker(RemoteCache cache) : m_cache(std::move(cache))
    {
        m_pool.setMaxThreadCount(1);
        m_pool.setThreadPriority(QThread::LowestPriority);
    }
    ~RoomMaker()
    {
        m_job.cancel();
        m_pool.waitForDone();
    }
    Q_DISABLE_COPY_MOVE(RoomMaker)

    // From any thread. `folder` is in use from now on.
    void makeRoom(const QString &folder)
    {
        const QMutexLocker lock(&m_mutex);
        m_inUse.append(folder);
        if (m_since.isValid() && m_since.elapsed() < EveryMs)
            return;
        m_since.start();
        m_pool.start([this] { m_cache.trim(inUse(), m_job); });
    }

private:
    static constexpr qint64 EveryMs = 3600'000;

    QStringList inUse()
    {
        const QMutexLocker lock(&m_mutex);
        return m_inUse;
    }

    RemoteCache m_cache;
    QMutex m_mutex;
    QStringList m_inUse;
    QElapsedTimer m_since;
    SilentJob m_job;
    QThreadPool m_pool;
};

} // namespace

QString RemoteCache::folderOf(const StoreCandidate &store, const QString &account) const
{
    return m_root + u'/' + remoteStoreKey(store, account);
}

RemoteOpener RemoteCache::opener(CachedStore::Trouble trouble) const
{
    const CachedStore::Trouble toldOnce = [trouble = std::move(trouble), wasTold = std::make_shared<std::atomic<bool>>(false)](const Error &why) {
        if (trouble && !wasTold->exchange(true))
            trouble(why);
    };
    return [cache = *this, room = std::make_shared<RoomMaker>(*this), toldOnce](const StoreFormat &format, const StoreCandidate &store, const OpenOptions &options, Job &job) {
        const QString folder = cache.folderOf(store, format.account(store.location, options));
        room->makeRoom(folder);
        StoreInfo id;
        id.formatId = store.formatId;
        id.location = store.location;
        const auto open = [&format, store, options](bool isImpatient, Job &opening) {
            OpenOptions how = options;
            how.isImpatient = isImpatient;
            return format.open(store.location, how, opening);
        };
        return CachedStore::open(folder, id, open, toldOnce, job);
    };
}

void RemoteCache::trim(const QStringList &inUse, Job &job) const
{
    std::vector<KeptFolder> folders;
    qint64 bytes = 0;
    for (const QFileInfo &folder : QDir(m_root).entryInfoList(QDir::Dirs | QDir::NoDotAndDotDot | QDir::NoSymLinks)) {
        folders.push_back(measured(folder.filePath(), job));
        bytes += folders.back().bytes;
    }
    std::ranges::sort(folders, {}, &KeptFolder::used);
    for (const KeptFolder &folder : folders) {
        if (bytes <= m_mostBytes || job.isCanceled())
            return;
        bytes -= inUse.contains(folder.path) ? trimCopy(folder.path, bytes - m_mostBytes, job) : removeCopy(folder.path, folder.bytes, job);
    }
}

} // namespace Assay
