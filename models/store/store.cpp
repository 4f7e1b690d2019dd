// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/store.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace Assay {

namespace {

constexpr qint64 FailureHoldsMs = 1000; // for the calls that were waiting already

} // namespace

Store::Store(const StoreRegistry &registry, StoreCandidate candidate, OpenOptions options, QObject *parent)
    : QObject(parent), m_candidate(std::move(candidate)), m_options(std::move(options)), m_worker(new Worker)
{
    m_worker->registry = &registry;
    m_worker->candidate = m_candidate;
    m_worker->options = m_options;
    m_worker->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
    m_thread.setObjectName(u"store"_s);
    m_thread.start();
}

Store::~Store()
{
    m_stopping->store(true);
    // Jobs that wait are answered as cancelled before the loop ends, as quit() is queued behind them.
    QMetaObject::invokeMethod(m_worker, [this] { m_thread.quit(); }, Qt::QueuedConnection);
    m_thread.wait();
}

std::unique_ptr<Store> Store::another() const
{
    return std::make_unique<Store>(*m_worker->registry, m_candidate, m_options);
}

QString Store::accountWith(const OpenOptions &options) const
{
    const StoreFormat *const format = m_worker->registry->format(m_candidate.formatId);
    return format && format->isRemote() ? format->account(m_candidate.location, options) : QString();
}

void Store::setOptions(const OpenOptions &options)
{
    m_options = options;
    QMetaObject::invokeMethod(m_worker, [worker = m_worker, options] {
        worker->options = options;
        worker->backend.reset();
        worker->failure.reset();
    }, Qt::QueuedConnection);
}

void Store::setRootMappings(const QList<RootMapping> &mappings)
{
    m_options.rootMappings = mappings;
    QMetaObject::invokeMethod(m_worker, [worker = m_worker, mappings] {
        worker->options.rootMappings = mappings;
        if (worker->backend)
            worker->backend->setRootMappings(mappings);
    }, Qt::QueuedConnection);
}

Error Store::canceled()
{
    return {ErrorCode::Canceled, QCoreApplication::translate("Store", "Stopped."), {}};
}

Status Store::Worker::ensureOpen(Job &job)
{
    if (backend)
        return {};
    if (failure && failedSince.elapsed() < FailureHoldsMs)
        return *failure;
    auto opened = registry->open(candidate, options, job);
    failure.reset();
    if (opened) {
        backend = std::move(*opened);
        return {};
    }
    if (opened.error().code != ErrorCode::Canceled) {
        failure = opened.error();
        failedSince.start();
    }
    return opened.error();
}

} // namespace Assay
