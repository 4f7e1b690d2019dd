// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/mlflowsql/writetransaction.h"

#include "models/mlflowsql/words.h"

namespace Assay::MlflowSql {

Error unknownRevision(const Schema &schema)
{
    return {ErrorCode::UnknownSchema,
            Words::tr("The database has a revision of MLflow's schema that is not known here; it is not written."),
            schema.revision()};
}

Error unknownOutcome(const Error &why)
{
    return {ErrorCode::OutcomeUnknown,
            Words::tr("Nobody can say whether the change was made. Reload the store to see what stands there."),
            why.message + u' ' + why.detail};
}

Error outcomeOf(const Error &why, const Result<bool> &isApplied)
{
    return isApplied && !*isApplied ? why : unknownOutcome(why);
}

} // namespace Assay::MlflowSql
