// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/storebackend.h"

namespace Assay {

// How an edit ended.
struct RunEditDone {
    RunEdit edit;
    std::optional<Error> error; // nothing: it stands in the store, read back
};

struct RunEditReport {
    QList<RunEditDone> edits; // as they were asked for
    RunTablePtr runs;         // the runs concerned as they stand after it; null when they could not be read

    qsizetype failedCount() const;
};

// Makes one edit after the other, each once, and looks what stands in the store after it. What comes behind a cancellation
// is not tried. To be called on the store's thread.
RunEditReport makeRunEdits(StoreBackend &backend, const QList<RunEdit> &edits, Job &job);

} // namespace Assay
