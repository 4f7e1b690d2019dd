// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/stores/mlflow-file/storewriter.h"

#include "models/stores/mlflow-file/mlflowfiletext.h"
#include "models/stores/mlflow-file/registryreader.h"
#include "models/stores/mlflow-file/text.h"
#include "models/stores/mlflow-file/yamlfield.h"

#include <QDateTime>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Assay {

namespace {

Error notFound(const QString &message)
{
    return {ErrorCode::NotFound, message, {}};
}

Error noSuchVersion(const QString &model, const QString &version)
{
    return notFound(MlflowFileText::tr("There is no version %1 of the model “%2”.").arg(version, model));
}

std::string timeScalar(qint64 time)
{
    return std::to_string(time);
}

// When several files are changed and one of them fails after another was done, nobody can call it done or not done.
Error half(const Error &cause)
{
    return {ErrorCode::OutcomeUnknown, MlflowFileText::tr("Only a part of the change was made: %1").arg(cause.message), cause.detail};
}

Result<std::string> readWhole(const Descriptor &folder, const QString &shownPath)
{
    const Descriptor file = SafeFile::openFile(folder.fd(), StoreName::Meta);
    if (!file)
        return SafeFile::openError(file.error(), shownPath);
    FileReader reader;
    const FileReader::Bytes got = reader.read(file, YamlDocument::MaxBytes);
    if (got.error != 0)
        return SafeFile::openError(got.error, shownPath);
    if (got.isCut || got.bytes.empty())
        return Error{ErrorCode::Damaged, MlflowFileText::tr("%1 cannot be read as what it should be.").arg(shownPath), {}};
    return std::string(got.bytes);
}

} // namespace

Result<StoreWriter::OpenModel> StoreWriter::openModel(const QString &name)
{
    const Descriptor models = SafeFile::openFolder(m_tree.fd(), StoreName::Models);
    const std::string bytes = models ? SafeFile::entryName(models.fd(), name) : std::string();
    Descriptor folder = bytes.empty() ? Descriptor::failed(ENOENT) : SafeFile::openFolder(models.fd(), bytes);
    if (!folder)
        return folder.error() == ENOENT ? notFound(MlflowFileText::tr("There is no registered model “%1”.").arg(name)) : SafeFile::openError(folder.error(), name);
    const QString shownPath = QLatin1StringView(StoreName::Models) + u'/' + name;
    auto lock = SafeWrite::FolderLock::take(folder, shownPath, m_job);
    if (!lock)
        return lock.error();
    auto meta = readWhole(folder, shownPath + u'/' + QLatin1StringView(StoreName::Meta));
    if (!meta)
        return meta.error();
    return OpenModel{shownPath, std::move(folder), *std::move(lock), *std::move(meta)};
}

Result<StoreWriter::OpenVersion> StoreWriter::openVersion(const OpenModel &model, const QString &version)
{
    const QString model_ = model.shownPath.section(u'/', 1);
    const std::string name = "version-" + version.toStdString();
    if (!versionNumber(name))
        return noSuchVersion(model_, version);
    Descriptor folder = SafeFile::openFolder(model.folder.fd(), name);
    const QString shownPath = model.shownPath + u'/' + QString::fromStdString(name);
    if (!folder)
        return folder.error() == ENOENT ? noSuchVersion(model_, version) : SafeFile::openError(folder.error(), shownPath);
    auto meta = readWhole(folder, shownPath + u'/' + QLatin1StringView(StoreName::Meta));
    if (!meta)
        return meta.error();
    const YamlDocument fields = YamlDocument::parse(*meta);
    OpenVersion open{shownPath, std::move(folder), *std::move(meta), stageName(Stage::None), std::nullopt};
    if (const auto stage = textField(fields, "current_stage"); stage.hasValue())
        open.stage = shownText(stage.value);
    if (const auto updated = integerField(fields, "last_updated_timestamp"); updated.hasValue())
        open.updated = updated.value;
    if (open.stage.toStdString() == DeletedStage)
        return noSuchVersion(model_, version);
    return open;
}

