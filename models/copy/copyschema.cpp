// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/copy/copyschema.h"

using namespace Qt::StringLiterals;

namespace Assay::CopySchema {

const QList<Table> &tables()
{
    static const QList<Table> all{
        {u"meta"_s, u"CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL)"_s},
        {u"experiments"_s,
         u"CREATE TABLE experiments (row INTEGER PRIMARY KEY, experiment_id TEXT NOT NULL, name TEXT NOT NULL, "
         "artifact_location TEXT NOT NULL, lifecycle_stage TEXT NOT NULL, creation_time INTEGER, last_update_time INTEGER, "
         "tags TEXT NOT NULL)"_s},
        {u"runs"_s,
         u"CREATE TABLE runs (row INTEGER PRIMARY KEY, experiment_id TEXT NOT NULL, run_id TEXT NOT NULL, twin INTEGER NOT NULL, "
         "run_name TEXT NOT NULL, named_by_tag INTEGER NOT NULL, user_id TEXT NOT NULL, status TEXT NOT NULL, "
         "start_time INTEGER, end_time INTEGER, artifact_uri TEXT NOT NULL, lifecycle_stage TEXT NOT NULL, "
         "metrics TEXT NOT NULL, params TEXT NOT NULL, tags TEXT NOT NULL, datasets TEXT NOT NULL, "
         "histories INTEGER NOT NULL DEFAULT 0, logged_models TEXT, used_time INTEGER NOT NULL DEFAULT 0, "
         "pinned INTEGER NOT NULL DEFAULT 0, UNIQUE (experiment_id, run_id, twin))"_s},
        {u"runs_by_id"_s, u"CREATE INDEX runs_by_id ON runs (run_id)"_s},
        {u"listings"_s,
         u"CREATE TABLE listings (run INTEGER NOT NULL, model TEXT NOT NULL, folder TEXT NOT NULL, recursive INTEGER NOT NULL, "
         "artifact_uri TEXT NOT NULL, reachable INTEGER NOT NULL, note TEXT NOT NULL, read_time INTEGER NOT NULL, "
         "PRIMARY KEY (run, model, folder))"_s},
        {u"artifacts"_s,
         u"CREATE TABLE artifacts (run INTEGER NOT NULL, model TEXT NOT NULL, path TEXT NOT NULL, parent TEXT NOT NULL, "
         "is_folder INTEGER NOT NULL, is_link INTEGER NOT NULL, size INTEGER NOT NULL, file TEXT, sha256 TEXT, "
         "PRIMARY KEY (run, model, path))"_s},
        {u"artifacts_by_parent"_s, u"CREATE INDEX artifacts_by_parent ON artifacts (run, model, parent)"_s},
        {u"artifacts_by_hash"_s, u"CREATE INDEX artifacts_by_hash ON artifacts (sha256) WHERE sha256 IS NOT NULL"_s},
        {u"artifacts_by_file"_s, u"CREATE INDEX artifacts_by_file ON artifacts (file) WHERE file IS NOT NULL"_s},
        {u"registered_models"_s,
         u"CREATE TABLE registered_models (row INTEGER PRIMARY KEY, name TEXT NOT NULL, description TEXT NOT NULL, "
         "creation_time INTEGER, last_updated_time INTEGER, tags TEXT NOT NULL, aliases TEXT NOT NULL)"_s},
        {u"model_versions"_s,
         u"CREATE TABLE model_versions (row INTEGER PRIMARY KEY, model INTEGER NOT NULL, name TEXT NOT NULL, version TEXT NOT NULL, "
         "current_stage TEXT NOT NULL, status TEXT NOT NULL, status_message TEXT NOT NULL, run_id TEXT NOT NULL, "
         "source TEXT NOT NULL, user_id TEXT NOT NULL, description TEXT NOT NULL, creation_time INTEGER, "
         "last_updated_time INTEGER, tags TEXT NOT NULL, aliases TEXT NOT NULL)"_s},
        {u"problems"_s,
         u"CREATE TABLE problems (part TEXT NOT NULL, run INTEGER, severity INTEGER NOT NULL, code TEXT NOT NULL, path TEXT NOT NULL, "
         "line INTEGER NOT NULL, table_name TEXT NOT NULL, row_key TEXT NOT NULL, run_id TEXT NOT NULL, message TEXT NOT NULL)"_s},
        {u"metrics"_s,
         u"CREATE VIEW metrics AS SELECT experiment_id, run_id, each.key AS key, each.value AS value "
         "FROM runs, json_each(runs.metrics) AS each"_s},
        {u"params"_s,
         u"CREATE VIEW params AS SELECT experiment_id, run_id, each.key AS key, each.value AS value "
         "FROM runs, json_each(runs.params) AS each"_s},
        {u"tags"_s,
         u"CREATE VIEW tags AS SELECT experiment_id, run_id, each.key AS key, each.value AS value "
         "FROM runs, json_each(runs.tags) AS each"_s},
    };
    return all;
}

const Table &histories()
{
    static const Table table{
        u"histories"_s,
        u"CREATE TABLE histories (run INTEGER NOT NULL, key TEXT NOT NULL, points INTEGER NOT NULL, steps TEXT NOT NULL, "
        "timestamps TEXT NOT NULL, logged_values TEXT NOT NULL, read_time INTEGER NOT NULL, PRIMARY KEY (run, key))"_s};
    return table;
}

} // namespace Assay::CopySchema
