// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/artifacts/artifactaccess.h"
#include "models/store/storeformat.h"
#include "models/stores/mlflow-file/lastgood.h"
#include "models/stores/mlflow-file/storetree.h"

namespace Assay {

inline constexpr QLatin1StringView MlflowFileId{"mlflow-file"};

// A file store, opened anew for every call: nothing stays open between two of them, and nothing is remembered but what
// running runs said of themselves.
class FileBackend final : public StoreBackend
{
public:
    FileBackend(QString location, const OpenOptions &options);

    StoreInfo info() const override;
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
    Status setModelTag(const QString &model, const QString &key, const std::optional<QString> &value, Job &job) override;
    Status setVersionTag(const QString &model, const QString &version, const QString &key, const std::optional<QString> &value,
                         Job &job) override;

private:
    Result<ArtifactPlace> findArtifacts(const RunRef &run) const;
    Result<ArtifactPlace> findArtifacts(const RunRef &run, const LoggedModel &model) const;

    QString m_location;
    QList<RootMapping> m_mappings;
    LastGoodHeaders m_headers;
    ArtifactAccess m_artifacts;
};

} // namespace Assay
