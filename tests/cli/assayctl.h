// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/testing.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QDirIterator>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>

namespace Assay::Testing {

// What a run of the program gave.
struct Answer {
    int status = -1;
    QByteArray out;
    QByteArray err;

    QJsonObject json() const { return QJsonDocument::fromJson(out).object(); }
    QJsonArray list(const char *key) const { return json().value(QLatin1StringView(key)).toArray(); }
    // Exactly one line, as every error is.
    QString errorLine() const
    {
        const QString line = QString::fromUtf8(err);
        return line.count(u'\n') == 1 && line.endsWith(u'\n') ? line.chopped(1) : QString();
    }
};

// Runs the program as a script would, with a data folder of its own.
inline Answer assayctl(const QStringList &words)
{
    static const QTemporaryDir home;
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("XDG_DATA_HOME"), home.path());
    environment.insert(QStringLiteral("TZ"), QStringLiteral("UTC"));
    environment.remove(QStringLiteral("COLUMNS"));
    process.setProcessEnvironment(environment);
    process.start(QStringLiteral(ASSAYCTL), words);
    if (!process.waitForFinished(120'000) || process.exitStatus() != QProcess::NormalExit)
        return {-1, process.readAllStandardOutput(), process.readAllStandardError() + "did not end by itself\n"};
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

inline Answer assayctlJson(const QStringList &words)
{
    return assayctl(words + QStringList{QStringLiteral("--format"), QStringLiteral("json")});
}

// Everything below a folder: names, sizes, times and contents, to see that nothing was touched.
inline QStringList inventory(const QString &folder)
{
    QStringList lines;
    QDirIterator it(folder, QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot, QDirIterator::Subdirectories);
    while (it.hasNext()) {
        it.next();
        const QFileInfo info = it.fileInfo();
        QString line = it.filePath() + u' ' + QString::number(info.lastModified().toMSecsSinceEpoch());
        QFile file(it.filePath());
        if (info.isFile() && !info.isSymLink() && file.open(QIODevice::ReadOnly))
            line += u' ' + QString::fromLatin1(QCryptographicHash::hash(file.readAll(), QCryptographicHash::Sha1).toHex());
        lines.append(line);
    }
    lines.sort();
    return lines;
}

inline bool writeFile(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

// A copy of a file store below a folder of its own.
inline QString fileStoreCopy()
{
    return fixtureCopy(QStringLiteral("file-2.22/mlruns"));
}

} // namespace Assay::Testing
