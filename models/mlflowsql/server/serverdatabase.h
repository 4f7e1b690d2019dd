// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/mlflowsql/server/serverconnection.h"

#include <QHash>

namespace Assay::MlflowSql {

// What was found out about the tables of a database, good for as long as nobody migrates it.
struct ServerTables {
    Schema schema;
    QHash<QByteArray, qint64> rows; // about

    static Result<ServerTables> read(ServerConnection &connection);
    static Result<ServerTables> readWithoutRevision(ServerConnection &connection);
    Status readRevision(ServerConnection &connection);
};

// The tables of a database server as the readers of MLflow's schema see them.
class ServerDatabase final : public Database
{
public:
    // Of a connection that outlives it. `isChanging`: it stands in a transaction that is going to change what is selected.
    ServerDatabase(ServerConnection &connection, const ServerTables &tables, bool isChanging = false);

    QString name() const override;
    const Schema &schema() const override { return m_tables.schema; }
    qint64 estimate(const QByteArray &table) override { return m_tables.rows.value(table); }
    Status scan(const TableQuery &query, ProblemList &problems, Job &job, const RowSink &sink) override;
    Status select(const QByteArray &sql, const QList<Value> &values, const RowSink &sink) override;
    QByteArray isText(const QByteArray &column, int parameter) const override;
    QByteArray forUpdate() const override { return m_isChanging ? QByteArray(" FOR UPDATE") : QByteArray(); }
    Status scanHistory(const QString &run, const QList<QByteArray> &keys, ProblemList &problems, Job &job, const HistorySink &sink) override;
    Result<std::unique_ptr<Database>> another(Job &job) override;

    // Through which another() connects.
    void setLogin(const ServerLogin &login) { m_login = login; }

private:
    ServerDatabase(std::unique_ptr<ServerConnection> connection, const ServerTables &tables);

    PieceQuery pieces(const QByteArray &table, const QList<QByteArray> &columns) const;
    Status addTerm(PieceQuery &query, const QByteArray &column, const QList<QByteArray> &values) const;

    std::unique_ptr<ServerConnection> m_owned;
    ServerConnection &m_connection;
    const ServerTables &m_tables;
    ServerLogin m_login;
    bool m_isChanging = false;
};

} // namespace Assay::MlflowSql
