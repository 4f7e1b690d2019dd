// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/mlflowsql/experimentsreader.h"

#include "models/mlflowsql/celltext.h"
#include "models/mlflowsql/words.h"

using namespace Qt::StringLiterals;

namespace Assay::MlflowSql {

namespace {

Status readTags(Database &database, QHash<QString, TextMap> &tags, ProblemList &problems, Job &job)
{
    const TableQuery query{"experiment_tags", {"experiment_id", "key", "value"}};
    return database.scan(query, problems, job, [&](const Row &row) {
        tags[row.text(1)].insert(row.text(2), row.text(3));
    });
}

} // namespace

Result<Loaded<QList<Experiment>>> readExperiments(Database &database, Job &job)
{
    ProblemList problems(database.name());
    QHash<QString, TextMap> tags;
    if (const Status read = readTags(database, tags, problems, job); !read)
        return read.error();
    const TableQuery query{"experiments",
                           {"experiment_id", "name", "artifact_location", "lifecycle_stage", "creation_time", "last_update_time"}};
    QList<Experiment> experiments;
    const Status read = database.scan(query, problems, job, [&](const Row &row) {
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

} // namespace Assay::MlflowSql
