// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/copy/copyfiles.h"

namespace Assay {

// Where what is kept of a remote store keeps its files. What is read is touched, so that what nobody reads any more can be
// told by its time.
class CacheFiles final : public CopyFileSink, public CopyFileSource
{
public:
    explicit CacheFiles(const QString &folder) : m_path(folder), m_folder(folder) {}

    Result<std::unique_ptr<CopyFileWriter>> create(const QString &file) override { return m_folder.create(file); }
    Status remove(const QString &file) override { return m_folder.remove(file); }
    Status read(const QString &file, const ByteSink &sink, Job &job) override;

private:
    QString m_path;
    CopyFolder m_folder;
};

// Makes a folder, and those above it, for nobody else to look into (0700).
Status makePrivateFolder(const QString &folder);

} // namespace Assay
