// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/loggedimages.h"
#include "models/preview/previewprocess.h"
#include "models/store/openstore.h"

#include <QPointer>
#include <QQueue>

namespace Assay {

// Lists and reads pictures of runs, one after the other: bytes on the store's thread, decoding in the confined helper.
// GUI thread.
class RunImageReader final : public QObject
{
    Q_OBJECT

public:
    explicit RunImageReader(QObject *parent = nullptr) : QObject(parent) {}

    void setStore(OpenStore *store); // forgets what was asked for
    bool isBusy() const { return m_isReading || !m_lists.isEmpty() || !m_images.isEmpty(); }
    void list(const RunRef &run);
    void read(const QList<RunImage> &images); // in place of those that were asked for before; the first one first

Q_SIGNALS:
    void listed(const Assay::RunRef &run, const Assay::Result<QList<Assay::LoggedImage>> &images);
    void imageRead(const Assay::RunRef &run, const QString &path, const Assay::Result<Assay::ImagePreview> &image);

private:
    struct Bytes {
        ArtifactType type;
        QByteArray bytes;
        qint64 size = 0;
    };

    void startNext();
    void startList(const RunRef &run);
    void startImage(const RunImage &wanted);
    void decode(const RunImage &wanted, const Result<Bytes> &bytes);
    void finish(const RunImage &wanted, const Result<ImagePreview> &image);

    QPointer<OpenStore> m_store;
    QQueue<RunRef> m_lists;
    QList<RunImage> m_images;
    std::optional<RunImage> m_current; // that is being read
    bool m_isReading = false;
    int m_generation = 0; // counts stores
    PreviewProcess m_helper;
};

} // namespace Assay
