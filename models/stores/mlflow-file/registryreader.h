// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/model.h"
#include "models/stores/mlflow-file/storetree.h"

namespace Assay {

// The stage of a version that was deleted: its folder stays, with everything in it.
inline constexpr std::string_view DeletedStage = "Deleted_Internal";

// Reads the registry of a file store, <store>/models. One thread at a time.
class RegistryReader
{
public:
    RegistryReader(const StoreTree &tree, ProblemList &problems, const Job &job)
        : m_tree(tree), m_problems(problems), m_job(job) {}

    // All models, prompts too, by name; versions by number, without deleted ones. Stops early when cancelled.
    QList<RegisteredModel> readAll();

private:
    std::optional<RegisteredModel> readModel(const std::string &name);
    void readVersions(int folder, const std::string &path, RegisteredModel &model);
    std::optional<ModelVersion> readVersion(int folder, const std::string &name, const std::string &path, const QString &number);
    void takeStage(const YamlDocument &meta, const std::string &path, ModelVersion &version);
    void readAliases(int folder, const std::string &path, RegisteredModel &model);
    QString takeText(const YamlDocument &meta, const std::string &path, std::string_view key);
    OptionalTime takeTime(const YamlDocument &meta, const std::string &path, std::string_view key);
    // Whether there is anything to take from a meta.yaml; says what is wrong with it.
    bool checkMeta(const MetaFile &meta, const std::string &path, const QString &consequence);

    const StoreTree &m_tree;
    ProblemList &m_problems;
    const Job &m_job;
    FileReader m_reader;
};

// The number of a version's folder "version-12"; nothing for any other name.
std::optional<QString> versionNumber(std::string_view folderName);

} // namespace Assay
