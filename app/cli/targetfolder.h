// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/artifacts/partialfile.h"

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

    // A new file, which takes its name when it is complete; `source` says what it is a copy of, so that a later attempt goes on with a part. Makes
    // the folders above it. Refused when something of that name is there.
    Result<PartialFile> createFile(const QString &path, const QByteArray &source) const;

private:
    explicit TargetFolder(Descriptor root) : m_root(std::move(root)) {}

    Result<Descriptor> openFolder(const QStringList &parts, const QString &path) const;

    Descriptor m_root;
};

} // namespace Assay