Result<SafeWrite::Replacement> StoreWriter::prepareMeta(const Descriptor &folder, const std::string &meta, const QString &shownPath,
                                                        const std::vector<YamlChange> &changes)
{
    const QString metaPath = shownPath + u'/' + QLatin1StringView(StoreName::Meta);
    const auto changed = editYaml(meta, changes);
    if (!changed)
        return Error{changed.error().code, changed.error().message, metaPath};
    return SafeWrite::Replacement::prepare(folder, folder, StoreName::Meta, *changed, metaPath);
}

Result<std::vector<StoreWriter::OpenVersion>> StoreWriter::versionsIn(const OpenModel &model, const QString &stage, const QString &butNot,
                                                                      QStringList *numbers)
{
    std::vector<OpenVersion> found;
    for (const FolderEntry &entry : SafeFile::list(model.folder.fd()).entries) {
        const auto number = versionNumber(entry.name);
        if (!number || entry.kind != FileKind::Folder || *number == butNot)
            continue;
        auto version = openVersion(model, *number);
        if (!version && version.error().code == ErrorCode::NotFound)
            continue; // deleted
        if (!version)
            return version.error();
        if (version->stage != stage)
            continue;
        found.push_back(*std::move(version));
        numbers->append(*number);
    }
    return found;
}

Result<StageChangeDone> StoreWriter::changeStage(const StageChange &change)
{
    if (change.archiveExisting && change.toStage != Stage::Staging && change.toStage != Stage::Production)
        return Error{ErrorCode::InvalidArgument, MlflowFileText::tr("Only versions in Staging or Production can be archived on the way."), {}};
    const auto model = openModel(change.model);
    if (!model)
        return model.error();
    const auto version = openVersion(*model, change.version);
    if (!version)
        return version.error();
    if (version->stage != change.fromStage || version->updated != change.shownUpdateTime)
        return Error{ErrorCode::Conflict,
                     MlflowFileText::tr("Version %1 of “%2” was changed by somebody else: it is in stage %3 now.").arg(change.version, change.model, version->stage),
                     {}};
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    const std::string time = timeScalar(now);
    const QString target = stageName(change.toStage);
    StageChangeDone done;
    std::vector<SafeWrite::Replacement> replacements;
    const auto prepare = [&](const Descriptor &folder, const std::string &meta, const QString &path, std::vector<YamlChange> changes) -> Status {
        changes.push_back({"last_updated_timestamp", time});
        auto replacement = prepareMeta(folder, meta, path, changes);
        if (!replacement)
            return replacement.error();
        replacements.push_back(*std::move(replacement));
        return {};
    };
    if (change.archiveExisting) {
        const auto others = versionsIn(*model, target, change.version, &done.archived);
        if (!others)
            return others.error();
        for (const OpenVersion &other : *others)
            if (const Status prepared = prepare(other.folder, other.meta, other.shownPath, {{"current_stage", "Archived"}}); !prepared)
                return prepared.error();
        std::sort(done.archived.begin(), done.archived.end(),
                  [](const QString &a, const QString &b) { return a.toLongLong() < b.toLongLong(); });
    }
    if (const Status prepared = prepare(version->folder, version->meta, version->shownPath, {{"current_stage", target.toStdString()}}); !prepared)
        return prepared.error();
    if (const Status prepared = prepare(model->folder, model->meta, model->shownPath, {}); !prepared)
        return prepared.error();
    // All is on the disk now; from here on only names change.
    for (size_t i = 0; i < replacements.size(); ++i)
        if (const Status committed = replacements[i].commit(); !committed)
            return i == 0 && committed.error().code != ErrorCode::OutcomeUnknown ? committed.error() : half(committed.error());
    return done;
}

Status StoreWriter::touchModel(const OpenModel &model, qint64 now)
{
    auto replacement = prepareMeta(model.folder, model.meta, model.shownPath, {{"last_updated_timestamp", timeScalar(now)}});
    return replacement ? replacement->commit() : Status(replacement.error());
}

} // namespace Assay
