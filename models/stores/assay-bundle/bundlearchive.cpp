// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/stores/assay-bundle/bundlearchive.h"

#include "models/archive/archivelisting.h"
#include "models/store/store.h"
#include "models/stores/assay-bundle/bundletext.h"
#include "models/stores/assay-bundle/ziplayout.h"

#include <KArchive>
#include <KArchiveDirectory>
#include <KArchiveFile>

#include <QCryptographicHash>
#include <QFileInfo>
#include <QStorageInfo>

using namespace Qt::StringLiterals;

namespace Assay {

namespace {

constexpr qint64 MaxManifest = 1 << 20;
constexpr qsizetype PieceSize = 256 << 10;

QByteArray rawView(QByteArrayView bytes)
{
    return QByteArray::fromRawData(bytes.data(), bytes.size());
}

} // namespace

BundleArchive::BundleArchive(const QString &path) : m_file(path) {}
BundleArchive::~BundleArchive() = default;

bool BundleArchive::looksLikeBundle(const QByteArray &head)
{
    const QByteArray name = QByteArray(BundleName::Mime.data(), BundleName::Mime.size()) + QByteArray(BundleName::MimeType.data(), BundleName::MimeType.size());
    return head.startsWith("PK\3\4") && head.mid(30, name.size()) == name;
}

Result<std::shared_ptr<BundleArchive>> BundleArchive::open(const QString &path)
{
    std::shared_ptr<BundleArchive> archive(new BundleArchive(path));
    if (const Status opened = archive->openFile(); !opened)
        return opened.error();
    return archive;
}

Status BundleArchive::openFile()
{
    if (!QFileInfo(m_file.fileName()).isFile())
        return Error{ErrorCode::NotFound, BundleText::tr("There is no bundle at this place: %1").arg(m_file.fileName()), {}};
    if (!m_file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::Unreadable, BundleText::tr("The bundle cannot be read: %1").arg(m_file.errorString()), m_file.fileName()};
    if (m_file.size() == 0)
        return Error{ErrorCode::Damaged, BundleText::tr("The bundle is empty. Perhaps it was not copied to its end."), {}};
    if (const Status sound = checkZipLayout(m_file, 65'535); !sound)
        return sound;
    auto zip = openArchive(m_file, ArchiveKind::Zip);
    if (!zip)
        return Error{ErrorCode::Damaged, BundleText::tr("The bundle is cut off or damaged."), zip.error().detail};
    m_zip = std::move(*zip);
    SilentJob job;
    QByteArray json;
    const Status read = readEntry(BundleName::Manifest, MaxManifest, [&](QByteArrayView bytes) { json.append(bytes.data(), bytes.size()); return true; }, job);
    if (!read && read.error().code == ErrorCode::NotFound && !m_zip->directory()->entry(BundleName::Mime))
        return Error{ErrorCode::Damaged, BundleText::tr("This zip file is not a bundle of Assay: it holds no %1.").arg(BundleName::Manifest), {}};
    if (!read)
        return damaged(BundleName::Manifest, read.error().detail);
    auto manifest = BundleManifest::fromJson(json);
    if (!manifest)
        return manifest.error();
    m_manifest = std::move(*manifest);
    return {};
}

Error BundleArchive::damaged(const QString &name, const QString &detail) const
{
    return {ErrorCode::Damaged, BundleText::tr("The bundle is damaged, or was changed after it was made: %1.").arg(name), detail};
}

Status BundleArchive::readEntry(const QString &name, qint64 size, const ByteSink &sink, Job &job) const
{
    const KArchiveFile *const file = m_zip->directory()->file(name);
    if (!file || !file->symLinkTarget().isEmpty())
        return Error{ErrorCode::NotFound, BundleText::tr("The bundle has no %1.").arg(name), {}};
    const std::unique_ptr<QIODevice> content(file->createDevice());
    if (!content || !content->isReadable())
        return damaged(name);
    QByteArray piece(PieceSize, Qt::Uninitialized);
    qint64 done = 0;
    while (true) {
        if (job.isCanceled())
            return Store::canceled();
        const qint64 count = content->read(piece.data(), piece.size());
        if (count < 0)
            return damaged(name, u"read"_s);
        if (count == 0)
            return {};
        done += count;
        if (done > size)
            return damaged(name, u"longer than it should be"_s);
        if (!sink(QByteArrayView(piece.constData(), count)))
            return {};
    }
}

Result<QString> BundleArchive::unpack(const QString &name, Job &job)
{
    const BundlePart *const part = m_manifest.part(name);
    if (!part)
        return damaged(BundleName::Manifest, name);
    // In containers nobody says which file system a folder is on: then writing tells.
    const QStorageInfo storage(m_folder.path());
    if (!m_folder.isValid() || (storage.isValid() && storage.bytesAvailable() < part->size))
        return Error{ErrorCode::Unreadable, BundleText::tr("There is no room to unpack the bundle in %1.").arg(QFileInfo(m_folder.path()).path()), {}};
    QFile target(m_folder.filePath(name));
    if (!target.open(QIODevice::WriteOnly | QIODevice::Truncate))
        return Error{ErrorCode::Unreadable, BundleText::tr("The bundle cannot be unpacked: %1").arg(target.errorString()), {}};
    QCryptographicHash hash(QCryptographicHash::Sha256);
    qint64 done = 0;
    bool isWritten = true;
    const Status read = readEntry(name, part->size, [&](QByteArrayView bytes) {
        hash.addData(rawView(bytes));
        isWritten = target.write(bytes.data(), bytes.size()) == bytes.size();
        done += bytes.size();
        job.setProgress(done, part->size, BundleText::tr("Unpacking the bundle …"));
        return isWritten;
    }, job);
    if (!read)
        return read.error().code == ErrorCode::NotFound ? damaged(name) : read.error();
    if (!isWritten || !target.flush())
        return Error{ErrorCode::Unreadable, BundleText::tr("The bundle cannot be unpacked: %1").arg(target.errorString()), {}};
    if (done != part->size || hash.result().toHex() != part->sha256)
        return damaged(name, u"hash"_s);
    return target.fileName();
}

Result<QString> BundleArchive::historyFile(Job &job)
{
    return m_manifest.part(BundleName::Histories) ? unpack(BundleName::Histories, job) : Result<QString>(QString());
}

Status BundleArchive::read(const CopiedFile &file, const ByteSink &sink, Job &job)
{
    if (!m_sound.contains(file.name)) {
        QCryptographicHash hash(QCryptographicHash::Sha256);
        const Status whole = readEntry(file.name, file.size, [&](QByteArrayView bytes) { hash.addData(rawView(bytes)); return true; }, job);
        if (!whole)
            return whole.error().code == ErrorCode::NotFound ? damaged(file.name) : whole;
        if (hash.result().toHex() != file.sha256.toLatin1())
            return damaged(file.name, u"hash"_s);
        m_sound.insert(file.name);
    }
    return readEntry(file.name, file.size, sink, job);
}

} // namespace Assay
