// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/stores/mlflow-sqlite/sqliteschema.h"

#include "models/stores/mlflow-sqlite/sqliteconnection.h"

namespace Assay::MlflowSqlite {

using MlflowSql::Schema;

namespace {

// The texts of one column of a PRAGMA's answer; a null one (an index on an expression) is empty.
Result<QList<QByteArray>> names(SqliteConnection &connection, const QByteArray &pragma,
                                const QByteArray &of, int column)
{
    auto statement = connection.prepare("PRAGMA " + pragma + '(' + Schema::quoted(of) + ')');
    if (!statement)
        return statement.error();
    QList<QByteArray> found;
    int code = SQLITE_ROW;
    while ((code = statement->step()) == SQLITE_ROW) {
        const std::string_view name = statement->bytes(column);
        found.append(QByteArray(name.data(), qsizetype(name.size())));
    }
    if (code != SQLITE_DONE)
        return connection.error(code);
    return found;
}

} // namespace

Result<Schema> readSchema(SqliteConnection &connection)
{
    Schema schema;
    QList<QByteArray> tables;
    {
        // Virtual tables have no root page: rows of theirs would be made by code.
        auto statement = connection.prepare(
            "SELECT name, rootpage > 0 FROM sqlite_master WHERE type = 'table'");
        if (!statement)
            return statement.error();
        int code = SQLITE_ROW;
        while ((code = statement->step()) == SQLITE_ROW) {
            schema.setHasTables();
            const std::string_view name = statement->bytes(0);
            if (statement->integer(1) && Schema::isOurs(QByteArrayView(name.data(), qsizetype(name.size()))))
                tables.append(QByteArray(name.data(), qsizetype(name.size())));
        }
        if (code != SQLITE_DONE) {
            return connection.error(code);
        }
    }
    for (const QByteArray &name : std::as_const(tables)) {
        const auto columns = names(connection, "table_info", name, 1);
        if (!columns)
            return columns.error();
        const auto indexNames = names(connection, "index_list", name, 1);
        if (!indexNames)
            return indexNames.error();
        QList<Schema::Index> indexes;
        for (const QByteArray &index : *indexNames) {
            auto indexed = names(connection, "index_info", index, 2);
            if (!indexed)
                return indexed.error();
            indexes.append({index, std::move(*indexed)});
        }
        schema.addTable(name, *columns, indexes);
    }
    if (const Status revision = readRevision(connection, schema); !revision)
        return revision.error();
    return schema;
}

Status readRevision(SqliteConnection &connection, Schema &schema)
{
    QStringList revisions;
    if (schema.has("alembic_version", "version_num")) {
        auto statement = connection.prepare("SELECT version_num FROM alembic_version LIMIT 2");
        if (!statement)
            return statement.error();
        int code = SQLITE_ROW;
        while ((code = statement->step()) == SQLITE_ROW)
            revisions.append(statement->text(0).left(64));
        if (code != SQLITE_DONE)
            return connection.error(code);
    }
    schema.setRevisions(revisions);
    return {};
}

} // namespace Assay::MlflowSqlite
