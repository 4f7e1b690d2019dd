// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

// How a copy of a store lies in SQLite. People without Assay read it, too: names are MLflow's, times are milliseconds since
// 1970 UTC, what a run has of metrics, params and tags is one JSON object each, and views show it row by row.
//
// meta               schema, format_id, location, version, capabilities, dialect; experiments_read, runs_read, models_read:
//                    when these were read, absent where they never were
// experiments        an id stands twice where a store has it both active and in the trash
// runs               identified by (experiment_id, run_id); `twin` counts those that a hand-merged store has twice.
//                    metrics: the latest value of each; NaN and infinities are texts. histories: 1 when the histories of
//                    all metrics are kept. logged_models: NULL when not known. used_time, pinned: what makes room looks at
// histories          one row for each metric of a run: how many points, and three JSON arrays of that length. Here or in a
//                    file of its own (histories.sqlite)
// listings           which artifact folders have been read, with all below them (recursive) or not
// artifacts          what lies in them; `file` is where the bytes are kept, relative to the copy, NULL when they are not
// registered_models, model_versions
// problems           what could not be read in the store
namespace Assay::CopySchema {

inline constexpr int Version = 1;

struct Table {
    QString name;
    QString sql; // as SQLite keeps it
};
const QList<Table> &tables();   // and indexes and views, without the histories
const Table &histories();

} // namespace Assay::CopySchema
