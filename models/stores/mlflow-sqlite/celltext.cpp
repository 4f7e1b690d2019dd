// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/stores/mlflow-sqlite/celltext.h"

#include "models/stores/mlflow-sqlite/words.h"

using namespace Qt::StringLiterals;

namespace Assay::MlflowSqlite {

OptionalTime readTime(const SqliteStatement &row, int column, const ProblemList::Place &place,
                      ProblemList &problems)
{
    if (row.type(column) == SQLITE_INTEGER)
        return row.integer(column);
    if (!row.isNull(column))
        problems.add(Severity::Error, "time-malformed"_L1, place,
                     Words::tr("This is not a time: %1").arg(shortText(row.bytes(column))));
    return {};
}

} // namespace Assay::MlflowSqlite
