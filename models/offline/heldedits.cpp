// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/offline/heldedits.h"

#include "models/base/log.h"
#include "models/base/whendone.h"

#include <QThreadPool>
#include <QtConcurrent>

namespace Assay {

HeldEdits::HeldEdits(std::optional<EditQueueFile> file, QThreadPool &files, QObject *parent) : QObject(parent), m_file(std::move(file)), m_files(files) {}

HeldEdits::~HeldEdits()
{
    if (!m_file || !m_isSyncing || !m_isOld)
        return;
    // Behind the writing that goes on, as there is one thread.
    auto last = QtConcurrent::run(&m_files, [file = *m_file, base = m_base, sent = m_sent, queue = m_queue, syncing = m_syncing] {
        const Result<EditQueue> before = syncing.result();
        const auto written = before ? file.sync(before->kept(), EditQueue::merged(sent, queue, *before)) : file.sync(base, queue);
        if (!written)
            qCWarning(logStore, "waiting changes could not be kept: %s %s", qPrintable(written.error().message), qPrintable(written.error().detail));
    });
}

void HeldEdits::change(const std::function<void(EditQueue &)> &change)
{
    change(m_queue);
    sync();
}

void HeldEdits::sync()
{
    m_isOld = true;
    if (!m_isSyncing)
        start();
}

void HeldEdits::start()
{
    m_isSyncing = true;
    m_isOld = false;
    m_sent = m_queue;
    m_syncing = QtConcurrent::run(&m_files, [file = m_file, base = m_base, sent = m_sent]() -> Result<EditQueue> {
        return file ? file->sync(base, sent) : Result<EditQueue>(sent);
    });
    whenDone(m_syncing, this, [this](const QFuture<Result<EditQueue>> &done) { finish(done.result()); });
}

void HeldEdits::finish(const Result<EditQueue> &synced)
{
    m_isSyncing = false;
    if (synced) {
        m_queue = EditQueue::merged(m_sent, m_queue, *synced);
        m_base = synced->kept();
        m_told.clear();
    } else if (const QString told = synced.error().message + u' ' + synced.error().detail; told != std::exchange(m_told, told)) {
        emit failed(told);
    }
    if (m_isOld)
        start();
    else
        emit this->synced();
}

} // namespace Assay
