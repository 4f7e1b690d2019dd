// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/runchange.h"
#include "app/cli/text.h"

using namespace Qt::StringLiterals;

namespace Assay {

namespace {

class DeleteCommand final : public Command
{
public:
    CommandSpec spec() const override
    {
        return {"delete"_L1, CliText::tr("mark runs as deleted"),
                CliText::tr("A deleted run stays in the store until MLflow collects its garbage, and assayctl restore brings it back. "
                            "RUN is an id or its unique prefix; all of them are found before the first one is changed. A run "
                            "that is deleted already stays as it is."),
                {{u"LOCATION"_s}, {u"RUN"_s, ArgumentSpec::Count::AtLeastOne}}, {}};
    }

    Result<ExitStatus> run(Invocation &invocation) const override { return changeLifecycle(invocation, Lifecycle::Deleted); }
};

} // namespace

std::unique_ptr<Command> makeDeleteCommand()
{
    return std::make_unique<DeleteCommand>();
}

} // namespace Assay
