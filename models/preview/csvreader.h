// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/preview/preview.h"

namespace Assay {

// Comma- (or semicolon-) and tab-separated values; quotes as in RFC 4180, ragged lines filled up. `complete` false: the
// text was cut off, and its last line is left out. The first line is the header unless it has a number in it.
TablePreview readCsv(QStringView text, bool tabs, bool complete, QList<PreviewNote> &notes);

} // namespace Assay
