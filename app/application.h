// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace Assay {

// The whole life of `assay`: exit status 0, or that of assayctl's contract for what went wrong.
int runApplication(int argc, char *argv[]);

} // namespace Assay
