// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/archive/archivelimits.h"
#include "models/base/result.h"

#include <QList>

#include <memory>

class KArchive;
class QIODevice;

namespace Assay {

enum class ArchiveKind { Zip, Tar };

struct ArchivedFile {
    QString path;       // as written, '/' between; may be hostile ("../x"): for showing only
    QString linkTarget; // of a link
    qint64 size = 0;    // as declared
    bool isFolder = false;

    friend bool operator==(const ArchivedFile &, const ArchivedFile &) = default;
};

struct ArchiveListing {
    QList<ArchivedFile> entries; // by path, at most ArchiveLimits::entries
    qint64 total = 0;            // entries there are
    bool isDamaged = false;      // the archive ends, or becomes unreadable, behind these entries
};

// Opens an archive that is not compressed as a whole (a zip, a plain tar). Null with an error when it is none.
Result<std::unique_ptr<KArchive>> openArchive(QIODevice &device, ArchiveKind kind);

// What lies in it, without unpacking anything of it. Archives inside it are entries like others. Of a damaged archive
// the entries before the damage; Damaged when there are none.
Result<ArchiveListing> listArchive(QIODevice &device, ArchiveKind kind, const ArchiveLimits &limits);

} // namespace Assay
