// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/mlflowsql/database.h"

namespace Assay::MlflowSql {

// One change of somebody's database: a connection for this alone, one short transaction of a revision that is known, rolled
// back unless commit() said otherwise. Waits five seconds in all for other writers.
class WriteTransaction
{
public:
    WriteTransaction() = default;
    virtual ~WriteTransaction() = default;
    Q_DISABLE_COPY_MOVE(WriteTransaction)

    // As the transaction sees it.
    virtual Database &database() = 0;
    const Schema &schema() { return database().schema(); }
    // A statement as in Database::select(); how many rows it found to change.
    virtual Result<qint64> change(const QByteArray &sql, const QList<Value> &values) = 0;

    // `isApplied` looks whether the change stands in the database, should the commit not say. OutcomeUnknown when that
    // does not help either; any other error: nothing was changed.
    using Check = std::function<Result<bool>(Database &fresh)>;
    virtual Status commit(const Check &isApplied, Job &job) = 0;
};

// UnknownSchema when the revision, read in the transaction, is none that is known.
using BeginTransaction = std::function<Result<std::unique_ptr<WriteTransaction>>()>;

Error unknownRevision(const Schema &schema);
Error unknownOutcome(const Error &why);
// The outcome of a commit that failed with `why`, by what a look through a fresh connection gave.
Error outcomeOf(const Error &why, const Result<bool> &isApplied);

} // namespace Assay::MlflowSql
