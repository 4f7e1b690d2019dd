// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/stores/mlflow-mysql/mysqldialect.h"

#include "models/mlflowsql/server/serverconnection.h"
#include "models/stores/mlflow-mysql/words.h"

#include <QFileInfo>
#include <QSqlError>

using namespace Qt::StringLiterals;

namespace Assay::MlflowMySql {

using namespace MlflowSql;

namespace {

// What an address asks for, by whichever of its usual names.
QString option(const DatabaseAddress &address, std::initializer_list<QLatin1StringView> names)
{
    for (const QLatin1StringView name : names)
        if (const QString value = address.options.value(name); !value.isEmpty())
            return value;
    return {};
}

bool isSwitchedOn(const QString &value)
{
    return !value.isEmpty() && value != "0"_L1 && value.compare("false"_L1, Qt::CaseInsensitive) != 0;
}

// The value of a row's column as it is written in a statement.
Result<QByteArray> literalOf(const Row &row, int column)
{
    switch (row.kind(column)) {
    case Cell::Kind::Null: return QByteArray("NULL");
    case Cell::Kind::Integer: return QByteArray::number(qint64(row.integer(column)));
    case Cell::Kind::Real: return QByteArray::number(row.real(column), 'e', 17);
    default: return ServerConnection::literal(row.text(column));
    }
}

// "a > 1 OR (a = 1 AND b > 2)": what comes behind the row of these values.
QByteArray behind(const QList<QByteArray> &order, const QList<QByteArray> &values)
{
    QList<QByteArray> alternatives;
    QByteArray equals;
    for (qsizetype i = 0; i < order.size(); ++i) {
        const QByteArray column = Schema::quoted(order[i]);
        alternatives.append('(' + equals + column + " > " + values[i] + ')');
        equals += column + " = " + values[i] + " AND ";
    }
    return '(' + alternatives.join(" OR ") + ')';
}

// Keeps the place where a page ended.
class Place
{
public:
    Place(PieceQuery &query) : m_query(query)
    {
        for (const QByteArray &column : query.order) {
            const QByteArray name = Schema::quoted(column);
            if (!query.columns.contains(name))
                query.columns.append(name);
            m_columns.append(int(query.columns.indexOf(name)) + 1);
        }
    }

