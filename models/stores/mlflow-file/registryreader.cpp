// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/stores/mlflow-file/registryreader.h"

#include "models/stores/mlflow-file/keyfiles.h"
#include "models/stores/mlflow-file/mlflowfiletext.h"
#include "models/stores/mlflow-file/text.h"
#include "models/stores/mlflow-file/yamlfield.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Assay {

namespace {

// By number, whatever its length.
bool isLowerVersion(const ModelVersion &a, const ModelVersion &b)
{
    return a.version.size() != b.version.size() ? a.version.size() < b.version.size() : a.version < b.version;
}

} // namespace

std::optional<QString> versionNumber(std::string_view folderName)
{
    constexpr std::string_view Prefix = "version-";
    constexpr size_t MaxDigits = 18;
    if (!folderName.starts_with(Prefix))
        return std::nullopt;
    const std::string_view digits = folderName.substr(Prefix.size());
    const bool isNumber = !digits.empty() && digits.size() <= MaxDigits && (digits[0] != '0' || digits.size() == 1)
        && std::all_of(digits.begin(), digits.end(), [](char c) { return c >= '0' && c <= '9'; });
    return isNumber ? std::optional(shownText(digits)) : std::nullopt;
}

QList<RegisteredModel> RegistryReader::readAll()
{
    QList<RegisteredModel> models;
    for (const std::string &name : m_tree.modelFolders(m_problems)) {
        if (m_job.isCanceled())
            break;
        if (auto model = readModel(name))
            models.append(std::move(*model));
    }
    return models;
}

bool RegistryReader::checkMeta(const MetaFile &meta, const std::string &path, const QString &consequence)
{
    m_problems.addIssues(meta.document, path);
    if (meta.error != 0)
        m_problems.addError(meta.error, path, false);
    else if (meta.isEmpty)
        m_problems.add(Severity::Error, FileProblem::MetaEmpty, path, 0, consequence);
    else if (!meta.document.isMapping() && !meta.document.isRefused())
        m_problems.add(Severity::Error, FileProblem::MetaNoMapping, path, 0, consequence);
    return meta.document.isMapping();
}

QString RegistryReader::takeText(const YamlDocument &meta, const std::string &path, std::string_view key)
{
    const YamlField<std::string> field = textField(meta, key);
    if (field.isWrong())
        m_problems.addWrongField(key, path, field.line);
    return shownText(field.value);
}

OptionalTime RegistryReader::takeTime(const YamlDocument &meta, const std::string &path, std::string_view key)
{
    const YamlField<int64_t> field = integerField(meta, key);
    if (field.isWrong())
        m_problems.addWrongField(key, path, field.line);
    return field.hasValue() ? OptionalTime(field.value) : std::nullopt;
}

std::optional<RegisteredModel> RegistryReader::readModel(const std::string &name)
{
    const std::string path = std::string(StoreName::Models) + '/' + name;
    const std::string metaPath = path + '/' + StoreName::Meta;
    const Descriptor folder = SafeFile::openFolder(m_tree.fd(), path);
    if (!folder) {
        m_problems.addError(folder.error(), path, true);
        return std::nullopt;
    }
    if (SafeFile::stat(folder.fd(), StoreName::Meta).error == ENOENT) {
        if (name.front() != '.')
            m_problems.warn(FileProblem::MetaMissing, path, MlflowFileText::tr("This folder has no meta.yaml, so it is no registered model; it is left out."));
        return std::nullopt;
    }
    const MetaFile meta = readMetaPatiently(folder.fd(), StoreName::Meta, m_reader, m_job);
    if (!checkMeta(meta, metaPath, MlflowFileText::tr("The file does not describe a registered model, which is left out.")))
        return std::nullopt;
    RegisteredModel model;
    model.name = shownText(name); // the folder's name is what writes go by
    if (const auto recorded = textField(meta.document, "name"); recorded.hasValue() && recorded.value != name)
        m_problems.warn(FileProblem::ModelNameMismatch, metaPath,
                        MlflowFileText::tr("The file names the model “%1”; the folder's name counts.").arg(shortText(recorded.value)), recorded.line);
    model.description = takeText(meta.document, metaPath, "description");
    model.creationTime = takeTime(meta.document, metaPath, "creation_timestamp");
    model.lastUpdatedTime = takeTime(meta.document, metaPath, "last_updated_timestamp");
    model.tags = readKeyTexts(folder.fd(), StoreName::Tags, path + '/' + StoreName::Tags, m_reader, m_problems);
    readVersions(folder.fd(), path, model);
    readAliases(folder.fd(), path, model);
    return model;
}

