// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/stores/mlflow-file/storetree.h"

#include "models/base/ids.h"
#include "models/stores/mlflow-file/mlflowfiletext.h"
#include "models/stores/mlflow-file/text.h"

#include <sys/stat.h>

#include <algorithm>
#include <chrono>
#include <thread>

using namespace Qt::StringLiterals;

namespace Assay {

namespace {

bool isHidden(const std::string &name)
{
    return name.front() == '.';
}

bool isReserved(const std::string &name)
{
    return name == StoreName::Tags || name == StoreName::Datasets || name == StoreName::Traces || name == StoreName::Models;
}

void sortByName(std::vector<FolderEntry> &entries)
{
    std::sort(entries.begin(), entries.end(), [](const FolderEntry &a, const FolderEntry &b) { return a.name < b.name; });
}

bool hasMeta(int folder, const std::string &path)
{
    return SafeFile::stat(folder, (path + '/' + StoreName::Meta).c_str()).error == 0;
}

} // namespace

QString ExperimentFolder::id() const
{
    return shownText(name);
}

Result<StoreTree> StoreTree::open(const QString &location)
{
    Descriptor root = SafeFile::openRoot(location.toStdString());
    if (!root)
        return SafeFile::openError(root.error(), location);
    return StoreTree(std::move(root), location);
}

void StoreTree::listExperiments(const std::string &below, std::vector<ExperimentFolder> &found, ProblemList &problems) const
{
    const Descriptor folder = SafeFile::openFolder(fd(), below);
    if (!folder) {
        if (folder.error() != ENOENT)
            problems.addError(folder.error(), below, true);
        return;
    }
    SafeFile::Listing listing = SafeFile::list(folder.fd());
    if (listing.error != 0)
        problems.addError(listing.error, below.empty() ? "." : below, true);
    sortByName(listing.entries);
    const std::string prefix = below.empty() ? std::string() : below + '/';
    for (const FolderEntry &entry : listing.entries) {
        const bool isOurs = below.empty() && (entry.name == StoreName::Models || entry.name == StoreName::Trash);
        if (isOurs || isHidden(entry.name))
            continue;
        if (entry.kind == FileKind::Link) {
            problems.addError(ELOOP, prefix + entry.name, true);
        } else if (entry.kind == FileKind::Folder) {
            if (hasMeta(folder.fd(), entry.name))
                found.push_back({entry.name, prefix + entry.name, !below.empty()});
            else
                problems.warn(FileProblem::MetaMissing, prefix + entry.name,
                              MlflowFileText::tr("This folder has no meta.yaml, so it is no experiment; it is left out."));
        }
    }
}

std::vector<ExperimentFolder> StoreTree::experiments(ProblemList &problems) const
{
    std::vector<ExperimentFolder> found;
    listExperiments({}, found, problems);
    listExperiments(StoreName::Trash, found, problems);
    return found;
}

std::vector<std::string> StoreTree::runFolders(const ExperimentFolder &experiment, ProblemList &problems) const
{
    std::vector<std::string> names;
    const Descriptor folder = SafeFile::openFolder(fd(), experiment.path);
    if (!folder) {
        problems.addError(folder.error(), experiment.path, true);
        return names;
    }
    const SafeFile::Listing listing = SafeFile::list(folder.fd());
    if (listing.error != 0)
        problems.addError(listing.error, experiment.path, true);
    for (const FolderEntry &entry : listing.entries) {
        if (isReserved(entry.name) || isHidden(entry.name))
            continue;
        if (entry.kind == FileKind::Folder)
            names.push_back(entry.name);
        else if (entry.kind == FileKind::Link)
            problems.addError(ELOOP, experiment.path + '/' + entry.name, true);
    }
    std::sort(names.begin(), names.end());
    return names;
}

std::vector<ExperimentFolder> StoreTree::find(const ExperimentId &id) const
{
    std::vector<ExperimentFolder> found;
    for (const std::string &below : {std::string(), std::string(StoreName::Trash)}) {
        const Descriptor folder = SafeFile::openFolder(fd(), below);
        if (!folder)
            continue;
        const std::string name = SafeFile::entryName(folder.fd(), id.value);
        const bool isOurs = below.empty() && (name == StoreName::Models || name == StoreName::Trash);
        if (!name.empty() && !isOurs && hasMeta(folder.fd(), name))
            found.push_back({name, below.empty() ? name : below + '/' + name, !below.empty()});
    }
    return found;
}

std::string StoreTree::findRun(const RunRef &run) const
{
    for (const ExperimentFolder &experiment : find(run.experiment)) {
        const Descriptor folder = SafeFile::openFolder(fd(), experiment.path);
        if (!folder)
            continue;
        const std::string name = SafeFile::entryName(folder.fd(), run.run.value);
        if (!name.empty() && !isReserved(name) && SafeFile::stat(folder.fd(), name.c_str()).kind == FileKind::Folder)
            return experiment.path + '/' + name;
    }
    return {};
}

std::vector<std::string> StoreTree::modelFolders(ProblemList &problems) const
{
    std::vector<std::string> names;
    const Descriptor folder = SafeFile::openFolder(fd(), StoreName::Models);
    if (!folder) {
        if (folder.error() != ENOENT)
            problems.addError(folder.error(), StoreName::Models, true);
        return names;
    }
    const SafeFile::Listing listing = SafeFile::list(folder.fd());
    for (const FolderEntry &entry : listing.entries) {
        if (entry.kind == FileKind::Folder)
            names.push_back(entry.name);
        else if (entry.kind == FileKind::Link)
            problems.addError(ELOOP, std::string(StoreName::Models) + '/' + entry.name, true);
    }
    std::sort(names.begin(), names.end());
    return names;
}

MetaFile readMeta(int folder, const std::string &path, FileReader &reader)
{
    constexpr std::chrono::seconds Recent(5);
    MetaFile meta;
    const Descriptor file = SafeFile::openFile(folder, path);
    if (!file) {
        meta.error = file.error();
        return meta;
    }
    const FileReader::Bytes got = reader.read(file, YamlDocument::MaxBytes + 1);
    meta.error = got.error;
    meta.isEmpty = got.error == 0 && got.bytes.empty();
    if (meta.error == 0 && !meta.isEmpty)
        meta.document = YamlDocument::parse(got.bytes);
    if (meta.isEmpty || meta.document.isBroken()) {
        struct stat info;
        const auto now = std::chrono::system_clock::now().time_since_epoch();
        meta.isRecent = ::fstat(file.fd(), &info) == 0 && std::chrono::seconds(info.st_mtim.tv_sec) + Recent > now;
    }
    return meta;
}

MetaFile readMetaPatiently(int folder, const std::string &path, FileReader &reader, const Job &job)
{
    MetaFile meta = readMeta(folder, path, reader);
    for (int attempt = 0; attempt < 10 && meta.isRecent && !job.isCanceled(); ++attempt) {
        std::this_thread::sleep_for(std::chrono::milliseconds(30));
        meta = readMeta(folder, path, reader);
    }
    return meta;
}

} // namespace Assay
