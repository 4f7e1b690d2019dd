// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/mlflowsql/sqlstore.h"

#include "models/mlflowsql/diagnosis.h"
#include "models/mlflowsql/experimentsreader.h"
#include "models/mlflowsql/historyreader.h"
#include "models/mlflowsql/registryreader.h"
#include "models/mlflowsql/runschanges.h"
#include "models/mlflowsql/runsreader.h"
#include "models/mlflowsql/words.h"

using namespace Qt::StringLiterals;

namespace Assay::MlflowSql {

namespace {

Result<qint64> count(Database &database, const QByteArray &table)
{
    qint64 rows = 0;
    const Status read = database.select("SELECT count(*) FROM " + table, {}, [&](const Row &row) { rows = row.integer(1); });
    return read ? Result<qint64>(rows) : Result<qint64>(read.error());
}

// The artifact location of a run as recorded; NotFound when there is no such run.
Result<QString> artifactUri(Database &database, const RunRef &run)
{
    std::optional<QString> uri;
    const Status read = database.select("SELECT experiment_id, " + database.schema().column("runs", "artifact_uri") + " FROM runs WHERE "
                                            + database.isText("run_uuid", 1),
                                        {run.run.value}, [&](const Row &row) {
                                            if (row.text(1) == run.experiment.value)
                                                uri = row.text(2);
                                        });
    if (!read)
        return read.error();
    if (!uri)
        return Error{ErrorCode::NotFound, Words::tr("There is no such run: %1").arg(run.run.value.left(100)), {}};
    return *uri;
}

} // namespace

SqlStore::SqlStore(const QString &formatId, const QString &location, const QList<RootMapping> &mappings)
    : m_mappings(mappings)
{
    m_info.formatId = formatId;
    m_info.location = location;
}

template <typename F>
auto SqlStore::read(Job &job, F &&f) -> std::invoke_result_t<F, Database &>
{
    std::optional<std::invoke_result_t<F, Database &>> answer;
    const Status read = withDatabase(job, [&](Database &database) -> Status {
        answer = f(database);
        return *answer ? Status() : Status(answer->error());
    });
    if (!read)
        return read.error();
    return std::move(*answer);
}

Status SqlStore::look(Job &job)
{
    return withDatabase(job, [this](Database &database) -> Status {
        if (!database.schema().isMlflow())
            return Error{ErrorCode::NotAStore, Words::tr("%1 is not an MLflow store.").arg(database.name()), {}};
        describe(database);
        return {};
    });
}

void SqlStore::describe(Database &database)
{
    const Schema &schema = database.schema();
    m_info.version = schema.revision();
    m_info.notWritableCode = ErrorCode::ReadOnly;
    if (!schema.isKnownRevision()) {
        m_info.notWritableCode = ErrorCode::UnknownSchema;
        m_info.whyNotWritable = revisionWarning(schema);
    } else {
        m_info.whyNotWritable = whyNotWritable(database);
    }
    m_info.writable = m_info.whyNotWritable.isEmpty();
    m_info.capabilities = {Capability::Runs, Capability::Metrics, Capability::Artifacts};
    if (schema.hasTable("model_versions"))
        m_info.capabilities << Capability::Registry << Capability::Stages;
    if (schema.hasTable("registered_model_aliases"))
        m_info.capabilities << Capability::Aliases;
    if (m_info.writable)
        m_info.capabilities << Capability::Write;
}

Result<StoreCounts> SqlStore::counts(Job &job)
{
    return read(job, [&](Database &database) -> Result<StoreCounts> {
        const auto experiments = count(database, "experiments");
        if (!experiments)
            return experiments.error();
        const auto runs = count(database, "runs");
        if (!runs)
            return runs.error();
        const auto registry = readRegistry(database, job);
        if (!registry)
            return registry.error();
        StoreCounts counts{*experiments, *runs, 0, 0};
        counts.add(registry->value);
        return counts;
    });
}

Result<Loaded<QList<Experiment>>> SqlStore::experiments(Job &job)
{
    return read(job, [&](Database &database) -> Result<Loaded<QList<Experiment>>> {
        describe(database);
        auto loaded = readExperiments(database, job);
        if (!loaded)
            return loaded;
        if (m_info.notWritableCode == ErrorCode::UnknownSchema)
            loaded->problems.append(
                {Severity::Hint, u"schema-unknown"_s, database.name(), 0, u"alembic_version"_s, {}, {}, m_info.whyNotWritable});
        loaded->problems += notes();
        return loaded;
    });
}

Result<Loaded<RunTablePtr>> SqlStore::runs(const RunRequest &request, const PartialRuns &partial, Job &job)
{
    return read(job, [&](Database &database) -> Result<Loaded<RunTablePtr>> {
        const bool isAboutAll = request.experiments.isEmpty() && request.runs.isEmpty() && request.view == ViewType::All;
        if (asksForChanges() && isAboutAll && request.known && request.knownSince) {
            auto changed = RunsChanges::read(database, request.known, *request.knownSince, job);
            if (!changed)
                return changed;
            if (changed->value) {
                changed->problems = m_runProblems;
                return changed;
            }
        }
        auto loaded = RunsReader(database, request, job).read(partial);
        if (loaded && isAboutAll)
            m_runProblems = loaded->problems;
        return loaded;
    });
}

Result<Loaded<QList<MetricSeries>>> SqlStore::history(const HistoryRequest &request, Job &job)
{
    return read(job, [&](Database &database) -> Result<Loaded<QList<MetricSeries>>> {
        if (const auto known = artifactUri(database, request.run); !known)
            return known.error();
        return readHistory(database, request.run.run.value, request.keys, job);
    });
}

Result<Loaded<QList<RegisteredModel>>> SqlStore::models(Job &job)
{
    return read(job, [&](Database &database) { return readRegistry(database, job); });
}

Result<QList<Problem>> SqlStore::diagnose(Job &job)
{
    const auto experimentsRead = experiments(job);
    if (!experimentsRead)
        return experimentsRead.error();
    const auto runsRead = runs({}, {}, job);
    if (!runsRead)
        return runsRead.error();
    const auto modelsRead = models(job);
    if (!modelsRead)
        return modelsRead.error();
    const auto rest = read(job, [&](Database &database) { return diagnoseDatabase(database, job); });
    if (!rest)
        return rest.error();
    return experimentsRead->problems + runsRead->problems + modelsRead->problems + *rest;
}

// `owner`: the run or the model whose artifacts are meant; their folder is named after it.
ArtifactPlace SqlStore::placeOf(const QString &uri, const ExperimentId &experiment, const QString &owner) const
{
    return ArtifactPlace{uri, experiment.value, owner, {}, besideFolders(), m_mappings};
}

Result<ArtifactPlace> SqlStore::artifactPlace(const RunRef &run, Job &job)
{
    return read(job, [&](Database &database) -> Result<ArtifactPlace> {
        const auto uri = artifactUri(database, run);
        if (!uri)
            return uri.error();
        return placeOf(*uri, run.experiment, run.run.value);
    });
}

Result<ArtifactListing> SqlStore::artifacts(const RunRef &run, const QString &folder, bool recursive, Job &job)
{
    const auto place = artifactPlace(run, job);
    if (!place)
        return place.error();
    return m_artifacts.list(*place, folder, recursive, job);
}

Status SqlStore::readArtifact(const RunRef &run, const QString &path, const ByteSink &sink, Job &job)
{
    const auto place = artifactPlace(run, job);
    if (!place)
        return place.error();
    return m_artifacts.read(*place, path, sink, job);
}

Status SqlStore::resumeArtifact(const RunRef &run, const QString &path, const ArtifactPart &have, const ArtifactSink &sink, Job &job)
{
    const auto place = artifactPlace(run, job);
    if (!place)
        return place.error();
    return m_artifacts.resume(*place, path, have, sink, job);
}

Result<QList<LoggedModel>> SqlStore::loggedModels(const RunRef &run, Job &job)
{
    return read(job, [&](Database &database) -> Result<QList<LoggedModel>> {
        QList<LoggedModel> models;
        if (!database.schema().has("logged_models", "source_run_id"))
            return models;
        const Status read = database.select("SELECT model_id, name, artifact_location FROM logged_models WHERE "
                                                + database.isText("source_run_id", 1)
                                                + " AND lifecycle_stage <> 'deleted' ORDER BY name, model_id LIMIT 1000",
                                            {run.run.value},
                                            [&](const Row &row) { models.append({row.text(1), row.text(2), row.text(3)}); });
        if (!read)
            return read.error();
        return models;
    });
}

Result<ArtifactListing> SqlStore::modelArtifacts(const RunRef &run, const LoggedModel &model, Job &job)
{
    return m_artifacts.list(placeOf(model.artifactUri, run.experiment, model.id), {}, true, job);
}

Status SqlStore::readModelArtifact(const RunRef &run, const LoggedModel &model, const QString &path, const ByteSink &sink, Job &job)
{
    return m_artifacts.read(placeOf(model.artifactUri, run.experiment, model.id), path, sink, job);
}

} // namespace Assay::MlflowSql
