// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"

class QIODevice;

namespace Assay {

// Looks at the structure of a zip before anything reads it by its word: at most `maxEntries` files, one behind the other from the
// first byte to the directory, none overlapping, none hidden between them, sizes within the file. What is packed more than
// 1,100 times (deflate cannot) or not packed and of another size lies about its size. Damaged, saying what is wrong in `detail`.
Status checkZipLayout(QIODevice &device, qint64 maxEntries);

} // namespace Assay
