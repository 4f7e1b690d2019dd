// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/mlflowsql/server/serverdatabase.h"

using namespace Qt::StringLiterals;

namespace Assay::MlflowSql {

namespace {

// So many values are looked for at once.
constexpr qsizetype AmongAtOnce = 500;

const QList<QByteArray> PointColumns{"key", "value", "is_nan", "step", "timestamp"};

QByteArray bytesOf(const Row &row, int column)
{
    return QByteArray(row.bytes(column).data(), qsizetype(row.bytes(column).size()));
}

using Columns = QHash<QByteArray, QList<QByteArray>>;

Status readColumns(ServerConnection &connection, const QByteArray &query, Columns &columns)
{
    const auto read = connection.select(query, [&](const Row &row) { columns[bytesOf(row, 1)].append(bytesOf(row, 2)); });
    return read ? Status() : Status(read.error());
}

} // namespace

Result<ServerTables> ServerTables::read(ServerConnection &connection)
{
    auto tables = readWithoutRevision(connection);
    if (tables)
        if (const Status read = tables->readRevision(connection); !read)
            return read.error();
    return tables;
}

Result<ServerTables> ServerTables::readWithoutRevision(ServerConnection &connection)
{
    ServerTables tables;
    Columns columns, keys;
    if (const Status read = readColumns(connection, connection.dialect().columnsQuery(), columns); !read)
        return read.error();
    if (const Status read = readColumns(connection, connection.dialect().primaryKeysQuery(), keys); !read)
        return read.error();
    for (auto it = columns.constBegin(); it != columns.constEnd(); ++it) {
        tables.schema.setHasTables();
        if (Schema::isOurs(it.key()))
            tables.schema.addTable(it.key(), it.value(), {{"PRIMARY", keys.value(it.key())}});
    }
    const auto counted = connection.select(connection.dialect().estimatesQuery(), [&](const Row &row) {
        if (tables.schema.hasTable(bytesOf(row, 1)))
            tables.rows.insert(bytesOf(row, 1), std::max<qint64>(row.integer(2), 0));
    });
    if (!counted)
        return counted.error();
    return tables;
}

Status ServerTables::readRevision(ServerConnection &connection)
{
    if (!schema.has("alembic_version", "version_num"))
        return {};
    QStringList revisions;
    const auto read = connection.select("SELECT version_num FROM alembic_version LIMIT 2",
                                        [&](const Row &row) { revisions.append(row.text(1).left(64)); });
    schema.setRevisions(revisions);
    return read ? Status() : Status(read.error());
}

ServerDatabase::ServerDatabase(ServerConnection &connection, const ServerTables &tables, bool isChanging)
    : m_connection(connection)
    , m_tables(tables)
    , m_isChanging(isChanging)
{
}

ServerDatabase::ServerDatabase(std::unique_ptr<ServerConnection> connection, const ServerTables &tables)
    : m_owned(std::move(connection))
    , m_connection(*m_owned)
    , m_tables(tables)
{
}

Result<std::unique_ptr<Database>> ServerDatabase::another(Job &job)
{
    auto connection = ServerConnection::open(m_login, false, job);
    if (!connection)
        return connection.error();
    std::unique_ptr<ServerDatabase> database(new ServerDatabase(std::move(*connection), m_tables));
    database->setLogin(m_login);
    return std::unique_ptr<Database>(std::move(database));
}

QString ServerDatabase::name() const
{
    return m_connection.address().database;
}

QByteArray ServerDatabase::isText(const QByteArray &column, int parameter) const
{
    return m_connection.dialect().isText(Schema::quoted(column), '?' + QByteArray::number(parameter));
}

Status ServerDatabase::select(const QByteArray &sql, const QList<Value> &values, const RowSink &sink)
{
    const auto whole = ServerConnection::written(sql, values);
    if (!whole)
        return whole.error();
    const auto read = m_connection.select(*whole, sink);
    return read ? Status() : Status(read.error());
}

PieceQuery ServerDatabase::pieces(const QByteArray &table, const QList<QByteArray> &columns) const
{
    PieceQuery pieces{Schema::quoted(table), {}, {}, m_tables.schema.primaryKey(table)};
    for (const QByteArray &column : columns)
        pieces.columns.append(m_tables.schema.column(table, column));
    return pieces;
}

// That a column holds one of these values.
Status ServerDatabase::addTerm(PieceQuery &query, const QByteArray &column, const QList<QByteArray> &values) const
{
    QList<QByteArray> literals;
    for (const QByteArray &value : values) {
        const auto literal = ServerConnection::literal(QString::fromUtf8(value));
        if (!literal)
            return literal.error();
        literals.append(*literal);
    }
    query.terms.append(literals.size() == 1 ? m_connection.dialect().isText(Schema::quoted(column), literals.constFirst())
                                            : Schema::quoted(column) + " IN (" + literals.join(", ") + ')');
    return {};
}

Status ServerDatabase::scan(const TableQuery &query, ProblemList &, Job &job, const RowSink &sink)
{
    if (!m_tables.schema.hasTable(query.table))
        return {};
    PieceQuery all = pieces(query.table, query.columns);
    for (const TableQuery::Match &match : query.matches)
        if (const Status added = addTerm(all, match.column, {match.value}); !added)
            return added;
    if (query.among.isEmpty())
        return m_connection.dialect().readPieces(m_connection, all, job, sink);
    for (qsizetype from = 0; from < query.among.size(); from += AmongAtOnce) {
        PieceQuery some = all;
        if (const Status added = addTerm(some, query.amongColumn, query.among.mid(from, AmongAtOnce)); !added)
            return added;
        if (const Status read = m_connection.dialect().readPieces(m_connection, some, job, sink); !read)
            return read;
    }
    return {};
}

Status ServerDatabase::scanHistory(const QString &run, const QList<QByteArray> &keys, ProblemList &, Job &job, const HistorySink &sink)
{
    PieceQuery points = pieces("metrics", PointColumns);
    if (const Status added = addTerm(points, "run_uuid", {run.toUtf8()}); !added)
        return added;
    if (!keys.isEmpty() && keys.size() <= AmongAtOnce)
        if (const Status added = addTerm(points, "key", keys); !added)
            return added;
    points.order.removeAll("run_uuid");
    return m_connection.dialect().readPieces(m_connection, points, job, sink.add);
}

} // namespace Assay::MlflowSql
