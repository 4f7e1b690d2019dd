// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/stores/mlflow-file/runscan.h"

#include "models/stores/mlflow-file/mlflowfiletext.h"

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <thread>

using namespace Qt::StringLiterals;

namespace Assay {

namespace {

using Clock = std::chrono::steady_clock;
using std::chrono::milliseconds;

constexpr unsigned ThreadCount = 16;
constexpr size_t ChunkSize = 8;        // runs that a thread takes at once
constexpr size_t MaxChunksAhead = 512; // read but not yet taken, so that memory stays bounded
constexpr milliseconds RetryStep(40);
constexpr milliseconds RetryFor(1000); // how long a meta.yaml may be half written before it counts as damaged

} // namespace

// What the reading threads and the taking one share.
struct RunScan::Shared {
    const std::vector<RunPlace> &places;
    bool withHints;
    std::vector<std::vector<RawRun>> chunks; // by number; empty until read
    std::vector<char> isRead;
    std::mutex mutex;
    std::condition_variable changed;
    size_t next = 0;  // chunk that the next free thread reads
    size_t taken = 0; // chunks that have been taken
    std::atomic<bool> stop = false;

    Shared(const std::vector<RunPlace> &all, bool hints)
        : places(all), withHints(hints), chunks((all.size() + ChunkSize - 1) / ChunkSize), isRead(chunks.size(), 0) {}
};

RunScan::RunScan(const StoreTree &tree, std::vector<ExperimentFolder> experiments, LastGoodHeaders &headers, Job &job)
    : m_tree(tree), m_experiments(std::move(experiments)), m_headers(headers), m_job(job), m_datasets(tree) {}

std::vector<RunPlace> RunScan::places(const QList<RunId> &runs, ProblemList &problems) const
{
    std::vector<RunPlace> all;
    for (uint32_t i = 0; i < m_experiments.size() && !m_job.isCanceled(); ++i) {
        if (runs.isEmpty()) {
            for (std::string &name : m_tree.runFolders(m_experiments[i], problems))
                all.push_back({i, std::move(name)});
            continue;
        }
        const Descriptor folder = SafeFile::openFolder(m_tree.fd(), m_experiments[i].path);
        std::vector<std::string> names;
        for (const RunId &run : runs)
            if (const std::string name = folder ? SafeFile::entryName(folder.fd(), run.value) : std::string();
                !name.empty() && SafeFile::stat(folder.fd(), name.c_str()).kind == FileKind::Folder)
                names.push_back(name);
        std::sort(names.begin(), names.end());
        names.erase(std::unique(names.begin(), names.end()), names.end());
        for (std::string &name : names)
            all.push_back({i, std::move(name)});
    }
    return all;
}

bool RunScan::read(const std::vector<RunPlace> &places, bool withHints,
                   const std::function<void(const RunPlace &, RawRun &&)> &take)
{
    Shared shared(places, withHints);
    std::vector<std::thread> threads;
    const size_t count = std::min<size_t>(ThreadCount, shared.chunks.size());
    for (size_t i = 0; i < count; ++i)
        threads.emplace_back([this, &shared] { work(shared); });
    const bool isDone = consume(shared, take);
    {
        const std::lock_guard lock(shared.mutex);
        shared.stop = true;
    }
    shared.changed.notify_all();
    for (std::thread &thread : threads)
        thread.join();
    return isDone;
}

void RunScan::work(Shared &shared)
{
    RunReader reader(m_tree, m_datasets, m_headers, m_job);
    while (true) {
        size_t chunk = 0;
        {
            std::unique_lock lock(shared.mutex);
            shared.changed.wait(lock, [&] { return shared.stop || shared.next < shared.taken + MaxChunksAhead; });
            if (shared.stop || shared.next >= shared.chunks.size())
                return;
            chunk = shared.next++;
        }
        std::vector<RawRun> runs;
        const size_t end = std::min(shared.places.size(), (chunk + 1) * ChunkSize);
        for (size_t i = chunk * ChunkSize; i < end && !shared.stop && !m_job.isCanceled(); ++i)
            runs.push_back(reader.read(m_experiments[shared.places[i].experiment], shared.places[i].name, {shared.withHints, false}));
        {
            const std::lock_guard lock(shared.mutex);
            shared.chunks[chunk] = std::move(runs);
            shared.isRead[chunk] = 1;
        }
        shared.changed.notify_all();
    }
}

bool RunScan::consume(Shared &shared, const std::function<void(const RunPlace &, RawRun &&)> &take)
{
    const QString what = MlflowFileText::tr("Reading runs");
    std::vector<const RunPlace *> late;
    for (size_t chunk = 0; chunk < shared.chunks.size(); ++chunk) {
        std::vector<RawRun> runs;
        {
            std::unique_lock lock(shared.mutex);
            while (!shared.isRead[chunk])
                if (shared.changed.wait_for(lock, milliseconds(50)); m_job.isCanceled())
                    return false;
            runs = std::move(shared.chunks[chunk]);
            shared.taken = chunk + 1;
        }
        if (m_job.isCanceled())
            return false;
        if (chunk % (MaxChunksAhead / 4) == 0)
            shared.changed.notify_all(); // for threads that are too far ahead
        for (size_t i = 0; i < runs.size(); ++i) {
            const RunPlace &place = shared.places[chunk * ChunkSize + i];
            if (runs[i].state == RawRun::State::BeingWritten)
                late.push_back(&place);
            else
                take(place, std::move(runs[i]));
        }
        if (chunk % 16 == 0)
            m_job.setProgress(qint64(chunk * ChunkSize), qint64(shared.places.size()), what);
    }
    if (!retry(late, shared.withHints, take))
        return false;
    m_job.setProgress(qint64(shared.places.size()), qint64(shared.places.size()), {});
    return true;
}

bool RunScan::retry(const std::vector<const RunPlace *> &late, bool withHints,
                    const std::function<void(const RunPlace &, RawRun &&)> &take)
{
    RunReader reader(m_tree, m_datasets, m_headers, m_job);
    const Clock::time_point end = Clock::now() + RetryFor;
    std::vector<const RunPlace *> waiting = late;
    while (!waiting.empty()) {
        const bool isLast = Clock::now() >= end;
        std::vector<const RunPlace *> still;
        for (const RunPlace *place : waiting) {
            if (m_job.isCanceled())
                return false;
            RawRun run = reader.read(m_experiments[place->experiment], place->name, {withHints, isLast});
            if (run.state == RawRun::State::BeingWritten)
                still.push_back(place);
            else
                take(*place, std::move(run));
        }
        waiting = std::move(still);
        if (!waiting.empty())
            std::this_thread::sleep_for(RetryStep);
    }
    return true;
}

} // namespace Assay
