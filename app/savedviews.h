// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/viewfile.h"

namespace Assay {

// The saved views: one file each in a folder, which people may keep in git. Nothing is kept in memory: what lies there
// counts. GUI thread; the files are small.
class SavedViews
{
public:
    // Without a folder nothing can be saved.
    explicit SavedViews(QString folder) : m_folder(std::move(folder)) {}

    struct Entry {
        QString file; // absolute
        ViewFile view;
        QStringList notes; // what of the file is not known
    };
    // Those for all stores and those for this one, by name as people sort. Files that are no views are left out.
    QList<Entry> views(const QString &store) const;
    // Overwrites the view of the same name for the same store.
    Status save(const ViewFile &view) const;
    Status rename(const Entry &entry, const QString &name) const;
    Status remove(const Entry &entry) const;

    static Result<ReadViewFile> read(const QString &file);
    static Status write(const QString &file, const ViewFile &view);

private:
    QString freeFile(const QString &name) const;

    QString m_folder;
};

} // namespace Assay
