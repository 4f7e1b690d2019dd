// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/job.h"

namespace Assay {

// Both answer how many bytes they freed, and leave what was made available offline on purpose (CopyUse::isPinned). What
// cannot be opened or written stays as it is; so does what is left when the job is cancelled.
qint64 removeCopy(const QString &folder, qint64 bytes, const Job &job); // all; the folder itself where nothing in it is pinned and nobody else has it open
qint64 trimCopy(const QString &folder, qint64 wanted, const Job &job);  // histories and files of the runs that were used longest ago, until it is enough

} // namespace Assay
