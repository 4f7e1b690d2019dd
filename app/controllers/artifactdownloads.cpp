// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/controllers/artifactdownloads.h"

#include "models/artifacts/partialfile.h"
#include "models/base/whendone.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Assay {

namespace {

constexpr qint64 ShownAfterMs = 400; // shorter ones would only flicker
constexpr qint64 Kibibyte = 1024;

Status copyArtifact(StoreBackend &backend, const RunRef &run, const QString &path, const QString &target, Job &job)
{
    const QString source = u"%1 %2 %3"_s.arg(backend.info().location, run.run.value, path);
    auto file = PartialFile::open(target, source.toUtf8());
    if (!file)
        return file.error();
    const ArtifactSink whole = file->sink();
    const Status read = backend.resumeArtifact(run, path, file->have(), {whole.begin, [&](QByteArrayView piece) {
        job.setProgress((file->have().offset + piece.size()) / Kibibyte, std::max<qint64>(0, file->have().size / Kibibyte), {});
        return whole.piece(piece);
    }}, job);
    if (!read || !file->status())
        return read ? file->status() : read;
    return job.isCanceled() ? Status(Store::canceled()) : file->commit(PartialFile::Existing::Replace);
}

} // namespace

ArtifactDownloads::~ArtifactDownloads()
{
    m_watcher.disconnect(this);
    m_watcher.cancel();
}

void ArtifactDownloads::start(const Store &store, const RunRef &run, const QString &path, const QString &target)
{
    connect(&store, &QObject::destroyed, this, &ArtifactDownloads::drop, Qt::UniqueConnection);
    m_downloads.push_back({&store, store.another(), run, path, target});
    if (!m_isRunning)
        startNext();
}

void ArtifactDownloads::stop()
{
    m_watcher.cancel();
}

// Those that wait go; the one that runs ends, before the source's own parts go.
void ArtifactDownloads::drop(const QObject *source)
{
    const bool isFrom = m_isRunning && m_downloads.front().source == source;
    const auto rest = m_downloads.begin() + (m_isRunning ? 1 : 0);
    m_downloads.erase(std::remove_if(rest, m_downloads.end(), [&](const Download &download) { return download.source == source; }), m_downloads.end());
    if (!isFrom)
        return;
    m_watcher.cancel();
    m_downloads.front().store.reset();
}

void ArtifactDownloads::startNext()
{
    m_isRunning = !m_downloads.empty();
    if (!m_isRunning)
        return;
    const Download &next = m_downloads.front();
    m_since.start();
    const auto future = next.store->call([run = next.run, path = next.path, target = next.target](StoreBackend &backend, Job &job) {
        return copyArtifact(backend, run, path, target, job);
    });
    m_watcher.disconnect(this);
    connect(&m_watcher, &QFutureWatcherBase::progressValueChanged, this, [this](int value) { tell(value, m_watcher.progressMaximum()); });
    m_watcher.setFuture(future);
    whenDone(future, this, [this](const QFuture<Status> &done) { finish(done); });
}

void ArtifactDownloads::tell(qint64 kibibytes, qint64 total)
{
    if (m_isRunning && m_since.elapsed() >= ShownAfterMs)
        Q_EMIT changed(ArtifactTransfer{m_downloads.front().path, kibibytes * Kibibyte, total * Kibibyte, qsizetype(m_downloads.size()) - 1});
}

void ArtifactDownloads::finish(const QFuture<Status> &done)
{
    // The store is closed on its way out, when the last of its jobs has let go of the file.
    const RunRef run = m_downloads.front().run;
    const QString path = m_downloads.front().path, target = m_downloads.front().target;
    m_downloads.pop_front();
    Q_EMIT changed(std::nullopt);
    const Status status = done.resultCount() > 0 ? done.result() : Status(Store::canceled());
    if (status) {
        Q_EMIT saved(run, path, QDir::toNativeSeparators(target));
    } else {
        const bool isKept = QFileInfo::exists(target + ".assay-part"_L1);
        Q_EMIT failed(isKept ? tr("%1 What came of %2 is kept; saving it there again goes on from it.").arg(status.error().message, path.section(u'/', -1)) : status.error().message);
    }
    startNext();
}

} // namespace Assay
