// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/console.h"
#include "models/store/store.h"
#include "models/table/historyvalues.h"

namespace Assay {

// What a LOCATION leads to, and the questions that several commands ask of it. The one place where a location is
// understood. What could not be read as written is counted, to be told when the answer is out.
class Session
{
public:
    Session(const StoreRegistry &registry, Console &console, Job &job);
    ~Session();
    Q_DISABLE_COPY_MOVE(Session)

    Result<LocationReport> probe(const QString &location);
    Result<std::unique_ptr<StoreBackend>> open(const StoreCandidate &candidate);

    // Opens the one store at the location, or that and others as one; the calls below need it.
    Status open(const QString &location, const QStringList &others = {});
    StoreBackend &backend() { return *m_backend; }
    Job &job() { return m_job; }
    Console &console() { return m_console; }

    // By last update, newest first, then by id; those without a time last.
    Result<QList<Experiment>> experiments();
    Result<RunTablePtr> runs(const RunRequest &request);
    Result<QList<RegisteredModel>> models();
    Result<QList<MetricSeries>> history(const HistoryRequest &request);
    Result<HistoryValues> histories(HistoryValues values, const HistoryNeeds &needs);
    // `text`: an id, a unique prefix of at least 4 characters, or EXPERIMENT_ID/RUN_ID where an id stands twice; of several
    // stores also STORE/RUN_ID, with the store's short name.
    // NotFound; AmbiguousId, naming the candidates.
    Result<RunRef> findRun(const QString &text);
    QString storeOf(const RunRef &ref) const; // its short name; empty when there is one store
    struct RunRow {
        RunTablePtr table;
        uint32_t row;
    };
    Result<RunRow> runRow(const RunRef &ref);

    // Says in one line how much could not be read as written, if anything.
    void reportProblems(const QString &location) const;

private:
    const StoreRegistry &m_registry;
    Console &m_console;
    Job &m_job;
    Result<StoreCandidate> locate(const QString &location) const;
    Status openTogether(const QStringList &locations);

    std::vector<std::unique_ptr<Store>> m_stores; // when there are several
    QStringList m_titles;                         // of them
    std::unique_ptr<StoreBackend> m_backend;
    qsizetype m_problems = 0;
};

} // namespace Assay
