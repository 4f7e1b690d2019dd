// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/artifact.h"

#include <QByteArray>

namespace Assay {

// One file of a run that was read whole, or as far as it went.
struct RunFile {
    QString path;
    QByteArray bytes;
    bool isCut = false; // longer than what is read of a file
    QString problem;    // translated sentence; empty when it was read

    friend bool operator==(const RunFile &, const RunFile &) = default;
};

// What lies among a run's artifacts, and the files that tell of its environment and of its models' signatures. The files
// of models that MLflow 3 keeps beside the run stand under the model's name: "model/MLmodel".
struct RunFiles {
    bool isReachable = true;
    QString note; // translated sentence: why they are not here, or what was left out; empty when all is well
    QList<ArtifactEntry> entries; // ordered by the bytes of their path
    QList<RunFile> files;

    friend bool operator==(const RunFiles &, const RunFiles &) = default;
};

} // namespace Assay
