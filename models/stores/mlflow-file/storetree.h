// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/experiment.h"
#include "models/store/safefile.h"
#include "models/stores/mlflow-file/problems.h"

namespace Assay {

// Names that MLflow gives a meaning to.
namespace StoreName {
inline constexpr const char *Meta = "meta.yaml";
inline constexpr const char *Trash = ".trash";
inline constexpr const char *Models = "models";
inline constexpr const char *Metrics = "metrics";
inline constexpr const char *Params = "params";
inline constexpr const char *Tags = "tags";
inline constexpr const char *Inputs = "inputs";
inline constexpr const char *Outputs = "outputs";
inline constexpr const char *Datasets = "datasets";
inline constexpr const char *Traces = "traces";
inline constexpr const char *Aliases = "aliases";
inline constexpr const char *Artifacts = "artifacts";
} // namespace StoreName

// The folder of an experiment. Its name is its id, whatever its meta.yaml says.
struct ExperimentFolder {
    std::string name;     // bytes
    std::string path;     // relative to the store: "5" or ".trash/5"
    bool inTrash = false; // decides whether the experiment is deleted

    QString id() const;
};

// A file store's root folder, open. Functions that list take what they cannot use as problems. Const functions may be
// called from several threads.
class StoreTree
{
public:
    static Result<StoreTree> open(const QString &location);

    int fd() const { return m_root.fd(); }
    const QString &location() const { return m_location; }

    // Those with a meta.yaml, live ones before those in the trash, each by name in byte order.
    std::vector<ExperimentFolder> experiments(ProblemList &problems) const;
    // Names of the folders below an experiment that may be runs, in byte order.
    std::vector<std::string> runFolders(const ExperimentFolder &experiment, ProblemList &problems) const;
    // The experiments that may be meant by an id: it can stand live and in the trash.
    std::vector<ExperimentFolder> find(const ExperimentId &id) const;
    // The folder of one run, "5/ab…"; empty when there is none.
    std::string findRun(const RunRef &run) const;
    // Names of the folders below models/, in byte order.
    std::vector<std::string> modelFolders(ProblemList &problems) const;

private:
    StoreTree(Descriptor root, QString location) : m_root(std::move(root)), m_location(std::move(location)) {}

    void listExperiments(const std::string &below, std::vector<ExperimentFolder> &found, ProblemList &problems) const;

    Descriptor m_root;
    QString m_location;
};

// A meta.yaml, read and parsed.
struct MetaFile {
    YamlDocument document;
    int error = 0;         // errno; the document is empty then
    bool isEmpty = false;  // 0 bytes
    bool isRecent = false; // written within the last seconds, so that it may be in the middle of being written
};
// `path`: relative to `folder`. Costs one open, one fstat, one read.
MetaFile readMeta(int folder, const std::string &path, FileReader &reader);
// The same, asking again for a moment when the file seems to be in the middle of being written.
MetaFile readMetaPatiently(int folder, const std::string &path, FileReader &reader, const Job &job);

} // namespace Assay
