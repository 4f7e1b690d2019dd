// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace Assay {

// What an archive may cost, whatever it declares about itself. Real bytes are counted, declared ones never allocated.
struct ArchiveLimits {
    qint64 unpackedBytes = 64 << 20;
    qint64 freeBytes = 10 << 20; // below this the ratio does not matter
    qint64 ratio = 200;          // unpacked : packed, above `freeBytes`
    qsizetype entries = 10'000;
};

} // namespace Assay
