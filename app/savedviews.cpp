// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/savedviews.h"

#include <QCollator>
#include <QCoreApplication>
#include <QDir>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace Assay {

namespace {

struct SavedViewsText {
    Q_DECLARE_TR_FUNCTIONS(SavedViews)
};

Error cannotWrite(const QString &file, const QString &why)
{
    return {ErrorCode::Unreadable, SavedViewsText::tr("“%1” could not be written: %2").arg(QDir::toNativeSeparators(file), why), {}};
}

} // namespace

Result<ReadViewFile> SavedViews::read(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::Unreadable, SavedViewsText::tr("“%1” cannot be read: %2").arg(QDir::toNativeSeparators(path), file.errorString()), {}};
    return readViewFile(file.readAll());
}

Status SavedViews::write(const QString &path, const ViewFile &view)
{
    QSaveFile file(path);
    const QByteArray text = viewFileText(view);
    const bool isWritten = QDir().mkpath(QFileInfo(path).path()) && file.open(QIODevice::WriteOnly) && file.write(text) == text.size() && file.commit();
    return isWritten ? Status() : Status(cannotWrite(path, file.errorString()));
}

QList<SavedViews::Entry> SavedViews::views(const QString &store) const
{
    QList<Entry> found;
    if (m_folder.isEmpty())
        return found;
    const QDir folder(m_folder);
    for (const QString &name : folder.entryList({u'*' + ViewFile::Suffix}, QDir::Files | QDir::Readable, QDir::Name)) {
        const QString file = folder.absoluteFilePath(name);
        auto read = SavedViews::read(file);
        if (!read || (!read->view.store.isEmpty() && read->view.store != store))
            continue;
        if (read->view.name.isEmpty())
            read->view.name = name.chopped(ViewFile::Suffix.size());
        found.append({file, read->view, read->notes});
    }
    QCollator collator;
    collator.setNumericMode(true);
    collator.setCaseSensitivity(Qt::CaseInsensitive);
    std::stable_sort(found.begin(), found.end(), [&](const Entry &a, const Entry &b) { return collator.compare(a.view.name, b.view.name) < 0; });
    return found;
}

QString SavedViews::freeFile(const QString &name) const
{
    const QString wanted = viewFileName(name);
    const QDir folder(m_folder);
    QString file = wanted;
    for (int i = 2; folder.exists(file); ++i)
        file = u"%1-%2%3"_s.arg(wanted.chopped(ViewFile::Suffix.size())).arg(i).arg(ViewFile::Suffix);
    return folder.absoluteFilePath(file);
}

Status SavedViews::save(const ViewFile &view) const
{
    if (m_folder.isEmpty())
        return cannotWrite(view.name, SavedViewsText::tr("this session keeps nothing"));
    for (const Entry &entry : views(view.store))
        if (entry.view.name == view.name && entry.view.store == view.store)
            return write(entry.file, view);
    return write(freeFile(view.name), view);
}

// The file keeps its name: in a repository it is the same file with another line.
Status SavedViews::rename(const Entry &entry, const QString &name) const
{
    ViewFile view = entry.view;
    view.name = name;
    return write(entry.file, view);
}

Status SavedViews::remove(const Entry &entry) const
{
    QFile file(entry.file);
    return file.remove() ? Status() : Status(cannotWrite(entry.file, file.errorString()));
}

} // namespace Assay
