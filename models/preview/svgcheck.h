// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/preview/preview.h"

#include <optional>

namespace Assay {

// Why an SVG is not drawn: Damaged, or ReadsOtherFiles because it refers to anything but a part of itself or a PNG or
// JPEG that it carries within. Qt's renderer would read such files from the disk.
std::optional<PreviewFailure> svgObjection(const QByteArray &svg);

} // namespace Assay
