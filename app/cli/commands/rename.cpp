// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/entityjson.h"
#include "app/cli/runchange.h"
#include "app/cli/text.h"
#include "app/cli/writeanswer.h"
#include "models/store/runedits.h"

using namespace Qt::StringLiterals;

namespace Assay {

namespace {

class RenameCommand final : public Command
{
public:
    CommandSpec spec() const override
    {
        return {"rename"_L1, CliText::tr("give a run another name"),
                CliText::tr("RUN is an id or its unique prefix. The name and the tag mlflow.runName change together, and what stands there after "
                            "the write is read back. A NAME that begins with a dash is written behind -- alone."),
                {{u"LOCATION"_s}, {u"RUN"_s}, {u"NAME"_s}},
                {{"expect"_L1, 0, CliText::tr("NAME"), false, CliText::tr("refuse unless the run has this name now")}}};
    }

    Result<ExitStatus> run(Invocation &invocation) const override
    {
        Session &session = invocation.session;
        const Arguments &arguments = invocation.arguments;
        if (const Status opened = openForWriting(session, arguments.at(0)); !opened)
            return opened.error();
        const auto ref = session.findRun(arguments.at(1));
        if (!ref)
            return ref.error();
        const auto found = session.runRow(*ref);
        if (!found)
            return found.error();
        RunEdit edit = RunEdit::rename(*ref, {}, arguments.at(2));
        edit.from = edit.valueIn(found->table->run(found->row));
        if (arguments.has("expect"_L1) && edit.from.value_or(QString()) != arguments.value("expect"_L1))
            return Error{ErrorCode::Conflict, CliText::tr("The run has another name now"), edit.from.value_or(QString())};
        const RunEditDone done = makeRunEdits(session.backend(), {edit}, session.job()).edits.first();
        WriteAnswer answer;
        answer.error = done.error;
        answer.outcome = !done.error ? Outcome::Applied : done.error->code == ErrorCode::OutcomeUnknown ? Outcome::Unknown : Outcome::NotApplied;
        answer.members = [&](JsonWriter &json) {
            member(json, "run_id", ref->run.value);
            memberOrNull(json, "from", edit.from.value_or(QString()));
            member(json, "to", *edit.to);
        };
        answer.sentence = CliText::tr("Run %1 is named %2 now.").arg(ref->run.value, *edit.to);
        return writeAnswer(invocation, answer);
    }
};

} // namespace

std::unique_ptr<Command> makeRenameCommand()
{
    return std::make_unique<RenameCommand>();
}

} // namespace Assay
