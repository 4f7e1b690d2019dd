// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/archive/archivelimits.h"
#include "models/base/result.h"

#include <QByteArrayView>

#include <optional>

class QIODevice;

namespace Assay {

enum class Compression { None, GZip, BZip2, Xz, Zstd };

// By the first bytes; None for anything else.
Compression compressionOf(QByteArrayView head);

struct UnpackedStream {
    qint64 bytes = 0;      // written to the target
    bool complete = true;  // false: a limit was reached, or the stream is damaged from there on
    bool damaged = false;
};

// Writes what `packed` holds to `target`, in pieces, until it ends or a limit is reached. What could be unpacked of a
// damaged stream is kept. Unreadable when the target takes no more.
Result<UnpackedStream> unpackStream(QIODevice &packed, Compression compression, QIODevice &target, const ArchiveLimits &limits);

} // namespace Assay
