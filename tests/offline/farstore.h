// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/storeregistry.h"
#include "tests/support/emptystore.h"

namespace Assay::Testing {

// How the world is between us and a store.
struct Line {
    bool isUp = true;
    int openings = 0;
    int impatient = 0; // of these
    int questions = 0;
    int contents = 0; // of these, for histories and files
};

inline const Error Away{ErrorCode::Unreachable, QStringLiteral("No way to the store."), {}};

// A real store behind a line that may be cut.
class FarStore final : public EmptyStore
{
public:
    FarStore(std::unique_ptr<StoreBackend> store, Line &line) : m_store(std::move(store)), m_line(line) {}

    StoreInfo info() const override { return m_store->info(); }
    Result<Loaded<QList<Experiment>>> experiments(Job &job) override { return ask([&] { return m_store->experiments(job); }); }
    Result<Loaded<RunTablePtr>> runs(const RunRequest &request, const PartialRuns &partial, Job &job) override
    {
        return ask([&] { return m_store->runs(request, partial, job); });
    }
    Result<Loaded<QList<MetricSeries>>> history(const HistoryRequest &request, Job &job) override
    {
        ++m_line.contents;
        return ask([&] { return m_store->history(request, job); });
    }
    Result<ArtifactListing> artifacts(const RunRef &run, const QString &folder, bool recursive, Job &job) override
    {
        return ask([&] { return m_store->artifacts(run, folder, recursive, job); });
    }
    Status readArtifact(const RunRef &run, const QString &path, const ByteSink &sink, Job &job) override
    {
        ++m_line.contents;
        return ask([&] { return m_store->readArtifact(run, path, sink, job); });
    }
    Result<Loaded<QList<RegisteredModel>>> models(Job &job) override { return ask([&] { return m_store->models(job); }); }
    Status editRun(const RunEdit &edit, Job &job) override { return ask([&] { return m_store->editRun(edit, job); }); }

private:
    template <typename Ask>
    auto ask(const Ask &question) -> decltype(question())
    {
        ++m_line.questions;
        if (!m_line.isUp)
            return Away;
        return question();
    }

    std::unique_ptr<StoreBackend> m_store;
    Line &m_line;
};

} // namespace Assay::Testing
