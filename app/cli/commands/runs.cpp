// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/answer.h"
#include "app/cli/command.h"
#include "app/cli/runcolumns.h"
#include "app/cli/runjson.h"
#include "app/cli/text.h"
#include "app/cli/viewoption.h"
#include "app/cli/withoption.h"

using namespace Qt::StringLiterals;

namespace Assay {

namespace {

using Keys = std::optional<QList<ColumnKey>>;

class RunsCommand final : public Command
{
public:
    CommandSpec spec() const override
    {
        const QList<OptionSpec> own = {
            withOption(),
            viewFileOption(),
            {"columns"_L1, 0, CliText::tr("KEY,…"), false, CliText::tr("only these metrics, params and tags; in all formats but json and ndjson these columns in this order")},
            {"spreadsheet-safe"_L1, 0, {}, false, CliText::tr("csv and tsv: put an apostrophe before texts that a spreadsheet would take for a formula")},
        };
        return {"runs"_L1, CliText::tr("list runs"),
                CliText::tr("Without -e the runs of all active experiments are listed, with --view deleted or all those of deleted experiments "
                            "too. A run's lifecycle_stage is what is recorded for the run itself.\n\n"
                            "KEY is written as in a query: metrics.loss, params.`a b`, tags.team, start_time. Params sort as text unless "
                            "written num(params.lr).\n\n"
                            "A QUERY is MLflow's filter with OR, NOT, brackets, arithmetic, regular expressions (~) and functions. Dates in it "
                            "are in UTC unless TZ says otherwise.")
                    + u"\n\n"_s + withHelp(),
                {{u"LOCATION"_s}}, runSelectionOptions() + own};
    }

    Result<ExitStatus> run(Invocation &invocation) const override
    {
        auto selection = runSelectionOf(invocation.arguments);
        if (!selection)
            return selection.error();
        auto keys = runColumnsOf(invocation.arguments);
        if (!keys)
            return keys.error();
        if (const Status view = applyViewFile(invocation.arguments, invocation.session.console(), *selection, *keys); !view)
            return view.error();
        if (const Status opened = openWith(invocation.session, invocation.arguments); !opened)
            return opened.error();
        const auto runs = selectRuns(invocation.session, *selection);
        if (!runs)
            return runs.error();
        switch (invocation.output.format()) {
        case OutputFormat::Json: writeDocument(invocation.output, *runs, *keys); break;
        case OutputFormat::Ndjson: writeLines(invocation.output, *runs, *keys); break;
        case OutputFormat::Csv:
        case OutputFormat::Tsv:
        case OutputFormat::Markdown:
        case OutputFormat::Latex:
        case OutputFormat::Html: writeRecords(invocation, *runs, *keys); break;
        case OutputFormat::Table: writeTable(invocation, *runs, *keys); break;
        }
        return ExitStatus::Done;
    }

private:
    static void writeDocument(Output &output, const SelectedRuns &runs, const Keys &keys)
    {
        const RunJson writer(*runs.table, keys);
        JsonWriter json(sinkOf(output));
        json.beginObject();
        json.key("runs");
        json.beginArray();
        for (uint32_t row : runs.rows)
            writer.write(json, row);
        json.endArray();
        json.key("matched");
        json.integer(runs.matched);
        json.key("total");
        json.integer(runs.total);
        json.endObject();
        json.endDocument();
        json.flush();
    }

    static void writeLines(Output &output, const SelectedRuns &runs, const Keys &keys)
    {
        const RunJson writer(*runs.table, keys);
        JsonWriter json(sinkOf(output), 0);
        for (uint32_t row : runs.rows) {
            writer.write(json, row);
            json.endDocument();
        }
        json.flush();
    }

    static void writeRecords(Invocation &invocation, const SelectedRuns &runs, const Keys &keys)
    {
        const TextFormat format = recordFormat(invocation.output.format()).value_or(TextFormat::Csv);
        const bool safe = invocation.arguments.has("spreadsheet-safe"_L1);
        TextRecords records(sinkOf(invocation.output), format, safe ? Formulas::Neutralised : Formulas::AsTheyAre);
        const QList<ColumnKey> columns = keys ? *keys : allColumns(*runs.table);
        writeRunRecords(records, runs, columns, columns.size());
    }

    static void writeTable(Invocation &invocation, const SelectedRuns &runs, const Keys &keys)
    {
        TableWriter table(sinkOf(invocation.output), invocation.output.width());
        const TableColumns columns = keys ? TableColumns{*keys, keys->size()} : columnsForPeople(runs);
        writeRunRecords(table, runs, columns.keys, columns.firstOptional);
        if (table.hiddenColumns() > 0)
            invocation.session.console().warn(CliText::tr("Columns that do not fit: %1; --columns chooses others").arg(table.hiddenColumns()));
    }
};

} // namespace

std::unique_ptr<Command> makeRunsCommand()
{
    return std::make_unique<RunsCommand>();
}

} // namespace Assay
