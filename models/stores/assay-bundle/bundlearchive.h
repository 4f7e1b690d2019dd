// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/copy/copyfiles.h"
#include "models/stores/assay-bundle/bundlemanifest.h"

#include <QFile>
#include <QSet>
#include <QTemporaryDir>

#include <memory>

class KArchive;

namespace Assay {

// An open bundle: a zip whose parts are read one by one, each checked against its SHA-256 before anything of it is handed out.
// The databases are unpacked into a folder of this object, which is removed with it. Nothing in the bundle says where files are
// written. One thread.
class BundleArchive final : public CopyFileSource
{
public:
    // Cheap; Damaged names the part, Unsupported is a newer format.
    static Result<std::shared_ptr<BundleArchive>> open(const QString &path);
    ~BundleArchive() override;

    const BundleManifest &manifest() const { return m_manifest; }
    // Unpacks store.sqlite. Where it lies then.
    Result<QString> storeFile(Job &job) { return unpack(BundleName::Store, job); }

    Result<QString> historyFile(Job &job) override;
    Status read(const CopiedFile &file, const ByteSink &sink, Job &job) override;

    // Whether a file begins as a bundle does.
    static bool looksLikeBundle(const QByteArray &head);

private:
    explicit BundleArchive(const QString &path);

    Status openFile();
    Result<QString> unpack(const QString &name, Job &job);
    // What lies there, at most `size` bytes; NotFound, or Damaged when there is more.
    Status readEntry(const QString &name, qint64 size, const ByteSink &sink, Job &job) const;
    Error damaged(const QString &name, const QString &detail = {}) const;

    QFile m_file;
    std::unique_ptr<KArchive> m_zip;
    BundleManifest m_manifest;
    QTemporaryDir m_folder;
    QSet<QString> m_sound; // files whose hash was found right
};

} // namespace Assay
