// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/artifacts/artifactaccess.h"
#include "models/store/storeformat.h"
#include "models/stores/mlflow-server/bulkhistories.h"
#include "models/stores/mlflow-server/pages.h"
#include "models/stores/mlflow-server/restapi.h"
#include "models/stores/mlflow-server/runspage.h"
#include "models/stores/mlflow-server/serverwriter.h"

namespace Assay::MlflowServer {

// An MLflow tracking server of any version from 1.28, over its REST interface. What it can do is found out by asking, not by
// its version. How it is written to, and what that cannot promise, is in serverwriter.h.
class ServerStore final : public StoreBackend
{
public:
    // Asks the server what it is; NotAStore when it is something else than MLflow.
    struct Timing {
        HttpLimits limits = {};
        std::chrono::milliseconds settling = ServerWriter::Settling;
    };
    static Result<std::unique_ptr<StoreBackend>> open(HttpServer server, const Timing &timing, Job &job);
    static Result<std::unique_ptr<StoreBackend>> open(HttpServer server, Job &job) { return open(std::move(server), {}, job); }

    StoreInfo info() const override { return m_info; }
    void setRootMappings(const QList<RootMapping> &) override {} // the server finds its artifacts by itself

    Result<StoreCounts> counts(Job &job) override;
    Result<Loaded<QList<Experiment>>> experiments(Job &job) override;
    // Pages of 1,000, newest first. Each page begins where the one before ended by start time, so that runs which are made or
    // removed meanwhile neither hide others nor bring them twice; only many runs of one start time are told apart by the
    // server's own page tokens.
    // With what is known of all runs only changes are asked for, as RunsChanges says, unless the server cannot be asked so.
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
    Status setModelTag(const QString &model, const QString &key, const std::optional<QString> &value, Job &job) override;
    Status setVersionTag(const QString &model, const QString &version, const QString &key, const std::optional<QString> &value, Job &job) override;

private:
    ServerStore(HttpServer server, const Timing &timing) : m_api(std::move(server), timing.limits), m_settling(timing.settling) {}

    Status look(Job &job);
    bool servesFiles(Job &job);
    Status checkCapable(QLatin1StringView capability) const;
    ServerWriter writer() { return {m_api, m_keepsFiles, m_settling}; }
    // Follows a list from page to page; `make(token)` is the request, `take(body)` gives the next token, `count()` says how
    // much there is by now.
    template <typename Make, typename Take, typename Count>
    Status followPages(const Make &make, const Take &take, const Count &count, Job &job);
    Result<QStringList> experimentIds(const RunRequest &request, Job &job);
    Result<qint64> countRuns(const QStringList &experiments, Job &job);
    Status readRunsById(const RunRequest &request, RunsPageReader &reader, Job &job);
    Status readHistories(const RunRef &run, QList<MetricSeries> &series, const QStringList &tokens, Job &job);
    Status readFolders(const QString &first, bool recursive, const std::function<HttpRequest(const QString &)> &make, ArtifactListing &listing, Job &job);
    Result<ArtifactListing> listArtifacts(const ArtifactPlace &place, const QString &folder, bool recursive,
                                          const std::function<HttpRequest(const QString &)> &make, Job &job);
    Status readBytes(const ArtifactPlace &place, const QString &path, const HttpRequest &request, const ArtifactPart &have, const ArtifactSink &sink, Job &job);
    Result<ArtifactPlace> placeOf(const RunRef &run, Job &job);
    Result<QByteArray> readRun(const RunRef &run, Job &job); // runs/get, of the experiment that is meant

    RestApi m_api;
    BulkHistories m_bulk{m_api};
    std::chrono::milliseconds m_settling;
    StoreInfo m_info;
    bool m_keepsFiles = false;
    bool m_tellsChanges = true; // until it refuses such a question
    ArtifactAccess m_artifacts;
    ArtifactPlace m_lastPlace;
};

} // namespace Assay::MlflowServer
