// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/entityjson.h"
#include "app/cli/text.h"
#include "app/cli/writeanswer.h"
#include "models/registry/promotion.h"

using namespace Qt::StringLiterals;

namespace Assay {

namespace {

class AliasCommand final : public Command
{
public:
    CommandSpec spec() const override
    {
        return {"alias"_L1, CliText::tr("point an alias of a model at a version, or delete it"),
                CliText::tr("Intent and outcome are written to the audit journal of this account."),
                {{u"LOCATION"_s}, {u"NAME"_s}, {u"ALIAS"_s}, {u"VERSION"_s, ArgumentSpec::Count::Optional}},
                {{"delete"_L1, 0, {}, false, CliText::tr("delete the alias")},
                 {"reason"_L1, 0, CliText::tr("TEXT"), false, CliText::tr("why; required")}}};
    }

    Result<ExitStatus> run(Invocation &invocation) const override
    {
        const Arguments &arguments = invocation.arguments;
        const bool isDeletion = arguments.has("delete"_L1);
        if ((arguments.count() > 3) == isDeletion)
            return Error{ErrorCode::InvalidArgument, CliText::tr("Either VERSION or --delete is needed"), {}};
        if (!arguments.has("reason"_L1))
            return Error{ErrorCode::InvalidArgument, CliText::tr("A reason is needed: --reason TEXT"), {}};
        if (const Status opened = invocation.session.open(arguments.at(0)); !opened)
            return opened.error();
        StoreBackend &store = invocation.session.backend();
        const auto model = findModel(invocation.session, arguments.at(1));
        if (!model)
            return model.error();
        const QString alias = arguments.at(2);
        const std::optional<QString> version = isDeletion ? std::nullopt : std::optional(arguments.at(3));
        if (version) {
            if (const auto found = findVersion(*model, *version); !found)
                return found.error();
        } else if (!model->aliases.contains(alias)) {
            return Error{ErrorCode::NotFound, CliText::tr("The model has no such alias"), model->name + u' ' + alias};
        }
        if (!store.info().capabilities.contains(Capability::Aliases))
            return Error{ErrorCode::Refused, CliText::tr("The store has no aliases"), store.info().location};

        const auto done = changeAlias(store, AuditJournal(AuditJournal::defaultPath()), model->name, alias, version,
                                      arguments.value("reason"_L1), invocation.session.job());
        if (!done)
            return done.error();
        WriteAnswer answer{done->outcome, {}, {}, done->error};
        answer.members = [&](JsonWriter &json) {
            member(json, "name", model->name);
            member(json, "alias", alias);
            memberOrNull(json, "from", model->aliases.value(alias));
            memberOrNull(json, "to", version.value_or(QString()));
            memberOrNull(json, "entry", done->entry);
        };
        answer.sentence = version ? CliText::tr("Alias %1 of %2 is version %3 now; journal entry %4.").arg(alias, model->name, *version, done->entry)
                                  : CliText::tr("Alias %1 of %2 is deleted; journal entry %3.").arg(alias, model->name, done->entry);
        return writeAnswer(invocation, answer);
    }
};

} // namespace

std::unique_ptr<Command> makeAliasCommand()
{
    return std::make_unique<AliasCommand>();
}

} // namespace Assay
