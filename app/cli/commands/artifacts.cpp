// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/answer.h"
#include "app/cli/command.h"
#include "app/cli/entityjson.h"
#include "app/cli/targetfolder.h"
#include "app/cli/text.h"

using namespace Qt::StringLiterals;

namespace Assay {

namespace {

using Kind = RecordColumn::Kind;

ListAnswer<ArtifactEntry> filesAnswer(const RunRef &run, const QString &artifactUri)
{
    ListAnswer<ArtifactEntry> answer{
        "files", {{u"path"_s}, {u"is_dir"_s, Kind::Exact}, {u"file_size"_s, Kind::Number}},
        [](JsonWriter &json, const ArtifactEntry &entry) { writeJson(json, entry); },
        [](RecordWriter &record, const ArtifactEntry &entry) {
            record.text(entry.path);
            record.text(entry.isFolder ? "true"_L1 : "false"_L1);
            entry.isFolder || entry.isLink ? record.absent() : record.integer(entry.size);
        }};
    answer.before = [run, artifactUri](JsonWriter &json) {
        member(json, "run_id", run.run.value);
        member(json, "artifact_uri", artifactUri);
    };
    return answer;
}

// Without the slash that a shell's completion puts behind folders.
QString pathOf(const Arguments &arguments)
{
    QString path = arguments.at(3);
    while (path.endsWith(u'/'))
        path.chop(1);
    return path;
}

Result<ExitStatus> list(Invocation &invocation, const RunRef &run)
{
    StoreBackend &store = invocation.session.backend();
    const bool recursive = invocation.arguments.has("recursive"_L1);
    const auto listing = store.artifacts(run, pathOf(invocation.arguments), recursive, invocation.session.job());
    if (!listing)
        return listing.error();
    if (!listing->note.isEmpty())
        invocation.session.console().warn(listing->note);
    writeAnswer(invocation.output, filesAnswer(run, listing->artifactUri), listing->entries);
    return ExitStatus::Done;
}

Result<ExitStatus> cat(Invocation &invocation, const RunRef &run)
{
    const auto write = [&](QByteArrayView bytes) {
        invocation.output.write(std::string_view(bytes.data(), size_t(bytes.size())));
        return true;
    };
    const Status read = invocation.session.backend().readArtifact(run, pathOf(invocation.arguments), write, invocation.session.job());
    return read ? Result<ExitStatus>(ExitStatus::Done) : read.error();
}

Status copyFile(Invocation &invocation, const RunRef &run, const QString &path, const TargetFolder &target)
{
    StoreBackend &store = invocation.session.backend();
    const QString source = u"%1 %2 %3"_s.arg(store.info().location, run.run.value, path);
    auto file = target.createFile(path, source.toUtf8());
    if (!file)
        return file.error();
    const Status read = store.resumeArtifact(run, path, file->have(), file->sink(), invocation.session.job());
    if (!read || !file->status())
        return read ? file->status() : read;
    return file->commit(PartialFile::Existing::Keep);
}

// The entries to copy: what lies in the folder at `path`, or the one file.
Result<ArtifactListing> entriesToGet(Invocation &invocation, const RunRef &run, const QString &path)
{
    StoreBackend &store = invocation.session.backend();
    const qsizetype slash = path.lastIndexOf(u'/');
    auto around = store.artifacts(run, path.left(std::max<qsizetype>(slash, 0)), false, invocation.session.job());
    if (!around)
        return around.error();
    around->entries.removeIf([&](const ArtifactEntry &entry) { return entry.path != path; });
    if (around->entries.isEmpty())
        return Error{ErrorCode::NotFound, CliText::tr("There is no such artifact"), path};
    if (around->entries.first().isLink)
        return Error{ErrorCode::NotFound, CliText::tr("The artifact is a symbolic link, which is not followed"), path};
    if (!around->entries.first().isFolder)
        return around;
    auto within = store.artifacts(run, path, true, invocation.session.job());
    if (within)
        within->entries.prepend(around->entries.first());
    return within;
}

Result<ExitStatus> get(Invocation &invocation, const RunRef &run)
{
    const auto listing = entriesToGet(invocation, run, pathOf(invocation.arguments));
    if (!listing)
        return listing.error();
    const auto target = TargetFolder::open(invocation.arguments.value("output"_L1));
    if (!target)
        return target.error();
    QList<ArtifactEntry> copied;
    for (const ArtifactEntry &entry : listing->entries) {
        if (entry.isLink) {
            invocation.session.console().warn(CliText::tr("Left out, as it is a symbolic link: %1").arg(entry.path));
            continue;
        }
        const Status done = entry.isFolder ? target->makeFolder(entry.path) : copyFile(invocation, run, entry.path, *target);
        if (!done)
            return done.error();
        copied.append(entry);
    }
    writeAnswer(invocation.output, filesAnswer(run, listing->artifactUri), copied);
    return ExitStatus::Done;
}

class ArtifactsCommand final : public Command
{
public:
    CommandSpec spec() const override
    {
        return {"artifacts"_L1, CliText::tr("list, print or copy the artifacts of a run"),
                CliText::tr("ls lists a folder, cat writes the bytes of a file and nothing else, get copies a file or a folder with "
                            "everything in it beneath the folder of --output, under the path that it has in the run. Files that are there "
                            "already are not replaced. What a server or an object store did not send to the end is kept as NAME.assay-part; "
                            "the same command goes on from there if the file is the same still.\n\n"
                            "Paths are relative to the run's artifact root. Symbolic links are listed and never followed. Artifacts of a "
                            "store that was moved are found beside it."),
                {{u"LOCATION"_s}, {u"RUN_ID"_s}, {u"ls|cat|get"_s}, {u"PATH"_s, ArgumentSpec::Count::Optional}},
                {{"recursive"_L1, 'r', {}, false, CliText::tr("ls: folders within folders too")}}};
    }

    QString outputFile(const Arguments &arguments) const override
    {
        return arguments.at(2) == "get"_L1 ? QString() : Command::outputFile(arguments);
    }

    Result<ExitStatus> run(Invocation &invocation) const override
    {
        const Arguments &arguments = invocation.arguments;
        const QString action = arguments.at(2);
        if (action != "ls"_L1 && action != "cat"_L1 && action != "get"_L1)
            return Error{ErrorCode::InvalidArgument, CliText::tr("artifacts takes ls, cat or get, not: %1").arg(action), {}};
        if (action != "ls"_L1 && pathOf(arguments).isEmpty())
            return Error{ErrorCode::InvalidArgument, CliText::tr("%1 is missing").arg(u"PATH"_s), {}};
        if (action == "get"_L1 && !arguments.has("output"_L1))
            return Error{ErrorCode::InvalidArgument, CliText::tr("get needs --output FOLDER"), {}};
        if (const Status opened = invocation.session.open(arguments.at(0)); !opened)
            return opened.error();
        const auto run = invocation.session.findRun(arguments.at(1));
        if (!run)
            return run.error();
        if (action == "ls"_L1)
            return list(invocation, *run);
        return action == "cat"_L1 ? cat(invocation, *run) : get(invocation, *run);
    }
};

} // namespace

std::unique_ptr<Command> makeArtifactsCommand()
{
    return std::make_unique<ArtifactsCommand>();
}

} // namespace Assay
