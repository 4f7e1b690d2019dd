// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/answer.h"
#include "app/cli/command.h"
#include "app/cli/entityjson.h"
#include "app/cli/text.h"
#include "app/cli/withoption.h"

using namespace Qt::StringLiterals;

namespace Assay {

namespace {

using Kind = RecordColumn::Kind;

class MetricsCommand final : public Command
{
public:
    CommandSpec spec() const override
    {
        return {"metrics"_L1, CliText::tr("print every logged point of a run's metrics"),
                CliText::tr("Points come in logged order where the store keeps it, else by timestamp, step and value. Without a "
                            "KEY all metrics of the run are printed.")
                    + u"\n\n"_s + withHelp(),
                {{u"LOCATION"_s}, {u"RUN_ID"_s}, {u"KEY"_s, ArgumentSpec::Count::Any}}, {withOption()}};
    }

    Result<ExitStatus> run(Invocation &invocation) const override
    {
        Session &session = invocation.session;
        if (const Status opened = openWith(session, invocation.arguments); !opened)
            return opened.error();
        const auto run = session.findRun(invocation.arguments.at(1));
        if (!run)
            return run.error();
        QStringList keys = invocation.arguments.from(2);
        keys.removeDuplicates();
        const auto history = session.history({*run, keys});
        if (!history)
            return history.error();
        if (invocation.output.format() == OutputFormat::Json)
            writeDocument(invocation.output, run->run, session.storeOf(*run), *history);
        else if (invocation.output.format() == OutputFormat::Ndjson)
            writeLines(invocation.output, *history);
        else
            writeRecords(invocation.output, *history);
        return ExitStatus::Done;
    }

private:
    static void writePoint(JsonWriter &json, const MetricSeries &series, size_t i)
    {
        json.key("step");
        json.integer(series.steps[i]);
        json.key("timestamp");
        json.integer(series.timestamps[i]);
        json.key("value");
        json.number(series.values[i]);
    }

    static void writeDocument(Output &output, const RunId &run, const QString &store, const QList<MetricSeries> &history)
    {
        JsonWriter json(sinkOf(output), 3);
        json.beginObject();
        member(json, "run_id", run.value);
        if (!store.isEmpty())
            member(json, "store", store);
        json.key("metrics");
        json.beginObject();
        for (const MetricSeries &series : history) {
            json.key(series.key);
            json.beginArray();
            for (size_t i = 0; i < series.values.size(); ++i) {
                json.beginObject();
                writePoint(json, series, i);
                json.endObject();
            }
            json.endArray();
        }
        json.endObject();
        json.endObject();
        json.endDocument();
        json.flush();
    }

    static void writeLines(Output &output, const QList<MetricSeries> &history)
    {
        JsonWriter json(sinkOf(output), 0);
        for (const MetricSeries &series : history) {
            for (size_t i = 0; i < series.values.size(); ++i) {
                json.beginObject();
                member(json, "key", series.key);
                writePoint(json, series, i);
                json.endObject();
                json.endDocument();
            }
        }
        json.flush();
    }

    static void writeRecords(Output &output, const QList<MetricSeries> &history)
    {
        const bool isTable = output.format() == OutputFormat::Table;
        const auto records = recordWriter(output);
        records->begin({{u"key"_s}, {u"step"_s, Kind::Number}, {u"timestamp"_s, Kind::Number}, {u"value"_s, Kind::Number}});
        for (const MetricSeries &series : history) {
            for (size_t i = 0; i < series.values.size(); ++i) {
                records->text(series.key);
                records->integer(series.steps[i]);
                isTable ? records->time(series.timestamps[i]) : records->integer(series.timestamps[i]);
                records->number(series.values[i]);
                records->endRecord();
            }
        }
        records->finish();
    }
};

} // namespace

std::unique_ptr<Command> makeMetricsCommand()
{
    return std::make_unique<MetricsCommand>();
}

} // namespace Assay