void RegistryReader::readVersions(int folder, const std::string &path, RegisteredModel &model)
{
    SafeFile::Listing listing = SafeFile::list(folder);
    if (listing.error != 0)
        m_problems.addError(listing.error, path, true);
    std::sort(listing.entries.begin(), listing.entries.end(), [](const FolderEntry &a, const FolderEntry &b) { return a.name < b.name; });
    for (const FolderEntry &entry : listing.entries) {
        if (!entry.name.starts_with("version-") || (entry.kind != FileKind::Folder && entry.kind != FileKind::Link))
            continue;
        const std::string entryPath = path + '/' + entry.name;
        const auto number = versionNumber(entry.name);
        if (entry.kind == FileKind::Link)
            m_problems.addError(ELOOP, entryPath, true);
        else if (!number)
            m_problems.warn(FileProblem::VersionFolderName, entryPath, MlflowFileText::tr("The folder's name is no version's number; it is left out."));
        else if (auto version = readVersion(folder, entry.name, entryPath, *number))
            model.versions.append(std::move(*version));
    }
    std::sort(model.versions.begin(), model.versions.end(), isLowerVersion);
}

std::optional<ModelVersion> RegistryReader::readVersion(int folder, const std::string &name, const std::string &path, const QString &number)
{
    const std::string metaPath = path + '/' + StoreName::Meta;
    const MetaFile meta = readMetaPatiently(folder, name + '/' + StoreName::Meta, m_reader, m_job);
    if (!checkMeta(meta, metaPath, MlflowFileText::tr("The file does not describe a model version, which is left out.")))
        return std::nullopt;
    if (textField(meta.document, "current_stage").value == DeletedStage)
        return std::nullopt;
    ModelVersion version;
    version.version = number;
    if (const auto recorded = textField(meta.document, "version"); recorded.hasValue() && shownText(recorded.value) != number)
        m_problems.warn(FileProblem::VersionMismatch, metaPath,
                        MlflowFileText::tr("The file says version “%1”; the folder's number counts.").arg(shortText(recorded.value)), recorded.line);
    takeStage(meta.document, metaPath, version);
    version.status = takeText(meta.document, metaPath, "status");
    version.statusMessage = takeText(meta.document, metaPath, "status_message");
    version.runId = takeText(meta.document, metaPath, "run_id");
    version.source = takeText(meta.document, metaPath, "source");
    version.userId = takeText(meta.document, metaPath, "user_id");
    version.description = takeText(meta.document, metaPath, "description");
    version.creationTime = takeTime(meta.document, metaPath, "creation_timestamp");
    version.lastUpdatedTime = takeTime(meta.document, metaPath, "last_updated_timestamp");
    const Descriptor own = SafeFile::openFolder(folder, name);
    if (own)
        version.tags = readKeyTexts(own.fd(), StoreName::Tags, path + '/' + StoreName::Tags, m_reader, m_problems);
    return version;
}

void RegistryReader::takeStage(const YamlDocument &meta, const std::string &path, ModelVersion &version)
{
    const YamlField<std::string> stage = textField(meta, "current_stage");
    if (stage.isWrong())
        m_problems.addWrongField("current_stage", path, stage.line);
    version.currentStage = stage.hasValue() ? shownText(stage.value) : stageName(Stage::None);
    const auto known = stageFromName(version.currentStage);
    if (!known || stageName(*known) != version.currentStage)
        m_problems.warn(FileProblem::StageUnknown, path, MlflowFileText::tr("“%1” is no stage of MLflow.").arg(shortText(stage.value)), stage.line);
}

void RegistryReader::readAliases(int folder, const std::string &path, RegisteredModel &model)
{
    const std::string aliasesPath = path + '/' + StoreName::Aliases;
    const TextMap aliases = readKeyTexts(folder, StoreName::Aliases, aliasesPath, m_reader, m_problems);
    for (auto it = aliases.begin(); it != aliases.end(); ++it) {
        const std::string aliasPath = aliasesPath + '/' + it.key().toStdString();
        const QString number = it.value().trimmed();
        if (number.isEmpty()) {
            m_problems.warn(FileProblem::AliasEmpty, aliasPath, MlflowFileText::tr("The alias names no version; it is left out."));
            continue;
        }
        model.aliases.insert(it.key(), number);
        const auto version = std::find_if(model.versions.begin(), model.versions.end(), [&](const auto &each) { return each.version == number; });
        if (version != model.versions.end())
            version->aliases.append(it.key());
        else
            m_problems.warn(FileProblem::AliasDangling, aliasPath,
                            MlflowFileText::tr("The alias names version “%1”, which is not there.").arg(shortText(number.toStdString())), 1);
    }
}

} // namespace Assay
