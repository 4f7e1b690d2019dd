// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/artifacts/artifactaccess.h"
#include "models/store/storeformat.h"
#include "models/stores/mlflow-sqlite/databaseaccess.h"

namespace Assay::MlflowSqlite {

// An open MLflow database of any revision.
class DatabaseStore final : public StoreBackend
{
public:
    // NotAStore when the database is not one of MLflow's.
    static Result<std::unique_ptr<StoreBackend>> open(const QString &path,
                                                      const OpenOptions &options, Job &job);

    StoreInfo info() const override { return m_info; }
    void setRootMappings(const QList<RootMapping> &mappings) override { m_mappings = mappings; }

    Result<StoreCounts> counts(Job &job) override;
    Result<Loaded<QList<Experiment>>> experiments(Job &job) override;
    Result<Loaded<RunTablePtr>> runs(const RunRequest &request, const PartialRuns &partial,
                                     Job &job) override;
    Result<Loaded<QList<MetricSeries>>> history(const HistoryRequest &request, Job &job) override;
    Result<ArtifactListing> artifacts(const RunRef &run, const QString &folder, bool recursive,
                                      Job &job) override;
    Status readArtifact(const RunRef &run, const QString &path, const ByteSink &sink,
                        Job &job) override;
    Status resumeArtifact(const RunRef &run, const QString &path, const ArtifactPart &have,
                          const ArtifactSink &sink, Job &job) override;
    Result<QList<LoggedModel>> loggedModels(const RunRef &run, Job &job) override;
    Result<ArtifactListing> modelArtifacts(const RunRef &run, const LoggedModel &model,
                                           Job &job) override;
    Status readModelArtifact(const RunRef &run, const LoggedModel &model, const QString &path,
                             const ByteSink &sink, Job &job) override;
    Result<Loaded<QList<RegisteredModel>>> models(Job &job) override;
    Result<QList<Problem>> diagnose(Job &job) override;

    Result<StageChangeDone> changeStage(const StageChange &change, Job &job) override;
    Status setAlias(const QString &model, const QString &alias,
                    const std::optional<QString> &version, Job &job) override;
    Status editRun(const RunEdit &edit, Job &job) override;
    QList<std::optional<Error>> editRuns(const QList<RunEdit> &edits, Job &job) override;
    Status setModelTag(const QString &model, const QString &key,
                       const std::optional<QString> &value, Job &job) override;
    Status setVersionTag(const QString &model, const QString &version, const QString &key,
                         const std::optional<QString> &value, Job &job) override;

private:
    explicit DatabaseStore(const QString &path)
        : m_access(path)
    {
    }

    Status look(Job &job);
    void describe(const Schema &schema);
    Result<ArtifactPlace> artifactPlace(const RunRef &run, Job &job);
    ArtifactPlace placeOf(const QString &uri, const ExperimentId &experiment, const QString &owner) const;
    Status checkWritable(Job &job);

    DatabaseAccess m_access;
    StoreInfo m_info;
    QList<RootMapping> m_mappings;
    ArtifactAccess m_artifacts;
};

} // namespace Assay::MlflowSqlite
