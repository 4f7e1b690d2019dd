// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/model.h"
#include "models/domain/runedit.h"
#include "models/stores/mlflow-file/safewrite.h"
#include "models/stores/mlflow-file/storetree.h"
#include "models/stores/mlflow-file/yamledit.h"

namespace Assay {

// Changes a file store as MLflow's own client does: the same files, the same fields, the same rules. Every change is
// made under a lock that other Assays respect, and of files that were read again under it.
class StoreWriter
{
public:
    StoreWriter(const StoreTree &tree, const Job &job) : m_tree(tree), m_job(job) {}

    Result<StageChangeDone> changeStage(const StageChange &change);
    Status setAlias(const QString &model, const QString &alias, const std::optional<QString> &version);
    Status setModelTag(const QString &model, const QString &key, const std::optional<QString> &value);
    Status setVersionTag(const QString &model, const QString &version, const QString &key, const std::optional<QString> &value);
    Status editRun(const RunEdit &edit);

private:
    // A model's folder, open and locked, with its meta.yaml as it is.
    struct OpenModel {
        QString shownPath;
        Descriptor folder;
        SafeWrite::FolderLock lock;
        std::string meta;
    };
    // A version's meta.yaml as it is.
    struct OpenVersion {
        QString shownPath;
        Descriptor folder;
        std::string meta;
        QString stage;
        OptionalTime updated;
    };
    // A run's folder, open and locked, with its meta.yaml as it is.
    struct OpenRun {
        QString shownPath;
        Descriptor folder;
        SafeWrite::FolderLock lock;
        std::string meta;
        YamlDocument fields;

        bool isDeleted() const;
        std::optional<QString> name() const; // as readers show it
        std::optional<QString> tag(const QString &key) const;
        std::optional<QString> value(const RunEdit &edit) const;
    };

    Result<OpenModel> openModel(const QString &name);
    Result<OpenVersion> openVersion(const OpenModel &model, const QString &version);
    Result<SafeWrite::Replacement> prepareMeta(const Descriptor &folder, const std::string &meta, const QString &shownPath,
                                               const std::vector<YamlChange> &changes);
    Status touchModel(const OpenModel &model, qint64 now);
    Result<std::vector<OpenVersion>> versionsIn(const OpenModel &model, const QString &stage, const QString &butNot, QStringList *numbers);
    static Status checkTag(const QString &key, const std::optional<QString> &value, qsizetype maxValue);
    Status setKey(const Descriptor &owner, const char *folderName, const QString &key, const std::optional<QString> &value,
                  const QString &shownPath);
    Result<OpenRun> openRun(const RunRef &ref);
    Status renameRun(const OpenRun &run, const std::optional<QString> &name);
    Status setRunTag(const OpenRun &run, const QString &key, const std::optional<QString> &value);
    Status setLifecycle(const OpenRun &run, Lifecycle lifecycle);

    const StoreTree &m_tree;
    const Job &m_job;
};

} // namespace Assay
