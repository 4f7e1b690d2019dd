// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/runchange.h"
#include "app/cli/text.h"

using namespace Qt::StringLiterals;

namespace Assay {

namespace {

class RestoreCommand final : public Command
{
public:
    CommandSpec spec() const override
    {
        return {"restore"_L1, CliText::tr("bring deleted runs back"),
                CliText::tr("RUN is an id or its unique prefix; all of them are found before the first one is changed. A run that "
                            "is not deleted stays as it is."),
                {{u"LOCATION"_s}, {u"RUN"_s, ArgumentSpec::Count::AtLeastOne}}, {}};
    }

    Result<ExitStatus> run(Invocation &invocation) const override { return changeLifecycle(invocation, Lifecycle::Active); }
};

} // namespace

std::unique_ptr<Command> makeRestoreCommand()
{
    return std::make_unique<RestoreCommand>();
}

} // namespace Assay
