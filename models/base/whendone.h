// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFuture>
#include <QFutureWatcher>

#include <type_traits>
#include <utility>

namespace Assay {

// Calls handler(future) on the thread of `context`, once, at a later turn of its event loop, when the future is finished or
// cancelled (then it may have no result: look at resultCount()). To be called on that thread; a dead context drops the
// answer. In place of QFuture::then(), which Qt 6.4 runs twice when the future finishes just as it is attached.
template <typename T, typename Handler>
void whenDone(const QFuture<T> &future, QObject *context, Handler handler)
{
    static_assert(std::is_invocable_v<Handler, QFuture<T>>);
    auto *watcher = new QFutureWatcher<T>(context);
    QObject::connect(watcher, &QFutureWatcherBase::finished, context, [watcher, handler = std::move(handler)]() mutable {
        watcher->deleteLater();
        QFuture<T> done = watcher->future();
        watcher->setFuture(QFuture<T>()); // lets go of the answer, which may be large
        handler(std::move(done));
    });
    watcher->setFuture(future);
}

// Calls handler(qint64 done, qint64 total, const QString &what) on the thread of `context` while the future tells how far it
// is; some of what is told in quick succession is left out. To be called on that thread, before whenDone() where both are
// wanted: then nothing comes after the end.
template <typename T, typename Handler>
void onProgress(const QFuture<T> &future, QObject *context, Handler handler)
{
    static_assert(std::is_invocable_v<Handler, qint64, qint64, QString>);
    auto *watcher = new QFutureWatcher<T>(context);
    QObject::connect(watcher, &QFutureWatcherBase::progressValueChanged, context, [watcher, handler = std::move(handler)](int done) mutable {
        handler(qint64(done), qint64(watcher->progressMaximum()), watcher->progressText());
    });
    QObject::connect(watcher, &QFutureWatcherBase::finished, watcher, &QObject::deleteLater);
    watcher->setFuture(future);
}

} // namespace Assay
