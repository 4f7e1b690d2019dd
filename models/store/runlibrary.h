// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/openstore.h"

namespace Assay {

// Asked before a remote store is opened: who one is there, and what is trusted. Answers once, at once or later; never when the
// library is gone by then.
using RemoteAccess = std::function<void(const QString &location, std::function<void(const OpenOptions &)> answer)>;

// The stores that stand in the window. GUI thread.
class RunLibrary final : public QObject
{
    Q_OBJECT

public:
    explicit RunLibrary(std::unique_ptr<StoreRegistry> registry, QObject *parent = nullptr);
    ~RunLibrary() override;

    const StoreRegistry &registry() const { return *m_registry; }
    const QList<OpenStore *> &stores() const { return m_stores; }
    OpenStore *find(const QString &location) const;

    void setRemoteAccess(RemoteAccess access) { m_access = std::move(access); } // without: what the environment says

    // Looks at `location` in the background and opens every store that it finds there; answers with storeOpened for
    // each (also when it stood open already) or with openFailed.
    void open(const QString &location);
    void close(OpenStore *store);
    // With another password or other certificates. As another account it is closed and opened anew, so that nothing of what the
    // former one saw stays anywhere.
    void reopen(OpenStore *store, const OpenOptions &options);
    // Remembered by the caller: mappings of artifact roots, by the store's location.
    void setRootMappings(const QString &location, const QList<RootMapping> &mappings);

Q_SIGNALS:
    void storeOpened(Assay::OpenStore *store);
    void storeAboutToClose(Assay::OpenStore *store);
    void storeClosed(const QString &location);
    void openFailed(const QString &location, const Assay::Error &error);

private:
    void openFound(const StoreCandidate &candidate);
    OpenStore *add(const StoreCandidate &candidate, OpenOptions options);

    std::unique_ptr<StoreRegistry> m_registry;
    RemoteAccess m_access;
    QList<OpenStore *> m_stores; // owned as children
    QHash<QString, QList<RootMapping>> m_mappings;
};

} // namespace Assay
