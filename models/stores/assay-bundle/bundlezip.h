// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/copy/copyfiles.h"
#include "models/stores/assay-bundle/bundlemanifest.h"

#include <QTemporaryFile>

#include <memory>

class KZip;

namespace Assay {

// A zip that is being written beside its later place. Takes the files of a copy as they come. What is packed already is
// not packed again. A zip holds less than 4 GiB and 65,535 files: Refused when it would be more. Without commit() nothing stays.
class BundleZip final : public CopyFileSink
{
public:
    static Result<std::shared_ptr<BundleZip>> begin(const QString &path);
    ~BundleZip() override;
    Q_DISABLE_COPY_MOVE(BundleZip)

    Status addBytes(const QString &name, const QByteArray &bytes);
    Result<BundlePart> addFile(const QString &name, const QString &file, Job &job);
    // Gives it its name: Refused when that is taken and `overwrite` is false.
    Status commit(bool overwrite);

    // Keeps what is written to it until it is whole: in memory, a large one in a file.
    Result<std::unique_ptr<CopyFileWriter>> create(const QString &file) override;
    Status remove(const QString &) override { return {}; } // nothing is replaced while a bundle is built

    static Error isThere(const QString &path);

private:
    explicit BundleZip(const QString &path);

    Status hasRoomFor(qint64 bytes);
    Status add(const QString &name, QIODevice &content, Job &job, QByteArray *sha256);
    Error cannotWrite(const QString &detail) const;

    QString m_path;
    QTemporaryFile m_file;
    std::unique_ptr<KZip> m_zip;
    qint64 m_entries = 0;
};

} // namespace Assay
