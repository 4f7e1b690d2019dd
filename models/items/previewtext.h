// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/preview/preview.h"

namespace Assay {

// What a preview has to say, in words.

QString typeText(const ArtifactType &type);       // "PNG image", "Python", "Binary data"
QString noteText(const PreviewNote &note);        // one sentence
bool isWarning(const PreviewNote &note);          // worth an icon: damage and danger, not size
QString failureText(const PreviewFailure &failure); // one or two sentences: what is the matter, what to do

} // namespace Assay
