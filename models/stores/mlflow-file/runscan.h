// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/storebackend.h"
#include "models/stores/mlflow-file/runreader.h"
#include "models/table/runtablebuilder.h"

#include <functional>

namespace Assay {

// A folder that may be a run, and the experiment that it lies in (an index into the scan's list).
struct RunPlace {
    uint32_t experiment = 0;
    std::string name;
};

// Reads many runs on 16 threads: warm as fast as with as many as there are cores, from a cold disk several times faster.
class RunScan
{
public:
    RunScan(const StoreTree &tree, std::vector<ExperimentFolder> experiments, LastGoodHeaders &headers, Job &job);

    // The places to read, by experiment and run id. Without `runs` all that lie in the experiments.
    std::vector<RunPlace> places(const QList<RunId> &runs, ProblemList &problems) const;
    // Calls take(place, run) on the calling thread for each place, in their order; runs whose meta.yaml is being written
    // come last, after a moment. False when cancelled.
    bool read(const std::vector<RunPlace> &places, bool withHints, const std::function<void(const RunPlace &, RawRun &&)> &take);

    const std::vector<ExperimentFolder> &experiments() const { return m_experiments; }

private:
    struct Shared;

    void work(Shared &shared);
    bool consume(Shared &shared, const std::function<void(const RunPlace &, RawRun &&)> &take);
    bool retry(const std::vector<const RunPlace *> &late, bool withHints,
               const std::function<void(const RunPlace &, RawRun &&)> &take);

    const StoreTree &m_tree;
    std::vector<ExperimentFolder> m_experiments;
    LastGoodHeaders &m_headers;
    Job &m_job;
    DatasetCache m_datasets;
};

// Puts runs into a table and hands out partial ones: the first after 50 ms, then so that they take a tenth of the time.
class RunTableFiller
{
public:
    explicit RunTableFiller(PartialRuns partial);

    void add(const RawRun &run);
    RunTablePtr finish() { return m_builder.finish(); }

private:
    // Consecutive runs mostly have the same keys in the same order, so the column of the last run's i-th key is tried first.
    struct Guess {
        std::vector<std::pair<std::string, uint32_t>> columns;
    };
    template <typename MakeColumn>
    static uint32_t columnFor(Guess &guess, size_t index, const std::string &key, MakeColumn &&make);

    void maybeShow();

    RunTableBuilder m_builder;
    PartialRuns m_partial;
    Guess m_metrics, m_params, m_tags;
    std::chrono::steady_clock::time_point m_next;
};

} // namespace Assay
