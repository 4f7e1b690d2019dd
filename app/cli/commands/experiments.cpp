// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/answer.h"
#include "app/cli/command.h"
#include "app/cli/entityjson.h"
#include "app/cli/text.h"
#include "app/cli/viewtype.h"

using namespace Qt::StringLiterals;

namespace Assay {

namespace {

using Kind = RecordColumn::Kind;

class ExperimentsCommand final : public Command
{
public:
    CommandSpec spec() const override
    {
        return {"experiments"_L1, CliText::tr("list the experiments of a store"),
                CliText::tr("The one that was changed last comes first; those without a time are last. What lies in a file "
                            "store's .trash is deleted, whatever its meta.yaml says."),
                {{u"LOCATION"_s}}, {viewOption()}};
    }

    Result<ExitStatus> run(Invocation &invocation) const override
    {
        const auto view = viewOf(invocation.arguments);
        if (!view)
            return view.error();
        if (const Status opened = invocation.session.open(invocation.arguments.at(0)); !opened)
            return opened.error();
        auto experiments = invocation.session.experiments();
        if (!experiments)
            return experiments.error();
        experiments->removeIf([&](const Experiment &experiment) { return !isInView(experiment.lifecycle, *view); });
        writeAnswer(invocation.output, answer(), *experiments);
        return ExitStatus::Done;
    }

private:
    static ListAnswer<Experiment> answer()
    {
        return {"experiments",
                {{u"experiment_id"_s, Kind::Exact}, {u"name"_s}, {u"lifecycle_stage"_s, Kind::Exact}, {u"creation_time"_s, Kind::Exact}, {u"last_update_time"_s, Kind::Exact}, {u"artifact_location"_s}},
                [](JsonWriter &json, const Experiment &experiment) { writeJson(json, experiment); },
                [](RecordWriter &record, const Experiment &experiment) {
                    record.text(experiment.id.value);
                    record.text(experiment.name);
                    record.text(lifecycleName(experiment.lifecycle));
                    record.timeOrAbsent(experiment.creationTime);
                    record.timeOrAbsent(experiment.lastUpdateTime);
                    record.text(experiment.artifactLocation);
                }};
    }
};

} // namespace

std::unique_ptr<Command> makeExperimentsCommand()
{
    return std::make_unique<ExperimentsCommand>();
}

} // namespace Assay
