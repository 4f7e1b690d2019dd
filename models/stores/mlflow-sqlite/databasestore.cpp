// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/stores/mlflow-sqlite/databasestore.h"

#include "models/stores/mlflow-sqlite/diagnosis.h"
#include "models/stores/mlflow-sqlite/experimentsreader.h"
#include "models/stores/mlflow-sqlite/historyreader.h"
#include "models/stores/mlflow-sqlite/registryreader.h"
#include "models/stores/mlflow-sqlite/runsreader.h"
#include "models/stores/mlflow-sqlite/words.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace Assay::MlflowSqlite {

namespace {

Result<qint64> count(SqliteConnection &connection, const QByteArray &table)
{
    auto statement = connection.prepare("SELECT count(*) FROM " + table);
    if (!statement)
        return statement.error();
    if (const int code = statement->step(); code != SQLITE_ROW) {
        return connection.error(code);
    }
    return statement->integer(0);
}

// The artifact location of a run as recorded; NotFound when there is no such run.
Result<QString> artifactUri(SqliteConnection &connection, const Schema &schema, const RunRef &run)
{
    auto statement
        = connection.prepare("SELECT experiment_id, " + schema.column("runs", "artifact_uri")
                             + " FROM runs WHERE run_uuid = ?1");
    if (!statement)
        return statement.error();
    statement->bind(1, run.run.value);
    const int code = statement->step();
    if (code == SQLITE_ROW && statement->text(0) == run.experiment.value)
        return statement->text(1);
    if (code == SQLITE_ROW || code == SQLITE_DONE)
        return Error{ErrorCode::NotFound,
                     Words::tr("There is no such run: %1").arg(run.run.value.left(100)),
                     {}};
    return connection.error(code);
}

QString whyCopied(CopyReason reason)
{
    switch (reason) {
    case CopyReason::None:
        break;
    case CopyReason::HotJournal:
        return Words::tr("The program that wrote this database ended in the middle of a change. "
                         "What is shown is a private copy in which that change was undone.");
    case CopyReason::Wal:
        return Words::tr("This database keeps its changes in a log that cannot be read in place "
                         "without writing. What is shown is a private copy.");
    case CopyReason::Network:
        return Words::tr("This database lies on a network drive, where locks cannot be trusted. "
                         "What is shown is a private copy.");
    }
    return {};
}

} // namespace

Result<std::unique_ptr<StoreBackend>> DatabaseStore::open(const QString &path,
                                                          const OpenOptions &options, Job &job)
{
    std::unique_ptr<DatabaseStore> store(new DatabaseStore(path));
    store->m_mappings = options.rootMappings;
    if (const Status looked = store->look(job); !looked)
        return looked.error();
    return std::unique_ptr<StoreBackend>(std::move(store));
}

Status DatabaseStore::look(Job &job)
{
    return m_access.read(job, [this](SqliteConnection &connection, const Schema &schema) -> Status {
        if (!schema.isMlflow())
            return Error{ErrorCode::NotAStore,
                         Words::tr("%1 is not an MLflow store.")
                             .arg(QFileInfo(connection.file()).fileName()),
                         {}};
        describe(schema);
        return {};
    });
}

