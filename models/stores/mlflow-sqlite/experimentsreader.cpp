// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/stores/mlflow-sqlite/experimentsreader.h"

#include "models/stores/mlflow-sqlite/celltext.h"
#include "models/stores/mlflow-sqlite/tablescan.h"
#include "models/stores/mlflow-sqlite/words.h"

using namespace Qt::StringLiterals;

namespace Assay::MlflowSqlite {

namespace {

Status readTags(SqliteConnection &connection, const Schema &schema, QHash<QString, TextMap> &tags,
                ProblemList &problems, Job &job)
{
    if (!schema.hasTable("experiment_tags"))
        return {};
    TableScan scan(connection, "experiment_tags",
                   schema.columns("experiment_tags", {"experiment_id", "key", "value"}));
    if (const Status prepared = scan.prepare(); !prepared)
        return prepared;
    return scan.run(problems, job, [&](const SqliteStatement &row) {
        tags[row.text(1)].insert(row.text(2), row.text(3));
    });
}

} // namespace

Result<Loaded<QList<Experiment>>>
readExperiments(SqliteConnection &connection, const Schema &schema, const QString &file, Job &job)
{
    ProblemList problems(file);
    QHash<QString, TextMap> tags;
    if (const Status read = readTags(connection, schema, tags, problems, job); !read)
        return read.error();
    TableScan scan(
        connection, "experiments",
        schema.columns("experiments", {"experiment_id", "name", "artifact_location",
                                       "lifecycle_stage", "creation_time", "last_update_time"}));
    if (const Status prepared = scan.prepare(); !prepared)
        return prepared.error();
    QList<Experiment> experiments;
    const Status read = scan.run(problems, job, [&](const SqliteStatement &row) {
        Experiment experiment;
        const ProblemList::Place place{u"experiments"_s, shortText(row.bytes(1)), {}};
        experiment.id = ExperimentId(row.text(1));
        experiment.name = row.text(2);
        experiment.artifactLocation = row.text(3);
        const std::string_view stage = row.bytes(4);
        experiment.lifecycle = stage == "deleted" ? Lifecycle::Deleted : Lifecycle::Active;
        if (!stage.empty() && stage != "active" && stage != "deleted")
            problems.add(Severity::Warning, "lifecycle-unknown"_L1, place,
                         Words::tr("The experiment's lifecycle stage is none that MLflow knows: %1")
                             .arg(shortText(stage)));
        experiment.creationTime = readTime(row, 5, place, problems);
        experiment.lastUpdateTime = readTime(row, 6, place, problems);
        experiment.tags = tags.value(experiment.id.value);
        experiments.append(experiment);
    });
    if (!read)
        return read.error();
    return Loaded<QList<Experiment>>{experiments, problems.take()};
}

} // namespace Assay::MlflowSqlite
