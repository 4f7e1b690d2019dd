// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/artifactparses.h"
#include "models/items/comparison.h"

#include <memory>

namespace Assay {

// What was read of the compared runs' artifacts, one for each run; null where nothing was read (yet).
using ReadFiles = QList<std::shared_ptr<const RunFiles>>;

struct ArtifactRows {
    std::vector<DiffRow> environment;
    std::vector<DiffRow> signature;
    std::vector<DiffRow> artifacts;
    SectionNotes notes; // one sentence for what could not be read, or is not there
};

// Environment: packages with their versions; all files of a run together. Signature: "inputs.age" with its type, under the
// model's folder where a run has several models. Artifacts: every file with its size. Values of runs that were not read are
// DiffUnread. Takes time for many files: for a worker. What files say is looked up in `parses` and kept there.
ArtifactRows artifactRows(const QList<RunInfo> &runs, const ReadFiles &files, ArtifactParses &parses);
ArtifactRows artifactRows(const QList<RunInfo> &runs, const ReadFiles &files);

} // namespace Assay
