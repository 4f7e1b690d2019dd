// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/domain/experiment.h"

#include <QList>
#include <QString>

namespace Assay {

class CopyDatabase;

// The runs of a copy that were made available offline on purpose: what is kept of them stays.
QList<RunRef> pinnedRuns(CopyDatabase &copy);
Status pinRuns(CopyDatabase &copy, const QList<RunRef> &runs);

// Both answer how many bytes they freed. What cannot be opened or written stays as it is.
qint64 removeCopy(const QString &folder, qint64 bytes); // all that is not pinned; the folder itself where nothing is
qint64 trimCopy(const QString &folder, qint64 wanted);  // files and histories that were not used for longest, until it is enough

} // namespace Assay
