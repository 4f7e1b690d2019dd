// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/stores/assay-bundle/bundlereadme.h"

namespace Assay {

QByteArray bundleReadme()
{
    return R"(This is a bundle of machine learning runs, written by Assay. It is a zip file:

  unzip bundle.assay -d bundle && cd bundle

  manifest.json      format version, when and of what it was made, size and SHA-256 of each part
  store.sqlite       experiments, runs, registered models, names and SHA-256 of artifacts
  histories.sqlite   every logged point of every metric (not in every bundle)
  artifacts/         the files that runs logged (not in every bundle):
                     artifacts/EXPERIMENT/RUN/files/PATH, and .../models/MODEL/PATH for logged models

Both databases are read with sqlite3 (3.38 or later for ->>). Times are milliseconds since 1970 UTC. What a run has of
metrics (latest values), params and tags is one JSON object each; the views metrics, params and tags show it row by row.
A key with a dot in it stands in quotes: metrics ->> '$."test.loss"'.
NaN and infinities are the texts "NaN", "Infinity", "-Infinity".

  sqlite3 store.sqlite

  -- runs with a parameter and a metric, the best first
  SELECT run_id, run_name, params ->> '$.lr' AS lr, metrics ->> '$.loss' AS loss FROM runs
  WHERE metrics ->> '$.loss' IS NOT NULL ORDER BY loss LIMIT 10;

  -- all parameters of one run
  SELECT key, value FROM params WHERE run_id = '...';

  -- the history of one metric
  ATTACH 'histories.sqlite' AS h;
  SELECT step.value AS step, time.value AS timestamp, value.value AS value
  FROM runs JOIN h.histories ON histories.run = runs.row,
       json_each(steps) AS step, json_each(timestamps) AS time, json_each(logged_values) AS value
  WHERE run_id = '...' AND histories.key = 'loss' AND time.key = step.key AND value.key = step.key;

  -- versions of registered models
  SELECT name, version, current_stage, aliases, run_id FROM model_versions;

  -- where the files of a run are
  SELECT path, size, file, sha256 FROM artifacts JOIN runs ON artifacts.run = runs.row
  WHERE run_id = '...' AND NOT is_folder;
)";
}

} // namespace Assay
