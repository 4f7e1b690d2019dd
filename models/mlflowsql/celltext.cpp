// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/mlflowsql/celltext.h"

#include "models/mlflowsql/words.h"

using namespace Qt::StringLiterals;

namespace Assay::MlflowSql {

OptionalTime readTime(const Row &row, int column, const ProblemList::Place &place,
                      ProblemList &problems)
{
    if (row.kind(column) == Cell::Kind::Integer)
        return row.integer(column);
    if (!row.isNull(column))
        problems.add(Severity::Error, "time-malformed"_L1, place,
                     Words::tr("This is not a time: %1").arg(shortText(row.bytes(column))));
    return {};
}

} // namespace Assay::MlflowSql