    void note(const Row &row)
    {
        m_values.clear();
        for (const int column : m_columns) {
            const auto value = literalOf(row, column);
            if (!value)
                m_failed = value.error();
            m_values.append(value.valueOr("NULL"));
        }
    }
    Result<QByteArray> next() const
    {
        if (m_failed)
            return *m_failed;
        return behind(m_query.order, m_values);
    }

private:
    const PieceQuery &m_query;
    QList<int> m_columns;
    QList<QByteArray> m_values;
    std::optional<Error> m_failed;
};

// The connector's words: it has no codes for it.
Trouble troubleOfTls(const QString &text)
{
    if (text.contains("does not support"_L1))
        return Trouble::NoEncryption;
    return text.contains("Hostname verification"_L1) || text.contains("Validation of SSL server certificate"_L1) ? Trouble::WrongName : Trouble::Untrusted;
}

// Where distributions keep the authorities that they trust. To be named: without, newer connectors take any certificate of a
// server that knows the password.
QString machineAuthorities()
{
    for (const QString &file : {u"/etc/ssl/certs/ca-certificates.crt"_s, u"/etc/pki/tls/certs/ca-bundle.crt"_s, u"/etc/ssl/ca-bundle.pem"_s, u"/etc/ssl/cert.pem"_s})
        if (QFileInfo::exists(file))
            return file;
    return {};
}

QString sslMode(const DatabaseAddress &address)
{
    return option(address, {"ssl-mode"_L1, "ssl_mode"_L1, "sslmode"_L1});
}

QByteArray statement(const PieceQuery &query, const QList<QByteArray> &terms)
{
    return "SELECT " + query.columns.join(", ") + " FROM " + query.table + (terms.isEmpty() ? QByteArray() : " WHERE " + terms.join(" AND "));
}

} // namespace

QString MySqlDialect::formatId() const { return u"mlflow-mysql"_s; }
QString MySqlDialect::product() const { return u"MySQL"_s; }
QString MySqlDialect::driver() const { return u"QMYSQL"_s; }
QStringList MySqlDialect::schemes() const { return {u"mysql"_s, u"mariadb"_s}; }
int MySqlDialect::usualPort() const { return 3306; }
QString MySqlDialect::versionText(const QString &version) const
{
    return version.contains("MariaDB"_L1) ? version : product() + u' ' + version;
}

// The driver takes "localhost" for its socket, MLflow's for this machine: an address means the same to both.
QString MySqlDialect::networkHost(const DatabaseAddress &address) const
{
    if (!address.socket().isEmpty())
        return {};
    return address.host.isEmpty() || address.host == "localhost"_L1 ? u"127.0.0.1"_s : address.host;
}

// Qt's driver has no option by which a certificate is verified, or encryption asked for without one. MariaDB's connector, to which it
// hands the host, takes options there, and makes sure then that the certificate is of an authority that is trusted, and for this
// host; to any other connector that is no host at all.
QString MySqlDialect::hostFor(const DatabaseAddress &address, const QString &authorities) const
{
    const QString host = networkHost(address);
    if (host.isEmpty())
        return u"localhost"_s;
    if (verifies(address, authorities))
        return u"host=%1;ssl-verify-server-cert=1"_s.arg(host);
    return wantsEncryption(address) ? u"host=%1;ssl-enforce=1"_s.arg(host) : host;
}

Result<QString> MySqlDialect::connectOptions(const DatabaseAddress &address, const QString &authorities) const
{
    // Found rows are counted, not only those that an UPDATE makes different.
    QStringList options{u"CLIENT_FOUND_ROWS=1"_s, u"MYSQL_OPT_CONNECT_TIMEOUT=%1"_s.arg(ServerConnection::ConnectSeconds),
                        u"MYSQL_OPT_READ_TIMEOUT=%1"_s.arg(ServerConnection::StatementSeconds + 10), u"MYSQL_OPT_WRITE_TIMEOUT=30"_s};
    if (!address.socket().isEmpty())
        options.append("UNIX_SOCKET="_L1 + address.socket());
    QString trusted = authorities.isEmpty() ? option(address, {"ssl_ca"_L1, "ssl-ca"_L1, "sslrootcert"_L1}) : authorities;
    if (trusted.isEmpty() && verifies(address, authorities))
        trusted = machineAuthorities();
    const std::pair<QLatin1StringView, QString> files[]
        = {{"SSL_CA"_L1, trusted},
           {"SSL_CERT"_L1, option(address, {"ssl_cert"_L1, "ssl-cert"_L1, "sslcert"_L1})},
           {"SSL_KEY"_L1, option(address, {"ssl_key"_L1, "ssl-key"_L1, "sslkey"_L1})}};
    for (const auto &[name, file] : files)
        if (!file.isEmpty())
            options.append(name + u'=' + file);
    return options.join(u';');
}

// The connector goes on without where the server offers none.
bool MySqlDialect::wantsEncryption(const DatabaseAddress &address) const
{
    return address.socket().isEmpty() && sslMode(address).startsWith("require"_L1, Qt::CaseInsensitive);
}

// Of the machine's authorities where none are given. A socket is nobody else's.
bool MySqlDialect::verifies(const DatabaseAddress &address, const QString &authorities) const
{
    if (!address.socket().isEmpty())
        return false;
    return !authorities.isEmpty() || isSwitchedOn(option(address, {"ssl_verify_cert"_L1, "ssl_verify_identity"_L1}))
           || sslMode(address).startsWith("verify"_L1, Qt::CaseInsensitive);
}

QList<QByteArray> MySqlDialect::session(bool isWriting, const QString &version) const
{
    const QByteArray lockSeconds = QByteArray::number(ServerConnection::LockSeconds);
    const int seconds = isWriting ? ServerConnection::LockSeconds * 2 : ServerConnection::StatementSeconds;
    QList<QByteArray> statements{
        "SET SESSION sql_mode = 'ANSI_QUOTES,NO_BACKSLASH_ESCAPES,STRICT_TRANS_TABLES'",
        "SET SESSION lock_wait_timeout = " + lockSeconds,
        "SET SESSION innodb_lock_wait_timeout = " + lockSeconds,
        "SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED",
    };
    if (version.contains("MariaDB"_L1)) {
        statements.append("SET SESSION max_statement_time = " + QByteArray::number(seconds));
        statements.append("SET SESSION idle_transaction_timeout = 60");
    } else {
        statements.append("SET SESSION max_execution_time = " + QByteArray::number(seconds * 1000));
    }
    if (!isWriting)
        statements.append("SET SESSION TRANSACTION READ ONLY");
    return statements;
}

QByteArray MySqlDialect::begin(bool isWriting) const
{
    return isWriting ? "BEGIN" : QByteArray();
}

QByteArray MySqlDialect::versionQuery() const { return "SELECT VERSION()"; }
QByteArray MySqlDialect::idQuery() const { return "SELECT CONNECTION_ID()"; }
QByteArray MySqlDialect::outcomeQuery(qint64 id) const
{
    return "SELECT CASE WHEN count(*) > 0 THEN 'running' ELSE 'ended' END FROM information_schema.processlist WHERE id = " + QByteArray::number(id);
}
QByteArray MySqlDialect::isEncryptedQuery() const { return "SHOW SESSION STATUS LIKE 'Ssl_cipher'"; }
QByteArray MySqlDialect::isWritableQuery() const { return "SELECT CASE WHEN @@global.read_only = 0 THEN 1 ELSE 0 END"; }

// Of tables alone: the rows of a view would be made by somebody's code.
QByteArray MySqlDialect::columnsQuery() const
{
    return "SELECT c.table_name, c.column_name FROM information_schema.columns c JOIN information_schema.tables t"
           " ON t.table_schema = c.table_schema AND t.table_name = c.table_name"
           " WHERE c.table_schema = DATABASE() AND t.table_type = 'BASE TABLE' ORDER BY c.table_name, c.ordinal_position";
}

QByteArray MySqlDialect::primaryKeysQuery() const
{
    return "SELECT table_name, column_name FROM information_schema.statistics"
           " WHERE table_schema = DATABASE() AND index_name = 'PRIMARY' ORDER BY table_name, seq_in_index";
}

QByteArray MySqlDialect::estimatesQuery() const
{
    return "SELECT table_name, coalesce(table_rows, 0) FROM information_schema.tables WHERE table_schema = DATABASE()";
}

// By the collation, for which there is an index, and by the bytes.
QByteArray MySqlDialect::isText(const QByteArray &column, const QByteArray &text) const
{
    return column + " = " + text + " AND CAST(CONVERT(" + column + " USING utf8mb4) AS BINARY) = CAST(CONVERT(" + text + " USING utf8mb4) AS BINARY)";
}

Status MySqlDialect::readPieces(ServerConnection &connection, const PieceQuery &asked, Job &job, const RowSink &sink) const
{
    PieceQuery query = asked;
    Place place(query);
    if (query.order.isEmpty()) {
        const auto read = connection.select(statement(query, query.terms), sink, &job);
        return read ? Status() : Status(read.error());
    }
    QList<QByteArray> order;
    for (const QByteArray &column : std::as_const(query.order))
        order.append(Schema::quoted(column));
    PieceSize size;
    QList<QByteArray> terms = query.terms;
    while (true) {
        const qint64 wanted = size.rows();
        qint64 count = 0;
        const auto read = connection.select(statement(query, terms) + " ORDER BY " + order.join(", ") + " LIMIT " + QByteArray::number(wanted),
                                            [&](const Row &row) {
                                                if (++count == wanted)
                                                    place.note(row);
                                                sink(row);
                                            },
                                            &job);
        if (!read)
            return read.error();
        if (*read < wanted)
            return {};
        const auto next = place.next();
        if (!next)
            return next.error();
        terms = query.terms;
        terms.append(*next);
        size.next();
    }
}

Trouble MySqlDialect::troubleOf(const QSqlError &error, bool isConnecting) const
{
    switch (error.nativeErrorCode().toInt()) {
    case 1044: return Trouble::NoRight;
    case 1045: return error.databaseText().contains("using password: NO"_L1) ? Trouble::NoPassword : Trouble::WrongPassword;
    case 1129: // blocked
    case 1130: return Trouble::NotFromHere;
    case 3159: return Trouble::EncryptionWanted;
    case 1142: // this table
    case 1143:
    case 1227:
    case 1370:
    case 1698:
    case 3118: // locked
    case 4151: return Trouble::AccessDenied;
    case 1049: return Trouble::NoDatabase;
    case 1040: // connections of all
    case 1203: // of this user
    case 1053: // shutting down
    case 1077: return Trouble::TooMany;
    case 1152:
    case 1158:
    case 1159:
    case 1160:
    case 1161:
    case 1184:
    case 1927: // killed
    case 2002:
    case 2003:
    case 2005:
    case 2006:
    case 2013:
    case 2055: return Trouble::Unreachable;
    case 2026: return troubleOfTls(error.databaseText());
    case 1205:
    case 1213:
    case 1412: return Trouble::Locked;
    case 1317:
    case 1969:
    case 3024: return Trouble::TooSlow;
    case 1290:
    case 1792:
    case 1836: return Trouble::ReadOnly;
    case 1062: return Trouble::Duplicate;
    case 1406: return Trouble::TooLong;
    default: return isConnecting ? Trouble::Unreachable : Trouble::Other;
    }
}

} // namespace Assay::MlflowMySql
