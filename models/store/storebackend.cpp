// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/storebackend.h"

#include "models/store/store.h"

namespace Assay {

QList<std::optional<Error>> StoreBackend::editRuns(const QList<RunEdit> &edits, Job &job)
{
    QList<std::optional<Error>> answers;
    for (const RunEdit &edit : edits) {
        const Status done = job.isCanceled() ? Status(Store::canceled()) : editRun(edit, job);
        answers.append(done ? std::nullopt : std::optional(done.error()));
    }
    return answers;
}

} // namespace Assay
