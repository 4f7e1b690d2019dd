// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/arguments.h"
#include "app/cli/exitstatus.h"
#include "app/cli/output.h"
#include "app/cli/session.h"

#include <memory>
#include <vector>

namespace Assay {

struct CommandSpec {
    QLatin1StringView name;
    QString summary; // one line for the list of commands
    QString details; // paragraphs for its manual page
    QList<ArgumentSpec> arguments;
    QList<OptionSpec> options; // beside those that every command has
};

// What a command gets to do its work. Everything happens on the main thread, one thing after the other.
struct Invocation {
    const Arguments &arguments;
    Output &output;
    Session &session;
};

// One command of assayctl: one file below app/cli/commands, which defines `std::unique_ptr<Command> make<Name>Command()`.
// Stateless.
class Command
{
public:
    virtual ~Command() = default;

    virtual CommandSpec spec() const = 0;
    // The answer goes to invocation.output, whole or not at all where that is possible; a failure is the error.
    virtual Result<ExitStatus> run(Invocation &invocation) const = 0;
    // The file that the answer goes to, empty for standard output.
    virtual QString outputFile(const Arguments &arguments) const;
};

// One of every command, by name. Generated from the files of app/cli/commands.
std::vector<std::unique_ptr<Command>> allCommands();

} // namespace Assay
