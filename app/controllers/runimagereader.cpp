// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/controllers/runimagereader.h"

#include "models/base/whendone.h"
#include "models/items/previewtext.h"
#include "models/preview/previewreader.h"

namespace Assay {

void RunImageReader::setStore(OpenStore *store)
{
    ++m_generation;
    m_helper.cancel();
    m_lists.clear();
    m_images.clear();
    m_isReading = false;
    m_current.reset();
    m_store = store;
}

void RunImageReader::list(const RunRef &run)
{
    m_lists.enqueue(run);
    startNext();
}

void RunImageReader::read(const QList<RunImage> &images)
{
    m_images = images;
    if (m_current)
        m_images.removeOne(*m_current);
    startNext();
}

// Pictures before lists: they are what somebody looks at now.
void RunImageReader::startNext()
{
    if (m_isReading || !m_store)
        return;
    if (!m_images.isEmpty())
        startImage(m_images.takeFirst());
    else if (!m_lists.isEmpty())
        startList(m_lists.dequeue());
}

void RunImageReader::startList(const RunRef &run)
{
    m_isReading = true;
    auto future = m_store->store().call([run](StoreBackend &backend, Job &job) -> Result<QList<LoggedImage>> {
        const auto listing = backend.artifacts(run, {}, true, job);
        if (!listing)
            return listing.error();
        return loggedImages(listing->entries);
    });
    whenDone(future, this, [this, run, generation = m_generation](const QFuture<Result<QList<LoggedImage>>> &done) {
        if (generation != m_generation)
            return;
        m_isReading = false;
        Q_EMIT listed(run, done.resultCount() > 0 ? done.result() : Result<QList<LoggedImage>>(QList<LoggedImage>()));
        startNext();
    });
}

void RunImageReader::startImage(const RunImage &wanted)
{
    m_isReading = true;
    m_current = wanted;
    auto future = m_store->store().call([wanted](StoreBackend &backend, Job &job) -> Result<Bytes> {
        ArtifactBytes artifact(wanted.path, wanted.size);
        const Status status = backend.readArtifact(wanted.run, wanted.path, [&](QByteArrayView piece) { return artifact.take(piece); }, job);
        if (!status)
            return status.error();
        if (artifact.isTooLarge() || artifact.type().kind != PreviewKind::Image)
            return Error{ErrorCode::Unsupported, tr("This is no picture, or it is too large."), wanted.path};
        return Bytes{artifact.type(), artifact.bytes(), artifact.size()};
    });
    whenDone(future, this, [this, wanted, generation = m_generation](const QFuture<Result<Bytes>> &done) {
        if (generation != m_generation)
            return;
        if (done.resultCount() > 0)
            decode(wanted, done.result());
        else
            finish(wanted, Error{ErrorCode::Unreadable, tr("The picture could not be read."), wanted.path});
    });
}

void RunImageReader::decode(const RunImage &wanted, const Result<Bytes> &bytes)
{
    if (!bytes)
        return finish(wanted, bytes.error());
    m_helper.start(wanted.path, bytes->type, bytes->bytes, bytes->size, [this, wanted](const Preview &preview) {
        if (const auto *image = std::get_if<ImagePreview>(&preview.content))
            return finish(wanted, *image);
        const auto *failure = std::get_if<PreviewFailure>(&preview.content);
        finish(wanted, Error{ErrorCode::Damaged, failure ? failureText(*failure) : tr("The picture could not be read."), wanted.path});
    });
}

void RunImageReader::finish(const RunImage &wanted, const Result<ImagePreview> &image)
{
    m_isReading = false;
    m_current.reset();
    Q_EMIT imageRead(wanted.run, wanted.path, image);
    startNext();
}

} // namespace Assay
