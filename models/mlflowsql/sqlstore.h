// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/artifacts/artifactaccess.h"
#include "models/mlflowsql/writetransaction.h"
#include "models/store/storeformat.h"

namespace Assay::MlflowSql {

// An open MLflow database of any revision and kind: what its kind adds is how it is connected to.
class SqlStore : public StoreBackend
{
public:
    StoreInfo info() const override { return m_info; }
    void setRootMappings(const QList<RootMapping> &mappings) override { m_mappings = mappings; }

    Result<StoreCounts> counts(Job &job) override;
    Result<Loaded<QList<Experiment>>> experiments(Job &job) override;
    Result<Loaded<RunTablePtr>> runs(const RunRequest &request, const PartialRuns &partial, Job &job) override;
    Result<Loaded<QList<MetricSeries>>> history(const HistoryRequest &request, Job &job) override;
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

protected:
    SqlStore(const QString &formatId, const QString &location, const QList<RootMapping> &mappings);

    // Calls `read` with a connection that is fit to be read now; perhaps twice, when only the first reading shows that it is not.
    virtual Status withDatabase(Job &job, const std::function<Status(Database &)> &read) = 0;
    virtual Result<std::unique_ptr<WriteTransaction>> begin(Job &job) = 0;
    // Why this kind of database cannot be written here and now, as far as that is known; empty where it can.
    virtual QString whyNotWritable(Database &database) = 0;
    // What there is to say about how it is read, with its experiments.
    virtual QList<Problem> notes() const { return {}; }
    // Whether reading everything costs so much that only changes are asked for, where something is known (see RunsChanges).
    virtual bool asksForChanges() const { return false; }
    // Where artifacts of recorded places may lie, too.
    virtual QStringList besideFolders() const { return {}; }

    // Looks what the database is; NotAStore when it is none of MLflow's.
    Status look(Job &job);

private:
    template <typename F>
    auto read(Job &job, F &&f) -> std::invoke_result_t<F, Database &>;
    void describe(Database &database);
    Status checkWritable(Job &job);
    BeginTransaction beginner(Job &job);
    Result<ArtifactPlace> artifactPlace(const RunRef &run, Job &job);
    ArtifactPlace placeOf(const QString &uri, const ExperimentId &experiment, const QString &owner) const;

    StoreInfo m_info;
    QList<RootMapping> m_mappings;
    ArtifactAccess m_artifacts;
    QList<Problem> m_runProblems; // of the last exact reading
};

} // namespace Assay::MlflowSql
