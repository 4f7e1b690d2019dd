// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/job.h"
#include "models/base/result.h"
#include "models/mlflowsql/problemlist.h"
#include "models/mlflowsql/row.h"
#include "models/mlflowsql/schema.h"

#include <functional>
#include <memory>
#include <variant>

namespace Assay::MlflowSql {

// For a statement's parameter; monostate is NULL.
using Value = std::variant<std::monostate, qint64, QString>;
using RowSink = std::function<void(const Row &)>;

// Which rows of a table are wanted, and what of them.
struct TableQuery {
    QByteArray table; // nothing is read where the database does not have it
    QList<QByteArray> columns; // NULL where the table does not have one

    struct Match {
        QByteArray column;
        QByteArray value;
    };
    QList<Match> matches = {}; // all of them
    // Where one of a few values in a column is looked for; empty: everything. Rows with other values may come, too.
    QByteArray amongColumn = {};
    QList<QByteArray> among = {};
};

// Takes the points of a run in any order. Without keys in the request, of all metrics.
struct HistorySink {
    RowSink add; // columns key, value, is_nan, step, timestamp
    std::function<void(const QByteArray &key)> forget; // the points of a key come once more, from the first
};

// A connection to a database with MLflow's tables, for reading. Used on the thread that made it.
class Database
{
public:
    Database() = default;
    virtual ~Database() = default;
    Q_DISABLE_COPY_MOVE(Database)

    virtual QString name() const = 0; // as problems give it
    virtual const Schema &schema() const = 0;
    // About how many rows a table has; 0 where that cannot be told.
    virtual qint64 estimate(const QByteArray &table) = 0;
    // Reads a table, however large, in pieces that keep nobody else from writing. Rows that come or go meanwhile may or may
    // not be seen; one that is changed may be seen twice. What cannot be read is a problem, and left out.
    virtual Status scan(const TableQuery &query, ProblemList &problems, Job &job, const RowSink &sink) = 0;
    // For answers of a few rows. Parameters are written ?1, ?2 …; names of columns in double quotes.
    virtual Status select(const QByteArray &sql, const QList<Value> &values, const RowSink &sink) = 0;
    // A condition for select(): that a column holds exactly the text of parameter ?N. Some databases compare more loosely.
    virtual QByteArray isText(const QByteArray &column, int parameter) const
    {
        return Schema::quoted(column) + " = ?" + QByteArray::number(parameter);
    }
    // What a SELECT ends with in a transaction that is going to change its rows.
    virtual QByteArray forUpdate() const { return {}; }
    virtual Status scanHistory(const QString &run, const QList<QByteArray> &keys, ProblemList &problems, Job &job,
                               const HistorySink &sink) = 0;
    // A second connection to the same data, to be used and destroyed on the calling thread while this one is in use.
    virtual Result<std::unique_ptr<Database>> another(Job &job) = 0;
};

} // namespace Assay::MlflowSql
