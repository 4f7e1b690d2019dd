// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/mlflowsql/problemlist.h"
#include "models/stores/mlflow-sqlite/sqliteconnection.h"

#include <QElapsedTimer>

namespace Assay::MlflowSqlite {

// Reads the rows of a table in rowid order, in pieces so short that no writer has to wait for us, and around pages that
// cannot be read. Rows that come or go meanwhile may or may not be seen; a changed one may be seen twice.
class TableScan
{
public:
    // How long one read transaction may last.
    static constexpr int PieceMs = 50;

    // `columns` as in a SELECT; row(0) is the rowid, row(1) the first of them. `condition` may use ?2 and later ones.
    TableScan(SqliteConnection &connection, QByteArray table, const QByteArray &columns,
              const QByteArray &condition = {}, const QByteArray &index = {});

    // Before the scan.
    Status prepare();
    template <typename T>
    void bind(int parameter, T value)
    {
        m_statement.bind(parameter, value);
    }

    // f(const SqliteStatement &row) for every row; may be run again after bind().
    template <typename F>
    Status run(MlflowSql::ProblemList &problems, Job &job, F &&f)
    {
        qint64 from = std::numeric_limits<qint64>::min();
        while (true) {
            m_statement.bind(1, from);
            QElapsedTimer timer;
            timer.start();
            int code = SQLITE_ROW;
            for (int count = 1; (code = m_statement.step()) == SQLITE_ROW; ++count) {
                from = m_statement.integer(0) + 1;
                f(m_statement);
                if ((count & 63) == 0 && (timer.elapsed() >= PieceMs || job.isCanceled()))
                    break;
            }
            m_statement.reset();
            if (job.isCanceled())
                return m_connection.error(SQLITE_INTERRUPT);
            if (code == SQLITE_DONE)
                return {};
            if (code == SQLITE_ROW)
                continue;
            const auto next = behind(code, from, problems);
            if (!next)
                return next.error();
            if (job.isCanceled())
                return m_connection.error(SQLITE_INTERRUPT);
            if (!*next)
                return {};
            from = **next;
        }
    }

private:
    // The least rowid that can be read, when no row from `from` on can; nothing when there is none any more.
    Result<std::optional<qint64>> behind(int code, qint64 from, MlflowSql::ProblemList &problems);
    std::optional<qint64> seek(qint64 from);

    SqliteConnection &m_connection;
    QByteArray m_table;
    QByteArray m_sql;
    SqliteStatement m_statement;
    SqliteStatement m_seek;
    int m_gaps = 0;
};

} // namespace Assay::MlflowSqlite
