// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/samplestore.h"

#include "models/archive/unpack.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace Assay {

namespace {

// Ours, but a limit all the same: a wrong file in its place must not fill the disk.
constexpr ArchiveLimits SampleLimits{256 << 20, 64 << 20, 1000, 50'000};

struct SampleStoreText {
    Q_DECLARE_TR_FUNCTIONS(SampleStoreText)
};

Error cannotUnpack(const QString &detail)
{
    return {ErrorCode::Unreadable, SampleStoreText::tr("The sample store could not be unpacked."), detail};
}

// The archive holds one folder: the store.
QString onlyFolder(const QString &path)
{
    const QStringList names = QDir(path).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    return names.size() == 1 ? path + u'/' + names.first() : QString();
}

} // namespace

QString SampleStore::archivePath()
{
    const QString program = QCoreApplication::applicationDirPath();
    for (const QString &path : {u":/sample/sample.tar.xz"_s, program + "/sample.tar.xz"_L1,
                                program + "/../share/assay/sample.tar.xz"_L1})
        if (QFile::exists(path))
            return path;
    return {};
}

QString SampleStore::defaultFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + "/assay/sample"_L1;
}

SampleStore::SampleStore(QString archive, QString folder) : m_archive(std::move(archive)), m_folder(std::move(folder)) {}

Result<QString> SampleStore::location() const
{
    QFile archive(m_archive);
    if (m_archive.isEmpty() || !archive.open(QIODevice::ReadOnly))
        return Error{ErrorCode::NotFound, SampleStoreText::tr("This build of Assay comes without a sample store."), m_archive};
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(&archive);
    const QString place = m_folder + u'/' + QString::fromLatin1(hash.result().toHex().left(12));
    if (const QString store = onlyFolder(place); !store.isEmpty())
        return store;

    // Beside its place, so that the rename at the end is atomic; a second process that is faster wins.
    if (!QDir().mkpath(m_folder))
        return cannotUnpack(m_folder);
    QTemporaryDir unpacked(m_folder + "/unpacking-XXXXXX"_L1);
    if (!unpacked.isValid())
        return cannotUnpack(unpacked.errorString());
    archive.seek(0);
    const auto report = unpackArchive(archive, unpacked.path(), SampleLimits);
    if (!report)
        return cannotUnpack(report.error().message + u' ' + report.error().detail);
    if (onlyFolder(unpacked.path()).isEmpty())
        return cannotUnpack(u"the archive does not hold exactly one folder"_s);
    if (QDir().rename(unpacked.path(), place))
        unpacked.setAutoRemove(false);
    const QString store = onlyFolder(place);
    return store.isEmpty() ? Result<QString>(cannotUnpack(place)) : Result<QString>(store);
}

} // namespace Assay
