// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/controllers/copyquestion.h"

namespace Assay {

// "Make Available Offline": asks which runs of a remote store, and takes them into what is kept of it, beside everything else
// that is read of the store. GUI thread.
class OfflineKeeper final : public QObject
{
    Q_OBJECT

public:
    OfflineKeeper(RunView &view, QObject *parent);
    ~OfflineKeeper() override;

    bool isBusy() const { return m_isRunning; }
    void stop(); // what is kept by then stays, and is not read again the next time
    void ask(OpenStore &store, QWidget *window);
    // Without asking which: the runs that the versions of a model come from, with their files.
    void keepModel(OpenStore &store, const QString &model);

Q_SIGNALS:
    void progressChanged(qint64 done, qint64 total, const QString &what); // 0, 0: idle
    void finished(const QString &message);
    void failed(const QString &message);

private:
    bool canBegin(const OpenStore &store);
    void keep(CopySelection selection);
    void finish(const Result<CopyReport> &done);

    bool m_isRunning = false;
    QFuture<Result<CopyReport>> m_running;
    CopyQuestion m_question;
};

} // namespace Assay
