// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/preview/artifacttype.h"

#include <optional>

namespace Assay {

// Takes an artifact's bytes as they come, finds out what it is, and asks for no more than showing it needs.
class ArtifactBytes
{
public:
    // `size`: as listed, -1 when not known.
    ArtifactBytes(QString path, qint64 size) : m_path(std::move(path)), m_size(size) {}

    bool take(QByteArrayView piece); // false: enough
    // Once all is taken, also when there was nothing.
    ArtifactType type() const;
    const QByteArray &bytes() const { return m_bytes; }
    // True when all of the artifact is in bytes().
    bool isComplete() const { return !m_stopped; }
    qint64 size() const { return m_size >= 0 ? m_size : m_bytes.size(); }
    // Whether the artifact is larger than what can be shown of its kind, which needs all of it.
    bool isTooLarge() const { return m_stopped && readPlan(type()).whole; }

private:
    QString m_path;
    qint64 m_size;
    QByteArray m_bytes;
    std::optional<ReadPlan> m_plan;
    bool m_stopped = false;
};

// What is shown of a text, a table or anything unknown, here and now. The other kinds belong to the helper process:
// PreviewProcess. Any thread.
Preview readPreview(const ArtifactType &type, const QByteArray &bytes, bool isComplete, qint64 size);

// The failure of something that is not shown at all.
Preview failedPreview(const ArtifactType &type, qint64 size, PreviewFailure failure);

} // namespace Assay
