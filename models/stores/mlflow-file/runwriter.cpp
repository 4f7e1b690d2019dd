// SPDX-License-Identifier: GPL-3.0-or-later
// Changes of runs.
#include "models/stores/mlflow-file/keyfiles.h"
#include "models/stores/mlflow-file/mlflowfiletext.h"
#include "models/stores/mlflow-file/storewriter.h"
#include "models/stores/mlflow-file/text.h"
#include "models/stores/mlflow-file/yamlfield.h"

#include <QDateTime>

using namespace Qt::StringLiterals;

namespace Assay {

namespace {

constexpr qsizetype MaxRunTagValue = 8000;

std::optional<QString> textOf(const YamlDocument &fields, std::string_view key)
{
    const YamlField<std::string> field = textField(fields, key);
    return field.hasValue() && !field.value.empty() ? std::optional(shownText(field.value)) : std::nullopt;
}

Error conflict(const RunEdit &edit, const std::optional<QString> &now)
{
    return {ErrorCode::Conflict, MlflowFileText::tr("Run %1 was changed by somebody else; nothing is written.").arg(edit.run.run.value),
            u"expected %1, found %2"_s.arg(edit.from.value_or(u"nothing"_s).left(100), now.value_or(u"nothing"_s).left(100))};
}

} // namespace

bool StoreWriter::OpenRun::isDeleted() const
{
    return textField(fields, "lifecycle_stage").value == "deleted";
}

std::optional<QString> StoreWriter::OpenRun::name() const
{
    if (const auto name = textOf(fields, "run_name"))
        return name;
    if (const auto name = tag(TagKey::RunName); name && !name->isEmpty())
        return name;
    return textOf(fields, "name");
}

std::optional<QString> StoreWriter::OpenRun::tag(const QString &key) const
{
    const Descriptor file = SafeFile::openFile(folder.fd(), std::string(StoreName::Tags) + '/' + key.toStdString());
    FileReader reader;
    const FileReader::Bytes got = file ? reader.read(file, MaxValue) : FileReader::Bytes{{}, false, file.error()};
    return got.error == 0 ? std::optional(shownText(got.bytes)) : std::nullopt;
}

std::optional<QString> StoreWriter::OpenRun::value(const RunEdit &edit) const
{
    switch (edit.field) {
    case RunEdit::Field::Name: return name();
    case RunEdit::Field::Tag: return tag(edit.key);
    case RunEdit::Field::Lifecycle: return lifecycleName(isDeleted() ? Lifecycle::Deleted : Lifecycle::Active);
    }
    return {};
}

Result<StoreWriter::OpenRun> StoreWriter::openRun(const RunRef &ref)
{
    const std::string path = m_tree.findRun(ref);
    Descriptor folder = path.empty() ? Descriptor::failed(ENOENT) : SafeFile::openFolder(m_tree.fd(), path);
    if (!folder)
        return Error{ErrorCode::NotFound, MlflowFileText::tr("There is no run %1 in experiment %2.").arg(ref.run.value, ref.experiment.value), {}};
    const QString shownPath = shownText(path);
    if (path.starts_with(std::string(StoreName::Trash) + '/')) // MLflow does not find it there either
        return Error{ErrorCode::Refused, MlflowFileText::tr("The run's experiment is deleted; a run of it is not changed."), shownPath};
    auto lock = SafeWrite::FolderLock::take(folder, shownPath, m_job);
    if (!lock)
        return lock.error();
    FileReader reader;
    const Descriptor file = SafeFile::openFile(folder.fd(), StoreName::Meta);
    const FileReader::Bytes got = file ? reader.read(file, YamlDocument::MaxBytes) : FileReader::Bytes{{}, false, file.error()};
    YamlDocument fields = YamlDocument::parse(got.bytes);
    if (got.error != 0 || got.isCut || !fields.isMapping() || fields.isBroken())
        return Error{ErrorCode::Damaged, MlflowFileText::tr("The run's meta.yaml cannot be read, so nothing is written."), shownPath};
    std::string meta(got.bytes);
    return OpenRun{shownPath, std::move(folder), *std::move(lock), std::move(meta), std::move(fields)};
}

// MLflow keeps a run's name twice. The tag goes first, as it does there.
Status StoreWriter::renameRun(const OpenRun &run, const std::optional<QString> &name)
{
    auto replacement = prepareMeta(run.folder, run.meta, run.shownPath, {{"run_name", name ? yamlScalar(*name) : "''"}});
    if (!replacement)
        return replacement.error();
    if (name || run.tag(TagKey::RunName))
        if (const Status set = setKey(run.folder, StoreName::Tags, TagKey::RunName, name, run.shownPath); !set)
            return set;
    const Status renamed = replacement->commit();
    if (renamed)
        return {};
    return Error{ErrorCode::OutcomeUnknown, MlflowFileText::tr("Only a part of the change was made: %1").arg(renamed.error().message), renamed.error().detail};
}

Status StoreWriter::setRunTag(const OpenRun &run, const QString &key, const std::optional<QString> &value)
{
    if (key == TagKey::RunName && value)
        return renameRun(run, value);
    return setKey(run.folder, StoreName::Tags, key, value, run.shownPath);
}

// The folder stays where it is. An absent deleted_time and null are the same.
Status StoreWriter::setLifecycle(const OpenRun &run, Lifecycle lifecycle)
{
    std::vector<YamlChange> changes{{"lifecycle_stage", lifecycleName(lifecycle).toStdString()}};
    if (lifecycle == Lifecycle::Deleted)
        changes.push_back({"deleted_time", std::to_string(QDateTime::currentMSecsSinceEpoch())});
    else if (run.fields.find("deleted_time"))
        changes.push_back({"deleted_time", "null"});
    auto replacement = prepareMeta(run.folder, run.meta, run.shownPath, changes);
    return replacement ? replacement->commit() : Status(replacement.error());
}

Status StoreWriter::editRun(const RunEdit &edit)
{
    const QString key = edit.field == RunEdit::Field::Tag ? edit.key : QString(TagKey::RunName);
    if (edit.field != RunEdit::Field::Lifecycle)
        if (const Status checked = checkTag(key, edit.to, MaxRunTagValue); !checked)
            return checked;
    if (key == TagKey::RunName && edit.field != RunEdit::Field::Lifecycle && edit.to && edit.to->isEmpty())
        return Error{ErrorCode::InvalidArgument, MlflowFileText::tr("A run's name cannot be empty."), {}};
    const auto run = openRun(edit.run);
    if (!run)
        return run.error();
    const std::optional<QString> now = run->value(edit);
    if (edit.guard == RunEdit::Guard::Shown && now != edit.from)
        return conflict(edit, now);
    if (edit.field == RunEdit::Field::Lifecycle)
        return now == edit.to ? Status() : setLifecycle(*run, edit.to == lifecycleName(Lifecycle::Deleted) ? Lifecycle::Deleted : Lifecycle::Active);
    if (run->isDeleted())
        return Error{ErrorCode::Refused, MlflowFileText::tr("A deleted run is not changed."), run->shownPath};
    return edit.field == RunEdit::Field::Name ? renameRun(*run, edit.to) : setRunTag(*run, edit.key, edit.to);
}

} // namespace Assay
