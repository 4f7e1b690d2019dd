// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/store/safefile.h"

#include <QByteArrayView>
#include <QString>

namespace Assay {

// The folder that somebody named for files of ours. Makes regular files and folders beneath it and nothing else: never
// through a link, never over something that is there. The paths come from stores and so are not trusted.
class TargetFolder
{
public:
    // Makes the folder itself (and those above it) where it is not there yet.
    static Result<TargetFolder> open(const QString &folder);

    // `path`: relative, '/' between. Refused for one with ".." or an empty part.
    Status makeFolder(const QString &path) const;

    // A new file that takes its name when it is complete; without commit() it is removed again.
    class File
    {
    public:
        ~File();
        File(File &&other) noexcept = default;

        Status write(QByteArrayView bytes);
        Status commit();

    private:
        friend class TargetFolder;
        File(Descriptor folder, Descriptor file, std::string name, QString path);

        Descriptor m_folder;
        Descriptor m_file;
        std::string m_name;      // its final name in the folder
        QString m_path;          // for messages
        bool m_isCommitted = false;
    };
    // Makes the folders above it. Refused when something of that name is there.
    Result<File> createFile(const QString &path) const;

private:
    explicit TargetFolder(Descriptor root) : m_root(std::move(root)) {}

    Result<Descriptor> openFolder(const QStringList &parts, const QString &path) const;

    Descriptor m_root;
};

} // namespace Assay