void DatabaseStore::describe(const Schema &schema)
{
    m_info = {};
    m_info.formatId = u"mlflow-sqlite"_s;
    m_info.location = m_access.path();
    m_info.version = schema.revision();
    const QFileInfo file(m_access.path());
    if (!schema.isKnownRevision()) {
        m_info.notWritableCode = ErrorCode::UnknownSchema;
        m_info.whyNotWritable
            = schema.revision().isEmpty()
                  ? Words::tr("The database does not say which revision of MLflow's schema it has. "
                              "It can be looked at, not changed.")
                  : Words::tr("The database has a revision of MLflow's schema that is not known "
                              "here: %1. It can be looked at, not changed.")
                        .arg(schema.revision());
    } else if (m_access.copyReason() == CopyReason::HotJournal
               || m_access.copyReason() == CopyReason::Network) {
        m_info.whyNotWritable = whyCopied(m_access.copyReason());
    } else if (!file.isWritable() || !QFileInfo(file.canonicalPath()).isWritable()) {
        m_info.whyNotWritable = Words::tr("The database or its folder is write-protected.");
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

Result<StoreCounts> DatabaseStore::counts(Job &job)
{
    return m_access.read(
        job, [&](SqliteConnection &connection, const Schema &schema) -> Result<StoreCounts> {
            const auto experiments = count(connection, "experiments");
            if (!experiments)
                return experiments.error();
            const auto runs = count(connection, "runs");
            if (!runs)
                return runs.error();
            const auto registry = readRegistry(connection, schema, {}, job);
            if (!registry)
                return registry.error();
            StoreCounts counts{*experiments, *runs, 0, 0};
            counts.add(registry->value);
            return counts;
        });
}

Result<Loaded<QList<Experiment>>> DatabaseStore::experiments(Job &job)
{
    return m_access.read(job,
                         [&](SqliteConnection &connection,
                             const Schema &schema) -> Result<Loaded<QList<Experiment>>> {
                             describe(schema);
                             const QString file = QFileInfo(m_access.path()).fileName();
                             auto loaded = readExperiments(connection, schema, file, job);
                             if (!loaded)
                                 return loaded;
                             if (m_info.notWritableCode == ErrorCode::UnknownSchema)
                                 loaded->problems.append({Severity::Hint,
                                                          u"schema-unknown"_s,
                                                          file,
                                                          0,
                                                          u"alembic_version"_s,
                                                          {},
                                                          {},
                                                          m_info.whyNotWritable});
                             if (m_access.copyReason() != CopyReason::None)
                                 loaded->problems.append({Severity::Warning,
                                                          u"read-from-copy"_s,
                                                          file,
                                                          0,
                                                          {},
                                                          {},
                                                          {},
                                                          whyCopied(m_access.copyReason())});
                             return loaded;
                         });
}

Result<Loaded<RunTablePtr>> DatabaseStore::runs(const RunRequest &request,
                                                const PartialRuns &partial, Job &job)
{
    return m_access.read(job, [&](SqliteConnection &connection, const Schema &schema) {
        return RunsReader(m_access, connection, schema, request, job).read(partial);
    });
}

Result<Loaded<QList<MetricSeries>>> DatabaseStore::history(const HistoryRequest &request, Job &job)
{
    return m_access.read(
        job,
        [&](SqliteConnection &connection,
            const Schema &schema) -> Result<Loaded<QList<MetricSeries>>> {
            if (const auto known = artifactUri(connection, schema, request.run); !known)
                return known.error();
            return readHistory(connection, schema, QFileInfo(m_access.path()).fileName(),
                               request.run.run.value, request.keys, job);
        });
}

Result<Loaded<QList<RegisteredModel>>> DatabaseStore::models(Job &job)
{
    return m_access.read(job, [&](SqliteConnection &connection, const Schema &schema) {
        return readRegistry(connection, schema, QFileInfo(m_access.path()).fileName(), job);
    });
}

Result<QList<Problem>> DatabaseStore::diagnose(Job &job)
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
    const auto rest = m_access.read(job, [&](SqliteConnection &connection, const Schema &schema) {
        return diagnoseDatabase(connection, schema, QFileInfo(m_access.path()).fileName(), job);
    });
    if (!rest)
        return rest.error();
    return experimentsRead->problems + runsRead->problems + modelsRead->problems + *rest;
}

// `owner`: the run or the model whose artifacts are meant; their folder is named after it.
ArtifactPlace DatabaseStore::placeOf(const QString &uri, const ExperimentId &experiment, const QString &owner) const
{
    // Beside what a link to a database points to, and beside the link.
    QStringList folders{QFileInfo(m_access.path()).absolutePath(), QFileInfo(m_access.path()).canonicalPath()};
    folders.removeDuplicates();
    return ArtifactPlace{uri, experiment.value, owner, {}, folders, m_mappings};
}

Result<ArtifactPlace> DatabaseStore::artifactPlace(const RunRef &run, Job &job)
{
    return m_access.read(
        job, [&](SqliteConnection &connection, const Schema &schema) -> Result<ArtifactPlace> {
            const auto uri = artifactUri(connection, schema, run);
            if (!uri)
                return uri.error();
            return placeOf(*uri, run.experiment, run.run.value);
        });
}

Result<ArtifactListing> DatabaseStore::artifacts(const RunRef &run, const QString &folder,
                                                 bool recursive, Job &job)
{
    const auto place = artifactPlace(run, job);
    if (!place)
        return place.error();
    return m_artifacts.list(*place, folder, recursive, job);
}

Status DatabaseStore::readArtifact(const RunRef &run, const QString &path, const ByteSink &sink,
                                   Job &job)
{
    const auto place = artifactPlace(run, job);
    if (!place)
        return place.error();
    return m_artifacts.read(*place, path, sink, job);
}

Status DatabaseStore::resumeArtifact(const RunRef &run, const QString &path, const ArtifactPart &have,
                                     const ArtifactSink &sink, Job &job)
{
    const auto place = artifactPlace(run, job);
    if (!place)
        return place.error();
    return m_artifacts.resume(*place, path, have, sink, job);
}

Result<QList<LoggedModel>> DatabaseStore::loggedModels(const RunRef &run, Job &job)
{
    return m_access.read(
        job, [&](SqliteConnection &connection, const Schema &schema) -> Result<QList<LoggedModel>> {
            QList<LoggedModel> models;
            if (!schema.has("logged_models", "source_run_id"))
                return models;
            auto statement = connection.prepare(
                "SELECT model_id, name, artifact_location FROM logged_models WHERE source_run_id = ?1"
                " AND lifecycle_stage <> 'deleted' ORDER BY name, model_id LIMIT 1000");
            if (!statement)
                return statement.error();
            statement->bind(1, run.run.value);
            int code = statement->step();
            for (; code == SQLITE_ROW; code = statement->step())
                models.append({statement->text(0), statement->text(1), statement->text(2)});
            return code == SQLITE_DONE ? Result<QList<LoggedModel>>(models) : connection.error(code);
        });
}

Result<ArtifactListing> DatabaseStore::modelArtifacts(const RunRef &run, const LoggedModel &model,
                                                      Job &job)
{
    return m_artifacts.list(placeOf(model.artifactUri, run.experiment, model.id), {}, true, job);
}

Status DatabaseStore::readModelArtifact(const RunRef &run, const LoggedModel &model,
                                        const QString &path, const ByteSink &sink, Job &job)
{
    return m_artifacts.read(placeOf(model.artifactUri, run.experiment, model.id), path, sink, job);
}

} // namespace Assay::MlflowSqlite
