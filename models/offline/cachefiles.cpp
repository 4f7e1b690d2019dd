// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/offline/cachefiles.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QFile>

namespace Assay {

Status CacheFiles::read(const QString &file, const ByteSink &sink, Job &job)
{
    const Status answer = m_folder.read(file, sink, job);
    if (QFile touched(m_path + u'/' + file); answer && touched.open(QIODevice::ReadWrite | QIODevice::ExistingOnly))
        touched.setFileTime(QDateTime::currentDateTimeUtc(), QFileDevice::FileModificationTime);
    return answer;
}

Status makePrivateFolder(const QString &folder)
{
    const QFile::Permissions own = QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner;
    if (QDir().mkpath(folder) && QFile::setPermissions(folder, own))
        return {};
    return Error{ErrorCode::Unreadable, QCoreApplication::translate("CachedStore", "The folder cannot be made: %1").arg(folder), folder};
}

} // namespace Assay
