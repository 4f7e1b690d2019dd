// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/mlflowsql/server/dialect.h"

namespace Assay::MlflowMySql {

// MySQL 5.7 and MariaDB 10.4, and later ones. Its driver has no cursors, so tables are read page by page along their primary
// keys, by which they are stored; no transaction lasts from one page to the next. What a session sets is nobody else's: a proxy
// that shares sessions (ProxySQL, MaxScale) keeps apart what each client sets, or does not share one that sets what it does not
// know. Texts are compared loosely (by most collations "Loss" is "loss"): what has to be exact is compared by its bytes, too.
// Where a certificate is to be verified or encryption asked for, the driver must have been built with MariaDB's connector, 3.3 or later, as it is on
// Debian and Ubuntu; others do not connect.
class MySqlDialect final : public MlflowSql::Dialect
{
public:
    QString formatId() const override;
    QString product() const override;
    QString driver() const override;
    QStringList schemes() const override;
    int usualPort() const override;
    QString versionText(const QString &version) const override;
    const char *passwordVariable() const override { return "MYSQL_PWD"; }
    const char *hostVariable() const override { return "MYSQL_HOST"; }
    bool hasPasswordFile() const override { return false; }
    QString noPasswordOption() const override { return {}; } // an empty password does

    QString networkHost(const MlflowSql::DatabaseAddress &address) const override;
    QString hostFor(const MlflowSql::DatabaseAddress &address, const QString &authorities) const override;
    Result<QString> connectOptions(const MlflowSql::DatabaseAddress &address, const QString &authorities) const override;
    bool wantsEncryption(const MlflowSql::DatabaseAddress &address) const override;
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

    QByteArray isText(const QByteArray &column, const QByteArray &text) const override;
    Status readPieces(MlflowSql::ServerConnection &connection, const MlflowSql::PieceQuery &query, Job &job,
                      const MlflowSql::RowSink &sink) const override;
    MlflowSql::Trouble troubleOf(const QSqlError &error, bool isConnecting) const override;
};

} // namespace Assay::MlflowMySql
