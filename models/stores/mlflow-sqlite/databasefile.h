// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/job.h"
#include "models/base/result.h"

#include <QString>

#include <optional>
#include <utility>

namespace Assay::MlflowSqlite {

// What stat() tells of a file; nothing is opened.
struct FileStamp {
    quint64 device = 0;
    quint64 inode = 0;
    qint64 size = 0;
    qint64 changedNs = 0;
    bool isRegular = false;

    bool isSameFile(const FileStamp &other) const
    {
        return device == other.device && inode == other.inode;
    }
    friend bool operator==(const FileStamp &, const FileStamp &) = default;
};
std::optional<FileStamp> fileStamp(const QString &path);

// A database and the files that belong to it.
struct DatabaseStamp {
    std::optional<FileStamp> main, journal, wal, shm;

    static DatabaseStamp of(const QString &path);
    // Whether what a copy is made of is still the same; the lock table does not matter.
    bool isSameContent(const DatabaseStamp &other) const
    {
        return main == other.main && journal == other.journal && wal == other.wal;
    }
};

// Locks of SQLite do not work there, or not dependably.
bool isOnNetwork(const QString &path);

// A connection of this process to a database. POSIX drops all locks of a process on a file when any descriptor of it is
// closed, so a database is only ever opened by hand (to copy it) while nobody here is connected to it.
class DatabaseUse
{
public:
    DatabaseUse() = default;
    ~DatabaseUse();
    DatabaseUse(DatabaseUse &&other) noexcept
        : m_file(std::exchange(other.m_file, {}))
    {
    }
    DatabaseUse &operator=(DatabaseUse &&other) noexcept
    {
        std::swap(m_file, other.m_file);
        return *this;
    }

    // Waits while the database is being copied. NotFound when it is not there.
    static Result<DatabaseUse> open(const QString &path, Job &job);

private:
    std::optional<std::pair<quint64, quint64>> m_file; // device and inode
};

// Copies the database with its journal or write-ahead log to `folder`, when none of them changes meanwhile and nobody in
// this process is connected to it. The path of the copy.
Result<QString> copyDatabase(const QString &path, const QString &folder, Job &job);

} // namespace Assay::MlflowSqlite
