// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/archive/archivelimits.h"
#include "models/base/result.h"

#include <QStringList>

class QIODevice;

namespace Assay {

struct UnpackReport {
    qint64 files = 0;
    qint64 folders = 0;
    qint64 bytes = 0;
    QStringList skipped; // paths of what is neither a regular file nor a folder, or would lie outside; at most 1,000
};

// Unpacks a zip, a tar or a compressed tar below `targetFolder`, which exists. Creates regular files and folders and
// nothing else, never through a link, never over something that is there. A limit that is reached is Refused, and what
// was unpacked by then stays: unpack into a folder of your own and throw it away on errors.
Result<UnpackReport> unpackArchive(QIODevice &archive, const QString &targetFolder, const ArchiveLimits &limits);

} // namespace Assay
