// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/storeregistry.h"

#include <QElapsedTimer>
#include <QFuture>
#include <QObject>
#include <QPromise>
#include <QThread>

namespace Assay {

// Runs jobs one after the other on the thread of one open store, and hands their results back as futures. The one
// implementation of "asynchronous" for every format: formats are written synchronously (StoreBackend).
// Lives on the GUI thread; the backend is made, used and destroyed on the store's thread.
class Store final : public QObject
{
    Q_OBJECT

public:
    // `registry` outlives the store.
    Store(const StoreRegistry &registry, StoreCandidate candidate, OpenOptions options, QObject *parent = nullptr);
    ~Store() override; // cancels what runs, waits for it (it polls), closes the store
    Q_DISABLE_COPY_MOVE(Store)

    const StoreCandidate &candidate() const { return m_candidate; }
    // As whom a remote store is opened (StoreFormat::account()), now or with these.
    QString account() const { return accountWith(m_options); }
    QString accountWith(const OpenOptions &options) const;
    // From the next call on: the store is opened again with these.
    void setOptions(const OpenOptions &options);
    void setRootMappings(const QList<RootMapping> &mappings); // without opening it again

    // The same store opened once more, on a thread of its own: for what takes long and is not to be waited for. To be gone before this one is.
    std::unique_ptr<Store> another() const;

    // Calls `work(StoreBackend &, Job &) -> Result<T>` on the store's thread; the store is opened by the first call. An
    // opening that failed is the answer to the calls that wait with it, and tried again by later ones. Progress is the future's progress. `work` captures values only.
    template <typename F>
    auto call(F work) -> QFuture<std::invoke_result_t<F, StoreBackend &, Job &>>
    {
        using Answer = std::invoke_result_t<F, StoreBackend &, Job &>;
        auto promise = std::make_shared<QPromise<Answer>>();
        promise->start();
        QFuture<Answer> future = promise->future();
        QMetaObject::invokeMethod(m_worker, [worker = m_worker, stopping = m_stopping, promise, work = std::move(work)]() mutable {
            PromiseJob<Answer> job(*promise, *stopping);
            if (job.isCanceled()) {
                promise->addResult(Answer(canceled()));
            } else if (const Status open = worker->ensureOpen(job); !open) {
                promise->addResult(Answer(open.error()));
            } else {
                promise->addResult(work(*worker->backend, job));
            }
            promise->finish();
        }, Qt::QueuedConnection);
        return future;
    }

    // Never called by panels: for functions that need the error of a job that was stopped.
    static Error canceled();

private:
    // On the store's thread.
    struct Worker : QObject {
        const StoreRegistry *registry = nullptr;
        StoreCandidate candidate;
        OpenOptions options;
        std::unique_ptr<StoreBackend> backend;
        std::optional<Error> failure;

        QElapsedTimer failedSince;

        Status ensureOpen(Job &job);
    };

    template <typename Answer>
    class PromiseJob final : public Job
    {
    public:
        PromiseJob(QPromise<Answer> &promise, const std::atomic<bool> &stopping) : m_promise(promise), m_stopping(stopping) {}
        bool isCanceled() const override { return m_stopping.load(std::memory_order_relaxed) || m_promise.isCanceled(); }
        void setProgress(qint64 done, qint64 total, const QString &what) override
        {
            m_promise.setProgressRange(0, int(std::min<qint64>(total, std::numeric_limits<int>::max())));
            m_promise.setProgressValueAndText(int(std::min<qint64>(done, std::numeric_limits<int>::max())), what);
        }

    private:
        QPromise<Answer> &m_promise;
        const std::atomic<bool> &m_stopping;
    };

    StoreCandidate m_candidate;
    OpenOptions m_options;
    std::shared_ptr<std::atomic<bool>> m_stopping = std::make_shared<std::atomic<bool>>(false);
    QThread m_thread;
    Worker *m_worker = nullptr; // lives on m_thread, deleted there
};

} // namespace Assay
