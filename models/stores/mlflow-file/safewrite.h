// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/job.h"
#include "models/store/safefile.h"

namespace Assay {

// Writes to other people's folders in whole steps: a file has its old or its new content at any moment, also after a
// crash. Nothing is written through a link.
namespace SafeWrite {

// A new content that lies beside its target, on the disk, and takes its place with commit(); removed when it does not.
class Replacement
{
public:
    // `temporaryFolder`: an open folder of the same file system, in which a reader takes no notice of a hidden file.
    // `folder` is held open until the end. Keeps the mode of the file that is replaced.
    static Result<Replacement> prepare(const Descriptor &temporaryFolder, const Descriptor &folder, const std::string &name,
                                       std::string_view content, const QString &shownPath);
    Replacement(Replacement &&) noexcept;
    Replacement &operator=(Replacement &&) = delete;
    ~Replacement();

    // Refused without a change: the Error as prepare() would say it. OutcomeUnknown: in place, but perhaps not on the disk.
    Status commit();

private:
    Replacement() = default;

    Descriptor m_temporaryFolder;
    Descriptor m_folder;
    std::string m_temporaryName; // empty when done
    std::string m_name;
    QString m_shownPath;
};

// Removes a file: NotFound when it is not there.
Status remove(const Descriptor &folder, const std::string &name, const QString &shownPath);
// An existing or new folder.
Result<Descriptor> ensureFolder(const Descriptor &parent, const std::string &name, const QString &shownPath);

// Keeps other Assays (nobody else asks) from changing what lies in a folder, until it is destroyed. No file is made.
class FolderLock
{
public:
    // Waits up to 5 s.
    static Result<FolderLock> take(const Descriptor &folder, const QString &shownPath, const Job &job);

private:
    explicit FolderLock(Descriptor lock) : m_lock(std::move(lock)) {}

    Descriptor m_lock; // closing it gives the lock back
};

// ReadOnly for what permissions forbid, else Unreadable.
Error writeError(int error, const QString &shownPath);

} // namespace SafeWrite

} // namespace Assay
