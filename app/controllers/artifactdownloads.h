// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/store.h"
#include "widgets/panels/artifacts/transferbar.h"

#include <QElapsedTimer>
#include <QFutureWatcher>

#include <deque>

namespace Assay {

// Copies artifacts to files, one after the other, beside everything else that is read of their store. A copy takes the place of a
// file that is there when all of it came; one that was stopped or failed goes on where it ended when it is asked for again. What comes
// from a store stops when that is closed.
class ArtifactDownloads final : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;
    ~ArtifactDownloads() override; // stops what runs

    void start(const Store &store, const RunRef &run, const QString &path, const QString &target);
    void stop(); // the one that runs

Q_SIGNALS:
    // Nothing: none runs.
    void changed(const std::optional<Assay::ArtifactTransfer> &transfer);
    void saved(const Assay::RunRef &run, const QString &path, const QString &target);
    void failed(const QString &message);

private:
    struct Download {
        const QObject *source; // the store that it was asked of
        std::unique_ptr<Store> store; // of its own; null when the source has gone
        RunRef run;
        QString path;
        QString target;
    };

    void drop(const QObject *source);
    void startNext();
    void finish(const QFuture<Status> &done);
    void tell(qint64 kibibytes, qint64 total);

    std::deque<Download> m_downloads; // the first one runs
    QFutureWatcher<Status> m_watcher;
    QElapsedTimer m_since;
    bool m_isRunning = false;
};

} // namespace Assay
