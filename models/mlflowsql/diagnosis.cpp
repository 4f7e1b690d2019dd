// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/mlflowsql/diagnosis.h"

#include "models/mlflowsql/celltext.h"
#include "models/mlflowsql/words.h"

using namespace Qt::StringLiterals;

namespace Assay::MlflowSql {

namespace {

Status checkMetrics(Database &database, ProblemList &problems, Job &job)
{
    const TableQuery query{"metrics", {"run_uuid", "key", "value", "is_nan", "step", "timestamp"}};
    qint64 done = 0;
    return database.scan(query, problems, job, [&](const Row &row) {
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
            if (row.kind(column) != Cell::Kind::Integer && !row.isNull(column))
                problems.add(Severity::Error, "metric-malformed"_L1, place(),
                             Words::tr("The step or time of a metric is not a whole number: %1")
                                 .arg(shortText(row.bytes(column))));
        }
    });
}

} // namespace

Result<QList<Problem>> diagnoseDatabase(Database &database, Job &job)
{
    ProblemList problems(database.name());
    if (const Status checked = checkMetrics(database, problems, job); !checked)
        return checked.error();
    return problems.take();
}

} // namespace Assay::MlflowSql
