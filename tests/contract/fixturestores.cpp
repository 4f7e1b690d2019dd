// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/contract/fixturestores.h"

#include "models/stores/assay-bundle/bundlewriter.h"
#include "tests/contract/storejson.h"
#include "tests/support/testing.h"

#include <QDir>

using namespace Qt::StringLiterals;

namespace Assay::Testing {

FixtureStores::FixtureStores() : m_registry(allStoreFormats())
{
    for (const QString &pair : qEnvironmentVariable("ASSAY_CONTRACT_STORES").split(u' ', Qt::SkipEmptyParts))
        m_locations.insert(pair.section(u'=', 0, 0), pair.section(u'=', 1));
    if (m_names = m_locations.keys(); !m_names.isEmpty())
        return;
    for (const QString &name : QDir(fixture({})).entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        const QString format = QFileInfo::exists(fixture(name + "/mlflow.db"_L1)) ? u"mlflow-sqlite"_s : u"mlflow-file"_s;
        if (QFileInfo::exists(fixture(name + "/expected/runs.json"_L1)) && m_registry.format(format))
            m_names.append(name);
    }
}

FixtureStores::Opened FixtureStores::openCopy(const QString &name, Job &job) const
{
    Opened opened;
    opened.expected = fixture(name + "/expected/"_L1);
    QString location = m_locations.value(name);
    if (location.isEmpty()) {
        location = opened.folder = fixtureCopy(name);
        QDir(opened.folder + "/expected"_L1).removeRecursively();
        opened.before = treeListing(opened.folder);
    }
    open(opened, location, job);
    return opened;
}

FixtureStores::Opened FixtureStores::openBundle(const QString &name, Job &job) const
{
    Opened opened;
    opened.expected = fixture(name + "/expected/"_L1);
    open(opened, m_locations.value(name, fixture(name)), job);
    const std::unique_ptr<StoreBackend> store = std::exchange(opened.backend, nullptr);
    opened.folder = m_bundles.filePath(name);
    QDir().mkpath(opened.folder);
    const QString location = opened.folder + "/store.assay"_L1;
    CopySelection selection;
    selection.artifacts = CopySelection::Artifacts::Bytes;
    const auto written = store ? writeBundle(*store, selection, location, false, job) : Result<BundleDone>(Error());
    opened.before = treeListing(opened.folder);
    if (written && written->report.problems.isEmpty())
        open(opened, location, job);
    return opened;
}

void FixtureStores::open(Opened &opened, const QString &location, Job &job) const
{
    if (const auto candidate = m_registry.locate(location, job)) {
        opened.candidate = *candidate;
        if (auto backend = m_registry.open(*candidate, {}, job))
            opened.backend = *std::move(backend);
    }
}

} // namespace Assay::Testing
