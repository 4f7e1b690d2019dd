// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/stores/mlflow-sqlite/diagnosis.h"

#include "models/stores/mlflow-sqlite/celltext.h"
#include "models/stores/mlflow-sqlite/tablescan.h"
#include "models/stores/mlflow-sqlite/words.h"

using namespace Qt::StringLiterals;

namespace Assay::MlflowSqlite {

namespace {

Status checkMetrics(SqliteConnection &connection, const Schema &schema, ProblemList &problems,
                    Job &job)
{
    TableScan scan(
        connection, "metrics",
        schema.columns("metrics", {"run_uuid", "key", "value", "is_nan", "step", "timestamp"}));
    if (const Status prepared = scan.prepare(); !prepared)
        return prepared;
    qint64 done = 0;
    return scan.run(problems, job, [&](const SqliteStatement &row) {
        if ((++done & 0xffff) == 0)
            job.setProgress(done, 0, Words::tr("Checking metrics…"));
        const auto place = [&] {
            return ProblemList::Place{u"metrics"_s,
                                      shortText(row.bytes(1)) + u'/' + shortText(row.bytes(2)),
                                      shortText(row.bytes(1))};
        };
        if (!metricValue(row, 3, 4))
            problems.add(Severity::Error, "metric-malformed"_L1, place(),
                         Words::tr("The value of a metric is not a number: %1")
                             .arg(shortText(row.bytes(3))));
        for (const int column : {5, 6}) {
            if (const int type = row.type(column); type != SQLITE_INTEGER && type != SQLITE_NULL)
                problems.add(Severity::Error, "metric-malformed"_L1, place(),
                             Words::tr("The step or time of a metric is not a whole number: %1")
                                 .arg(shortText(row.bytes(column))));
        }
    });
}

} // namespace

Result<QList<Problem>> diagnoseDatabase(SqliteConnection &connection, const Schema &schema,
                                        const QString &file, Job &job)
{
    ProblemList problems(file);
    if (schema.hasTable("metrics"))
        if (const Status checked = checkMetrics(connection, schema, problems, job); !checked)
            return checked.error();
    return problems.take();
}

} // namespace Assay::MlflowSqlite
