// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/copy/copyfiles.h"

#include "models/copy/copytext.h"
#include "models/store/localartifacts.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QUuid>

#include <algorithm>
#include <cstdio>

using namespace Qt::StringLiterals;

namespace Assay {

namespace {

constexpr QLatin1StringView Aside = "/damaged-"_L1;

Error cannotWrite(const QString &file, const QString &detail)
{
    return {ErrorCode::Unreadable, CopyText::tr("The copy's file cannot be written: %1").arg(file), detail};
}

// Takes its name when it is whole. It is not waited for the disk: a file that a power failure cut is told by its size.
class FolderFileWriter final : public CopyFileWriter
{
public:
    explicit FolderFileWriter(const QString &path) : m_path(path), m_file(QFileInfo(path).path() + "/.part-"_L1 + QUuid::createUuid().toString(QUuid::WithoutBraces)) {}
    ~FolderFileWriter() override
    {
        if (m_file.isOpen())
            m_file.remove();
    }

    bool open() { return m_file.open(QIODevice::WriteOnly | QIODevice::NewOnly); }
    Status write(QByteArrayView bytes) override
    {
        return m_file.write(bytes.data(), bytes.size()) == bytes.size() ? Status() : Status(failure());
    }
    Status commit() override
    {
        if (!m_file.flush() || std::rename(QFile::encodeName(m_file.fileName()).constData(), QFile::encodeName(m_path).constData()) != 0)
            return failure();
        m_file.close();
        return {};
    }
    Error failure() const { return cannotWrite(m_path, m_file.errorString()); }

private:
    QString m_path;
    QFile m_file;
};

} // namespace

bool isSafeCopyName(const QString &name)
{
    if (name.isEmpty() || name.toUtf8().size() > 1024)
        return false;
    const QStringList parts = name.split(u'/');
    return std::all_of(parts.begin(), parts.end(), [](const QString &part) {
        return !part.isEmpty() && part != "."_L1 && part != ".."_L1 && part.toUtf8().size() <= 240
            && std::all_of(part.begin(), part.end(), [](QChar c) { return c >= u' ' && c != u'\\' && c != u':' && c != QChar(0x7f) && c != QChar::ReplacementCharacter; });
    });
}

Status CopyFileSource::verify(const CopiedFile &file, Job &job)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    const Status status = read(file, [&](QByteArrayView bytes) { hash.addData(QByteArray::fromRawData(bytes.data(), bytes.size())); return true; }, job);
    if (!status || hash.result().toHex() == file.sha256.toLatin1())
        return status;
    return Error{ErrorCode::Damaged, CopyText::tr("The copy of this file is damaged: %1").arg(file.name), {}};
}

Result<std::unique_ptr<CopyFileWriter>> CopyFolder::create(const QString &file)
{
    const QString path = m_folder + u'/' + file;
    if (!isSafeCopyName(file) || !QDir().mkpath(QFileInfo(path).path()))
        return cannotWrite(path, {});
    auto writer = std::make_unique<FolderFileWriter>(path);
    if (!writer->open())
        return writer->failure();
    return std::unique_ptr<CopyFileWriter>(std::move(writer));
}

Status CopyFolder::remove(const QString &file)
{
    const QString path = m_folder + u'/' + file;
    if (!isSafeCopyName(file) || (QFileInfo::exists(path) && !QFile::remove(path)))
        return cannotWrite(path, {});
    QDir().rmpath(QFileInfo(path).path()); // stops at the first that is not empty
    return {};
}

std::optional<qint64> CopyFolder::sizeOf(const QString &file) const
{
    const QFileInfo info(m_folder + u'/' + file);
    return info.isFile() ? info.size() : -1;
}

QStringList CopyFolder::writtenBefore(qint64 time) const
{
    QStringList names;
    QDirIterator files(m_folder + "/artifacts"_L1, QDir::Files | QDir::Hidden | QDir::NoSymLinks, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString path = files.next();
        if (files.fileInfo().lastModified().toMSecsSinceEpoch() < time)
            names.append(path.mid(m_folder.size() + 1));
    }
    return names;
}

Status CopyFolder::read(const CopiedFile &file, const ByteSink &sink, Job &job)
{
    ArtifactRoot root;
    root.reachable = true;
    root.anchor = m_folder;
    return LocalArtifacts::read(root, file.name, sink, job);
}

Result<QString> setCopyAside(const QString &folder)
{
    const QString place = folder + Aside + QDateTime::currentDateTimeUtc().toString(u"yyyyMMdd-hhmmss-zzz"_s);
    if (!QDir().mkpath(place))
        return cannotWrite(place, {});
    // The database last: while it is where it was, the next attempt finds all that is left.
    for (const QString &name : {u"artifacts"_s, u"store.sqlite-shm"_s, u"store.sqlite-wal"_s, u"store.sqlite"_s}) {
        const QString from = folder + u'/' + name;
        if (QFileInfo::exists(from) && !QDir().rename(from, place + u'/' + name))
            return cannotWrite(place + u'/' + name, {});
    }
    return place;
}

bool hasCopyAside(const QString &folder)
{
    return !QDir(folder).entryList({QString(Aside).mid(1) + u'*'}, QDir::Dirs).isEmpty();
}

} // namespace Assay
