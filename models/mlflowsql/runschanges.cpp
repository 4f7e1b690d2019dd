// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/mlflowsql/runschanges.h"

#include "models/mlflowsql/runsreader.h"
#include "models/table/runtablepatch.h"

namespace Assay::MlflowSql::RunsChanges {

Result<Loaded<RunTablePtr>> read(Database &database, const RunTablePtr &known, qint64 since, Job &job)
{
    constexpr qsizetype MostChanged = 5'000;
    QByteArray changed = "SELECT run_uuid FROM runs WHERE start_time > ?1 OR end_time > ?1 OR status NOT IN ('FINISHED', 'FAILED', 'KILLED')";
    if (database.schema().has("runs", "deleted_time"))
        changed += " OR deleted_time > ?1";
    RunRequest request;
    const Status asked = database.select(changed + " LIMIT " + QByteArray::number(MostChanged + 1), {since - Slack},
                                         [&](const Row &row) { request.runs.append(RunId(row.text(1))); });
    if (!asked)
        return asked.error();
    if (request.runs.size() > MostChanged)
        return Loaded<RunTablePtr>{};
    Loaded<RunTablePtr> loaded{known, {}};
    if (!request.runs.isEmpty()) {
        const auto fresh = RunsReader(database, request, job).read({});
        if (!fresh)
            return fresh.error();
        loaded = {mergeRuns(known, *fresh->value), fresh->problems};
    }
    // Runs that were removed for good are missed by nothing else.
    qint64 count = 0;
    const Status counted = database.select("SELECT count(*) FROM runs", {}, [&](const Row &row) { count = row.integer(1); });
    if (!counted)
        return counted.error();
    return count == qint64(loaded.value->rowCount()) ? loaded : Loaded<RunTablePtr>{};
}

} // namespace Assay::MlflowSql::RunsChanges
