// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/stores/mlflow-file/fileprobe.h"

#include "models/stores/mlflow-file/filebackend.h"
#include "models/stores/mlflow-file/mlflowfiletext.h"
#include "models/stores/mlflow-file/yamlfield.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Assay {

namespace {

constexpr size_t MaxFolders = 2000; // looked at in one folder
constexpr size_t MaxMetas = 50;     // read in one folder before giving up
constexpr int MaxLevelsUp = 64;

bool isExperiment(const YamlDocument &meta)
{
    const bool isOther = meta.find("run_id") || meta.find("run_uuid") || meta.find("model_id"); // a run, a logged model
    return !isOther && meta.find("experiment_id") && (meta.find("artifact_location") || meta.find("name") || meta.find("lifecycle_stage"));
}

bool isModel(const YamlDocument &meta)
{
    return meta.find("name") && (meta.find("creation_timestamp") || meta.find("last_updated_timestamp"));
}

enum class Look { Nothing, Damaged, Found };

// Whether a folder's own folders have a meta.yaml of the kind that `is` knows.
Look lookBelow(int folder, bool (*is)(const YamlDocument &), const Job &job)
{
    FileReader reader;
    Look result = Look::Nothing;
    size_t folders = 0;
    size_t metas = 0;
    for (const FolderEntry &entry : SafeFile::list(folder).entries) {
        if (job.isCanceled() || folders >= MaxFolders || metas >= MaxMetas)
            break;
        if (entry.kind != FileKind::Folder || entry.name.front() == '.')
            continue;
        ++folders;
        const MetaFile meta = readMeta(folder, entry.name + '/' + StoreName::Meta, reader);
        if (meta.error != 0)
            continue;
        ++metas;
        if (is(meta.document))
            return Look::Found;
        if (meta.isEmpty || meta.document.isBroken())
            result = Look::Damaged;
    }
    return result;
}

Look lookAtRoot(int folder, const Job &job)
{
    Look result = lookBelow(folder, isExperiment, job);
    for (const char *name : {StoreName::Trash, StoreName::Models}) {
        if (result == Look::Found)
            break;
        if (const Descriptor below = SafeFile::openFolder(folder, name))
            if (const Look look = lookBelow(below.fd(), name == StoreName::Models ? isModel : isExperiment, job); look == Look::Found)
                result = look;
    }
    return result;
}

Look lookAtRoot(const QString &path, const Job &job)
{
    if (path.endsWith("/.trash"_L1)) // looks like a store, but is a part of one
        return Look::Nothing;
    const Descriptor folder = SafeFile::openRoot(path.toStdString());
    return folder ? lookAtRoot(folder.fd(), job) : Look::Nothing;
}

// A store as MLflow makes it before anything is logged: nothing in it but its own folders.
bool isEmptyStore(const QString &path)
{
    const Descriptor folder = SafeFile::openRoot(path.toStdString());
    if (!folder)
        return false;
    const SafeFile::Listing listing = SafeFile::list(folder.fd());
    const bool onlyOwn = std::all_of(listing.entries.begin(), listing.entries.end(), [](const FolderEntry &entry) {
        return entry.name.front() == '.' || entry.name == StoreName::Models || entry.name == "0";
    });
    const bool hasTrash = std::any_of(listing.entries.begin(), listing.entries.end(),
                                      [](const FolderEntry &entry) { return entry.name == StoreName::Trash; });
    return listing.error == 0 && onlyOwn && (hasTrash || QFileInfo(path).fileName() == "mlruns"_L1);
}

StoreCandidate candidate(const QString &path, bool isEmpty = false)
{
    return {MlflowFileId, path, isEmpty};
}

// Whether the next folder down from a store's root can hold what the person pointed at.
bool isInside(const QString &root, const QString &child)
{
    return child == QLatin1StringView(StoreName::Trash) || child == QLatin1StringView(StoreName::Models)
        || QFileInfo::exists(root + u'/' + child + u'/' + QLatin1StringView(StoreName::Meta));
}

QString findAbove(const QString &path, const Job &job)
{
    QString child = path.section(u'/', -1);
    QString at = path.section(u'/', 0, -2);
    for (int level = 0; level < MaxLevelsUp && !at.isEmpty() && !job.isCanceled(); ++level) {
        if (isInside(at, child) && lookAtRoot(at, job) == Look::Found)
            return at;
        child = at.section(u'/', -1);
        at = at.section(u'/', 0, -2);
    }
    return {};
}

// Stores that lie directly in a folder: mlruns/, or one of any other name.
StoreProbe findBelow(const QString &path, const Job &job)
{
    StoreProbe probe;
    const Descriptor folder = SafeFile::openRoot(path.toStdString());
    if (!folder)
        return probe;
    SafeFile::Listing listing = SafeFile::list(folder.fd());
    std::sort(listing.entries.begin(), listing.entries.end(), [](const FolderEntry &a, const FolderEntry &b) { return a.name < b.name; });
    size_t folders = 0;
    for (const FolderEntry &entry : listing.entries) {
        if (job.isCanceled() || folders >= MaxFolders)
            break;
        if (entry.kind != FileKind::Folder || entry.name.front() == '.')
            continue;
        ++folders;
        const Descriptor below = SafeFile::openFolder(folder.fd(), entry.name);
        const QString name = path + u'/' + QString::fromStdString(entry.name);
        if (below && lookAtRoot(below.fd(), job) == Look::Found)
            probe.candidates.append(candidate(name));
        else if (below && entry.name == "mlruns" && lookAtRoot(name + "/mlruns"_L1, job) == Look::Found)
            probe.candidates.append(candidate(name + "/mlruns"_L1));
        else if (below && entry.name == "mlruns" && isEmptyStore(name))
            probe.candidates.append(candidate(name, true));
    }
    return probe;
}

} // namespace

StoreProbe probeFileStore(const QString &path, Job &job)
{
    StoreProbe probe;
    const bool isFolder = QFileInfo(path).isDir();
    const Look here = isFolder ? lookAtRoot(path, job) : Look::Nothing;
    if (here == Look::Found) {
        probe.candidates.append(candidate(path));
        return probe;
    }
    if (const QString above = findAbove(path, job); !above.isEmpty()) {
        probe.candidates.append(candidate(above));
        return probe;
    }
    if (!isFolder)
        return probe;
    probe = findBelow(path, job);
    if (!probe.candidates.isEmpty())
        return probe;
    if (isEmptyStore(path))
        probe.candidates.append(candidate(path, true));
    else if (here == Look::Damaged)
        probe.whyNot = MlflowFileText::tr("The folders in %1 have a meta.yaml, but none describes an experiment.").arg(QDir::toNativeSeparators(path));
    else if (QFileInfo(path).fileName() == "mlruns"_L1)
        probe.whyNot = MlflowFileText::tr("The folder %1 holds no experiment: none of its folders has a meta.yaml.").arg(QDir::toNativeSeparators(path));
    return probe;
}

} // namespace Assay
