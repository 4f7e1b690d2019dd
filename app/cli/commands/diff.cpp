// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/answer.h"
#include "app/cli/command.h"
#include "app/cli/entityjson.h"
#include "app/cli/text.h"
#include "models/table/rundiff.h"

using namespace Qt::StringLiterals;

namespace Assay {

namespace {

using Kind = RecordColumn::Kind;

struct Compared {
    QList<Run> runs;
    qsizetype baseline = 0;
    std::vector<DiffRow> rows;
};

Result<QList<DiffSection>> sectionsOf(const Arguments &arguments)
{
    QList<DiffSection> sections;
    QStringList names;
    for (DiffSection section : AllDiffSections) {
        names.append(diffSectionName(section));
        if (arguments.values("section"_L1).contains(diffSectionName(section)))
            sections.append(section);
    }
    for (const QString &written : arguments.values("section"_L1))
        if (!names.contains(written))
            return Error{ErrorCode::InvalidArgument, CliText::tr("--section takes %1, not: %2").arg(alternatives(names), written), {}};
    if (sections.isEmpty())
        sections = QList<DiffSection>(std::begin(AllDiffSections), std::end(AllDiffSections));
    return sections;
}

void writeValue(JsonWriter &json, const DiffValue &value)
{
    if (const auto *text = std::get_if<QString>(&value))
        json.text(*text);
    else if (const auto *number = std::get_if<double>(&value))
        json.number(*number);
    else if (const auto *integer = std::get_if<qint64>(&value))
        json.integer(*integer);
    else
        json.null();
}

void writeRow(JsonWriter &json, const DiffRow &row)
{
    json.beginObject();
    member(json, "section", diffSectionName(row.section));
    member(json, "key", row.key);
    json.key("values");
    json.beginArray();
    for (const DiffValue &value : row.values)
        writeValue(json, value);
    json.endArray();
    json.key("equal");
    json.boolean(row.equal);
    json.key("delta");
    json.beginArray();
    for (const std::optional<double> &delta : row.deltas)
        delta ? json.number(*delta) : json.null();
    json.endArray();
    json.endObject();
}

void writeRecord(RecordWriter &record, const DiffRow &row)
{
    record.text(diffSectionName(row.section));
    record.text(row.key);
    const bool isTime = row.section == DiffSection::Info;
    for (const DiffValue &value : row.values) {
        if (const auto *text = std::get_if<QString>(&value))
            record.text(*text);
        else if (const auto *number = std::get_if<double>(&value))
            record.number(*number);
        else if (const auto *integer = std::get_if<qint64>(&value))
            isTime ? record.time(*integer) : record.integer(*integer);
        else
            record.absent();
    }
}

class DiffCommand final : public Command
{
public:
    CommandSpec spec() const override
    {
        return {"diff"_L1, CliText::tr("compare runs"),
                CliText::tr("Params and tags are equal when their text is, metrics when they are the same number. A delta is the difference "
                            "to the baseline, where both are numbers.\n\n"
                            "With --exit-code the exit status is 1 when the runs differ in the sections that are compared."),
                {{u"LOCATION"_s}, {u"RUN"_s, ArgumentSpec::Count::AtLeastOne}},
                {{"baseline"_L1, 0, CliText::tr("RUN"), false, CliText::tr("compare with this run; the first one unless it is given")},
                 {"all"_L1, 0, {}, false, CliText::tr("rows that are equal too")},
                 {"section"_L1, 0, CliText::tr("SECTION"), true, CliText::tr("params, metrics, tags, info or datasets; all unless it is given")},
                 {"exit-code"_L1, 0, {}, false, CliText::tr("exit status 1 when the runs differ")}}};
    }

    Result<ExitStatus> run(Invocation &invocation) const override
    {
        const Arguments &arguments = invocation.arguments;
        const auto sections = sectionsOf(arguments);
        if (!sections)
            return sections.error();
        if (arguments.count() < 2 + (arguments.has("baseline"_L1) ? 0 : 1))
            return Error{ErrorCode::InvalidArgument, CliText::tr("At least two runs are needed for a comparison"), {}};
        if (const Status opened = invocation.session.open(arguments.at(0)); !opened)
            return opened.error();
        auto compared = compare(invocation.session, arguments);
        if (!compared)
            return compared.error();
        std::erase_if(compared->rows, [&](const DiffRow &row) { return !sections->contains(row.section); });
        const bool differs = std::any_of(compared->rows.begin(), compared->rows.end(), [](const DiffRow &row) { return !row.equal; });
        if (!arguments.has("all"_L1))
            std::erase_if(compared->rows, [](const DiffRow &row) { return row.equal; });
        if (invocation.output.format() == OutputFormat::Table && compared->rows.empty())
            invocation.output.write((CliText::tr("No differences.") + u'\n').toStdString());
        else
            writeAnswer(invocation.output, answer(*compared), compared->rows);
        return differs && arguments.has("exit-code"_L1) ? ExitStatus::No : ExitStatus::Done;
    }

private:
    // The runs as named, and the baseline among them; one that is not named comes first.
    static Result<Compared> compare(Session &session, const Arguments &arguments)
    {
        QList<RunRef> refs;
        for (const QString &text : arguments.from(1)) {
            const auto ref = session.findRun(text);
            if (!ref)
                return ref.error();
            refs.append(*ref);
        }
        Compared compared;
        if (arguments.has("baseline"_L1)) {
            const auto baseline = session.findRun(arguments.value("baseline"_L1));
            if (!baseline)
                return baseline.error();
            if (!refs.contains(*baseline))
                refs.prepend(*baseline);
            compared.baseline = refs.indexOf(*baseline);
        }
        for (const RunRef &ref : refs) {
            const auto found = session.runRow(ref);
            if (!found)
                return found.error();
            compared.runs.append(found->table->run(found->row));
        }
        compared.rows = compareRuns(compared.runs, compared.baseline);
        return compared;
    }

    static ListAnswer<DiffRow> answer(const Compared &compared)
    {
        QList<RecordColumn> columns{{u"section"_s, Kind::Exact}, {u"key"_s}};
        QStringList ids;
        for (const Run &run : compared.runs) {
            ids.append(run.info.ref.run.value);
            columns.append({run.info.ref.run.value});
        }
        ListAnswer<DiffRow> answer{"rows", columns, writeRow, writeRecord};
        answer.before = [ids, baseline = compared.baseline](JsonWriter &json) {
            member(json, "runs", ids);
            member(json, "baseline", ids.value(baseline));
        };
        return answer;
    }
};

} // namespace

std::unique_ptr<Command> makeDiffCommand()
{
    return std::make_unique<DiffCommand>();
}

} // namespace Assay
