// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/base/whendone.h"

#include <QFuture>
#include <QObject>

#include <functional>
#include <memory>
#include <utility>

namespace Assay {

// Of several requests for the same thing only the newest one's answer is wanted: start() cancels the one before, and
// an answer that comes late is dropped. Lives on one thread, and delivers there.
template <typename T>
class Latest
{
public:
    using Handler = std::function<void(const Result<T> &)>;

    // `context` outlives neither this object nor the handler's captures; a dead context drops the answer.
    explicit Latest(QObject *context) : m_context(context) {}
    ~Latest() { cancel(); }
    Q_DISABLE_COPY_MOVE(Latest)

    void start(QFuture<Result<T>> future, Handler handler)
    {
        cancel();
        m_root = future;
        m_alive = std::make_shared<int>(0);
        std::weak_ptr<int> alive = m_alive;
        whenDone(future, m_context, [this, alive, handler = std::move(handler)](const QFuture<Result<T>> &done) {
            if (alive.expired())
                return;
            m_alive.reset();
            m_root = {};
            if (done.resultCount() > 0)
                handler(done.result());
        });
    }
    void cancel()
    {
        m_alive.reset();
        std::exchange(m_root, {}).cancel();
    }
    bool isRunning() const { return m_alive != nullptr; }

private:
    QObject *m_context;
    QFuture<Result<T>> m_root;
    std::shared_ptr<int> m_alive; // held by this object alone; gone when the answer is no longer wanted
};

} // namespace Assay
