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

    // `look` says what stands in the database, should the commit not say what came of it. OutcomeUnknown when that does not
    // help either; any other error: nothing was changed.
    enum class Stands { AsBefore, AsWanted, Otherwise }; // otherwise: somebody else wrote since, over what was there or over ours
    using Look = std::function<Result<Stands>(Database &fresh)>;
    virtual Status commit(const Look &look, Job &job) = 0;

    template <typename T>
    static Stands stands(const T &now, const T &before, const T &wanted)
    {
        return now == wanted ? Stands::AsWanted : now == before ? Stands::AsBefore : Stands::Otherwise;
    }
};

// UnknownSchema when the revision, read in the transaction, is none that is known.
using BeginTransaction = std::function<Result<std::unique_ptr<WriteTransaction>>()>;

// Unsupported with `missing` where the database does not have the table.
Result<std::unique_ptr<WriteTransaction>> beginWith(const BeginTransaction &begin, const QByteArray &table, const QString &missing);

Error unknownRevision(const Schema &schema);
QString revisionWarning(const Schema &schema); // for those who look at it
Error unknownOutcome(const Error &why);
// What is told of a commit that failed with `why`, where the change does not stand, by what a look through a fresh connection gave.
Error outcomeOf(const Error &why, const Result<WriteTransaction::Stands> &now);

} // namespace Assay::MlflowSql
