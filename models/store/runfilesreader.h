// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/runfiles.h"
#include "models/store/storebackend.h"

namespace Assay {

// Lists a run's artifacts and reads requirements.txt, conda.yaml, python_env.yaml and MLmodel wherever they lie: at most 64
// files of 1 MiB each, and 4 MiB together. What is not here, or fails, is told in the answer. Errors: Canceled; NotFound for a run that is
// gone.
Result<RunFiles> readRunFiles(StoreBackend &store, const RunRef &run, Job &job);

// One file by its path as it stands in RunFiles; Unsupported when it is longer than `limit` bytes.
Result<QByteArray> readRunFile(StoreBackend &store, const RunRef &run, const QString &path, qsizetype limit, Job &job);

} // namespace Assay
