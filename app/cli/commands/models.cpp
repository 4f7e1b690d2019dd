// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/answer.h"
#include "app/cli/command.h"
#include "app/cli/entityjson.h"
#include "app/cli/text.h"

using namespace Qt::StringLiterals;

namespace Assay {

namespace {

using Kind = RecordColumn::Kind;

class ModelsCommand final : public Command
{
public:
    CommandSpec spec() const override
    {
        return {"models"_L1, CliText::tr("list registered models and their versions"),
                CliText::tr("Models come by name, versions by number. Deleted versions are not shown. In csv and table each "
                            "version is a record; a model without versions is one with no version."),
                {{u"LOCATION"_s}, {u"NAME"_s, ArgumentSpec::Count::Optional}},
                {{"prompts"_L1, 0, {}, false, CliText::tr("prompts too, which the registry keeps as models")}}};
    }

    Result<ExitStatus> run(Invocation &invocation) const override
    {
        if (const Status opened = invocation.session.open(invocation.arguments.at(0)); !opened)
            return opened.error();
        auto models = invocation.session.models();
        if (!models)
            return models.error();
        if (invocation.arguments.count() > 1) {
            const QString name = invocation.arguments.at(1);
            models->removeIf([&](const RegisteredModel &model) { return model.name != name; });
            if (models->isEmpty())
                return Error{ErrorCode::NotFound, CliText::tr("There is no such registered model"), name};
        } else if (!invocation.arguments.has("prompts"_L1)) {
            models->removeIf([](const RegisteredModel &model) { return model.isPrompt(); });
        }
        const OutputFormat format = invocation.output.format();
        if (format != OutputFormat::Json && format != OutputFormat::Ndjson)
            writeRecords(invocation.output, *models);
        else
            writeAnswer(invocation.output, ListAnswer<RegisteredModel>{"models", {}, [](JsonWriter &json, const RegisteredModel &model) { writeJson(json, model); }, {}}, *models);
        return ExitStatus::Done;
    }

private:
    static void writeRecords(Output &output, const QList<RegisteredModel> &models)
    {
        const auto records = recordWriter(output);
        records->begin({{u"name"_s}, {u"version"_s, Kind::Number}, {u"current_stage"_s, Kind::Exact}, {u"aliases"_s}, {u"status"_s, Kind::Exact}, {u"last_updated_timestamp"_s, Kind::Exact}, {u"run_id"_s}, {u"description"_s}});
        for (const RegisteredModel &model : models) {
            for (const ModelVersion &version : model.versions) {
                records->text(model.name);
                records->text(version.version);
                records->text(version.currentStage);
                records->textOrAbsent(version.aliases.join(u", "_s));
                records->text(version.status);
                records->timeOrAbsent(version.lastUpdatedTime);
                records->textOrAbsent(version.runId);
                records->textOrAbsent(version.description);
                records->endRecord();
            }
            if (model.versions.isEmpty()) {
                records->text(model.name);
                for (int i = 0; i < 4; ++i)
                    records->absent();
                records->timeOrAbsent(model.lastUpdatedTime);
                records->absent();
                records->textOrAbsent(model.description);
                records->endRecord();
            }
        }
        records->finish();
    }
};

} // namespace

std::unique_ptr<Command> makeModelsCommand()
{
    return std::make_unique<ModelsCommand>();
}

} // namespace Assay
