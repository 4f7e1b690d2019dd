// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/answer.h"
#include "app/cli/command.h"
#include "app/cli/runjson.h"
#include "app/cli/text.h"

using namespace Qt::StringLiterals;

namespace Assay {

namespace {

// For people and for csv a run is a list of keys and values.
void writeRecords(Output &output, const Run &run)
{
    const auto records = recordWriter(output);
    records->begin({{u"key"_s}, {u"value"_s}});
    const auto texts = [&](ColumnGroup group, const TextMap &map) {
        for (auto it = map.begin(); it != map.end(); ++it) {
            records->text(columnKeyText({group, it.key()}));
            records->text(it.value());
            records->endRecord();
        }
    };
    const auto attribute = [&](QLatin1StringView name, const QString &text) {
        records->text(name);
        records->textOrAbsent(text);
        records->endRecord();
    };
    const auto time = [&](QLatin1StringView name, const OptionalTime &ms) {
        records->text(name);
        records->timeOrAbsent(ms);
        records->endRecord();
    };
    attribute(Attribute::RunId, run.info.ref.run.value);
    attribute(Attribute::RunName, run.info.name);
    attribute(Attribute::ExperimentId, run.info.ref.experiment.value);
    attribute(Attribute::UserId, run.info.userId);
    attribute(Attribute::Status, runStatusName(run.info.status));
    time(Attribute::StartTime, run.info.startTime);
    time(Attribute::EndTime, run.info.endTime);
    attribute(Attribute::ArtifactUri, run.info.artifactUri);
    attribute(Attribute::LifecycleStage, lifecycleName(run.info.lifecycle));
    texts(ColumnGroup::Param, run.params);
    for (auto it = run.metrics.begin(); it != run.metrics.end(); ++it) {
        records->text(columnKeyText({ColumnGroup::Metric, it.key()}));
        records->number(it.value());
        records->endRecord();
    }
    texts(ColumnGroup::Tag, run.tags);
    for (const DatasetInput &input : run.datasets) {
        records->text("datasets."_L1 + input.dataset.name);
        records->text(input.dataset.digest);
        records->endRecord();
    }
    records->finish();
}

class RunCommand final : public Command
{
public:
    CommandSpec spec() const override
    {
        return {"run"_L1, CliText::tr("print everything of one run but its metric histories"),
                CliText::tr("RUN_ID is an id or a unique prefix of at least 4 characters. Where one id stands under two experiments, "
                            "write EXPERIMENT_ID/RUN_ID. Metrics are the latest values by MLflow's rule: greatest step, then timestamp, "
                            "then value."),
                {{u"LOCATION"_s}, {u"RUN_ID"_s}}, {}};
    }

    Result<ExitStatus> run(Invocation &invocation) const override
    {
        Session &session = invocation.session;
        if (const Status opened = session.open(invocation.arguments.at(0)); !opened)
            return opened.error();
        const auto ref = session.findRun(invocation.arguments.at(1));
        if (!ref)
            return ref.error();
        const auto found = session.runRow(*ref);
        if (!found)
            return found.error();
        const OutputFormat format = invocation.output.format();
        if (format != OutputFormat::Json && format != OutputFormat::Ndjson) {
            writeRecords(invocation.output, found->table->run(found->row));
            return ExitStatus::Done;
        }
        JsonWriter json(sinkOf(invocation.output), format == OutputFormat::Json ? 3 : 0);
        RunJson(*found->table, {}).write(json, found->row);
        json.endDocument();
        json.flush();
        return ExitStatus::Done;
    }
};

} // namespace

std::unique_ptr<Command> makeRunCommand()
{
    return std::make_unique<RunCommand>();
}

} // namespace Assay
