// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/copy/storecopier.h"

#include <QString>

namespace Assay {

struct BundleDone {
    CopyReport report;
    qint64 bytes = 0; // of the file
};

// Writes what is selected of an open store into one file (see README.txt inside it). The file takes its name when it is whole;
// Refused when something of that name is there and `overwrite` is false, and for more than a zip can hold. To be called on the store's thread.
Result<BundleDone> writeBundle(StoreBackend &source, const CopySelection &selection, const QString &path, bool overwrite, Job &job);

} // namespace Assay
