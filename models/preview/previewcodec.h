// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/preview/preview.h"

#include <optional>

namespace Assay {

// A preview as it travels from the helper process. The helper reads hostile files and may have been taken over, so
// reading believes nothing: no length is allocated before its bytes are there.
QByteArray encodePreview(const Preview &preview);
std::optional<Preview> decodePreview(const QByteArray &bytes);

} // namespace Assay
