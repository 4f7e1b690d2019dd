// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/application.h"

#include "app/cli/help.h"
#include "app/cli/jsonwriter.h"
#include "app/cli/text.h"
#include "app/cli/writeanswer.h"

using namespace Qt::StringLiterals;

namespace Assay {

QString Command::outputFile(const Arguments &arguments) const
{
    return arguments.value("output"_L1);
}

namespace {

const Command *find(const std::vector<std::unique_ptr<Command>> &commands, const QString &name)
{
    for (const auto &command : commands)
        if (command->spec().name == name)
            return command.get();
    return nullptr;
}

void print(const QString &text)
{
    Output output(OutputFormat::Table, {});
    output.write(text.toStdString());
    (void)output.finish();
}

// Whether the answer was to be JSON, as far as one can tell from words that could not be understood.
bool wantsJson(const QStringList &words)
{
    const qsizetype at = words.indexOf("--format"_L1);
    return words.contains("--format=json"_L1) || (at >= 0 && words.value(at + 1) == "json"_L1);
}

int fail(const Error &error, bool asJson)
{
    Console(Console::Talk::Normal).error(errorLine(error));
    if (asJson) {
        Output output(OutputFormat::Json, {});
        JsonWriter json([&](std::string_view bytes) { output.write(bytes); });
        json.beginObject();
        json.key("error");
        writeJson(json, error);
        json.endObject();
        json.endDocument();
        json.flush();
        (void)output.finish();
    }
    return int(exitStatus(error.code));
}

Result<OutputFormat> formatOf(const Arguments &arguments)
{
    if (!arguments.has("format"_L1))
        return OutputFormat::Table;
    if (const auto format = outputFormatFromName(arguments.value("format"_L1)))
        return *format;
    return Error{ErrorCode::InvalidArgument, CliText::tr("--format takes table, json, csv, ndjson, tsv, markdown, latex or html, not: %1").arg(arguments.value("format"_L1)), {}};
}

Result<std::optional<std::chrono::milliseconds>> timeoutOf(const Arguments &arguments)
{
    using Answer = std::optional<std::chrono::milliseconds>;
    if (!arguments.has("timeout"_L1))
        return Answer();
    bool ok = false;
    const double seconds = arguments.value("timeout"_L1).toDouble(&ok);
    if (!ok || !(seconds > 0) || seconds > 1e9)
        return Error{ErrorCode::InvalidArgument, CliText::tr("--timeout takes a number of seconds, not: %1").arg(arguments.value("timeout"_L1)), {}};
    return Answer(std::chrono::milliseconds(std::max<qint64>(1, qint64(seconds * 1000))));
}

// "-" means standard output elsewhere; here it would be a file that is hard to get rid of.
Status checkOutput(const Arguments &arguments)
{
    if (arguments.value("output"_L1) == "-"_L1)
        return Error{ErrorCode::InvalidArgument, CliText::tr("--output takes the name of a file, not “-”; a file that is called so is ./-"), {}};
    return {};
}

Result<ExitStatus> runCommand(const Command &command, const Arguments &arguments, const StoreRegistry &registry)
{
    const auto format = formatOf(arguments);
    if (!format)
        return format.error();
    if (const Status output = checkOutput(arguments); !output)
        return output.error();
    const auto timeout = timeoutOf(arguments);
    if (!timeout)
        return timeout.error();
    Console console(arguments.has("quiet"_L1) ? Console::Talk::Quiet : Console::Talk::Normal);
    ConsoleJob job(console, *timeout);
    Session session(registry, console, job);
    Output output(*format, command.outputFile(arguments));
    Invocation invocation{arguments, output, session};
    const Result<ExitStatus> status = command.run(invocation);
    if (!status) {
        // Whoever noticed it may have called it what it looked like; refused and unknown writes stay what they are.
        const bool isStopped = job.isCanceled() && exitStatus(status.error().code) == ExitStatus::Unreadable;
        return isStopped ? job.whyCanceled() : status.error();
    }
    console.clearProgress();
    if (const Status written = output.finish(); !written)
        return written.error();
    session.reportProblems(arguments.at(0));
    return status;
}

int help(const QStringList &words, const std::vector<std::unique_ptr<Command>> &commands)
{
    if (words.isEmpty()) {
        print(overviewText(commands));
        return int(ExitStatus::Done);
    }
    const Command *command = find(commands, words.first());
    const std::optional<QString> guide = command ? std::nullopt : guideText(words.first());
    if (guide) {
        print(*guide);
        return int(ExitStatus::Done);
    }
    if (!command)
        return fail({ErrorCode::InvalidArgument, CliText::tr("Unknown command: %1").arg(words.first()), {}}, false);
    print(manualText(*command));
    return int(ExitStatus::Done);
}

// The place of the command among the words: options that every command takes may stand before it.
qsizetype commandAt(const QStringList &words)
{
    const QList<OptionSpec> options = commonOptions();
    for (qsizetype i = 0; i < words.size(); ++i) {
        if (!words[i].startsWith(u'-'))
            return i;
        for (const OptionSpec &option : options)
            if (!option.value.isEmpty() && option.is(words[i]))
                ++i;
    }
    return -1;
}

} // namespace

int runAssayctl(const QStringList &words, const std::vector<std::unique_ptr<Command>> &commands, const StoreRegistry &registry)
{
    const qsizetype at = commandAt(words);
    if (at < 0 && words.contains("--version"_L1)) {
        print(u"assayctl " ASSAY_VERSION "\n"_s);
        return int(ExitStatus::Done);
    }
    if (at < 0 && (words.contains("--help"_L1) || words.contains("-h"_L1)))
        return help({}, commands);
    if (at < 0)
        return fail({ErrorCode::InvalidArgument, CliText::tr("No command is given; assayctl help lists them"), {}}, wantsJson(words));
    if (words[at] == "help"_L1)
        return help(words.mid(at + 1), commands);

    const Command *command = find(commands, words[at]);
    if (!command)
        return fail({ErrorCode::InvalidArgument, CliText::tr("Unknown command: %1").arg(words[at]), {}}, wantsJson(words));
    const QStringList rest = words.mid(0, at) + words.mid(at + 1);
    if (rest.contains("--help"_L1) || rest.contains("-h"_L1))
        return help({words[at]}, commands);
    const CommandSpec spec = command->spec();
    const auto arguments = Arguments::parse(rest, spec.arguments, spec.options + commonOptions());
    if (!arguments)
        return fail(arguments.error(), wantsJson(words));
    const auto status = runCommand(*command, *arguments, registry);
    return status ? int(*status) : fail(status.error(), arguments->value("format"_L1) == "json"_L1);
}

} // namespace Assay
