// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/offline/editqueue.h"

#include <QFuture>
#include <QObject>

class QThreadPool;

namespace Assay {

// The waiting edits of an open store, and their file, which other programs may change, too. Lives on one thread; the file is
// read and written in `files`.
class HeldEdits final : public QObject
{
    Q_OBJECT

public:
    // Without a file: in memory alone. `files` has one thread, and outlives this.
    HeldEdits(std::optional<EditQueueFile> file, QThreadPool &files, QObject *parent);
    ~HeldEdits() override; // what is not written yet is still written

    const EditQueue &queue() const { return m_queue; }
    // Changes it here at once, and then its file.
    void change(const std::function<void(EditQueue &)> &change);
    QList<RunEdit> begin() { return m_queue.begin(); }
    // Looks what others did. synced() tells of the end.
    void sync();

Q_SIGNALS:
    void synced(); // whether or not anything has changed, or the file could be read
    void failed(const QString &message);

private:
    void start();
    void finish(const Result<EditQueue> &synced);

    std::optional<EditQueueFile> m_file;
    QThreadPool &m_files;
    EditQueue m_queue;
    EditQueue m_base; // what is known of the file
    EditQueue m_sent; // what is being written, or was the last time
    QFuture<Result<EditQueue>> m_syncing;
    bool m_isSyncing = false;
    bool m_isOld = false; // m_sent
    QString m_told;       // the last failure
};

} // namespace Assay
