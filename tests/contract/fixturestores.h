// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/storeregistry.h"

#include <QMap>
#include <QTemporaryDir>

namespace Assay::Testing {

// Copies of the fixture stores, and the formats of this build that take them.
// ASSAY_CONTRACT_STORES names others in their place, of which MLflow or a database server has charge: pairs "fixture=location",
// with blanks between. These are no copies: what one test changes in them, the next one finds.
class FixtureStores
{
public:
    struct Opened {
        QString folder;   // the copy; empty where there is none
        QString expected; // what MLflow says of it: the folder with the answers, in the original
        StoreCandidate candidate;
        std::unique_ptr<StoreBackend> backend; // null where it cannot be opened
        QStringList before; // treeListing() of the folder
    };

    FixtureStores();

    const StoreRegistry &registry() const { return m_registry; }
    QStringList names() const { return m_names; } // those whose format this build has
    Opened openCopy(const QString &name, Job &job) const;
    // A bundle of such a copy, with everything; alone in its folder.
    Opened openBundle(const QString &name, Job &job) const;

private:
    void open(Opened &opened, const QString &location, Job &job) const;

    StoreRegistry m_registry;
    QStringList m_names;
    QTemporaryDir m_bundles;
    QMap<QString, QString> m_locations; // of those that are no copies
};

} // namespace Assay::Testing
