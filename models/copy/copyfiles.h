// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/storebackend.h"

#include <memory>
#include <optional>

namespace Assay {

// One file of a copy that is being written. Without commit() nothing of it stays.
class CopyFileWriter
{
public:
    virtual ~CopyFileWriter() = default;
    virtual Status write(QByteArrayView bytes) = 0;
    virtual Status commit() = 0;
};

// Where a copy keeps the bytes of artifacts. Names are relative, with '/' between, made of safe parts (CopyWriter makes them).
class CopyFileSink
{
public:
    virtual ~CopyFileSink() = default;
    virtual Result<std::unique_ptr<CopyFileWriter>> create(const QString &file) = 0;
    virtual Status remove(const QString &file) = 0;
    // Negative where it is not there; nothing where that cannot be told.
    virtual std::optional<qint64> sizeOf(const QString &) const { return {}; }
    // Files that were last written before a time (UTC milliseconds), also such as never got their names.
    virtual QStringList writtenBefore(qint64) const { return {}; }
};

// A file as the copy knows it. Nothing of it is trusted.
struct CopiedFile {
    QString name;
    qint64 size = 0;
    QString sha256; // hexadecimal
};

// Where they are read.
class CopyFileSource
{
public:
    virtual ~CopyFileSource() = default;
    // The file of the histories, where they lie in one of their own; empty otherwise. Asked when the first is wanted.
    virtual Result<QString> historyFile([[maybe_unused]] Job &job) { return QString(); }
    // NotFound when it is not there.
    virtual Status read(const CopiedFile &file, const ByteSink &sink, Job &job) = 0;
    // Damaged when it is not as it was when it was written.
    Status verify(const CopiedFile &file, Job &job);
};

// A folder of this machine. Files appear whole, or not.
class CopyFolder final : public CopyFileSink, public CopyFileSource
{
public:
    explicit CopyFolder(QString folder) : m_folder(std::move(folder)) {}

    Result<std::unique_ptr<CopyFileWriter>> create(const QString &file) override;
    Status remove(const QString &file) override;
    std::optional<qint64> sizeOf(const QString &file) const override;
    QStringList writtenBefore(qint64 time) const override;
    Status read(const CopiedFile &file, const ByteSink &sink, Job &job) override;

private:
    QString m_folder;
};

// Puts a copy that cannot be read into a folder of its own in `folder`, with the files that belong to it, and says where.
Result<QString> setCopyAside(const QString &folder);
bool hasCopyAside(const QString &folder);

// Whether a name is relative and made of parts that are neither "." nor ".." nor troublesome on any system.
bool isSafeCopyName(const QString &name);

} // namespace Assay
