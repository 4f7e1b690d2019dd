// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/entityjson.h"
#include "app/cli/text.h"
#include "app/cli/writeanswer.h"
#include "models/registry/promotion.h"

using namespace Qt::StringLiterals;

namespace Assay {

namespace {

QStringList stageNames()
{
    QStringList names;
    for (Stage stage : AllStages)
        names.append(stageName(stage));
    return names;
}

Result<Stage> stageOf(const QString &written)
{
    if (const auto stage = stageFromName(written))
        return *stage;
    return Error{ErrorCode::InvalidArgument, CliText::tr("A stage is %1, not: %2").arg(alternatives(stageNames()), written), {}};
}

class PromoteCommand final : public Command
{
public:
    CommandSpec spec() const override
    {
        return {"promote"_L1, CliText::tr("move a model version to another stage"),
                CliText::tr("STAGE is None, Staging, Production or Archived, in any case. The store is changed only if the version still "
                            "stands where it stood when it was read, in one attempt, and is read back. Intent and outcome are written to the "
                            "audit journal of this account.\n\n"
                            "Exit status 4 when it is refused, 5 when nobody can say whether the change took place."),
                {{u"LOCATION"_s}, {u"NAME"_s}, {u"VERSION"_s}, {u"STAGE"_s}},
                {{"archive-existing"_L1, 0, {}, false, CliText::tr("move the versions that stand in STAGE to Archived (Staging and Production only)")},
                 {"reason"_L1, 0, CliText::tr("TEXT"), false, CliText::tr("why; required")},
                 {"expect"_L1, 0, CliText::tr("STAGE"), false, CliText::tr("refuse unless the version stands there now")},
                 {"dry-run"_L1, 0, {}, false, CliText::tr("say what would be done, and change nothing")}}};
    }

    Result<ExitStatus> run(Invocation &invocation) const override
    {
        const Arguments &arguments = invocation.arguments;
        const auto to = stageOf(arguments.at(3));
        if (!to)
            return to.error();
        if (!arguments.has("reason"_L1))
            return Error{ErrorCode::InvalidArgument, CliText::tr("A reason is needed: --reason TEXT"), {}};
        const auto expected = arguments.has("expect"_L1) ? stageOf(arguments.value("expect"_L1)) : to;
        if (!expected)
            return expected.error();
        if (const Status opened = invocation.session.open(arguments.at(0)); !opened)
            return opened.error();
        const auto model = findModel(invocation.session, arguments.at(1));
        if (!model)
            return model.error();
        const auto version = findVersion(*model, arguments.at(2));
        if (!version)
            return version.error();
        if (arguments.has("expect"_L1) && version->currentStage != stageName(*expected))
            return Error{ErrorCode::Conflict, CliText::tr("The version does not stand in %1").arg(stageName(*expected)),
                         u"%1 %2: %3"_s.arg(model->name, version->version, version->currentStage)};
        const PromotionRequest request{{model->name, version->version, version->currentStage, version->lastUpdatedTime, *to,
                                        arguments.has("archive-existing"_L1)},
                                       arguments.value("reason"_L1)};
        if (const Status allowed = checkPromotion(invocation.session.backend().info(), request); !allowed)
            return allowed.error();
        return arguments.has("dry-run"_L1) ? plan(invocation, *model, request) : apply(invocation, request);
    }

private:
    static std::function<void(JsonWriter &)> members(const StageChange &change, const QStringList &archived, const QString &entry = {}, const QString &overlap = {})
    {
        return [=](JsonWriter &json) {
            member(json, "name", change.model);
            member(json, "version", change.version);
            member(json, "from", change.fromStage);
            member(json, "to", stageName(change.toStage));
            member(json, "archived", archived);
            memberOrNull(json, "entry", entry);
            if (!overlap.isEmpty())
                member(json, "overlap", overlap);
        };
    }

    static ExitStatus plan(Invocation &invocation, const RegisteredModel &model, const PromotionRequest &request)
    {
        const StageChange &change = request.change;
        const QStringList archives = planPromotion(model, change).archives;
        const auto common = members(change, archives);
        WriteAnswer answer;
        answer.members = [common](JsonWriter &json) {
            common(json);
            json.key("dry_run");
            json.boolean(true);
        };
        answer.sentence = archives.isEmpty()
            ? CliText::tr("%1 version %2 would move from %3 to %4.").arg(change.model, change.version, change.fromStage, stageName(change.toStage))
            : CliText::tr("%1 version %2 would move from %3 to %4, and archive: %5.")
                  .arg(change.model, change.version, change.fromStage, stageName(change.toStage), archives.join(u", "_s));
        return writeAnswer(invocation, answer);
    }

    static Result<ExitStatus> apply(Invocation &invocation, const PromotionRequest &request)
    {
        const auto done = promote(invocation.session.backend(), AuditJournal(AuditJournal::defaultPath()), request, invocation.session.job());
        if (!done)
            return done.error();
        const StageChange &change = done->change;
        WriteAnswer answer{done->outcome, members(change, done->archived, done->entry, done->overlap), {}, done->error};
        answer.sentence = CliText::tr("%1 version %2 moved from %3 to %4; journal entry %5.")
                              .arg(change.model, change.version, change.fromStage, stageName(change.toStage), done->entry);
        if (!done->overlap.isEmpty())
            answer.sentence += u'\n' + done->overlap;
        return writeAnswer(invocation, answer);
    }
};

} // namespace

std::unique_ptr<Command> makePromoteCommand()
{
    return std::make_unique<PromoteCommand>();
}

} // namespace Assay
