// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/archive/archivelisting.h"

#include <KTar>
#include <KZip>

#include <QCoreApplication>

#include <algorithm>
#include <vector>

namespace Assay {

Result<std::unique_ptr<KArchive>> openArchive(QIODevice &device, ArchiveKind kind)
{
    std::unique_ptr<KArchive> archive;
    if (kind == ArchiveKind::Zip)
        archive = std::make_unique<KZip>(&device);
    else
        archive = std::make_unique<KTar>(&device);
    if (!archive->open(QIODevice::ReadOnly) || !archive->directory())
        return Error{ErrorCode::Damaged, QCoreApplication::translate("Archive", "The archive is damaged."),
                     archive->errorString()};
    return archive;
}

Result<ArchiveListing> listArchive(QIODevice &device, ArchiveKind kind, const ArchiveLimits &limits)
{
    const auto archive = openArchive(device, kind);
    if (!archive)
        return archive.error();
    struct Level {
        const KArchiveDirectory *folder;
        QString path;
    };
    ArchiveListing listing;
    std::vector<Level> open{{(*archive)->directory(), {}}};
    while (!open.empty()) {
        const Level level = std::move(open.back());
        open.pop_back();
        const QStringList names = level.folder->entries();
        for (const QString &name : names) {
            const KArchiveEntry *entry = level.folder->entry(name);
            if (!entry)
                continue;
            const QString path = level.path + name;
            if (entry->isDirectory())
                open.push_back({static_cast<const KArchiveDirectory *>(entry), path + u'/'});
            ++listing.total;
            if (listing.entries.size() >= limits.entries)
                continue;
            const qint64 size = entry->isFile() ? static_cast<const KArchiveFile *>(entry)->size() : 0;
            listing.entries.append({path, entry->symLinkTarget(), size, entry->isDirectory()});
        }
    }
    std::ranges::sort(listing.entries, {}, &ArchivedFile::path);
    return listing;
}

} // namespace Assay
