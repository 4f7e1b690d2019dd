// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/stores/assay-bundle/bundlezip.h"

#include "models/store/store.h"
#include "models/stores/assay-bundle/bundletext.h"

#include <KZip>

#include <QBuffer>
#include <QCryptographicHash>
#include <QDateTime>
#include <QFileInfo>

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace Assay {

namespace {

constexpr qint64 MaxBytes = (qint64(1) << 32) - (64 << 20); // with room for the directory at its end
constexpr qint64 MaxEntries = 65'000;
constexpr qint64 MaxHeld = 8 << 20;
constexpr qsizetype PieceSize = 256 << 10;

// Deflate costs time and gives nothing for pictures, archives and weights.
bool isWorthPacking(const QByteArray &head)
{
    return head.size() < 512 || qCompress(head, 1).size() < head.size() * 9 / 10;
}

class SpooledFile final : public CopyFileWriter
{
public:
    SpooledFile(QString name, std::function<Status(const QString &, QIODevice &)> add) : m_name(std::move(name)), m_add(std::move(add)) {}

    Status write(QByteArrayView bytes) override
    {
        if (!m_spill && m_held.size() + bytes.size() <= MaxHeld) {
            m_held.append(bytes.data(), bytes.size());
            return {};
        }
        if (!m_spill) {
            m_spill = std::make_unique<QTemporaryFile>();
            if (!m_spill->open() || m_spill->write(m_held) != m_held.size())
                return failure();
            m_held.clear();
        }
        return m_spill->write(bytes.data(), bytes.size()) == bytes.size() ? Status() : Status(failure());
    }
    Status commit() override
    {
        if (m_spill)
            return m_spill->seek(0) ? m_add(m_name, *m_spill) : Status(failure());
        QBuffer buffer(&m_held);
        buffer.open(QIODevice::ReadOnly);
        return m_add(m_name, buffer);
    }

private:
    Error failure() const { return {ErrorCode::Unreadable, BundleText::tr("The bundle cannot be written: %1").arg(m_spill->errorString()), m_name}; }

    QString m_name;
    std::function<Status(const QString &, QIODevice &)> m_add;
    QByteArray m_held;
    std::unique_ptr<QTemporaryFile> m_spill;
};

} // namespace

BundleZip::BundleZip(const QString &path) : m_path(path), m_file(QFileInfo(path).absolutePath() + "/."_L1 + QFileInfo(path).fileName() + ".XXXXXX"_L1) {}

BundleZip::~BundleZip()
{
    m_zip.reset(); // writes its end into the file, which is removed then
}

Result<std::shared_ptr<BundleZip>> BundleZip::begin(const QString &path)
{
    std::shared_ptr<BundleZip> bundle(new BundleZip(path));
    if (!bundle->m_file.open())
        return bundle->cannotWrite(bundle->m_file.errorString());
    bundle->m_zip = std::make_unique<KZip>(&bundle->m_file);
    if (!bundle->m_zip->open(QIODevice::WriteOnly))
        return bundle->cannotWrite(bundle->m_zip->errorString());
    return bundle;
}

Error BundleZip::isThere(const QString &path)
{
    return {ErrorCode::Refused, BundleText::tr("There is a file of this name already: %1").arg(path), {}};
}

Error BundleZip::cannotWrite(const QString &detail) const
{
    return {ErrorCode::Unreadable, BundleText::tr("The bundle cannot be written: %1").arg(m_path), detail};
}

Status BundleZip::hasRoomFor(qint64 bytes)
{
    if (m_file.pos() + bytes <= MaxBytes && m_entries < MaxEntries)
        return {};
    return Error{ErrorCode::Refused, BundleText::tr("A bundle holds at most 4 GB and 65,000 files. Choose fewer runs, or no artifacts."), {}};
}

Status BundleZip::add(const QString &name, QIODevice &content, Job &job, QByteArray *sha256)
{
    if (const Status room = hasRoomFor(content.size()); !room)
        return room;
    m_zip->setCompression(name != BundleName::Mime && isWorthPacking(content.peek(64 << 10)) ? KZip::DeflateCompression : KZip::NoCompression);
    const QDateTime now = QDateTime::currentDateTime();
    if (!m_zip->prepareWriting(name, {}, {}, content.size(), 0100644, now, now, now))
        return cannotWrite(name + ": "_L1 + m_zip->errorString());
    QCryptographicHash hash(QCryptographicHash::Sha256);
    QByteArray piece(PieceSize, Qt::Uninitialized);
    qint64 done = 0;
    while (true) {
        if (job.isCanceled())
            return Store::canceled();
        const qint64 count = content.read(piece.data(), piece.size());
        if (count <= 0)
            break;
        if (sha256)
            hash.addData(QByteArray::fromRawData(piece.constData(), count));
        if (!m_zip->writeData(piece.constData(), count))
            return cannotWrite(name + ": "_L1 + m_file.errorString());
        done += count;
    }
    if (done != content.size() || !m_zip->finishWriting(done))
        return cannotWrite(name);
    ++m_entries;
    if (sha256)
        *sha256 = hash.result().toHex();
    return {};
}

Status BundleZip::addBytes(const QString &name, const QByteArray &bytes)
{
    QByteArray copy = bytes;
    QBuffer buffer(&copy);
    buffer.open(QIODevice::ReadOnly);
    SilentJob job;
    return add(name, buffer, job, nullptr);
}

Result<BundlePart> BundleZip::addFile(const QString &name, const QString &path, Job &job)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return cannotWrite(file.errorString());
    BundlePart part{name, file.size(), {}};
    const Status added = add(name, file, job, &part.sha256);
    return added ? Result<BundlePart>(part) : Result<BundlePart>(added.error());
}

Result<std::unique_ptr<CopyFileWriter>> BundleZip::create(const QString &file)
{
    return std::unique_ptr<CopyFileWriter>(std::make_unique<SpooledFile>(file, [this](const QString &name, QIODevice &content) {
        SilentJob job;
        return add(name, content, job, nullptr);
    }));
}

Status BundleZip::commit(bool overwrite)
{
    if (!m_zip->close())
        return cannotWrite(m_zip->errorString());
    if (!m_file.open() || ::fsync(m_file.handle()) != 0) // KArchive closed it
        return cannotWrite(m_file.errorString());
    // QTemporaryFile makes files that only their owner can read: this one is to be handed on.
    m_file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup | QFile::ReadOther);
    const QByteArray from = QFile::encodeName(m_file.fileName()), to = QFile::encodeName(m_path);
    int failed = overwrite ? ::rename(from.constData(), to.constData()) : ::renameat2(AT_FDCWD, from.constData(), AT_FDCWD, to.constData(), RENAME_NOREPLACE);
    if (failed != 0 && errno == EINVAL && !overwrite) // not every file system can
        failed = QFileInfo::exists(m_path) ? (errno = EEXIST, -1) : ::rename(from.constData(), to.constData());
    if (failed != 0)
        return errno == EEXIST ? isThere(m_path) : cannotWrite(QString::fromLocal8Bit(std::strerror(errno)));
    m_file.setAutoRemove(false);
    return {};
}

} // namespace Assay
