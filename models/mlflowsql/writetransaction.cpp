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

QString revisionWarning(const Schema &schema)
{
    return schema.revision().isEmpty() ? Words::tr("The database does not say which revision of MLflow's schema it has. "
                                                   "It can be looked at, not changed.")
                                       : Words::tr("The database has a revision of MLflow's schema that is not known "
                                                   "here: %1. It can be looked at, not changed.")
                                             .arg(schema.revision());
}

Error unknownOutcome(const Error &why)
{
    return {ErrorCode::OutcomeUnknown,
            Words::tr("Nobody can say whether the change was made. Reload the store to see what stands there."),
            why.message + u' ' + why.detail};
}

Error outcomeOf(const Error &why, const Result<WriteTransaction::Stands> &now)
{
    return now && *now == WriteTransaction::Stands::AsBefore ? why : unknownOutcome(why);
}

Result<std::unique_ptr<WriteTransaction>> beginWith(const BeginTransaction &begin, const QByteArray &table, const QString &missing)
{
    auto begun = begin();
    if (begun && !(*begun)->schema().hasTable(table))
        return Error{ErrorCode::Unsupported, missing, {}};
    return begun;
}

} // namespace Assay::MlflowSql
