// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/stores/mlflow-sqlite/tablescan.h"

#include "models/stores/mlflow-sqlite/words.h"

using namespace Qt::StringLiterals;

namespace Assay::MlflowSqlite {

TableScan::TableScan(SqliteConnection &connection, QByteArray table, const QByteArray &columns,
                     const QByteArray &condition, const QByteArray &index)
    : m_connection(connection)
    , m_table(std::move(table))
{
    m_sql = "SELECT rowid, " + columns + " FROM \"" + m_table + '"'
            + (index.isEmpty() ? QByteArray() : " INDEXED BY " + index) + " WHERE rowid >= ?1"
            + (condition.isEmpty() ? QByteArray() : " AND " + condition) + " ORDER BY rowid";
}

Status TableScan::prepare()
{
    auto statement = m_connection.prepare(m_sql);
    if (!statement)
        return statement.error();
    m_statement = std::move(*statement);
    return {};
}

// The first rowid at or behind `from` whose page can be read.
std::optional<qint64> TableScan::seek(qint64 from)
{
    m_seek.bind(1, from);
    const int code = m_seek.step();
    std::optional<qint64> found;
    if (code == SQLITE_ROW)
        found = m_seek.integer(0);
    else if (code == SQLITE_DONE)
        found = std::numeric_limits<qint64>::max();
    m_seek.reset();
    return found;
}

Result<std::optional<qint64>> TableScan::behind(int code, qint64 from, MlflowSql::ProblemList &problems)
{
    constexpr qint64 NoRow = std::numeric_limits<qint64>::max();
    const int kind = code & 0xff;
    if ((kind != SQLITE_CORRUPT && kind != SQLITE_TOOBIG) || ++m_gaps > 1000) {
        return m_connection.error(code);
    }
    const bool atStart = from == std::numeric_limits<qint64>::min();
    problems.add(
        Severity::Error, kind == SQLITE_CORRUPT ? "database-page-damaged"_L1 : "value-too-long"_L1,
        {QString::fromLatin1(m_table), atStart ? QString() : QString::number(from), {}},
        kind == SQLITE_CORRUPT ? Words::tr("Rows of this table cannot be read: %1")
                                     .arg(m_connection.error(code).detail)
                               : Words::tr("A row of this table is too large to be read."));
    auto statement
        = m_connection.prepare("SELECT rowid FROM \"" + m_table
                               + "\" NOT INDEXED WHERE rowid >= ?1 ORDER BY rowid LIMIT 1");
    if (!statement)
        return statement.error();
    m_seek = std::move(*statement);
    if (kind == SQLITE_TOOBIG) {
        const auto large = seek(from);
        return large && *large != NoRow ? std::optional(*large + 1) : std::nullopt;
    }
    // Rowids mostly count from 1. Gallop behind the damaged page, then close in on its end.
    qint64 bad = std::max<qint64>(from, 0);
    std::optional<qint64> found;
    qint64 good = bad;
    for (qint64 step = 1; !found && step < NoRow / 4 && good < NoRow - step; step *= 2) {
        good += step;
        found = seek(good);
        if (!found)
            bad = good;
    }
    while (found && good - bad > 1) {
        const qint64 middle = bad + (good - bad) / 2;
        if (const auto row = seek(middle)) {
            good = middle;
            found = row;
        } else {
            bad = middle;
        }
    }
    return found && *found != NoRow ? found : std::nullopt;
}

} // namespace Assay::MlflowSqlite
