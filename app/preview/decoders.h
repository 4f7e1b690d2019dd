// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/preview/preview.h"

namespace Assay {

// The readers of the helper process. Each gets all the bytes of an artifact and fills in content and notes. What it
// makes is bounded; what it uses on the way is bounded by confineProcess().

void readImage(Preview &preview, QByteArray bytes);
void readSvg(Preview &preview, const QByteArray &bytes);
// Zip, Tar and Packed. `name` says what is packed: "metrics.csv.gz" holds a table.
void readArchive(Preview &preview, QByteArray bytes, const QString &name);

} // namespace Assay
