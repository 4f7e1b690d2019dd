// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/stores/mlflow-sqlite/schema.h"
#include "models/stores/mlflow-sqlite/sqliteconnection.h"

#include <functional>

namespace Assay::MlflowSqlite {

// One change of somebody's database: a connection for this alone, one short transaction, rolled back unless commit()
// said otherwise. Waits five seconds in all for other writers.
class WriteTransaction
{
public:
    // UnknownSchema when the revision, read under the lock, is none that is known.
    static Result<std::unique_ptr<WriteTransaction>> begin(const QString &path, Job &job);
    ~WriteTransaction();
    Q_DISABLE_COPY_MOVE(WriteTransaction)

    const Schema &schema() const { return m_schema; }
    SqliteConnection &connection() { return *m_connection; }

    // A statement with these values (QString, qint64, std::nullopt for NULL) for ?1, ?2 …; how many rows it changed.
    template <typename... Values>
    Result<qint64> change(const QByteArray &sql, const Values &...values)
    {
        auto statement = query(sql, values...);
        if (!statement)
            return statement.error();
        if (const int code = statement->step(); code != SQLITE_DONE)
            return m_connection->error(code);
        return qint64(sqlite3_changes64(m_connection->handle()));
    }
    template <typename... Values>
    Result<SqliteStatement> query(const QByteArray &sql, const Values &...values)
    {
        auto statement = m_connection->prepare(sql);
        if (statement) {
            int parameter = 0;
            (bind(*statement, ++parameter, values), ...);
        }
        return statement;
    }

    // `isApplied` looks whether the change stands in the database, should the commit not say. OutcomeUnknown when that
    // does not help either; any other error: nothing was changed.
    using Check = std::function<Result<bool>(SqliteConnection &)>;
    Status commit(const Check &isApplied, Job &job);

private:
    explicit WriteTransaction(std::unique_ptr<SqliteConnection> connection)
        : m_connection(std::move(connection))
    {
    }

    static void bind(SqliteStatement &statement, int parameter, const QString &value)
    {
        statement.bind(parameter, value);
    }
    static void bind(SqliteStatement &statement, int parameter, qint64 value)
    {
        statement.bind(parameter, value);
    }
    static void bind(SqliteStatement &statement, int parameter, const std::optional<qint64> &value)
    {
        value ? statement.bind(parameter, *value) : statement.bindNull(parameter);
    }

    std::unique_ptr<SqliteConnection> m_connection;
    Schema m_schema;
};

} // namespace Assay::MlflowSqlite
