// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/store.h"

namespace Assay {

struct JoinedMember {
    QString title; // short, and no other member's
    Store *store;  // outlives the backend
};

// Several stores as one: runs stand in one table, whose refs say of which store each is (models/domain/memberid.h), and
// whatever is asked about a run goes to its store, on that store's own thread. All stores read at once. What one of the
// stores that a question concerns answers with an error is the answer; what does not concern it goes on without it.
// Registered models stay with their stores: nothing is read of them here, nothing promoted.
class JoinedBackend final : public StoreBackend
{
public:
    static constexpr QLatin1StringView FormatId{"joined"};

    explicit JoinedBackend(QList<JoinedMember> members) : m_members(std::move(members)) {}

    StoreInfo info() const override;
    void setRootMappings(const QList<RootMapping> &) override {} // each member has its own

    Result<StoreCounts> counts(Job &job) override;
    Result<Loaded<QList<Experiment>>> experiments(Job &job) override;
    // Without partial ones. Of runs that are asked for by their ids those of a store that fails are left out, unless all fail.
    Result<Loaded<RunTablePtr>> runs(const RunRequest &request, const PartialRuns &partial, Job &job) override;
    Result<Loaded<QList<MetricSeries>>> history(const HistoryRequest &request, Job &job) override;
    Status histories(const QList<HistoryRequest> &requests, const HistorySink &sink, Job &job) override;
    Result<ArtifactListing> artifacts(const RunRef &run, const QString &folder, bool recursive, Job &job) override;
    Status readArtifact(const RunRef &run, const QString &path, const ByteSink &sink, Job &job) override;
    Status resumeArtifact(const RunRef &run, const QString &path, const ArtifactPart &have, const ArtifactSink &sink, Job &job) override;
    Result<QList<LoggedModel>> loggedModels(const RunRef &run, Job &job) override;
    Result<ArtifactListing> modelArtifacts(const RunRef &run, const LoggedModel &model, Job &job) override;
    Status readModelArtifact(const RunRef &run, const LoggedModel &model, const QString &path, const ByteSink &sink, Job &job) override;
    Result<Loaded<QList<RegisteredModel>>> models(Job &job) override;
    Result<QList<Problem>> diagnose(Job &job) override;

    Result<StageChangeDone> changeStage(const StageChange &change, Job &job) override;
    Status setAlias(const QString &model, const QString &alias, const std::optional<QString> &version, Job &job) override;
    Status editRun(const RunEdit &edit, Job &job) override;
    QList<std::optional<Error>> editRuns(const QList<RunEdit> &edits, Job &job) override;
    Status setModelTag(const QString &model, const QString &key, const std::optional<QString> &value, Job &job) override;
    Status setVersionTag(const QString &model, const QString &version, const QString &key, const std::optional<QString> &value,
                         Job &job) override;

private:
    // Where a run is, and what it is called there.
    struct Place {
        Store *store;
        RunRef run;
    };
    std::optional<Place> placeOf(const RunRef &run) const;
    // `ask(StoreBackend &, const RunRef &own, Job &) -> Result<T>`, of the run's store.
    template <typename T, typename Ask>
    Result<T> ofRun(const RunRef &run, Job &job, Ask ask) const;
    // `ask(StoreBackend &, Job &) -> Result<T>`, of all stores at once.
    template <typename T, typename Ask>
    Result<QList<T>> ofAll(Job &job, Ask ask) const;
    std::optional<RunRequest> requestOf(qsizetype member, const RunRequest &request) const;

    QList<JoinedMember> m_members;
};

} // namespace Assay
