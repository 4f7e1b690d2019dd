// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/runcolumns.h"
#include "models/items/viewfile.h"

namespace Assay {

OptionSpec viewFileOption();
// The saved view of --view-file, which is there. What it leaves out is for applyViewFile() to say.
Result<ViewFile> savedViewOf(const Arguments &arguments);

// Gives the selection and the columns what the saved view of --view-file says and no option of their own; says on
// standard error what of the file is left out. Nothing happens without the option.
Status applyViewFile(const Arguments &arguments, Console &console, RunSelection &selection, std::optional<QList<ColumnKey>> &columns);

} // namespace Assay
