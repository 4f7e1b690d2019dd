// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/artifact.h"
#include "models/store/safefile.h"
#include "models/store/storebackend.h"

namespace Assay {

// A file that is being copied to this machine, in parts if need be. Until it is complete it stands beside its place as NAME.assay-part;
// what it is a part of stands in NAME.assay-part-from, so that a later attempt, in another process too, goes on after it: after a power cut
// as far as it was on the disk for certain. Both are gone when it is complete, and when nobody could go on with it. Never writes through links. One process at a time: a second one is Refused.
class PartialFile
{
public:
    // `name` in an open folder; `source` says in one line what is copied: a part of something else is thrown away.
    static Result<PartialFile> open(Descriptor folder, std::string name, const QByteArray &source);
    // `path`: absolute.
    static Result<PartialFile> open(const QString &path, const QByteArray &source);
    ~PartialFile();
    PartialFile(PartialFile &&other) noexcept = default;
    PartialFile &operator=(PartialFile &&) = delete;

    // What is there.
    const ArtifactPart &have() const { return m_have; }
    // For StoreBackend::resumeArtifact. What fails is told by status().
    ArtifactSink sink();
    const Status &status() const { return m_status; }

    Status begin(const ArtifactPart &part);
    Status write(QByteArrayView bytes);

    enum class Existing { Keep, Replace }; // something of that name; where it is to be kept, Refused
    Status commit(Existing existing);

private:
    PartialFile(Descriptor folder, Descriptor file, std::string name, QByteArray source);

    std::string partName() const;
    std::string noteName() const;
    ArtifactPart readNote();
    bool sync();
    Status writeNote() const;
    Error failure(int error) const;
    bool isWorthKeeping() const;

    Descriptor m_folder;
    Descriptor m_file;
    std::string m_name;
    QByteArray m_source;
    ArtifactPart m_have;
    qint64 m_onDisk = 0; // bytes that no power cut takes away
    bool m_hasNote = false;
    bool m_isDone = false;
    Status m_status;
};

} // namespace Assay
