// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"

namespace Assay {

// The options that every command takes.
QList<OptionSpec> commonOptions();
// What `assayctl help` and `assayctl help COMMAND` print, in lines of at most 80 characters.
QString overviewText(const std::vector<std::unique_ptr<Command>> &commands);
QString manualText(const Command &command);
// A page of the user guide as it is written: "query", "views". Nothing for any other name.
std::optional<QString> guideText(const QString &name);

} // namespace Assay
