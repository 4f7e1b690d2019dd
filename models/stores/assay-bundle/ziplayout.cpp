// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/stores/assay-bundle/ziplayout.h"

#include "models/stores/assay-bundle/bundletext.h"

#include <QIODevice>
#include <QtEndian>

#include <algorithm>
#include <vector>

using namespace Qt::StringLiterals;

namespace Assay {

namespace {

constexpr qsizetype EndSize = 22, RecordSize = 46, LocalSize = 30;
constexpr qint64 MaxComment = 1024;
constexpr qint64 MaxGap = 24; // a data descriptor behind a file
constexpr qint64 MaxPacking = 1100;
constexpr qint64 MaxDirectory = 64 << 20;

Error damaged(const char *detail)
{
    return {ErrorCode::Damaged, BundleText::tr("The bundle is cut off or damaged."), QString::fromLatin1(detail)};
}

quint16 two(const QByteArray &bytes, qsizetype at) { return qFromLittleEndian<quint16>(bytes.constData() + at); }
quint32 four(const QByteArray &bytes, qsizetype at) { return qFromLittleEndian<quint32>(bytes.constData() + at); }

// One file, as the directory at the end says.
struct Entry {
    qint64 offset = 0; // of its local header
    qint64 packed = 0;
    qint64 nameSize = 0;
};

Result<std::vector<Entry>> directory(QIODevice &device, qint64 maxEntries, qint64 *start)
{
    const qint64 size = device.size();
    const qint64 tailSize = std::min(size, EndSize + MaxComment);
    if (!device.seek(size - tailSize))
        return damaged("seek");
    const QByteArray tail = device.read(tailSize);
    const qsizetype end = tail.lastIndexOf(QByteArray("PK\5\6", 4));
    if (end < 0 || tail.size() - end < EndSize)
        return damaged("no end record");
    const qint64 count = two(tail, end + 10), bytes = four(tail, end + 12);
    *start = four(tail, end + 16);
    if (count > maxEntries || bytes > MaxDirectory || two(tail, end + 8) != count || *start + bytes != size - tailSize + end)
        return damaged("end record");
    device.seek(*start);
    const QByteArray records = device.read(bytes);
    std::vector<Entry> entries;
    qsizetype at = 0;
    while (at + RecordSize <= records.size() && four(records, at) == 0x02014b50) {
        const quint16 method = two(records, at + 10);
        const qint64 packed = four(records, at + 20), unpacked = four(records, at + 24), nameSize = two(records, at + 28);
        if ((method == 0 && packed != unpacked) || (method == 8 && unpacked / MaxPacking > packed) || (method != 0 && method != 8))
            return damaged("size");
        entries.push_back({four(records, at + 42), packed, nameSize});
        at += RecordSize + nameSize + two(records, at + 30) + two(records, at + 32);
    }
    return at == records.size() && qint64(entries.size()) == count ? Result<std::vector<Entry>>(entries) : Result<std::vector<Entry>>(damaged("directory"));
}

} // namespace

Status checkZipLayout(QIODevice &device, qint64 maxEntries)
{
    qint64 start = 0;
    auto entries = directory(device, maxEntries, &start);
    if (!entries)
        return entries.error();
    std::ranges::sort(*entries, {}, &Entry::offset);
    qint64 expected = 0;
    for (const Entry &entry : *entries) {
        if (entry.offset < expected || entry.offset > expected + (expected == 0 ? 0 : MaxGap) || !device.seek(entry.offset))
            return damaged("gap or overlap");
        const QByteArray header = device.read(LocalSize);
        if (header.size() != LocalSize || four(header, 0) != 0x04034b50 || two(header, 26) != entry.nameSize)
            return damaged("local header");
        expected = entry.offset + LocalSize + entry.nameSize + two(header, 28) + entry.packed;
    }
    if (expected > start || start > expected + MaxGap)
        return damaged("directory's place");
    device.seek(0);
    return {};
}

} // namespace Assay
