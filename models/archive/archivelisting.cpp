// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/archive/archivelisting.h"

#include <KTar>
#include <KZip>

#include <QCoreApplication>

#include <algorithm>
#include <vector>

namespace Assay {

namespace {

struct ArchiveText {
    Q_DECLARE_TR_FUNCTIONS(ArchiveText)
};

std::unique_ptr<KArchive> reader(QIODevice &device, ArchiveKind kind)
{
    if (kind == ArchiveKind::Zip)
        return std::make_unique<KZip>(&device);
    return std::make_unique<KTar>(&device);
}

Error damaged(const KArchive &archive)
{
    return {ErrorCode::Damaged, ArchiveText::tr("The archive is damaged."), archive.errorString()};
}

} // namespace

Result<std::unique_ptr<KArchive>> openArchive(QIODevice &device, ArchiveKind kind)
{
    std::unique_ptr<KArchive> archive = reader(device, kind);
    if (!archive->open(QIODevice::ReadOnly) || !archive->directory())
        return damaged(*archive);
    return archive;
}

Result<ArchiveListing> listArchive(QIODevice &device, ArchiveKind kind, const ArchiveLimits &limits)
{
    const std::unique_ptr<KArchive> archive = reader(device, kind);
    ArchiveListing listing;
    listing.isDamaged = !archive->open(QIODevice::ReadOnly);
    // What a tar holds is known as far as it was read.
    const KArchiveDirectory *root = archive->directory();
    if (!root || (listing.isDamaged && root->entries().isEmpty()))
        return damaged(*archive);
    struct Level {
        const KArchiveDirectory *folder;
        QString path;
    };
    std::vector<Level> open{{root, {}}};
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
