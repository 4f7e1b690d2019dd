// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

namespace Assay::Testing {

// Archives as no honest program writes them, byte by byte.

struct TarEntry {
    QByteArray name;
    QByteArray content;
    char type = '0'; // '1' hard link, '2' link, '3' device, '5' folder
    QByteArray link;
    QByteArray size; // octal as written, when it is to lie
};

inline QByteArray tarHeader(const TarEntry &entry)
{
    QByteArray header(512, '\0');
    const auto put = [&header](qsizetype at, const QByteArray &value) { header.replace(at, value.size(), value); };
    put(0, entry.name.left(100));
    put(100, "0000644");
    put(108, "0000000");
    put(116, "0000000");
    put(124, entry.size.isEmpty() ? QByteArray::number(entry.content.size(), 8).rightJustified(11, '0') : entry.size);
    put(136, "00000000000");
    put(148, "        ");
    header[156] = entry.type;
    put(157, entry.link.left(100));
    put(257, QByteArray("ustar\0" "00", 8));
    uint sum = 0;
    for (const char c : std::as_const(header))
        sum += uchar(c);
    put(148, QByteArray::number(sum, 8).rightJustified(6, '0') + QByteArray("\0 ", 2));
    return header;
}

inline QByteArray tar(const QList<TarEntry> &entries)
{
    QByteArray bytes;
    for (const TarEntry &entry : entries) {
        bytes += tarHeader(entry) + entry.content;
        bytes += QByteArray((512 - entry.content.size() % 512) % 512, '\0');
    }
    return bytes + QByteArray(1024, '\0');
}

struct ZipEntry {
    QByteArray name;
    QByteArray content; // stored, not compressed
    bool isLink = false;
    quint32 declaredSize = 0; // when it is to lie
};

inline QByteArray littleEndian(quint32 value, int bytes)
{
    QByteArray out;
    for (int i = 0; i < bytes; ++i)
        out += char(value >> (8 * i));
    return out;
}

inline quint32 crc32(const QByteArray &bytes)
{
    quint32 crc = ~0U;
    for (const char c : bytes) {
        crc ^= uchar(c);
        for (int i = 0; i < 8; ++i)
            crc = (crc >> 1) ^ (0xEDB88320U & (0U - (crc & 1)));
    }
    return ~crc;
}

inline QByteArray zip(const QList<ZipEntry> &entries)
{
    QByteArray bytes, directory;
    for (const ZipEntry &entry : entries) {
        const quint32 size = quint32(entry.content.size());
        const QByteArray common = littleEndian(0, 2) + littleEndian(0, 2) + littleEndian(0, 4) + littleEndian(crc32(entry.content), 4)
            + littleEndian(size, 4) + littleEndian(entry.declaredSize ? entry.declaredSize : size, 4)
            + littleEndian(quint32(entry.name.size()), 2) + littleEndian(0, 2);
        directory += "PK\1\2" + littleEndian(0x0314, 2) + littleEndian(20, 2) + common + littleEndian(0, 2) + littleEndian(0, 2)
            + littleEndian(0, 2) + littleEndian((entry.isLink ? 0120777U : 0100644U) << 16, 4)
            + littleEndian(quint32(bytes.size()), 4) + entry.name;
        bytes += "PK\3\4" + littleEndian(20, 2) + common + entry.name + entry.content;
    }
    const quint32 count = quint32(entries.size());
    return bytes + directory + "PK\5\6" + littleEndian(0, 4) + littleEndian(count, 2) + littleEndian(count, 2)
        + littleEndian(quint32(directory.size()), 4) + littleEndian(quint32(bytes.size()), 4) + littleEndian(0, 2);
}

} // namespace Assay::Testing
