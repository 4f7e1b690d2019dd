// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/job.h"
#include "models/base/problem.h"
#include "models/base/result.h"
#include "models/domain/artifact.h"
#include "models/domain/metricseries.h"
#include "models/domain/model.h"
#include "models/domain/runedit.h"
#include "models/table/runtable.h"

#include <QByteArrayView>
#include <QStringList>

#include <functional>

namespace Assay {

// What one can do with a store, as assayctl's probe names it.
namespace Capability {
inline constexpr QLatin1StringView Runs{"runs"};
inline constexpr QLatin1StringView Metrics{"metrics"};
inline constexpr QLatin1StringView Artifacts{"artifacts"};
inline constexpr QLatin1StringView Registry{"registry"};
inline constexpr QLatin1StringView Stages{"stages"};
inline constexpr QLatin1StringView Aliases{"aliases"};
inline constexpr QLatin1StringView Write{"write"};
} // namespace Capability

struct StoreInfo {
    QString formatId;       // "mlflow-file"
    QString location;       // absolute path of the store itself (the mlruns folder, the database file)
    QString version;        // schema revision or server version; empty where there is none
    bool writable = false;
    QString whyNotWritable; // translated; empty when writable
    ErrorCode notWritableCode = ErrorCode::ReadOnly; // what a write is refused with: ReadOnly or UnknownSchema
    QStringList capabilities;
    OptionalTime keptAt;    // of what was kept of a store: when it was read there
};

struct StoreCounts { // active and deleted together
    qint64 experiments = 0;
    qint64 runs = 0;
    qint64 registeredModels = 0; // prompts left out
    qint64 modelVersions = 0;    // deleted ones and prompts left out

    void add(const QList<RegisteredModel> &models);
};

struct RunRequest {
    QList<ExperimentId> experiments; // empty: all
    QList<RunId> runs;               // empty: all; with ids, only these runs are read where the format can look them up
    ViewType view = ViewType::All;   // by the run's own recorded lifecycle stage
    // What an earlier reading of the same request gave, and when that one began (by this machine's clock). A format that
    // can ask for changes alone may rest on it; its answer is whole all the same. Null: everything is read anew.
    RunTablePtr known = {};
    OptionalTime knownSince = {};
};

struct HistoryRequest {
    RunRef run;
    QStringList keys; // empty: every metric of the run, by key in byte order
};

// Gets, now and then, a snapshot of the rows read so far: all of the earlier ones and more. Called on the reading thread.
using PartialRuns = std::function<void(RunTablePtr)>;
// Gets the answers to several requests, each once, by its place among them; false stops the reading without an error.
using HistorySink = std::function<bool(qsizetype place, Result<Loaded<QList<MetricSeries>>> history)>;
// Gets the bytes of an artifact piece by piece; false stops the reading without an error.
using ByteSink = std::function<bool(QByteArrayView)>;

// The same for an artifact that may be there in part. Before the first byte `begin` is told from where on bytes come: `offset` is
// as much as was there, or 0; once more whenever they start over. False stops, too.
struct ArtifactSink {
    std::function<bool(const ArtifactPart &)> begin;
    ByteSink piece;
};

// One open store of one format: everything is read from it and written to it here, synchronously. All calls come from
// one thread (the store's), which also creates and destroys it; `job` may be cancelled from any thread.
// Reading never writes, keeps no lock and follows no link or ".." out of the store.
// Errors: Canceled when the job was cancelled; Unreadable, Damaged, NotFound by what happened.
class StoreBackend
{
public:
    virtual ~StoreBackend() = default;

    virtual StoreInfo info() const = 0;
    virtual void setRootMappings(const QList<RootMapping> &mappings) = 0;

    // What earlier readings kept of this store, for when it is out of reach; null where nothing is kept. Lives as long as this.
    virtual StoreBackend *kept() { return nullptr; }

    // What can be counted without reading everything.
    virtual Result<StoreCounts> counts(Job &job) = 0;
    // All experiments, active and deleted, in no particular order.
    virtual Result<Loaded<QList<Experiment>>> experiments(Job &job) = 0;
    virtual Result<Loaded<RunTablePtr>> runs(const RunRequest &request, const PartialRuns &partial, Job &job) = 0;
    // A key that the run does not have is NotFound.
    virtual Result<Loaded<QList<MetricSeries>>> history(const HistoryRequest &request, Job &job) = 0;
    // Several, with the answer to each as soon as it is there, in whatever order. One that fails does not keep the others from
    // being read: an error of the whole is Canceled alone. For formats in which reading can share its cost; others read one
    // after the other.
    virtual Status histories(const QList<HistoryRequest> &requests, const HistorySink &sink, Job &job);
    // `folder` relative to the run's artifact root, empty for the root itself. NotFound for what is not there.
    virtual Result<ArtifactListing> artifacts(const RunRef &run, const QString &folder, bool recursive, Job &job) = 0;
    virtual Status readArtifact(const RunRef &run, const QString &path, const ByteSink &sink, Job &job) = 0;
    // As readArtifact, going on after `have` where that is possible: it is of the state that the artifact is in still.
    virtual Status resumeArtifact(const RunRef &run, const QString &path, const ArtifactPart &have, const ArtifactSink &sink, Job &job);
    // The models that a run logged beside its own artifacts, by name, then id; none in formats that know no such thing.
    virtual Result<QList<LoggedModel>> loggedModels(const RunRef &run, Job &job);
    // All files of such a model, and one of them.
    virtual Result<ArtifactListing> modelArtifacts(const RunRef &run, const LoggedModel &model, Job &job);
    virtual Status readModelArtifact(const RunRef &run, const LoggedModel &model, const QString &path, const ByteSink &sink, Job &job);
    // All registered models, prompts too, by name; versions by number.
    virtual Result<Loaded<QList<RegisteredModel>>> models(Job &job) = 0;
    // Everything that cannot be read as written, metric histories included.
    virtual Result<QList<Problem>> diagnose(Job &job) = 0;

    // Writes: compare-and-set, one attempt. Conflict when it is no longer as shown; ReadOnly or UnknownSchema where
    // info() says so; OutcomeUnknown when nobody can say. The caller reads back.
    virtual Result<StageChangeDone> changeStage(const StageChange &change, Job &job) = 0;
    // Without `version`: deletes the alias.
    virtual Status setAlias(const QString &model, const QString &alias, const std::optional<QString> &version, Job &job) = 0;
    // NotFound when the run (or the tag to delete) is not there; Refused for a deleted run that is not to be restored.
    virtual Status editRun(const RunEdit &edit, Job &job) = 0;
    // Several, with an answer each: nothing where the edit was made. One that fails does not keep the others from being
    // made. For formats in which writes can share their cost; others make one after the other.
    virtual QList<std::optional<Error>> editRuns(const QList<RunEdit> &edits, Job &job);
    Status setRunTag(const RunRef &run, const QString &key, const std::optional<QString> &value, Job &job)
    {
        return editRun(RunEdit::tag(run, key, {}, value).unguarded(), job);
    }
    // Without `value`: deletes the tag. NotFound when the model or version (or the tag to delete) is not there.
    virtual Status setModelTag(const QString &model, const QString &key, const std::optional<QString> &value, Job &job) = 0;
    virtual Status setVersionTag(const QString &model, const QString &version, const QString &key,
                                 const std::optional<QString> &value, Job &job) = 0;
};

} // namespace Assay
