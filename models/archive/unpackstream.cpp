// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/archive/unpackstream.h"

#include <KCompressionDevice>

#include <QCoreApplication>
#include <QIODevice>

namespace Assay {

namespace {

struct ArchiveText {
    Q_DECLARE_TR_FUNCTIONS(ArchiveText)
};

KCompressionDevice::CompressionType filterOf(Compression compression)
{
    switch (compression) {
    case Compression::None: break;
    case Compression::GZip: return KCompressionDevice::GZip;
    case Compression::BZip2: return KCompressionDevice::BZip2;
    case Compression::Xz: return KCompressionDevice::Xz;
    case Compression::Zstd: return KCompressionDevice::Zstd;
    }
    return KCompressionDevice::None;
}

} // namespace

Compression compressionOf(QByteArrayView head)
{
    if (head.startsWith(QByteArrayView("\x1f\x8b\x08")))
        return Compression::GZip;
    if (head.size() > 3 && head.startsWith(QByteArrayView("BZh")) && head[3] >= '1' && head[3] <= '9')
        return Compression::BZip2;
    if (head.startsWith(QByteArrayView("\xfd" "7zXZ")))
        return Compression::Xz;
    if (head.startsWith(QByteArrayView("\x28\xb5\x2f\xfd")))
        return Compression::Zstd;
    return Compression::None;
}

Result<UnpackedStream> unpackStream(QIODevice &packed, Compression compression, QIODevice &target, const ArchiveLimits &limits)
{
    KCompressionDevice filter(&packed, false, filterOf(compression));
    UnpackedStream done;
    if (!filter.open(QIODevice::ReadOnly)) {
        done.complete = false;
        done.damaged = true;
        return done;
    }
    QByteArray piece(64 << 10, Qt::Uninitialized);
    while (true) {
        const qint64 count = filter.read(piece.data(), std::min<qint64>(piece.size(), limits.unpackedBytes - done.bytes + 1));
        if (count < 0 || (count == 0 && !filter.atEnd())) {
            done.complete = false;
            done.damaged = true;
            return done;
        }
        if (count == 0)
            return done;
        const qint64 after = done.bytes + count;
        if (after > limits.unpackedBytes
            || (after > limits.freeBytes && after / limits.ratio > std::max<qint64>(packed.pos(), 1))) {
            done.complete = false;
            return done;
        }
        if (target.write(piece.constData(), count) != count)
            return Error{ErrorCode::Unreadable, ArchiveText::tr("The unpacked data could not be written."),
                         target.errorString()};
        done.bytes = after;
    }
}

} // namespace Assay
