// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/offline/cachedstore.h"
#include "models/store/storeregistry.h"

namespace Assay {

// Where what is kept of remote stores lies: a folder below `root` for each store and account. Least recently used goes first
// when it is more than `mostBytes`: of stores that nobody looks at all of it, of others files and histories; never what was
// made available offline on purpose.
class RemoteCache
{
public:
    static constexpr qint64 DefaultBytes = qint64(2) << 30;

    explicit RemoteCache(QString root, qint64 mostBytes = DefaultBytes) : m_root(std::move(root)), m_mostBytes(mostBytes) {}

    QString folderOf(const StoreCandidate &store, const QString &account) const;
    // For StoreRegistry: opens remote stores with what was kept of them, and makes room in the background, once in an hour.
    // Copies what it needs of this. `trouble` is told when something cannot be kept, on the threads of the stores; once for all of
    // them, as one cause (a disk that is full) troubles all.
    RemoteOpener opener(CachedStore::Trouble trouble = {}) const;
    // Makes room, and removes what processes that died left of files for days. `inUse` are folders of stores that are open: they
    // are not taken away whole.
    void trim(const QStringList &inUse, Job &job) const;

private:
    QString m_root;
    qint64 m_mostBytes;
};

} // namespace Assay
