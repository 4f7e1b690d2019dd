// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/runlibrary.h"

#include <QCoreApplication>
#include <QThreadPool>
#include <QtConcurrent>

using namespace Qt::StringLiterals;

namespace Assay {

RunLibrary::RunLibrary(std::unique_ptr<StoreRegistry> registry, QObject *parent)
    : QObject(parent), m_registry(std::move(registry))
{
}

RunLibrary::~RunLibrary()
{
    // Stores use the registry on their threads: they end first.
    qDeleteAll(m_stores);
    QThreadPool::globalInstance()->waitForDone();
}

OpenStore *RunLibrary::find(const QString &location) const
{
    for (OpenStore *store : m_stores)
        if (store->location() == location)
            return store;
    return nullptr;
}

void RunLibrary::open(const QString &location)
{
    const StoreRegistry *registry = m_registry.get();
    const auto probe = [registry, location] {
        SilentJob job;
        return registry->probe(location, job);
    };
    whenDone(QtConcurrent::run(probe), this, [this, location](const QFuture<Result<LocationReport>> &done) {
        const Result<LocationReport> report = done.result();
        if (!report) {
            Q_EMIT openFailed(location, report.error());
            return;
        }
        if (report->candidates.isEmpty()) {
            const QString why = report->whyNot.isEmpty() ? tr("There is no run store here: %1").arg(location)
                                                         : report->whyNot.join(u' ');
            Q_EMIT openFailed(location, Error{ErrorCode::NotAStore, why, location});
            return;
        }
        for (const StoreCandidate &candidate : report->candidates)
            openFound(candidate);
    });
}

void RunLibrary::openFound(const StoreCandidate &candidate)
{
    const auto openWith = [this, candidate](const OpenOptions &options) {
        OpenStore *known = find(candidate.location);
        Q_EMIT storeOpened(known ? known : add(candidate, options));
    };
    const StoreFormat *const format = m_registry->format(candidate.formatId);
    if (m_access && format && format->isRemote())
        m_access(candidate.location, openWith);
    else
        openWith({});
}

OpenStore *RunLibrary::add(const StoreCandidate &candidate, OpenOptions options)
{
    options.rootMappings = m_mappings.value(candidate.location);
    auto *store = new OpenStore(*m_registry, candidate, std::move(options), this);
    m_stores.append(store);
    return store;
}

void RunLibrary::close(OpenStore *store)
{
    const QString location = store->location();
    Q_EMIT storeAboutToClose(store);
    m_stores.removeOne(store);
    store->deleteLater();
    Q_EMIT storeClosed(location);
}

void RunLibrary::reopen(OpenStore *store, const OpenOptions &options)
{
    if (store->store().accountWith(options) == store->store().account())
        return store->reopen(options);
    const StoreCandidate candidate = store->store().candidate();
    close(store);
    Q_EMIT storeOpened(add(candidate, options));
}

void RunLibrary::setRootMappings(const QString &location, const QList<RootMapping> &mappings)
{
    m_mappings.insert(location, mappings);
    if (OpenStore *store = find(location))
        store->store().setRootMappings(mappings);
}

} // namespace Assay
