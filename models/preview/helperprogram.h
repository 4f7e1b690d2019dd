// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Assay {

// Where a program lies that Assay starts to do a part of its work: beside the running one, or where it was installed
// to be started by it alone. When it is nowhere, where it should be.
QString helperProgram(QLatin1StringView name);

} // namespace Assay
