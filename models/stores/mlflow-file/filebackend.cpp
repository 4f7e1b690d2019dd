// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/stores/mlflow-file/filebackend.h"

#include "models/stores/mlflow-file/experimentreader.h"
#include "models/stores/mlflow-file/historyreader.h"
#include "models/stores/mlflow-file/mlflowfiletext.h"
#include "models/stores/mlflow-file/registryreader.h"
#include "models/stores/mlflow-file/runscan.h"
#include "models/stores/mlflow-file/text.h"
#include "models/stores/mlflow-file/yamlfield.h"

#include <unistd.h>

#include <unordered_set>

using namespace Qt::StringLiterals;

namespace Assay {

namespace {

Error canceled()
{
    return {ErrorCode::Canceled, MlflowFileText::tr("Stopped."), {}};
}

Error noSuchRun(const RunRef &run)
{
    return {ErrorCode::NotFound, MlflowFileText::tr("There is no run %1 in experiment %2.").arg(run.run.value, run.experiment.value), {}};
}

bool isWanted(ViewType view, Lifecycle lifecycle)
{
    return view == ViewType::All || (view == ViewType::Active) == (lifecycle == Lifecycle::Active);
}

// A folder counts as a run when there is something in its meta.yaml.
bool isRunFolder(int experiment, const std::string &name)
{
    const SafeFile::FileStat meta = SafeFile::stat(experiment, (name + '/' + StoreName::Meta).c_str());
    return meta.kind == FileKind::File && meta.size > 0;
}

// Says of a run id that it stands under a second experiment, too.
class TwiceCheck
{
public:
    void add(const std::string &path, const RawRun &run, ProblemList &problems)
    {
        if (m_seen.insert(run.id).second)
            return;
        problems.setRun(QString::fromStdString(run.id));
        problems.warn(FileProblem::RunTwice, path, MlflowFileText::tr("A run with this id lies under another experiment as well; both are shown."));
        problems.setRun({});
    }

private:
    std::unordered_set<std::string> m_seen;
};

} // namespace

FileBackend::FileBackend(QString location, const OpenOptions &options)
    : m_location(std::move(location)), m_mappings(options.rootMappings)
{
}

StoreInfo FileBackend::info() const
{
    StoreInfo info;
    info.formatId = MlflowFileId;
    info.location = m_location;
    info.writable = ::access(m_location.toStdString().c_str(), W_OK | X_OK) == 0;
    if (!info.writable)
        info.whyNotWritable = MlflowFileText::tr("The store's folder cannot be written to: %1.").arg(SafeFile::errorText(errno));
    info.capabilities = {Capability::Runs, Capability::Metrics, Capability::Artifacts, Capability::Registry, Capability::Stages,
                         Capability::Aliases};
    if (info.writable)
        info.capabilities.append(Capability::Write);
    return info;
}

Result<StoreCounts> FileBackend::counts(Job &job)
{
    const auto tree = StoreTree::open(m_location);
    if (!tree)
        return tree.error();
    ProblemList problems;
    StoreCounts counts;
    for (const ExperimentFolder &experiment : tree->experiments(problems)) {
        if (job.isCanceled())
            return canceled();
        ++counts.experiments;
        const Descriptor folder = SafeFile::openFolder(tree->fd(), experiment.path);
        for (const std::string &name : tree->runFolders(experiment, problems))
            counts.runs += folder && isRunFolder(folder.fd(), name) ? 1 : 0;
    }
    counts.add(RegistryReader(*tree, problems, job).readAll());
    return job.isCanceled() ? Result<StoreCounts>(canceled()) : counts;
}

Result<Loaded<QList<Experiment>>> FileBackend::experiments(Job &job)
{
    const auto tree = StoreTree::open(m_location);
    if (!tree)
        return tree.error();
    ProblemList problems;
    Loaded<QList<Experiment>> loaded;
    loaded.value = readExperiments(*tree, tree->experiments(problems), problems, job);
    loaded.problems = problems.take();
    if (job.isCanceled())
        return canceled();
    return loaded;
}

Result<Loaded<RunTablePtr>> FileBackend::runs(const RunRequest &request, const PartialRuns &partial, Job &job)
{
    const auto tree = StoreTree::open(m_location);
    if (!tree)
        return tree.error();
    ProblemList ofExperiments; // experiments() tells them
    std::vector<ExperimentFolder> folders = tree->experiments(ofExperiments);
    if (!request.experiments.isEmpty())
        std::erase_if(folders, [&](const ExperimentFolder &each) { return !request.experiments.contains(ExperimentId(each.id())); });
    ProblemList problems;
    RunScan scan(*tree, std::move(folders), m_headers, job);
    const std::vector<RunPlace> places = scan.places(request.runs, problems);
    RunTableFiller filler(partial);
    TwiceCheck twice;
    const bool isDone = scan.read(places, false, [&](const RunPlace &place, RawRun &&run) {
        problems.append(std::move(run.problems));
        if (run.state != RawRun::State::Loaded || !isWanted(request.view, run.header.lifecycle))
            return;
        twice.add(scan.experiments()[place.experiment].path + '/' + place.name, run, problems);
        filler.add(run);
    });
    if (!isDone || job.isCanceled())
        return canceled();
    return Loaded<RunTablePtr>{filler.finish(), problems.take()};
}

Result<Loaded<QList<MetricSeries>>> FileBackend::history(const HistoryRequest &request, Job &job)
{
    const auto tree = StoreTree::open(m_location);
    if (!tree)
        return tree.error();
    const std::string path = tree->findRun(request.run);
    if (path.empty())
        return noSuchRun(request.run);
    ProblemList problems;
    problems.setRun(request.run.run.value);
    const auto series = readHistory(*tree, path, request.keys, problems, job);
    if (job.isCanceled())
        return canceled();
    if (!series)
        return series.error();
    return Loaded<QList<MetricSeries>>{*series, problems.take()};
}

Result<ArtifactPlace> FileBackend::findArtifacts(const RunRef &run) const
{
    const auto tree = StoreTree::open(m_location);
    if (!tree)
        return tree.error();
    const std::string path = tree->findRun(run);
    if (path.empty())
        return noSuchRun(run);
    FileReader reader;
    const MetaFile meta = readMeta(tree->fd(), path + '/' + StoreName::Meta, reader);
    ArtifactPlace place;
    place.uri = shownText(textField(meta.document, "artifact_uri").value);
    place.experimentId = run.experiment.value;
    place.runId = run.run.value;
    place.ownFolder = m_location + u'/' + shownText(path) + u'/' + QLatin1StringView(StoreName::Artifacts);
    place.besideFolders = {m_location, m_location.section(u'/', 0, -2)};
    place.mappings = m_mappings;
    return place;
}

// Beside the runs of its experiment, in a folder of its own.
Result<ArtifactPlace> FileBackend::findArtifacts(const RunRef &run, const LoggedModel &model) const
{
    const auto tree = StoreTree::open(m_location);
    if (!tree)
        return tree.error();
    const std::string path = tree->findRun(run);
    if (path.empty())
        return noSuchRun(run);
    ArtifactPlace place;
    place.uri = model.artifactUri;
    place.experimentId = run.experiment.value;
    place.runId = model.id;
    const QString experiment = shownText(path).section(u'/', 0, -2);
    place.ownFolder = u"%1/%2/%3/%4/%5"_s.arg(m_location, experiment, QLatin1StringView(StoreName::Models), model.id, QLatin1StringView(StoreName::Artifacts));
    place.besideFolders = {m_location, m_location.section(u'/', 0, -2)};
    place.mappings = m_mappings;
    return place;
}

Result<ArtifactListing> FileBackend::artifacts(const RunRef &run, const QString &folder, bool recursive, Job &job)
{
    const auto found = findArtifacts(run);
    return found ? m_artifacts.list(*found, folder, recursive, job) : found.error();
}

// The run's folder names them: outputs/<model id>.
Result<QList<LoggedModel>> FileBackend::loggedModels(const RunRef &run, Job &job)
{
    const auto tree = StoreTree::open(m_location);
    if (!tree)
        return tree.error();
    const std::string path = tree->findRun(run);
    if (path.empty())
        return noSuchRun(run);
    QList<LoggedModel> models;
    const Descriptor outputs = SafeFile::openFolder(tree->fd(), path + '/' + StoreName::Outputs);
    if (!outputs)
        return models;
    FileReader reader;
    const std::string experiment = path.substr(0, path.rfind('/'));
    for (const FolderEntry &entry : SafeFile::list(outputs.fd()).entries) {
        if (job.isCanceled())
            return canceled();
        if (entry.kind != FileKind::Folder || models.size() >= 1000)
            continue;
        const MetaFile meta = readMeta(tree->fd(), experiment + '/' + StoreName::Models + '/' + entry.name + '/' + StoreName::Meta, reader);
        if (meta.error == 0)
            models.append({shownText(entry.name), shownText(textField(meta.document, "name").value), shownText(textField(meta.document, "artifact_location").value)});
    }
    std::sort(models.begin(), models.end(), [](const LoggedModel &a, const LoggedModel &b) { return std::tie(a.name, a.id) < std::tie(b.name, b.id); });
    return models;
}

Result<ArtifactListing> FileBackend::modelArtifacts(const RunRef &run, const LoggedModel &model, Job &job)
{
    const auto found = findArtifacts(run, model);
    return found ? m_artifacts.list(*found, {}, true, job) : found.error();
}

Status FileBackend::readModelArtifact(const RunRef &run, const LoggedModel &model, const QString &path, const ByteSink &sink, Job &job)
{
    const auto found = findArtifacts(run, model);
    return found ? m_artifacts.read(*found, path, sink, job) : Status(found.error());
}

Status FileBackend::readArtifact(const RunRef &run, const QString &path, const ByteSink &sink, Job &job)
{
    const auto found = findArtifacts(run);
    return found ? m_artifacts.read(*found, path, sink, job) : Status(found.error());
}

Status FileBackend::resumeArtifact(const RunRef &run, const QString &path, const ArtifactPart &have, const ArtifactSink &sink, Job &job)
{
    const auto found = findArtifacts(run);
    return found ? m_artifacts.resume(*found, path, have, sink, job) : Status(found.error());
}

Result<Loaded<QList<RegisteredModel>>> FileBackend::models(Job &job)
{
    const auto tree = StoreTree::open(m_location);
    if (!tree)
        return tree.error();
    ProblemList problems;
    Loaded<QList<RegisteredModel>> loaded;
    loaded.value = RegistryReader(*tree, problems, job).readAll();
    loaded.problems = problems.take();
    if (job.isCanceled())
        return canceled();
    return loaded;
}

Result<QList<Problem>> FileBackend::diagnose(Job &job)
{
    const auto tree = StoreTree::open(m_location);
    if (!tree)
        return tree.error();
    ProblemList problems;
    const std::vector<ExperimentFolder> folders = tree->experiments(problems);
    readExperiments(*tree, folders, problems, job);
    RunScan scan(*tree, folders, m_headers, job);
    const std::vector<RunPlace> places = scan.places({}, problems);
    TwiceCheck twice;
    const bool isDone = scan.read(places, true, [&](const RunPlace &place, RawRun &&run) {
        problems.append(std::move(run.problems));
        if (run.state == RawRun::State::Loaded)
            twice.add(scan.experiments()[place.experiment].path + '/' + place.name, run, problems);
    });
    if (isDone)
        RegistryReader(*tree, problems, job).readAll();
    if (!isDone || job.isCanceled())
        return canceled();
    return problems.take();
}

} // namespace Assay
