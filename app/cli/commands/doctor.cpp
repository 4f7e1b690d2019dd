// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/answer.h"
#include "app/cli/command.h"
#include "app/cli/entityjson.h"
#include "app/cli/text.h"

using namespace Qt::StringLiterals;

namespace Assay {

namespace {

using Kind = RecordColumn::Kind;

class DoctorCommand final : public Command
{
public:
    CommandSpec spec() const override
    {
        return {"doctor"_L1, CliText::tr("list what cannot be read as written"),
                CliText::tr("Reads everything, metric histories included, and names the file and line, or the table and row, of "
                            "whatever is damaged. What is sound around it is loaded by the other commands all the same.\n\n"
                            "Exit status 1 when anything was found."),
                {{u"LOCATION"_s}}, {}};
    }

    Result<ExitStatus> run(Invocation &invocation) const override
    {
        if (const Status opened = invocation.session.open(invocation.arguments.at(0)); !opened)
            return opened.error();
        const auto problems = invocation.session.backend().diagnose(invocation.session.job());
        if (!problems)
            return problems.error();
        if (problems->isEmpty() && invocation.output.format() == OutputFormat::Table)
            invocation.output.write((CliText::tr("No problems.") + u'\n').toStdString());
        else
            writeAnswer(invocation.output, answer(invocation.output.format()), *problems);
        return problems->isEmpty() ? ExitStatus::Done : ExitStatus::No;
    }

private:
    static QString placeText(const Problem &problem)
    {
        QString place = problem.path;
        if (problem.line > 0)
            place += u':' + QString::number(problem.line);
        if (!problem.table.isEmpty())
            place += u' ' + problem.table;
        if (!problem.row.isEmpty())
            place += u' ' + problem.row;
        return place;
    }

    static ListAnswer<Problem> answer(OutputFormat format)
    {
        ListAnswer<Problem> answer{"problems", {}, [](JsonWriter &json, const Problem &problem) { writeJson(json, problem); }, {}};
        if (format == OutputFormat::Table) {
            answer.columns = {{CliText::tr("severity"), Kind::Exact}, {CliText::tr("where"), Kind::Exact}, {CliText::tr("what")}};
            answer.record = [](RecordWriter &record, const Problem &problem) {
                record.text(severityName(problem.severity));
                record.text(placeText(problem));
                record.text(problem.message);
            };
            return answer;
        }
        answer.columns = {{u"severity"_s, Kind::Exact}, {u"code"_s}, {u"path"_s}, {u"line"_s, Kind::Number}, {u"table"_s}, {u"row"_s}, {u"run_id"_s}, {u"message"_s}};
        answer.record = [](RecordWriter &record, const Problem &problem) {
            record.text(severityName(problem.severity));
            record.text(problem.code);
            record.textOrAbsent(problem.path);
            problem.line > 0 ? record.integer(problem.line) : record.absent();
            record.textOrAbsent(problem.table);
            record.textOrAbsent(problem.row);
            record.textOrAbsent(problem.runId);
            record.text(problem.message);
        };
        return answer;
    }
};

} // namespace

std::unique_ptr<Command> makeDoctorCommand()
{
    return std::make_unique<DoctorCommand>();
}

} // namespace Assay
