// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/mlflowsql/server/dialect.h"

namespace Assay::MlflowPostgreSql {

// PostgreSQL 10 and later. Tables are read through a cursor, in one transaction each, which sees one state of the table and
// keeps nobody from writing; the server ends it by itself should this program stand still. Nothing that is set outlasts its
// transaction but what pgbouncer keeps for each client: a session may be shared with other programs.
class PostgreSqlDialect final : public MlflowSql::Dialect
{
public:
    QString formatId() const override;
    QString product() const override;
    QString driver() const override;
    QStringList schemes() const override;
    const char *passwordVariable() const override { return "PGPASSWORD"; }
    const char *hostVariable() const override { return "PGHOST"; }
    bool hasPasswordFile() const override;
    QString noPasswordOption() const override;
    int usualPort() const override;
    QString versionText(const QString &version) const override;

    QString networkHost(const MlflowSql::DatabaseAddress &address) const override;
    QString hostFor(const MlflowSql::DatabaseAddress &address, const QString &authorities) const override;
    Result<QString> connectOptions(const MlflowSql::DatabaseAddress &address, const QString &authorities) const override;
    bool wantsEncryption(const MlflowSql::DatabaseAddress &) const override { return false; } // libpq sees to it
    bool verifies(const MlflowSql::DatabaseAddress &address, const QString &authorities) const override;

    QList<QByteArray> session(bool isWriting, const QString &version) const override;
    QByteArray begin(bool isWriting) const override;
    QByteArray versionQuery() const override;
    QByteArray idQuery() const override;
    QByteArray outcomeQuery(qint64 id) const override;
    QByteArray isEncryptedQuery() const override;
    QByteArray isWritableQuery() const override;
    QByteArray columnsQuery() const override;
    QByteArray primaryKeysQuery() const override;
    QByteArray estimatesQuery() const override;

    QByteArray isText(const QByteArray &column, const QByteArray &text) const override { return column + " = " + text; }
    Status readPieces(MlflowSql::ServerConnection &connection, const MlflowSql::PieceQuery &query, Job &job,
                      const MlflowSql::RowSink &sink) const override;
    MlflowSql::Trouble troubleOf(const QSqlError &error, bool isConnecting) const override;
};

} // namespace Assay::MlflowPostgreSql
