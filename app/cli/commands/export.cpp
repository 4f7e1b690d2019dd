// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/answer.h"
#include "app/cli/command.h"
#include "app/cli/entityjson.h"
#include "app/cli/runselection.h"
#include "app/cli/text.h"
#include "models/stores/assay-bundle/bundlewriter.h"

using namespace Qt::StringLiterals;

namespace Assay {

namespace {

using Kind = RecordColumn::Kind;

// What became of it.
struct Exported {
    QString file;
    BundleDone done;
};

void writeJson(JsonWriter &json, const Exported &exported)
{
    json.beginObject();
    member(json, "file", exported.file);
    const auto number = [&json](std::string_view key, qint64 value) {
        json.key(key);
        json.integer(value);
    };
    const CopySize &size = exported.done.report.size;
    number("bytes", exported.done.bytes);
    number("experiments", size.experiments);
    number("runs", size.runs);
    number("metric_histories", size.histories);
    number("artifact_files", size.files);
    number("artifact_bytes", size.artifactBytes);
    number("left_out", exported.done.report.problems.size());
    json.endObject();
}

class ExportCommand final : public Command
{
public:
    CommandSpec spec() const override
    {
        return {"export"_L1, CliText::tr("write runs into one file that opens as a store of its own"),
                CliText::tr("Writes a bundle: experiments, runs, every logged point of their metrics, registered models, and with "
                            "--with-artifacts the files that the runs logged. Every command takes it as LOCATION, and so does the "
                            "window. It is a zip with SQLite databases and plain files in it; its README.txt says how they are read "
                            "without assayctl.\n\n"
                            "Without -e, --filter, --view and --max it holds the whole store, deleted runs too. Else it holds the runs "
                            "that are asked for, their experiments, and the models of which a version comes from one of them.\n\n"
                            "The file takes its name when it is complete. A file that is there already is replaced with --replace only."),
                {{u"LOCATION"_s}},
                runSelectionOptions()
                    + QList<OptionSpec>{{"with-artifacts"_L1, 0, {}, false, CliText::tr("put the files that the runs logged into it")},
                                        {"replace"_L1, 0, {}, false, CliText::tr("replace the file where it is there already")}}};
    }

    QString outputFile(const Arguments &) const override { return {}; } // the bundle goes there, and not the answer

    Result<ExitStatus> run(Invocation &invocation) const override
    {
        const Arguments &arguments = invocation.arguments;
        const QString file = arguments.value("output"_L1);
        if (file.isEmpty())
            return Error{ErrorCode::InvalidArgument, CliText::tr("export needs --output FILE"), {}};
        const auto runs = runSelectionOf(arguments);
        if (!runs)
            return runs.error();
        Session &session = invocation.session;
        if (const Status opened = session.open(arguments.at(0)); !opened)
            return opened.error();
        CopySelection selection;
        selection.artifacts = arguments.has("with-artifacts"_L1) ? CopySelection::Artifacts::Bytes : CopySelection::Artifacts::None;
        if (const Status selected = select(session, arguments, *runs, selection); !selected)
            return selected.error();
        const auto done = writeBundle(session.backend(), selection, file, arguments.has("replace"_L1), session.job());
        if (!done)
            return done.error();
        for (const Problem &problem : done->report.problems)
            session.console().warn(CliText::tr("Left out: %1").arg(problem.runId + (problem.path.isEmpty() ? QString() : u'/' + problem.path) + ": "_L1 + problem.message));
        writeAnswer<Exported>(invocation.output, {file, *done},
                              {{u"file"_s}, {u"bytes"_s, Kind::Number}, {u"runs"_s, Kind::Number}, {u"artifact_files"_s, Kind::Number}},
                              [](JsonWriter &json, const Exported &exported) { writeJson(json, exported); },
                              [](RecordWriter &record, const Exported &exported) {
                                  record.text(exported.file);
                                  record.integer(exported.done.bytes);
                                  record.integer(exported.done.report.size.runs);
                                  record.integer(exported.done.report.size.files);
                              });
        return ExitStatus::Done;
    }

private:
    // Everything, unless something is asked for.
    static Status select(Session &session, const Arguments &arguments, const RunSelection &runs, CopySelection &selection)
    {
        const bool isEverything = !arguments.has("experiment"_L1) && !arguments.has("filter"_L1) && !arguments.has("view"_L1) && !arguments.has("max"_L1);
        if (isEverything)
            return {};
        const auto selected = selectRuns(session, runs);
        if (!selected)
            return selected.error();
        for (const uint32_t row : selected->rows)
            selection.runs.append(selected->table->ref(row));
        if (selection.runs.isEmpty())
            return Error{ErrorCode::NotFound, CliText::tr("There are no such runs"), {}};
        return {};
    }
};

} // namespace

std::unique_ptr<Command> makeExportCommand()
{
    return std::make_unique<ExportCommand>();
}

} // namespace Assay
