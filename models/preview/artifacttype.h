// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/preview/preview.h"

#include <QByteArrayView>

namespace Assay {

// So many first bytes are enough for artifactType().
inline constexpr qsizetype ArtifactHeadSize = 4096;

// What lies at `path`, by its first bytes and then by its name.
ArtifactType artifactType(const QString &path, QByteArrayView head);

// By the name alone, for icons: Binary when the name says nothing.
PreviewKind kindByName(const QString &path);

// How many bytes of an artifact are needed to show it, and whether it must be all of them.
struct ReadPlan {
    qint64 bytes = 0;
    bool whole = false;
};
ReadPlan readPlan(const ArtifactType &type);

// Of formats that can run code in whoever loads them (pickle and what is built on it).
bool canRunCode(const ArtifactType &type);

} // namespace Assay
