// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/net/connectioncheck.h"

namespace Assay::MlflowServer {

// Asks the server what any MLflow answers, and says why what came is not that; false then, and when the job was cancelled.
bool checkAnswer(const HttpServer &server, const CheckSink &tell, Job &job);

// Completes answerStep() by what MLflow servers answer, and what stands in front of them.
CheckStep judge(const HttpServer &server, const CheckedAnswer &checked);

} // namespace Assay::MlflowServer
