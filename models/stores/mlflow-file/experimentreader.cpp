// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/stores/mlflow-file/experimentreader.h"

#include "models/stores/mlflow-file/keyfiles.h"
#include "models/stores/mlflow-file/mlflowfiletext.h"
#include "models/stores/mlflow-file/text.h"
#include "models/stores/mlflow-file/yamlfield.h"

namespace Assay {

namespace {

void takeFields(const YamlDocument &meta, const std::string &path, Experiment &experiment, ProblemList &problems)
{
    const auto takeText = [&](std::string_view key) {
        const YamlField<std::string> field = textField(meta, key);
        if (field.isWrong())
            problems.addWrongField(key, path, field.line);
        return shownText(field.value);
    };
    const auto takeTime = [&](std::string_view key) -> OptionalTime {
        const YamlField<int64_t> field = integerField(meta, key);
        if (field.isWrong())
            problems.addWrongField(key, path, field.line);
        return field.hasValue() ? OptionalTime(field.value) : std::nullopt;
    };
    experiment.artifactLocation = takeText("artifact_location");
    experiment.creationTime = takeTime("creation_time");
    experiment.lastUpdateTime = takeTime("last_update_time");
    if (const QString name = takeText("name"); !name.isEmpty())
        experiment.name = name;
    else if (!meta.isBroken())
        problems.warn(FileProblem::FieldMissing, path, MlflowFileText::tr("The experiment has no name; its id is shown."));
    const YamlField<std::string> id = textField(meta, "experiment_id");
    if (id.hasValue() && shownText(id.value) != experiment.id.value)
        problems.warn(FileProblem::ExperimentIdMismatch, path,
                      MlflowFileText::tr("The file names the experiment “%1”; the folder's name counts.").arg(shortText(id.value)), id.line);
}

} // namespace

QList<Experiment> readExperiments(const StoreTree &tree, const std::vector<ExperimentFolder> &folders, ProblemList &problems,
                                  const Job &job)
{
    QList<Experiment> experiments;
    FileReader reader;
    for (const ExperimentFolder &place : folders) {
        if (job.isCanceled())
            break;
        Experiment experiment;
        experiment.id = ExperimentId(place.id());
        experiment.name = place.id();
        experiment.lifecycle = place.inTrash ? Lifecycle::Deleted : Lifecycle::Active;
        const std::string path = place.path + '/' + StoreName::Meta;
        const Descriptor folder = SafeFile::openFolder(tree.fd(), place.path);
        if (!folder) {
            problems.addError(folder.error(), place.path, true);
            continue;
        }
        const MetaFile meta = readMetaPatiently(folder.fd(), StoreName::Meta, reader, job);
        problems.addIssues(meta.document, path);
        if (meta.error != 0)
            problems.addError(meta.error, path, false);
        else if (meta.isEmpty)
            problems.add(Severity::Error, FileProblem::MetaEmpty, path, 0, MlflowFileText::tr("The file is empty; the experiment is shown by its id."));
        else if (meta.document.isMapping())
            takeFields(meta.document, path, experiment, problems);
        else if (!meta.document.isRefused())
            problems.add(Severity::Error, FileProblem::MetaNoMapping, path, 0,
                         MlflowFileText::tr("The file does not describe an experiment, which is shown by its id."));
        experiment.tags = readKeyTexts(folder.fd(), StoreName::Tags, place.path + '/' + StoreName::Tags, reader, problems);
        experiments.append(std::move(experiment));
    }
    return experiments;
}

} // namespace Assay
