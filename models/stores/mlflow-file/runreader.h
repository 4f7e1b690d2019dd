// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/stores/mlflow-file/datasetcache.h"
#include "models/stores/mlflow-file/keyfiles.h"
#include "models/stores/mlflow-file/lastgood.h"

#include <chrono>

namespace Assay {

// One run as it lies in its folder. Texts are valid UTF-8.
struct RawRun {
    enum class State {
        Loaded,
        BeingWritten, // its meta.yaml looks half written just now: ask again soon
        NotARun,      // gone, or without a meta.yaml that says anything; the problems say why
    };
    struct Text {
        std::string key;
        std::string value;
    };
    struct Metric {
        std::string key;
        double value = 0;
    };

    State state = State::NotARun;
    std::string id; // the folder's name, whatever meta.yaml says
    std::string experimentId;
    RunMeta header;
    std::vector<Metric> metrics;
    std::vector<Text> params;
    std::vector<Text> tags;
    std::vector<DatasetInput> datasets;
    QList<Problem> problems;
};

// What of a run is read.
struct RunReading {
    bool withHints = false;     // also say what is ordinary in a live store but not in a sound one
    bool takesHalfMeta = false; // what a half-written meta.yaml has is taken, as it did not get better
};

// Reads runs from their folders. One for each thread.
class RunReader
{
public:
    RunReader(const StoreTree &tree, DatasetCache &datasets, LastGoodHeaders &headers, const Job &job)
        : m_tree(tree), m_datasets(datasets), m_headers(headers), m_job(job), m_metricReader(job) {}

    RawRun read(const ExperimentFolder &experiment, const std::string &name, RunReading reading);

private:
    bool readInfo(int folder, const std::string &path, const RunReading &reading, RawRun &run);
    void takeFields(const YamlDocument &meta, const std::string &path, RawRun &run);
    void checkIds(const YamlDocument &meta, const std::string &path, const RawRun &run);
    void takeStates(const YamlDocument &meta, const std::string &path, RunMeta &header);
    std::vector<RawRun::Text> readTexts(int folder, const char *name, const std::string &path);
    void readMetrics(int folder, const std::string &path, const RunReading &reading, RawRun &run);
    void readInputs(int folder, const ExperimentFolder &experiment, const std::string &path, RawRun &run);

    const StoreTree &m_tree;
    DatasetCache &m_datasets;
    LastGoodHeaders &m_headers;
    const Job &m_job;
    FileReader m_reader;
    MetricFileReader m_metricReader;
    std::string m_fixed;
    ProblemList m_problems;
};

} // namespace Assay
