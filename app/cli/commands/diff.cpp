// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/diffwriter.h"
#include "app/cli/entityjson.h"
#include "app/cli/explainsides.h"
#include "app/cli/explainwriter.h"
#include "app/cli/text.h"
#include "app/cli/withoption.h"
#include "models/items/artifactrows.h"
#include "models/store/runfilesreader.h"
#include "models/table/diffrows.h"

using namespace Qt::StringLiterals;

namespace Assay {

namespace {

Result<QList<DiffSection>> sectionsOf(const Arguments &arguments)
{
    QList<DiffSection> sections;
    QStringList names;
    const QStringList written = arguments.values("section"_L1);
    for (DiffSection section : AllDiffSections) {
        names.append(diffSectionName(section));
        if (written.isEmpty() ? isRecorded(section) : written.contains(diffSectionName(section)))
            sections.append(section);
    }
    for (const QString &name : written)
        if (!names.contains(name))
            return Error{ErrorCode::InvalidArgument, CliText::tr("--section takes %1, not: %2").arg(alternatives(names), name), {}};
    return sections;
}

struct Compared {
    QList<RunRef> runs;
    qsizetype baseline = 0;
};

// The runs as named, and the baseline among them; one that is not named comes first.
Result<Compared> namedRuns(Session &session, const Arguments &arguments)
{
    Compared compared;
    for (const QString &text : arguments.from(1)) {
        const auto ref = session.findRun(text);
        if (!ref)
            return ref.error();
        compared.runs.append(*ref);
    }
    if (!arguments.has("baseline"_L1))
        return compared;
    const auto baseline = session.findRun(arguments.value("baseline"_L1));
    if (!baseline)
        return baseline.error();
    if (!compared.runs.contains(*baseline))
        compared.runs.prepend(*baseline);
    compared.baseline = compared.runs.indexOf(*baseline);
    return compared;
}

void append(std::vector<DiffRow> &all, std::vector<DiffRow> more)
{
    std::move(more.begin(), more.end(), std::back_inserter(all));
}

// The sections that are not in the runs themselves, as far as they are wanted.
Result<std::vector<DiffRow>> derivedRows(Session &session, const DiffAnswer &answer, const QList<DiffSection> &sections, SectionNotes &notes)
{
    std::vector<DiffRow> code;
    if (sections.contains(DiffSection::Code)) {
        QList<TextMap> tags;
        for (const Run &run : answer.runs)
            tags.append(run.tags);
        code = codeRows(tags);
    }
    if (std::none_of(sections.begin(), sections.end(), needsArtifacts))
        return code;
    QList<RunInfo> runs;
    ReadFiles files;
    for (const Run &run : answer.runs) {
        auto read = readRunFiles(session.backend(), run.info.ref, session.job());
        if (!read)
            return read.error();
        runs.append(run.info);
        files.append(std::make_shared<const RunFiles>(std::move(*read)));
    }
    ArtifactRows rows = artifactRows(runs, files);
    notes = rows.notes;
    std::vector<DiffRow> all = std::move(rows.environment);
    append(all, std::move(code));
    append(all, std::move(rows.signature));
    append(all, std::move(rows.artifacts));
    return all;
}

class DiffCommand final : public Command
{
public:
    CommandSpec spec() const override
    {
        return {"diff"_L1, CliText::tr("compare runs"),
                CliText::tr("Params and tags are equal when their text is, metrics when they are the same number. A delta is the difference "
                            "to the baseline, where both are numbers.\n\n"
                            "With --tolerance, numbers of params and metrics that are no further apart than it count as equal to the "
                            "baseline's: 0.01 is an absolute difference, 1% one relative to the greater of the two magnitudes.\n\n"
                            "The sections environment (packages in requirements.txt, conda.yaml and python_env.yaml), signature (of MLmodel "
                            "files) and artifacts (every file with its size) are read from the runs' artifacts, those of logged models "
                            "included; code is what MLflow's tags say of commit, source and entry point. A value of null in them means that the "
                            "run has none, or that its artifacts could not be read, which \"notes\" then says.\n\n"
                            "With --explain METRIC the answer is which params go with a metric in these runs: for each the share of the "
                            "variance of the metric's ranks, Spearman's rho squared for numbers and the correlation ratio eta squared for "
                            "texts, both adjusted for how many values there are. Runs without the metric, or with NaN, are left out; runs "
                            "without a param are left out of its row. Values of two groups of the runs are shown beside each other: those above the "
                            "metric's median and the rest, or as --best, or --first and --second say it; a run that both queries find belongs "
                            "to the first. It is association, not cause.\n\n"
                            "With --exit-code the exit status is 1 when the runs differ in the sections that are compared.")
                    + u"\n\n"_s + withHelp(),
                {{u"LOCATION"_s}, {u"RUN"_s, ArgumentSpec::Count::Any}},
                QList<OptionSpec>{{"baseline"_L1, 0, CliText::tr("RUN"), false, CliText::tr("compare with this run; the first one unless it is given")},
                 {"all"_L1, 0, {}, false, CliText::tr("rows that are equal too")},
                 {"section"_L1, 0, CliText::tr("SECTION"), true, CliText::tr("params, metrics, tags, info or datasets, all of them unless it is given; environment, code, signature or artifacts")},
                 {"tolerance"_L1, 0, CliText::tr("NUMBER"), false, CliText::tr("numbers that are no further apart count as equal: 0.01 or 1%")},
                 {"exit-code"_L1, 0, {}, false, CliText::tr("exit status 1 when the runs differ")},
                 withOption()} + explainOptions()};
    }

