// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testing.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QTemporaryDir>

#include <memory>
#include <vector>

using namespace Qt::StringLiterals;

namespace Assay::Testing {

namespace {

void copyTree(const QString &from, const QString &to)
{
    QDir().mkpath(to);
    QDirIterator it(from, QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot, QDirIterator::Subdirectories);
    while (it.hasNext()) {
        it.next();
        const QString target = to + it.filePath().mid(from.size());
        if (it.fileInfo().isDir())
            QDir().mkpath(target);
        else
            QFile::copy(it.filePath(), target);
    }
}

void addLinks(const QString &store)
{
    QFile list(store + "/links.tsv"_L1);
    if (!list.open(QIODevice::ReadOnly))
        return;
    for (const QByteArray &line : list.readAll().split('\n')) {
        const QList<QByteArray> fields = line.split('\t');
        if (fields.size() != 2)
            continue;
        const QString link = store + u'/' + QString::fromUtf8(fields[0]);
        QFile::remove(link);
        QFile::link(QString::fromUtf8(fields[1]), link);
    }
}

} // namespace

QString fixture(const QString &relative)
{
    return QStringLiteral(ASSAY_FIXTURES "/") + relative;
}

QString fixtureCopy(const QString &relative)
{
    static std::vector<std::unique_ptr<QTemporaryDir>> folders;
    folders.push_back(std::make_unique<QTemporaryDir>());
    const QString from = fixture(relative);
    const QString to = folders.back()->path() + u'/' + QFileInfo(from).fileName();
    if (QFileInfo(from).isDir()) {
        copyTree(from, to);
        addLinks(to);
    } else {
        QFile::copy(from, to);
        QFile::setPermissions(to, QFile::permissions(to) | QFile::WriteOwner);
    }
    return to;
}

} // namespace Assay::Testing
