// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/run.h"

class QDataStream;

namespace Assay {

// A run without its data sets, between programs of one version on one machine. What was cut or changed on the way gives
// false or another run; a length that lies makes the stream fail instead of taking memory.
void writeRun(QDataStream &stream, const Run &run);
bool readRun(QDataStream &stream, Run &run);

} // namespace Assay
