// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/objectstore/objectenvironment.h"

#include "models/objectstore/objecttext.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace Assay {

namespace {

constexpr qint64 MostFileBytes = 1 << 20;

} // namespace

ObjectEnvironment ObjectEnvironment::ofThisProcess()
{
    return {QProcessEnvironment::systemEnvironment(), QDir::homePath()};
}

bool ObjectEnvironment::isYes(QLatin1StringView name) const
{
    const QString said = value(name).toLower();
    return said == "true"_L1 || said == "yes"_L1 || said == "1"_L1;
}

Result<QByteArray> ObjectEnvironment::file(const QString &path) const
{
    const QString place = path.startsWith("~/"_L1) ? home + path.mid(1) : path;
    const QFileInfo info(place);
    if (!info.exists())
        return Error{ErrorCode::NotFound, ObjectText::tr("There is no such file: %1").arg(path), {}};
    QFile file(place);
    // Opening a pipe would wait for somebody who writes.
    if (!info.isFile() || info.size() > MostFileBytes || !file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::Unreadable, ObjectText::tr("The file cannot be read: %1").arg(path), file.errorString()};
    return file.read(MostFileBytes);
}

IniSections iniSections(const QByteArray &text)
{
    IniSections sections;
    QString section;
    for (const QByteArray &line : text.split('\n')) {
        const QString whole = QString::fromUtf8(line);
        const QString words = whole.trimmed();
        if (words.isEmpty() || words.startsWith(u'#') || words.startsWith(u';') || whole.front().isSpace())
            continue;
        if (words.startsWith(u'[')) {
            section = words.mid(1, words.indexOf(u']') - 1).simplified();
            sections[section];
            continue;
        }
        const qsizetype equals = words.indexOf(u'=');
        if (equals <= 0)
            continue;
        QString value = words.mid(equals + 1).trimmed();
        const qsizetype comment = value.indexOf(" #"_L1);
        sections[section].insert(words.left(equals).trimmed().toLower(), comment < 0 ? value : value.left(comment).trimmed());
    }
    return sections;
}

} // namespace Assay
