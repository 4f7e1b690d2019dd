// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/stores/mlflow-file/filebackend.h"
#include "models/stores/mlflow-file/storewriter.h"

namespace Assay {

namespace {

// Calls work(writer), if the store can be opened and written to.
template <typename F>
auto write(const StoreInfo &info, const Job &job, F &&work) -> std::invoke_result_t<F, StoreWriter &>
{
    if (!info.writable)
        return Error{info.notWritableCode, info.whyNotWritable, info.location};
    const auto tree = StoreTree::open(info.location);
    if (!tree)
        return tree.error();
    StoreWriter writer(*tree, job);
    return work(writer);
}

} // namespace

Result<StageChangeDone> FileBackend::changeStage(const StageChange &change, Job &job)
{
    return write(info(), job, [&](StoreWriter &writer) { return writer.changeStage(change); });
}

Status FileBackend::setAlias(const QString &model, const QString &alias, const std::optional<QString> &version, Job &job)
{
    return write(info(), job, [&](StoreWriter &writer) { return writer.setAlias(model, alias, version); });
}

Status FileBackend::editRun(const RunEdit &edit, Job &job)
{
    return write(info(), job, [&](StoreWriter &writer) { return writer.editRun(edit); });
}

Status FileBackend::setModelTag(const QString &model, const QString &key, const std::optional<QString> &value, Job &job)
{
    return write(info(), job, [&](StoreWriter &writer) { return writer.setModelTag(model, key, value); });
}

Status FileBackend::setVersionTag(const QString &model, const QString &version, const QString &key, const std::optional<QString> &value,
                                  Job &job)
{
    return write(info(), job, [&](StoreWriter &writer) { return writer.setVersionTag(model, version, key, value); });
}

} // namespace Assay
