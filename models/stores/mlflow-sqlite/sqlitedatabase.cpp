// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/stores/mlflow-sqlite/sqlitedatabase.h"

#include "models/stores/mlflow-sqlite/tablescan.h"

namespace Assay::MlflowSqlite {

using namespace MlflowSql;

namespace {

const QList<QByteArray> PointColumns{"key", "value", "is_nan", "step", "timestamp"};

std::string_view viewOf(const QByteArray &bytes)
{
    return {bytes.constData(), size_t(bytes.size())};
}

// Column 1 of the row is column `first` of the statement.
void fill(Row &row, const SqliteStatement &statement, int first)
{
    for (int column = 1; column <= row.size(); ++column) {
        Cell &cell = row.cell(column);
        const SqliteValue value = statement.value(first + column - 1);
        switch (value.type()) {
        case SQLITE_INTEGER: cell.setInteger(value.integer()); break;
        case SQLITE_FLOAT: cell.setReal(value.real()); break;
        case SQLITE_TEXT: cell.setText(value.bytes()); break;
        case SQLITE_BLOB: cell.setText(value.bytes(), Cell::Kind::Blob); break;
        default: cell.setNull();
        }
    }
}

// A filled row for every row of a scan, behind the rowid.
template <typename F>
auto rowsOf(Row &row, F &sink)
{
    return [&row, &sink](const SqliteStatement &statement) {
        fill(row, statement, 1);
        sink(row);
    };
}

} // namespace

SqliteDatabase::SqliteDatabase(SqliteConnection &connection, const Schema &schema, QString name, const DatabaseAccess *access)
    : m_connection(connection)
    , m_schema(schema)
    , m_name(std::move(name))
    , m_access(access)
{
}

SqliteDatabase::SqliteDatabase(std::unique_ptr<SqliteConnection> connection, const Schema &schema, QString name)
    : m_owned(std::move(connection))
    , m_connection(*m_owned)
    , m_schema(schema)
    , m_name(std::move(name))
    , m_access(nullptr)
{
}

Result<std::unique_ptr<Database>> SqliteDatabase::another(Job &job)
{
    Q_ASSERT(m_access);
    auto connection = m_access->openAnother(job);
    if (!connection)
        return connection.error();
    return std::unique_ptr<Database>(std::make_unique<SqliteDatabase>(std::move(*connection), m_schema, m_name));
}

qint64 SqliteDatabase::estimate(const QByteArray &table)
{
    if (!m_schema.hasTable(table))
        return 0;
    auto statement = m_connection.prepare("SELECT max(rowid) FROM " + Schema::quoted(table));
    return statement && statement->step() == SQLITE_ROW ? statement->integer(0) : 0;
}

Status SqliteDatabase::scan(const TableQuery &query, ProblemList &problems, Job &job, const RowSink &sink)
{
    if (!m_schema.hasTable(query.table))
        return {};
    // With a plus the column is not looked for in an index, whose order would not be that of the rows.
    QList<QByteArray> terms;
    for (const TableQuery::Match &match : query.matches)
        terms.append('+' + Schema::quoted(match.column) + " = ?" + QByteArray::number(2 + terms.size()));
    const QByteArray index = query.among.isEmpty() ? QByteArray() : m_schema.index(query.table, {query.amongColumn});
    const int amongParameter = int(2 + terms.size());
    if (!index.isEmpty())
        terms.append(Schema::quoted(query.amongColumn) + " = ?" + QByteArray::number(amongParameter));
    TableScan scan(m_connection, query.table, m_schema.columns(query.table, query.columns), terms.join(" AND "), index);
    if (const Status prepared = scan.prepare(); !prepared)
        return prepared;
    for (qsizetype i = 0; i < query.matches.size(); ++i)
        scan.bind(int(2 + i), viewOf(query.matches[i].value));
    Row row(int(query.columns.size()));
    const auto take = rowsOf(row, sink);
    if (index.isEmpty())
        return scan.run(problems, job, take);
    for (const QByteArray &value : query.among) {
        scan.bind(amongParameter, viewOf(value));
        if (const Status read = scan.run(problems, job, take); !read)
            return read;
    }
    return {};
}

Status SqliteDatabase::select(const QByteArray &sql, const QList<Value> &values, const RowSink &sink)
{
    auto statement = m_connection.query(sql, values);
    if (!statement)
        return statement.error();
    Row row(statement->columnCount());
    int code = SQLITE_ROW;
    while ((code = statement->step()) == SQLITE_ROW) {
        fill(row, *statement, 0);
        sink(row);
    }
    return code == SQLITE_DONE ? Status() : Status(m_connection.error(code));
}

// One key by the index that knows keys; false where there is none, or where it is no help.
Result<bool> SqliteDatabase::scanKey(const QString &run, const QByteArray &key, const HistorySink &sink)
{
    const QByteArray index = m_schema.index("metrics", {"run_uuid", "key", "step"});
    if (index.isEmpty())
        return false;
    // Such an index gives the points by step, then rowid, and can go on where the last piece ended.
    auto statement = m_connection.prepare(
        "SELECT rowid, " + m_schema.columns("metrics", PointColumns) + " FROM metrics INDEXED BY " + index
        + " WHERE run_uuid = ?1 AND key = ?2 AND (step, rowid) > (?3, ?4) ORDER BY step, rowid");
    if (!statement)
        return statement.error();
    statement->bind(1, run);
    statement->bind(2, viewOf(key));
    Row row(int(PointColumns.size()));
    qint64 step = std::numeric_limits<qint64>::min(), rowId = step;
    while (true) {
        statement->bind(3, step);
        statement->bind(4, rowId);
        QElapsedTimer timer;
        timer.start();
        const qint64 firstStep = step;
        int code = SQLITE_ROW;
        for (int count = 1; (code = statement->step()) == SQLITE_ROW; ++count) {
            rowId = statement->integer(0);
            step = statement->integer(4);
            fill(row, *statement, 1);
            sink.add(row);
            if ((count & 63) == 0 && timer.elapsed() >= TableScan::PieceMs)
                break;
        }
        statement->reset();
        if (code == SQLITE_DONE)
            return true;
        // Many points of one step would be gone over again and again.
        if (code == SQLITE_ROW && step != firstStep)
            continue;
        if (code != SQLITE_ROW && (code & 0xff) != SQLITE_CORRUPT)
            return m_connection.error(code);
        sink.forget(key);
        return false;
    }
}

// In the order in which the points lie there, in pieces; SQLite's own choice, the primary key, would look at all points
// of the key in all runs.
Status SqliteDatabase::scanRun(const QString &run, const QList<QByteArray> &keys, ProblemList &problems, Job &job, const HistorySink &sink)
{
    const QByteArray index = m_schema.index("metrics", {"run_uuid"});
    QByteArray condition = "run_uuid = ?2";
    for (qsizetype i = 0; i < keys.size(); ++i)
        condition += (i == 0 ? " AND +key IN (?" : ", ?") + QByteArray::number(3 + i)
                     + (i + 1 == keys.size() ? ")" : "");
    TableScan scan(m_connection, "metrics", m_schema.columns("metrics", PointColumns), condition, index);
    if (const Status prepared = scan.prepare(); !prepared)
        return prepared;
    scan.bind(2, run);
    for (qsizetype i = 0; i < keys.size(); ++i)
        scan.bind(int(3 + i), viewOf(keys[i]));
    Row row(int(PointColumns.size()));
    return scan.run(problems, job, rowsOf(row, sink.add));
}

Status SqliteDatabase::scanHistory(const QString &run, const QList<QByteArray> &keys, ProblemList &problems, Job &job, const HistorySink &sink)
{
    QList<QByteArray> left;
    for (const QByteArray &key : keys) {
        const auto isRead = keys.size() <= 8 ? scanKey(run, key, sink) : Result<bool>(false);
        if (!isRead)
            return isRead.error();
        if (!*isRead)
            left.append(key);
    }
    if (!keys.isEmpty() && left.isEmpty())
        return {};
    return scanRun(run, left.size() <= 500 ? left : QList<QByteArray>(), problems, job, sink);
}

} // namespace Assay::MlflowSqlite
