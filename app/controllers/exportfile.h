// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/table/textexport.h"

namespace Assay {

// Write what a person exports: the whole file or, when that fails, nothing. What went wrong is the answer, empty when all
// is well. Any thread.
QString writeExport(const QString &path, const QByteArray &bytes);
// In the format of the file's name, CSV for names that have none.
QString writeExport(const QString &path, const TextTable &table, Formulas formulas);

} // namespace Assay