    Result<ExitStatus> run(Invocation &invocation) const override
    {
        const Arguments &arguments = invocation.arguments;
        const auto sections = sectionsOf(arguments);
        if (!sections)
            return sections.error();
        const auto tolerance = parseTolerance(arguments.value("tolerance"_L1));
        if (!tolerance)
            return Error{ErrorCode::InvalidArgument, CliText::tr("--tolerance takes a number such as 0.01 or 1%, not: %1").arg(arguments.value("tolerance"_L1)), {}};
        if (const Status checked = checkExplainOptions(arguments); !checked)
            return checked.error();
        const bool areQueried = arguments.has("first"_L1);
        if (!areQueried && arguments.count() < 2 + (arguments.has("baseline"_L1) ? 0 : 1))
            return Error{ErrorCode::InvalidArgument, CliText::tr("At least two runs are needed for a comparison"), {}};
        if (const Status opened = openWith(invocation.session, arguments); !opened)
            return opened.error();
        if (areQueried)
            return explain(invocation, {});
        auto answer = compare(invocation.session, arguments, *tolerance);
        if (!answer)
            return answer.error();
        if (arguments.has("explain"_L1))
            return explain(invocation, answer->runs);
        SectionNotes notes;
        auto derived = derivedRows(invocation.session, *answer, *sections, notes);
        if (!derived)
            return derived.error();
        answer->diff.append(std::move(*derived));
        for (DiffSection section : *sections)
            for (const QString &note : notes.value(section))
                answer->notes.append({section, note});
        if (invocation.output.format() != OutputFormat::Json)
            for (const auto &[section, note] : std::as_const(answer->notes))
                invocation.session.console().warn(CliText::tr("%1: %2", "section: what is the matter").arg(diffSectionName(section), note));
        bool differs = false;
        for (const DiffRow &row : answer->diff.rows()) {
            if (!sections->contains(row.section))
                continue;
            differs = differs || !row.equal;
            if (!row.equal || arguments.has("all"_L1))
                answer->rows.push_back(&row);
        }
        if (invocation.output.format() == OutputFormat::Table && answer->rows.empty())
            invocation.output.write((CliText::tr("No differences.") + u'\n').toStdString());
        else
            writeDiff(invocation.output, *answer);
        return differs && arguments.has("exit-code"_L1) ? ExitStatus::No : ExitStatus::Done;
    }

private:
    static Result<ExitStatus> explain(Invocation &invocation, const QList<Run> &named)
    {
        const auto sides = explainSides(invocation.session, invocation.arguments, named);
        if (!sides)
            return sides.error();
        ExplainAnswer explained;
        for (uint32_t row : sides->rows)
            explained.runs.append(sides->table->ref(row).run.value);
        const ColumnKey metric{ColumnGroup::Metric, invocation.arguments.value("explain"_L1)};
        explained.groups = sides->names;
        explained.association = associate(*sides->table, sides->rows, metric, sides->split, invocation.session.job());
        if (explained.association.n == 0)
            return Error{ErrorCode::NotFound, CliText::tr("None of the runs has the metric %1").arg(metric.name), {}};
        writeExplanation(invocation.output, explained);
        if (invocation.output.format() == OutputFormat::Table)
            invocation.session.console().warn(CliText::tr("Association, not cause: the share of the metric's ranks that goes with a param."));
        return ExitStatus::Done;
    }

    static Result<DiffAnswer> compare(Session &session, const Arguments &arguments, const DiffTolerance &tolerance)
    {
        const auto compared = namedRuns(session, arguments);
        if (!compared)
            return compared.error();
        DiffAnswer answer;
        for (const RunRef &ref : compared->runs) {
            const auto found = session.runRow(ref);
            if (!found)
                return found.error();
            answer.runs.append(found->table->run(found->row));
        }
        answer.diff = RunDiff::ofRuns(answer.runs, compared->baseline, tolerance);
        return answer;
    }
};

} // namespace

std::unique_ptr<Command> makeDiffCommand()
{
    return std::make_unique<DiffCommand>();
}

} // namespace Assay
