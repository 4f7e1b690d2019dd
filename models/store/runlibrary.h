// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/openstore.h"

namespace Assay {

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

    // Looks at `location` in the background and opens every store that it finds there; answers with storeOpened for
    // each (also when it stood open already) or with openFailed.
    void open(const QString &location);
    void close(OpenStore *store);
    // Remembered by the caller: mappings of artifact roots, by the store's location.
    void setRootMappings(const QString &location, const QList<RootMapping> &mappings);

Q_SIGNALS:
    void storeOpened(Assay::OpenStore *store);
    void storeAboutToClose(Assay::OpenStore *store);
    void storeClosed(const QString &location);
    void openFailed(const QString &location, const Assay::Error &error);

private:
    OpenStore *add(const StoreCandidate &candidate);

    std::unique_ptr<StoreRegistry> m_registry;
    QList<OpenStore *> m_stores; // owned as children
    QHash<QString, QList<RootMapping>> m_mappings;
};

} // namespace Assay
