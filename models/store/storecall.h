// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/store.h"

#include <QSemaphore>

namespace Assay {

// A question to a store from a thread that waits for the answer: of the thread of another store, of a command line.
// `work` as Store::call() takes it, but it may refer to what lives where it is waited for: when wait() is over, it has
// ended or is never begun. Progress and cancellation are those of `job`.
template <typename T>
class StoreCall
{
public:
    // The store outlives this, and so does `job`.
    template <typename F>
    StoreCall(Store &store, Job &job, F work) : m_job(job)
    {
        m_future = store.call([shared = m_shared, &job, work = std::move(work)](StoreBackend &backend, Job &own) mutable -> Result<T> {
            int waiting = Waiting;
            if (!shared->state.compare_exchange_strong(waiting, Begun))
                return Store::canceled();
            BothJobs both(job, own);
            Result<T> answer = work(backend, both);
            shared->done.release();
            return answer;
        });
    }
    ~StoreCall() { (void)wait(); }
    Q_DISABLE_COPY_MOVE(StoreCall)

    Result<T> wait()
    {
        // The semaphore tells of the end at once; a store that could not be opened, or that is closing, answers without it.
        while (!m_future.isFinished() && !m_shared->done.tryAcquire(1, PollMs)) {
            int waiting = Waiting;
            if (m_job.isCanceled() && m_shared->state.compare_exchange_strong(waiting, GivenUp))
                return Store::canceled();
        }
        if (m_shared->state == GivenUp)
            return Store::canceled();
        m_future.waitForFinished();
        return m_future.resultCount() > 0 ? m_future.result() : Result<T>(Store::canceled());
    }

private:
    static constexpr int PollMs = 20;
    enum State { Waiting, Begun, GivenUp };

    struct Shared {
        std::atomic<int> state = Waiting;
        QSemaphore done;
    };

    class BothJobs final : public Job
    {
    public:
        BothJobs(Job &asker, Job &own) : m_asker(asker), m_own(own) {}
        bool isCanceled() const override { return m_asker.isCanceled() || m_own.isCanceled(); }
        void setProgress(qint64 done, qint64 total, const QString &what) override { m_asker.setProgress(done, total, what); }

    private:
        Job &m_asker;
        Job &m_own;
    };

    Job &m_job;
    std::shared_ptr<Shared> m_shared = std::make_shared<Shared>();
    QFuture<Result<T>> m_future;
};

} // namespace Assay
