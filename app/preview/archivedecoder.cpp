// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/preview/confinement.h"
#include "app/preview/decoders.h"

#include "models/archive/archivelisting.h"
#include "models/archive/unpackstream.h"
#include "models/preview/previewreader.h"

#include <QBuffer>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Assay {

namespace {

constexpr ArchiveLimits Limits;

void listEntries(Preview &preview, QIODevice &device, ArchiveKind kind)
{
    const auto listing = listArchive(device, kind, Limits);
    if (!listing) {
        preview.content = PreviewFailure{PreviewFailure::Reason::Damaged, 0, listing.error().detail};
        return;
    }
    ArchivePreview archive;
    archive.entries.reserve(listing->entries.size());
    for (const ArchivedFile &file : listing->entries)
        archive.entries.append({file.path, file.linkTarget, file.size, file.isFolder});
    if (listing->total > listing->entries.size())
        preview.notes.append({PreviewNote::Kind::EntriesCut, listing->entries.size(), listing->total});
    const bool isKnownToEnd = std::ranges::any_of(preview.notes, [](const PreviewNote &note) {
        return note.kind == PreviewNote::Kind::DamagedEnd || note.kind == PreviewNote::Kind::UnpackedCut
            || note.kind == PreviewNote::Kind::BytesCut;
    });
    if (listing->isDamaged && !isKnownToEnd)
        preview.notes.append({PreviewNote::Kind::DamagedEnd, 0, 0});
    preview.content = std::move(archive);
}

// "a/metrics.csv.gz" -> "metrics.csv"; ".tgz" means ".tar.gz".
QString innerName(const QString &name)
{
    if (name.endsWith(".tgz"_L1, Qt::CaseInsensitive))
        return name.chopped(4) + ".tar"_L1;
    const qsizetype dot = name.lastIndexOf(u'.');
    return dot > 0 ? name.left(dot) : name;
}

void readPacked(Preview &preview, QByteArray bytes, const QString &name)
{
    QBuffer packed(&bytes), plain;
    packed.open(QIODevice::ReadOnly);
    plain.open(QIODevice::ReadWrite);
    const auto unpacked = unpackStream(packed, compressionOf(bytes), plain, Limits);
    if (!unpacked || (unpacked->bytes == 0 && unpacked->damaged)) {
        preview.content = PreviewFailure{PreviewFailure::Reason::Damaged, 0, unpacked ? QString() : unpacked.error().detail};
        return;
    }
    if (unpacked->damaged)
        preview.notes.append({PreviewNote::Kind::DamagedEnd, 0, 0});
    else if (!unpacked->complete)
        preview.notes.append({PreviewNote::Kind::UnpackedCut, unpacked->bytes, 0});
    plain.seek(0);
    const QByteArray &content = plain.data();
    const ArtifactType inner = artifactType(innerName(name), QByteArrayView(content).first(std::min(content.size(), ArtifactHeadSize)));
    if (inner.kind == PreviewKind::Tar) {
        listEntries(preview, plain, ArchiveKind::Tar);
        return;
    }
    if (needsHelper(inner.kind)) {
        preview.notes.append({PreviewNote::Kind::NestedArchive, 0, 0});
        preview.content = HexPreview{content.left(4096)};
        return;
    }
    const qint64 wanted = readPlan(inner).bytes;
    const Preview text = readPreview(inner, content.left(qsizetype(wanted)), unpacked->complete && content.size() <= wanted, content.size());
    preview.notes += text.notes;
    preview.content = text.content;
}

} // namespace

void readArchive(Preview &preview, QByteArray bytes, const QString &name)
{
    closeTheDoor();
    if (preview.type.kind == PreviewKind::Packed)
        return readPacked(preview, std::move(bytes), name);
    if (canRunCode(preview.type))
        preview.notes.append({PreviewNote::Kind::RunsCode, 0, 0});
    if (bytes.size() < preview.size)
        preview.notes.append({PreviewNote::Kind::BytesCut, bytes.size(), preview.size});
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::ReadOnly);
    listEntries(preview, buffer, preview.type.kind == PreviewKind::Zip ? ArchiveKind::Zip : ArchiveKind::Tar);
}

} // namespace Assay
