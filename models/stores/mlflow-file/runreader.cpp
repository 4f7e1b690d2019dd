// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/stores/mlflow-file/runreader.h"

#include "models/store/localartifacts.h"
#include "models/stores/mlflow-file/mlflowfiletext.h"
#include "models/stores/mlflow-file/text.h"
#include "models/stores/mlflow-file/yamlfield.h"

#include <algorithm>
#include <cerrno>
#include <set>

using namespace Qt::StringLiterals;

namespace Assay {

namespace {

// Fields of which at least one must be there for a mapping to be a run's.
bool saysAnything(const YamlDocument &meta)
{
    for (std::string_view key : {"run_id", "run_uuid", "experiment_id", "artifact_uri", "start_time", "status"})
        if (meta.find(key))
            return true;
    return false;
}

// Two names that are not UTF-8 can look the same: the first one counts.
template <typename Item>
bool isKnownKey(const std::vector<Item> &items, const std::string &key)
{
    return key.find("\xef\xbf\xbd") != std::string::npos
        && std::any_of(items.begin(), items.end(), [&](const Item &item) { return item.key == key; });
}

} // namespace

RawRun RunReader::read(const ExperimentFolder &experiment, const std::string &name, RunReading reading)
{
    RawRun run;
    run.id = isUtf8(name) ? name : withReplacements(name);
    run.experimentId = isUtf8(experiment.name) ? experiment.name : withReplacements(experiment.name);
    m_problems.setRun(QString::fromStdString(run.id));
    const std::string path = experiment.path + '/' + name;
    const Descriptor folder = SafeFile::openFolder(m_tree.fd(), path);
    if (!folder) {
        if (folder.error() != ENOENT) // removed since it was listed
            m_problems.addError(folder.error(), path, true);
    } else if (readInfo(folder.fd(), path, reading, run)) {
        run.params = readTexts(folder.fd(), StoreName::Params, path);
        run.tags = readTexts(folder.fd(), StoreName::Tags, path);
        readMetrics(folder.fd(), path, reading, run);
        readInputs(folder.fd(), experiment, path, run);
        if (run.header.name.empty()) {
            const auto tag = std::find_if(run.tags.begin(), run.tags.end(), [](const auto &each) { return each.key == "mlflow.runName"; });
            run.header.name = tag != run.tags.end() && !tag->value.empty() ? tag->value : run.header.legacyName;
        }
    }
    run.problems = m_problems.take();
    return run;
}

// Whether the folder is a run's.
bool RunReader::readInfo(int folder, const std::string &path, const RunReading &reading, RawRun &run)
{
    const std::string metaPath = path + '/' + StoreName::Meta;
    const MetaFile meta = readMeta(folder, StoreName::Meta, m_reader);
    if (meta.isRecent && !reading.takesHalfMeta) {
        run.state = RawRun::State::BeingWritten;
        return false;
    }
    if (meta.isRecent)
        if (const auto known = m_headers.find(path)) {
            run.header = *known;
            run.state = RawRun::State::Loaded;
            return true;
        }
    if (meta.error == ENOENT) {
        m_problems.warn(FileProblem::MetaMissing, path, MlflowFileText::tr("This folder has no meta.yaml, so it is no run; it is left out."));
        return false;
    }
    if (meta.error != 0) {
        m_problems.addError(meta.error, metaPath, false);
        return false;
    }
    m_problems.addIssues(meta.document, metaPath);
    if (meta.isEmpty) {
        m_problems.add(Severity::Error, FileProblem::MetaEmpty, metaPath, 0, MlflowFileText::tr("The file is empty; the run is left out."));
        return false;
    }
    if (meta.document.isRefused())
        return false;
    if (!meta.document.isMapping() || !saysAnything(meta.document)) {
        m_problems.add(Severity::Error, FileProblem::MetaNoMapping, metaPath, 0, MlflowFileText::tr("The file does not describe a run; the run is left out."));
        return false;
    }
    takeFields(meta.document, metaPath, run);
    checkIds(meta.document, metaPath, run);
    takeStates(meta.document, metaPath, run.header);
    m_headers.update(path, run.header);
    run.state = RawRun::State::Loaded;
    return true;
}

void RunReader::takeFields(const YamlDocument &meta, const std::string &path, RawRun &run)
{
    const auto takeText = [&](std::string_view key) {
        YamlField<std::string> field = textField(meta, key);
        if (field.isWrong())
            m_problems.addWrongField(key, path, field.line);
        return std::move(field.value);
    };
    const auto takeTime = [&](std::string_view key) -> OptionalTime {
        const YamlField<int64_t> field = integerField(meta, key);
        if (field.isWrong())
            m_problems.addWrongField(key, path, field.line);
        return field.hasValue() ? OptionalTime(field.value) : std::nullopt;
    };
    run.header.name = takeText("run_name");
    run.header.userId = takeText("user_id");
    run.header.artifactUri = takeText("artifact_uri");
    run.header.legacyName = takeText("name");
    run.header.startTime = takeTime("start_time");
    run.header.endTime = takeTime("end_time");
}

void RunReader::checkIds(const YamlDocument &meta, const std::string &path, const RawRun &run)
{
    YamlField<std::string> id = textField(meta, "run_id");
    if (!id.hasValue())
        id = textField(meta, "run_uuid");
    if (id.hasValue() && id.value != run.id)
        m_problems.warn(FileProblem::RunIdMismatch, path,
                        MlflowFileText::tr("The file names the run “%1”; the folder's name counts.").arg(shortText(id.value)), id.line);
    const YamlField<std::string> experiment = textField(meta, "experiment_id");
    if (experiment.hasValue() && experiment.value != run.experimentId)
        m_problems.warn(FileProblem::ExperimentIdMismatch, path,
                        MlflowFileText::tr("The file names the experiment “%1”; the folder that it lies in counts.").arg(shortText(experiment.value)),
                        experiment.line);
    // Tags are files; here MLflow writes an empty list.
    if (const YamlNode *tags = meta.find("tags"))
        if (tags->kind == YamlNode::Kind::Mapping ? !tags->children.empty() : !textField(*tags).value.empty())
            m_problems.addWrongField("tags", path, tags->line);
    const bool mayClimb = run.header.artifactUri.find("..") != std::string::npos || run.header.artifactUri.find('%') != std::string::npos;
    if (mayClimb && LocalArtifacts::parseUri(QString::fromStdString(run.header.artifactUri)).climbs)
        m_problems.warn(FileProblem::ArtifactUriClimbs, path, MlflowFileText::tr("The recorded place of the artifacts has a “..” in it and is not followed."),
                        textField(meta, "artifact_uri").line);
}

void RunReader::takeStates(const YamlDocument &meta, const std::string &path, RunMeta &run)
{
    const YamlField<int64_t> status = integerField(meta, "status");
    if (status.hasValue())
        run.status = runStatusFromNumber(status.value);
    else if (status.isWrong())
        run.status = runStatusFromName(shownText(textField(meta, "status").value));
    else if (meta.isBroken())
        run.status = RunStatus::Unknown; // it may have stood in the part that is missing
    if (run.status == RunStatus::Unknown && status.state != YamlField<int64_t>::State::Absent)
        m_problems.warn(FileProblem::StatusUnknown, path, MlflowFileText::tr("No release of MLflow writes this status; it is shown as unknown."), status.line);

    const YamlField<std::string> stage = textField(meta, "lifecycle_stage");
    if (stage.value == "deleted")
        run.lifecycle = Lifecycle::Deleted;
    else if (stage.isWrong() || (stage.hasValue() && stage.value != "active"))
        m_problems.warn(FileProblem::LifecycleUnknown, path,
                        MlflowFileText::tr("“%1” is no lifecycle stage; the run counts as active.").arg(shortText(stage.value)), stage.line);
}

std::vector<RawRun::Text> RunReader::readTexts(int folder, const char *name, const std::string &path)
{
    std::vector<RawRun::Text> texts;
    forEachKeyFile(folder, name, path + '/' + name, m_problems, [&](const KeyFile &file) {
        if (m_job.isCanceled() || isKnownKey(texts, file.key))
            return;
        if (const KeyText got = readKeyText(file, m_reader, m_fixed, m_problems); got.isRead)
            texts.push_back({file.key, std::string(got.text)});
    });
    return texts;
}

void RunReader::readMetrics(int folder, const std::string &path, const RunReading &reading, RawRun &run)
{
    forEachKeyFile(folder, StoreName::Metrics, path + '/' + StoreName::Metrics, m_problems, [&](const KeyFile &file) {
        if (m_job.isCanceled() || isKnownKey(run.metrics, file.key))
            return;
        const Descriptor opened = SafeFile::openListedFile(file.folder, file.entry->name.c_str());
        if (!opened) {
            if (opened.error() != ENOENT)
                m_problems.addError(opened.error(), file.path, false);
            return;
        }
        LatestPoint latest;
        const MetricFaults faults = m_metricReader.read(opened, lastLineOf(run.header.status), [&](const MetricPoint &point) { latest.add(point); });
        m_problems.addFaults(faults, file.path, reading.withHints);
        if (latest.point())
            run.metrics.push_back({file.key, latest.point()->value});
    });
}

void RunReader::readInputs(int folder, const ExperimentFolder &experiment, const std::string &path, RawRun &run)
{
    const Descriptor inputs = SafeFile::openFolder(folder, StoreName::Inputs);
    const std::string inputsPath = path + '/' + StoreName::Inputs;
    if (!inputs) {
        if (inputs.error() != ENOENT)
            m_problems.addError(inputs.error(), inputsPath, true);
        return;
    }
    for (const FolderEntry &entry : SafeFile::list(inputs.fd()).entries) {
        const std::string metaPath = inputsPath + '/' + entry.name + '/' + StoreName::Meta;
        if (entry.kind == FileKind::Link)
            m_problems.addError(ELOOP, inputsPath + '/' + entry.name, true);
        if (entry.kind != FileKind::Folder || entry.name.front() == '.')
            continue;
        const MetaFile meta = readMeta(inputs.fd(), entry.name + '/' + StoreName::Meta, m_reader);
        m_problems.addIssues(meta.document, metaPath);
        const std::string source = textField(meta.document, "source_id").value;
        if (meta.error != 0 || source.empty()) {
            m_problems.addError(meta.error != 0 ? meta.error : ENOENT, metaPath, false);
            continue;
        }
        if (const auto type = textField(meta.document, "source_type"); type.hasValue() && type.value != "DATASET")
            continue; // a model, or what a later release puts here
        const auto dataset = m_datasets.find(experiment.path, source, m_reader, m_problems);
        if (!dataset) {
            m_problems.warn(FileProblem::DatasetMissing, metaPath, MlflowFileText::tr("The data set “%1” is not in the experiment's folder; the input is left out.").arg(shortText(source)));
            continue;
        }
        DatasetInput input{*dataset, {}};
        if (const YamlNode *tags = meta.document.find("tags"))
            meta.document.forEach(*tags, [&](const YamlNode &key, const YamlNode &value) {
                input.tags.insert(shownText(key.text), shownText(textField(value).value));
            });
        run.datasets.push_back(std::move(input));
    }
}

} // namespace Assay
